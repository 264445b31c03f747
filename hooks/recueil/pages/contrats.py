"""The life of a convention, as its page tells it: approved, signed, begun, renewed, ended, and amended."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..champs import INCONNU
from ..convention import Convention
from ..droit.calcul import Etape as EtapeCalcul
from ..droit.durees import UN_JOUR, connue
from ..droit.evenements import FINS, EtatActe
from ..droit.executoire import execution
from ..droit.terme import TERMINEES, Mode, Periode, Situation
from ..ecriture import compte, jour
from ..nomenclature import Liste, Reconduction, TypeActe
from ..publies import Fiche
from ..registre import Registre
from ..vies import Contrat

_LIBELLES = {
    "fin": "Dernier jour",
    "terme": "Terme",
    "duree": "Durée",
    "reconduction": "Renouvellement",
    "nombre_reconductions": "Nombre de reconductions",
    "duree_reconduction": "Durée d'une reconduction",
    "preavis": "Préavis",
    "montant": "Montant",
    "juridiction": "Tribunal désigné",
}


@dataclass(frozen=True, slots=True)
class Jalon:
    """A moment of a convention; without a day, what is known of it is said in words."""

    libelle: str
    jour: date | None
    precision: str = ""
    fiche: Fiche | None = None


@dataclass(frozen=True, slots=True)
class Modification:
    """A condition that an amendment changed."""

    libelle: str
    avant: str
    apres: str
    avenant: Fiche | None
    depuis: date | None


@dataclass(frozen=True, slots=True)
class VueContrat:
    """What is computed of a convention."""

    actuel: Convention
    """With the conditions of its amendments."""
    phrase: str
    jalons: tuple[Jalon, ...]
    periodes: tuple[Periode, ...]
    renouvellement: str
    modifications: tuple[Modification, ...]
    etapes: tuple[EtapeCalcul, ...]
    """How the last day was found."""


def contrat(fiche: Fiche, registre: Registre) -> VueContrat | None:
    """The life of a convention; None for an amendment, a model, or an act that says nothing of its time."""
    acte = fiche.acte
    if not isinstance(acte, Convention) or acte.type is not TypeActe.CONVENTION:
        return None
    if not acte.publicite or not acte.a_des_conditions:
        return None
    known, seen = registre.vies.contrat(acte), registre.vies.vues_le or acte.publicite
    situation = known.terme.situation(seen)
    return VueContrat(
        actuel=known.actuel,
        phrase=phrase(known, seen, registre.vies.etat(acte)),
        jalons=_ordonner(_jalons(known, registre)),
        periodes=known.terme.periodes,
        renouvellement="" if situation is Situation.RENOUVELEE else _renouvellement(known),
        modifications=tuple(_modifications(known, registre)),
        etapes=known.terme.fin.etapes,
    )


_DOUTE = {
    True: ", si toutes les parties l'ont signée, ce que le registre ne sait pas",
    False: ", et le registre ne sait pas si toutes les parties l'ont signée",
}
"""What is added when a signature is not known, by whether the last day is."""


def phrase(known: Contrat, seen: date, etat: EtatActe | None) -> str:
    """Where the convention stands, in sentences that name the day from which it is seen."""
    sure = known.terme.situation(seen) in TERMINEES or known.signee
    doubt = "" if sure else _DOUTE[known.terme.fin.valeur is not None]
    return f"Au {jour(seen)}, jour de la dernière nouvelle de ce registre : {_ou(known, seen, etat)}{doubt}."


def _ou(known: Contrat, seen: date, etat: EtatActe | None) -> str:
    """Where it stands: what a court or an act did to it first, then its dates."""
    term, where = known.terme, known.terme.situation(seen)
    end = term.prochaine_fin(seen)
    if etat in FINS and etat is not EtatActe.EXPIRE:
        return "elle est privée d'effet, comme il est dit en tête de page"
    if where is Situation.A_VENIR and term.debut:
        return f"elle commencera le {jour(term.debut)}"
    if where is Situation.EN_COURS and end:
        return f"en cours, jusqu'au {jour(end)}{_suite(known, seen)}"
    if end and where is Situation.RENOUVELEE:
        since = jour(end + UN_JOUR)
        unknown = "pour une durée que le document ne dit pas (code civil 1214 et 1215)"
        return f"elle s'est renouvelée seule le {since}, {unknown}"
    if end:
        early = ", par résiliation" if where is Situation.RESILIEE else ""
        return f"elle a pris fin le {jour(end)}{early}"
    notice = f" avec un préavis de {known.actuel.preavis}" if connue(known.actuel.preavis) else ""
    endless = f"sans terme : chaque partie peut y mettre fin{notice} (code civil 1211)"
    return endless if where is Situation.SANS_TERME else "son terme n'est pas connu"


def _suite(known: Contrat, seen: date) -> str:
    """What may follow the running period."""
    acte = known.actuel
    if acte.resiliee_le:
        return ", par résiliation"
    if acte.denoncee_le:
        return f" : une partie l'a dénoncée le {jour(acte.denoncee_le)}, elle ne se renouvelle plus"
    running = known.terme.periode(seen)
    if running and running.preavis:
        return f" ; elle se renouvelle alors seule, sauf dénonciation au plus tard le {jour(running.preavis)}"
    after = [p for p in known.terme.periodes if running and p.rang > running.rang and p.mode is not Mode.DECIDEE]
    if after:
        return ", puis elle se renouvelle seule" if after[0].certaine else ", sauf nouvelle reconduction décidée avant"
    return ""


def _ordonner(jalons: Iterable[Jalon]) -> tuple[Jalon, ...]:
    """In the order of time; a moment without a day stays after the one that it followed."""
    last, dated = date.min, []
    for jalon in jalons:
        last = jalon.jour or last
        dated.append((last, jalon))
    return tuple(jalon for _, jalon in sorted(dated, key=lambda pair: pair[0]))


def _jalons(known: Contrat, registre: Registre) -> Iterator[Jalon]:
    acte = known.acte
    approval = registre.fiche(known.approbation)
    if approval:
        state = registre.vies.etat(approval.acte)
        lost = f" ({state.libelle.lower()})" if state in FINS and state is not EtatActe.EXPIRE else ""
        yield Jalon("Approuvée", approval.acte.date, f"{approval.acte.intitule}{lost}", approval)
    yield from (_signature(party.nom_court, party.signe_le) for party in acte.parties)
    since = execution(acte).le.valeur
    yield Jalon("Exécutoire", since, "" if since else "jour inconnu")
    yield _dit("Début", acte.debut)
    for change in known.avenants:
        page = registre.fiche(change)
        yield Jalon("Avenant", change.date or change.publicite, change.intitule, page)
    for decided in known.reconductions:
        yield Jalon("Reconduction décidée", decided.date, decided.intitule, registre.fiche(decided))
    yield from _fins(known)


def _fins(known: Contrat) -> Iterator[Jalon]:
    acte, term = known.actuel, known.terme
    if acte.denoncee_le:
        yield Jalon("Dénoncée", acte.denoncee_le)
    if acte.resiliee_le:
        yield Jalon("Résiliée", acte.resiliee_le, "dernier jour")
        return
    if not term.periodes:
        yield Jalon("Fin", None, f"« {acte.terme} »" if acte.terme else "inconnue")
    for period in term.periodes:
        label = "Fin" if period.rang == 0 else f"Fin de la reconduction {period.rang}"
        yield Jalon(label, period.fin, "" if period.certaine else "si elle est décidée")


def _signature(nom: str, day: date | str | None) -> Jalon:
    known = day if isinstance(day, date) else None
    return Jalon(f"Signature : {nom}", known, "" if known else _manque(day))


def _dit(label: str, day: date | str | None) -> Jalon:
    known = day if isinstance(day, date) else None
    return Jalon(label, known, "" if known else _manque(day))


def _manque(day: object) -> str:
    return "laissé en blanc dans le document" if day == INCONNU else "jour inconnu"


def _renouvellement(known: Contrat) -> str:
    """The rule of renewal, how many are left, and who decides."""
    acte, left = known.actuel, known.terme.restantes
    if acte.denoncee_le or acte.resiliee_le:
        return ""
    if acte.reconduction is Reconduction.EXPRESSE:
        rest = f" Il en reste {left} à décider." if left is not None else ""
        return f"Chaque reconduction doit être décidée par les parties, avant la fin de la période.{rest}"
    if acte.reconduction is not Reconduction.TACITE:
        return ""
    if known.terme.suite_inconnue:
        return "Elle se renouvelle seule, mais la durée de la reconduction n'est pas connue (code civil 1214 et 1215)."
    limit = (
        "sans limite de nombre"
        if known.terme.sans_limite
        else f"{compte(acte.nombre_reconductions or 0, 'fois', 'fois')} au plus"
    )
    return f"Elle se renouvelle seule à chaque terme, {limit}, si personne ne la dénonce (code civil 1215)."


def _modifications(known: Contrat, registre: Registre) -> Iterator[Modification]:
    for change in known.changements:
        before, after = _lisible(change.avant), _lisible(change.apres)
        yield Modification(_LIBELLES[change.champ], before, after, registre.fiche(change.avenant), change.depuis)


def _lisible(value: object) -> str:
    """A condition as it is read: a day in French, the label of a list."""
    if value is None:
        return "non précisé"
    if isinstance(value, date):
        return jour(value)
    return value.libelle.lower() if isinstance(value, Liste) else str(value)
