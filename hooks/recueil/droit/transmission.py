"""Whether the law asks for an act to be sent to the préfet (CGCT L2131-2 and its twins)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..acte import Acte
from ..matieres import matiere_nationale
from ..nomenclature import Nature, Resultat, TypeActe
from .textes import TEXTES, Textes


@dataclass(frozen=True, slots=True)
class Devoir:
    """Whether an act is to be sent; ``du`` is None when what is known of it does not say."""

    du: bool | None
    motif: str
    article: str


MOTIFS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "cdg_mission_facultative": ("mission facultative confiée à un centre de gestion", "CGCT L2131-2, I, 1° b"),
        "affiliation_cdg": ("affiliation ou désaffiliation à un centre de gestion", "CGCT L2131-2, I, 1° b"),
        "taux_promotion": ("taux de promotion pour l'avancement de grade", "CGCT L2131-2, I, 1° b"),
        "voirie": ("tarifs de voirie et de stationnement, classement ou alignement de voies", "CGCT L2131-2, I, 1° a"),
        "circulation_stationnement": ("police de la circulation et du stationnement", "CGCT L2131-2, I, 2°"),
        "debit_temporaire": ("débit de boissons temporaire d'une association", "CGCT L2131-2, I, 2°"),
        "marche_sous_seuil": ("marché d'un montant inférieur au seuil de transmission", "CGCT L2131-2, I, 4°"),
        "besoin_temporaire": ("recrutement pour un besoin temporaire ou saisonnier", "CGCT L2131-2, I, 5°"),
        "contrat_hors_liste": ("contrat qui n'est pas de ceux que la loi énumère", "CGCT L2131-2, I, 4°"),
    }
)
"""Word of ``motif`` → its label and article: the acts that the list leaves out. Any other reason is shown as typed."""

_LISTE = "CGCT L2131-2"

_DECIDES = frozenset({TypeActe.DELIBERATION, TypeActe.DECISION})
_CONTRATS = frozenset(kind for kind in TypeActe if kind.contractuel)

DISPENSES: Mapping[str, frozenset[TypeActe]] = MappingProxyType(
    {
        "cdg_mission_facultative": _DECIDES | _CONTRATS,
        "affiliation_cdg": _DECIDES,
        "taux_promotion": _DECIDES,
        "voirie": _DECIDES,
        "circulation_stationnement": frozenset({TypeActe.ARRETE}),
        "debit_temporaire": frozenset({TypeActe.ARRETE}),
        "marche_sous_seuil": _CONTRATS | {TypeActe.AUTRE},
        "besoin_temporaire": _CONTRATS | {TypeActe.ARRETE, TypeActe.AUTRE},
        "contrat_hors_liste": _CONTRATS | {TypeActe.AUTRE},
    }
)
"""Word of ``motif`` → the kinds of act that the exception is for (L2131-2, I, 1° to 5°)."""

_SANS_EFFET_PROPRE = {TypeActe.PROCES_VERBAL, TypeActe.LISTE_DELIBERATIONS, TypeActe.MODELE_CONVENTION}
"""Documents that decide nothing by themselves: they have no executory character."""

_CONTRATS_TRANSMIS = {"1.2": "délégation de service public", "7.3": "emprunt"}
"""Matières of the contracts that are always sent (L2131-2, I, 4°)."""


def decide(acte: Acte) -> bool:
    """Whether the document is an act that can be executory and be contested, not a report, a list or a model.

    A proposal put off is none: nothing has been decided yet. Neither is a document of another kind that nobody has
    sent, notified, or said to be sent: a note of presentation, a report.
    """
    put_off = acte.votes is not None and acte.votes.resultat is Resultat.AJOURNEE
    note = acte.type is TypeActe.AUTRE and acte.controle_legalite is None and acte.notifie_le is None
    return acte.type not in _SANS_EFFET_PROPRE and acte.publicite is not None and not put_off and not note


def devoir(acte: Acte) -> Devoir:
    """Whether an act is to be sent: what its file says, then what its kind, nature and matière say."""
    return _dit(acte) or _etat(acte) or _selon_le_type(acte)


def _dit(acte: Acte) -> Devoir | None:
    control, texts = acte.controle_legalite, TEXTES[acte.collectivite.type]
    if control is None or control.transmissible is None:
        return None
    if control.transmissible:
        return Devoir(du=True, motif=control.motif or "acte soumis à la transmission", article=texts.transmission)
    typed = f"selon la collectivité : {control.motif}" if control.motif else "motif non indiqué"
    label, article = MOTIFS.get(control.motif or "", (typed, ""))
    return Devoir(du=False, motif=label, article=_hors_liste(texts, article))


def _hors_liste(texts: Textes, article: str) -> str:
    """Where it is said that an act is not sent: to the paragraph for those whom the list of communes binds."""
    if not article:
        return texts.hors_liste
    return (
        article.replace(_LISTE, texts.transmission) if _LISTE.split()[1] in texts.transmission else texts.transmission
    )


def au_nom_de_l_etat(acte: Acte) -> bool:
    """Whether the act is taken in the name of the State: the préfet is then the superior (L2131-4)."""
    return acte.matiere is not None and matiere_nationale(acte.matiere) == "6.5"


def _etat(acte: Acte) -> Devoir | None:
    if not au_nom_de_l_etat(acte):
        return None
    return Devoir(
        du=None,
        motif="acte pris au nom de l'État, qui suit ses propres règles",
        article=TEXTES[acte.collectivite.type].etat,
    )


def _selon_le_type(acte: Acte) -> Devoir:
    article = TEXTES[acte.collectivite.type].transmission
    control = acte.controle_legalite
    subject = matiere_nationale(acte.matiere) if acte.matiere else ""
    if acte.type in {TypeActe.DELIBERATION, TypeActe.DECISION}:
        told = "la loi le demande pour les délibérations et les décisions prises par délégation, sauf exceptions"
        return Devoir(du=True, motif=told, article=article)
    if acte.type is TypeActe.ARRETE and subject == "2.2":
        return Devoir(du=True, motif="les autorisations d'urbanisme sont transmises", article=article)
    if acte.type is TypeActe.ARRETE and control and control.nature_cochee is Nature.AR:
        return Devoir(du=True, motif="les actes réglementaires sont transmis", article=article)
    if acte.type.contractuel and subject in _CONTRATS_TRANSMIS:
        return Devoir(du=True, motif=f"contrat transmis : {_CONTRATS_TRANSMIS[subject]}", article=article)
    return Devoir(
        du=None, motif="la sorte de cet acte ne suffit pas à dire s'il est soumis à la transmission", article=article
    )
