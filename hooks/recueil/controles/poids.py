"""Rules on weights: what the host of the site takes in all, and what Git takes in one file."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..acte import Acte
from ..anomalie import Anomalie, Severite
from ..collectivite import Collectivite
from ..ecriture import taille
from ..fiche import fiche
from ..journal.domicile import domicile
from ..journal.etat_scelle import Exposition
from ..journal.tenu import Journal
from .regle import Constat, regle

GITHUB_PAGES = 10**9
"""Bytes of a site on GitHub Pages (« GitHub Pages limits »)."""

_GIT = 100 * 1024**2
"""Bytes of a file that GitHub takes in a repository (« About large files on GitHub »)."""

_SEUIL = 0.8
_PAR_ACTE = 50_000
"""Bytes that the pages of an act take, its share of the lists included: 46 kB in a register of a thousand acts."""

SITE = fiche(
    "POIDS-01",
    """Le site reste sous le poids que son hébergeur accepte : 1 Go sur GitHub Pages, ou « poids_maximum ».

    Exemple : 820 Mo de PDF, pour un site qui ne peut pas dépasser 1 Go.
    Correction : dites dans « documents » où iront les PDF des prochains actes, ou le vrai poids dans « poids_maximum ».
    """,
    "CGCT L2131-1",
    Severite.AVERTISSEMENT,
)
"""Told from 80 % on, so that there is time: a site that is too heavy is not put online at all."""


@regle("POIDS-02", severite=Severite.AVERTISSEMENT)
def fichier_leger(acte: Acte) -> Iterator[Constat]:
    """Un fichier pèse moins de 100 Mo : GitHub n'en prend pas de plus lourd dans un dépôt.

    Exemple : un plan numérisé en couleurs de 140 Mo.
    Correction : enregistrez-le de nouveau dans une qualité moindre, ou coupez-le en plusieurs annexes.
    """
    for path in _servis(acte):
        if (weight := _poids(path)) > _GIT:
            told = f"« {path.name} » pèse {taille(weight)}, et GitHub ne prend pas de fichier de plus de 100 Mo"
            yield ("document",) if path.name == acte.document else (), told


def poids_du_site(
    collectivites: Sequence[Collectivite], expositions: Iterable[Exposition], journaux: Iterable[Journal]
) -> Iterator[Anomalie]:
    """Whether the whole site comes near what its host takes; told once, to the authority whose files weigh most.

    Args:
        collectivites: the authorities.
        expositions: their public acts of which all the files are there.
        journaux: their journals, which tell what lives elsewhere.
    """
    chains = {journal.collectivite.cle: journal.chaine for journal in journaux}
    weights, count = dict.fromkeys((one.cle for one in collectivites), 0), 0
    for one in expositions:
        count, authority = count + 1, one.fiche.collectivite.cle
        if not domicile(one.fiche.acte, chains.get(authority)):
            weights[authority] += sum(file.empreinte.taille for file in one.fiche.servis)
    files, pages = sum(weights.values()), count * _PAR_ACTE
    limit = min((one.poids_maximum for one in collectivites if one.poids_maximum), default=GITHUB_PAGES)
    if files + pages > _SEUIL * limit:
        heaviest = max(collectivites, key=lambda one: (weights[one.cle], one.cle))
        yield SITE.anomalie(heaviest.origine, ("poids_maximum",), _dit(heaviest, files, pages, limit))


def _dit(collectivite: Collectivite, files: int, pages: int, limit: int) -> str:
    told = (
        f"le site pèserait {taille(files + pages)} environ ({taille(files)} de fichiers, {taille(pages)} de pages), et "
        f"son hébergeur accepte {taille(limit)}"
    )
    if collectivite.documents or pages > files:
        return f"{told} : ce qui est en ligne y reste, prévoyez un hébergeur qui accepte davantage"
    return f"{told} : dites dans « documents » où iront les fichiers des prochains actes"


def _servis(acte: Acte) -> Iterator[Path]:
    """The files that the act names."""
    for name in (*(name for name, _ in acte.fichiers), *(old.fichier for old in acte.fichiers_remplaces)):
        if name:
            yield acte.dossier / name


def _poids(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
