"""The certificate that an act is executory, which a mayor or a president may sign (CGCT L2131-1, I)."""

from datetime import date

from ..acte import Acte
from ..droit.etat import Etat, etat
from ..droit.executoire import Statut
from ..droit.textes import TEXTES
from ..droit.vie import Vie, vie
from ..ecriture import jour as en_lettres
from ..nomenclature import Resultat
from ..publies import Fiche
from ..seance import Votes
from .cadre import page
from .lettre import cadre, commun
from .pdf import pdf
from .refus import PasExecutoire

_REFUS = "Le certificat ne peut pas être établi"


def certificat_pdf(fiche: Fiche, *, jour: date, url: str, devenir: Vie | None = None) -> bytes:
    """The certificate that an act is executory, which a mayor may give under their responsibility (L2131-1, I).

    Args:
        fiche: a public act.
        jour: the day on which it is asked.
        url: the address of its page.
        devenir: what others and the courts did to it; without it, only what its own file says is known.

    Raises:
        PasExecutoire: the register does not show that the act is executory on that day; the text says why.
        PapierImpossible: see ``pdf``.
    """
    life = devenir or vie(fiche.acte, ())
    found = _executoire(fiche.acte, jour, life)
    html = page(
        "certificat",
        cadre("Certificat de caractère exécutoire", fiche),
        **commun(fiche, url),
        depuis=en_lettres(found.execution.le.valeur or jour),
        etapes=found.execution.le.etapes,
        suites=tuple(event.phrase for event in life.suites if event.le and event.le <= jour),
        article=_articles(TEXTES[fiche.collectivite.type].publicite),
    )
    return pdf(html, identifiant=f"certificat {fiche.adresse}", jour=jour)


def _executoire(acte: Acte, day: date, life: Vie) -> Etat:
    """What the law says of an act that is executory on a day; why it cannot be certified otherwise."""
    found = etat(acte)
    if found is None:
        raise PasExecutoire("Ce document ne décide rien par lui-même : il n'a pas de caractère exécutoire.")
    since, result = found.execution.le.valeur, acte.votes.resultat if acte.votes else None
    known = found.execution.statut in {Statut.EXECUTOIRE, Statut.NON_SOUMIS}
    if _rejete(acte.votes):
        raise PasExecutoire(f"{_REFUS} : les voix contre sont au moins aussi nombreuses que les voix pour.")
    if since is None or not known or result in {Resultat.REJETEE, Resultat.PRISE_ACTE}:
        raise PasExecutoire(f"{_REFUS}. {found.execution.phrase}")
    if since > day:
        raise PasExecutoire(f"{_REFUS} : l'acte sera exécutoire le {en_lettres(since)}.")
    state = life.etat(day)
    if not state.en_vigueur:
        raise PasExecutoire(f"{_REFUS} : l'acte est {state.libelle.lower()}.")
    return found


def _rejete(votes: Votes | None) -> bool:
    """Whether the figures say that the act was not adopted, when nothing else says that it was (CGCT L2121-20)."""
    if votes is None or votes.resultat or votes.voix_preponderante or not votes.compte:
        return False
    return (votes.contre or 0) >= (votes.pour or 0)


def _articles(textes: str) -> str:
    """« article L2131-1 » for « CGCT L2131-1 », with the articles that send to it."""
    named = textes.removeprefix("CGCT ")
    return f"{'articles' if ' et ' in named else 'article'} {named}"
