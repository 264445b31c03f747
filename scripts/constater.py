"""Look at the site from outside, as a visitor does, and record in the journals that it was seen, or was not."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

RACINE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(RACINE / "hooks"), str(RACINE / "scripts")]

from adresse_site import adresse_site  # noqa: E402 (the path first)
from greffe import Refus, alerter, allonger, journal_sain, moment, seul  # noqa: E402
from options import CACHEE, Options  # noqa: E402
from recueil.constat.bilan import Bilan, Demande, dernier_constat, dresser  # noqa: E402
from recueil.constat.liste import Indecis, lire_sommes  # noqa: E402
from recueil.ecriture import compte  # noqa: E402
from recueil.empreinte import SOMMES, sceau  # noqa: E402
from recueil.journal.chaine import Chaine  # noqa: E402
from recueil.journal.inscription import instant  # noqa: E402
from recueil.journal.ligne import Constat, Interruption, Ligne, Suivante, enchainer  # noqa: E402
from recueil.journal.tenu import JOURNAL, Journal  # noqa: E402
from recueil.parcours import visiter  # noqa: E402
from visiteur import Rythme, Visiteur  # noqa: E402

_REVOIR = 10
"""Seconds spent to ask again for what is not what it must be, when no site was just put online."""

_AIDE = """\
exemples :
  ./scripts/constater https://actes.example.org/ --empreintes site/SHA256SUMS   juste après une mise en ligne
  ./scripts/constater https://actes.example.org/                                ensuite, chaque jour

Il lit la liste des empreintes du site, la page d'accueil, les journaux et un choix d'actes, compare les octets, et
ajoute une ligne au journal de chaque collectivité : « vu en ligne », ou « pas vu en ligne ». Ce qui ne peut pas être
jugé n'est ni l'un ni l'autre : rien n'est inscrit.

code de sortie : 0 tout a été vu ; 1 une alerte, dite en une ligne ; 2 une option n'est pas comprise, ou rien n'a pu
être jugé
"""
_PREMIER = (
    "Ce site n'a jamais été vu en ligne : le premier regard se fait juste après une mise en ligne, avec la liste du "
    f"site construit : --empreintes site/{SOMMES}"
)
_SANS_JOURNAL = "Aucune collectivité ne tient de journal : lancez ./scripts/publier."
_AILLEURS = (
    "Le dernier constat est celui de « {0} » : vérifiez l'adresse. Si le site en a changé, constatez-le juste après "
    "une mise en ligne, avec --empreintes."
)
_ADRESSE = "« {0} » n'est pas l'adresse d'un site : écrivez-la en entier, comme https://actes.example.org/"
_ILLISIBLE = "« {0} » ne peut pas être lue : corrigez d'abord la fiche de la collectivité (./scripts/verifier)."
_CHANGE = "« {0} » a changé pendant le regard : rien n'a été écrit. Relancez ce programme."


class Rien(Exception):  # noqa: N818 (the name says what a person is told)
    """There is nothing online to be looked at yet."""


def main(arguments: list[str] | None = None) -> int:
    """Look and record; 1 when something is wrong with the site, 2 when something could not be told of it."""
    options = _options(arguments)
    try:
        return _constater(options)
    except Rien as error:
        print(error)
        return 0
    except (Refus, Indecis) as error:
        print(error, file=sys.stderr)
        return alerter(options.alarme, 2, str(error))
    except OSError as error:
        print(f"« {error.filename or options.actes} » ne peut pas être lu ou écrit : vérifiez-le.", file=sys.stderr)
    return 2


def _constater(options: argparse.Namespace) -> int:
    """All is asked for first; the folder is locked, and the journals read again, for the time of the writing."""
    acts, now = options.actes.resolve(), moment(options.le)
    journals = [*_journaux(acts, now)]
    asked = _demande(options, journals, now)
    patience = options.attendre if asked.deploiement else _REVOIR / options.hate
    visitor = Visiteur(asked.site, Rythme().presse(options.hate), patience)
    found = dresser(visitor, journals, asked)
    for told in (*found.alertes, *found.notes):
        print(told, file=sys.stderr)
    _inscrire(acts, found, options)
    return alerter(options.alarme, found.code, "\n".join(found.alertes or found.notes))


def _journaux(acts: Path, maintenant: datetime) -> Iterator[Journal]:
    """The journals of the tree, each of which can go on.

    Raises:
        Refus: one of them cannot be told whose it is, or is at fault.
    """
    authorities = visiter(acts).collectivites
    known = {authority.cle for authority in authorities}
    for path in sorted(acts.glob(f"*/{JOURNAL}")):
        if path.parent.name not in known:
            raise Refus(_ILLISIBLE.format(path.parent))
    for authority in authorities:
        path = acts / authority.cle / JOURNAL
        chain = journal_sain(path, maintenant)
        if chain.lignes:
            yield Journal(authority, path, chain)
        else:
            print(f"{authority.nom} ne tient pas de journal : rien n'en est regardé.")


def _demande(options: argparse.Namespace, journaux: list[Journal], maintenant: datetime) -> Demande:
    """What is asked, once it holds together.

    Raises:
        Refus: the options cannot be followed.
    """
    least = 3 + len(journaux)
    if not journaux:
        raise (Rien if options.veille else Refus)(_SANS_JOURNAL)
    if options.limite < least:
        raise Refus(f"« --limite {options.limite} » ne suffit pas : il en faut {least} au moins.")
    if options.attendre < 0 or options.hate <= 0:
        raise Refus("« --attendre » est un nombre de secondes.")
    site, last = _site(options.url or adresse_site(RACINE)), dernier_constat(journaux)
    if options.empreintes:
        content = options.empreintes.read_bytes()
        lire_sommes(content)
        return Demande(site, sceau(content), True, maintenant, options.limite)  # noqa: FBT003 (its field says it)
    if last is None:
        raise (Rien if options.veille else Refus)(_PREMIER)
    if last.site != site:
        raise Refus(_AILLEURS.format(last.site))
    return Demande(site, last.empreinte, False, maintenant, options.limite)  # noqa: FBT003


def _site(url: str) -> str:
    """The address of a site, with a slash at the end.

    Raises:
        Refus: it is not one.
    """
    try:
        parts = urlsplit(url)
        right = parts.scheme in {"http", "https"} and parts.hostname and (parts.port or 1)
    except ValueError:
        right = False
    if not right or parts.query or parts.fragment or "@" in parts.netloc or not url.isascii() or " " in url:
        raise Refus(_ADRESSE.format(url))
    return url.rstrip("/") + "/"


def _inscrire(acts: Path, found: Bilan, options: argparse.Namespace) -> None:
    """Add a line to each journal, once all of them were read again; with « --essai », say it alone.

    Raises:
        Refus: a journal is not the one that was looked at, made longer or not.
    """
    with seul(acts):
        now = moment(options.le)
        again = [(journal, said, _relu(journal, now)) for journal, said in found.lignes]
        for journal, said, chain in again:
            lines = [*enchainer(chain.lignes, instant(now), [_apres(said, chain)])]
            if not options.essai:
                allonger(journal.chemin, chain, lines)
            _dire(journal, lines, essai=options.essai)


def _relu(journal: Journal, maintenant: datetime) -> Chaine:
    """A journal as it is now: another program may have made it longer during the look."""
    chain, before = journal_sain(journal.chemin, maintenant), journal.chaine.lignes
    if chain.lignes[: len(before)] != before:
        raise Refus(_CHANGE.format(journal.chemin))
    return chain


def _apres(said: Suivante, chain: Chaine) -> Suivante:
    """What is to be recorded after what another look may have recorded meanwhile: what was seen stays seen."""
    kind, values = said
    if kind is not Constat:
        return said
    return kind, {**values, "jusqu_a": max(values["jusqu_a"], chain.vu_jusqu_a)}


def _dire(journal: Journal, lines: Iterable[Ligne], *, essai: bool) -> None:
    """One sentence for the line of each authority."""
    for line in lines:
        told = f"({journal.collectivite.nom}, {'serait la ligne' if essai else 'ligne'} {line.rang} du journal)"
        if isinstance(line, Constat):
            print(f"Vu en ligne : {compte(line.pages, 'page')}, {compte(line.fichiers, 'fichier')}. {told}")
        elif isinstance(line, Interruption):
            what = compte(line.nombre, "adresse") if line.nombre else "tout le site"
            print(f"Pas vu en ligne : {what}. {told}")


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = Options(
        prog="./scripts/constater",
        description="Regarde le site en ligne et inscrit au journal ce qui en est vu.",
        epilog=_AIDE,
    )
    group = parser.arguments
    group.add_argument("url", nargs="?", metavar="ADRESSE", help="l'adresse du site (SITE_URL, sinon mkdocs.yml)")
    group.add_argument("--actes", type=Path, default=RACINE / "acts", metavar="DOSSIER", help="le dossier des actes")
    group.add_argument("--empreintes", type=Path, metavar="FICHIER", help=f"le {SOMMES} du site mis en ligne")
    group.add_argument("--attendre", type=int, default=300, metavar="SECONDES", help="combien l'attendre (300)")
    group.add_argument("--limite", type=int, default=1000, metavar="N", help="adresses lues au plus (1000)")
    group.add_argument("--alarme", type=Path, metavar="FICHIER", help="y écrit l'alerte et finit sans erreur")
    group.add_argument("--veille", action="store_true", help="avant une mise en ligne : rien à faire la première fois")
    group.add_argument("--essai", action="store_true", help="n'écrit rien, dit ce qui serait inscrit")
    group.add_argument("--le", default="", help=CACHEE)
    group.add_argument("--hate", type=float, default=1, help=CACHEE)
    return parser.lire(arguments)


if __name__ == "__main__":
    sys.exit(main())
