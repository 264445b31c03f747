"""Until when an act can be contested, by whom and how: the court, the authority itself, the préfet."""

from dataclasses import dataclass
from datetime import date

from ..acte import Acte
from ..convention import Convention
from ..ecriture import jour, jour_semaine
from ..matieres import matiere_nationale
from ..nomenclature import Territoire, TypeActe
from .calcul import Calcul, Etape
from .contrat import conclusion
from .delais import Delai, deux_mois_francs, mois_francs
from .publicite import publicite
from .textes import TEXTES
from .transmission import au_nom_de_l_etat

_URBANISME_DEPUIS = date(2025, 11, 28)
"""Decisions from this day on: loi n° 2025-1129 of 26 November 2025, code de l'urbanisme L600-12-2."""

_REPORT = "CE, 19 septembre 2014, n° 362568"


@dataclass(frozen=True, slots=True)
class Recours:
    """The ways to contest an act, each with its last day or the reason why it cannot be told."""

    contentieux: Calcul[Delai]
    """Before the administrative court (CJA R421-1)."""
    gracieux: Calcul[date]
    """Before the authority itself, so that the time for the court starts again (CRPA L411-2)."""
    defere: Calcul[Delai]
    """By the préfet, from the day he received the act (CGCT L2131-6)."""
    urbanisme: bool
    """Whether the special rules of planning permissions apply (code de l'urbanisme L600-12-2)."""


def recours(acte: Acte) -> Recours:
    """The time limits of an act; a date that is not known gives none."""
    urbanisme = autorisation_d_urbanisme(acte)
    court = contentieux(acte)
    return Recours(court, _gracieux(acte, court, urbanisme=urbanisme), defere(acte), urbanisme)


def autorisation_d_urbanisme(acte: Acte) -> bool:
    """Whether the act is a permission to build or to use land, decided under L600-12-2."""
    on = acte.date or acte.publicite
    subject = matiere_nationale(acte.matiere) if acte.matiere else ""
    return acte.type is TypeActe.ARRETE and subject == "2.2" and on is not None and on >= _URBANISME_DEPUIS


def contentieux(acte: Acte) -> Calcul[Delai]:
    """Two clear months from the publicity of the act; in an emergency, from its going online and not its posting."""
    public = publicite(acte)
    if isinstance(acte, Convention):
        return _contrat(acte, public)
    if public.valeur is None:
        return Calcul(None, public.etapes)
    limit = deux_mois_francs(public.valeur, acte.collectivite.jours_feries)
    return Calcul(limit, (*public.etapes, *_etapes(limit, "CJA R421-1", "de deux mois")))


def _contrat(acte: Convention, public: Calcul[date]) -> Calcul[Delai]:
    """A contract is contested from the publicity of its signature: without the day of it, nothing is computed."""
    signed = conclusion(acte)
    if public.valeur is None or signed.valeur is None:
        return Calcul(None, (*public.etapes, *signed.etapes))
    limit = deux_mois_francs(max(public.valeur, signed.valeur), acte.collectivite.jours_feries)
    return Calcul(limit, (*public.etapes, *signed.etapes, *_etapes(limit, "CJA R421-1", "de deux mois")))


def _etapes(limit: Delai, article: str, length: str) -> tuple[Etape, ...]:
    """How a limit is counted, in the order in which one counts it."""
    steps = [
        Etape(f"Le délai est {length}. Ni le jour de départ, ni le jour de l'échéance ne comptent.", article),
        Etape(f"Compté du {jour(limit.depart)}, son dernier jour serait le {jour_semaine(limit.terme)}.", article),
    ]
    if limit.jusqu_au != limit.terme:
        closed = "Un samedi, un dimanche ou un jour férié le reporte au premier jour ouvrable"
        steps.append(Etape(f"{closed} : le {jour_semaine(limit.jusqu_au)}.", _REPORT))
    if limit.definitif_apres != limit.jusqu_au:
        other = f"En fin de mois, une autre façon de compter mène au {jour_semaine(limit.definitif_apres)}"
        steps.append(Etape(f"{other} : la date la plus proche est la plus sûre.", article))
    return tuple(steps)


def distance(territoire: Territoire) -> str:
    """Who has more time because they live far from the court (CJA R421-7)."""
    if territoire in {Territoire.METROPOLE, Territoire.ALSACE_MOSELLE}:
        return "un mois de plus pour qui demeure outre-mer, deux mois de plus pour qui demeure à l'étranger"
    return "un mois de plus pour qui ne demeure pas dans ce territoire, deux mois de plus pour qui demeure à l'étranger"


def _gracieux(acte: Acte, court: Calcul[Delai], *, urbanisme: bool) -> Calcul[date]:
    if court.valeur is None:
        return Calcul(None, court.etapes)
    if not urbanisme:
        said = "Le recours gracieux se forme dans le même délai ; il l'interrompt."
        return Calcul(court.valeur.jusqu_au, (*court.etapes, Etape(said, "CRPA L411-2")))
    limit = mois_francs(court.valeur.depart, 1, acte.collectivite.jours_feries)
    article = "code de l'urbanisme L600-12-2"
    said = "Contre une autorisation d'urbanisme, il se forme dans le mois et n'interrompt rien."
    return Calcul(limit.jusqu_au, (Etape(said, article), *_etapes(limit, article, "d'un mois")))


def _signee(acte: Convention, jour_voulu: date) -> bool:
    signed = conclusion(acte).valeur
    return signed is not None and signed <= jour_voulu


def defere(acte: Acte) -> Calcul[Delai]:
    """Two clear months from the day the préfet received the act, which a contract is once signed; else nothing."""
    article = TEXTES[acte.collectivite.type].defere
    if au_nom_de_l_etat(acte):
        article = TEXTES[acte.collectivite.type].etat
        return Calcul(None, (Etape("L'acte est pris au nom de l'État : le préfet peut le changer lui-même.", article),))
    received = acte.controle_legalite.recu_le if acte.controle_legalite else None
    if received is None:
        return Calcul(None, (Etape("La date de réception en préfecture n'est pas indiquée.", article),))
    if isinstance(acte, Convention) and not _signee(acte, received):
        told = f"La préfecture a reçu le document le {jour(received)}, sans toutes ses signatures à ce que l'on sait."
        return Calcul(None, (Etape(f"{told} Ce n'est qu'un projet : aucun délai n'en est compté.", article),))
    limit = deux_mois_francs(received, acte.collectivite.jours_feries)
    start = Etape(f"La préfecture a reçu l'acte le {jour(received)}.", article)
    return Calcul(limit, (start, *_etapes(limit, article, "de deux mois")))
