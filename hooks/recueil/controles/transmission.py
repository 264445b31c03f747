"""Rules on the transmission to the préfet: due or not, in time, under a matière that the act may have."""

from collections.abc import Iterator

from ..acte import Acte
from ..anomalie import Severite
from ..droit.transmission import DISPENSES, decide, devoir
from ..ecriture import jour
from ..matieres import MATIERES, matiere_nationale
from ..nomenclature import Nature, TypeActe, TypeCollectivite
from .regle import Constat, regle

QUINZE_JOURS = 15
"""Days after its signature within which an individual act is sent (CGCT L2131-2, II)."""

_COMMUNES_ET_GROUPEMENTS = frozenset(TypeCollectivite) - {TypeCollectivite.DEPARTEMENT, TypeCollectivite.REGION}

_RESERVEES = {
    "6.2": {TypeCollectivite.DEPARTEMENT},
    "6.3": {TypeCollectivite.REGION},
    "9.1": _COMMUNES_ET_GROUPEMENTS,
    "9.2": {TypeCollectivite.DEPARTEMENT},
    "9.3": {TypeCollectivite.REGION},
}
"""Matières that only some kinds of authority can have."""

_ASSEMBLEE = {"5.1": "élection de l'exécutif", "9.4": "vœu ou motion"}
"""Matières that an assembly alone decides: a délibération, never an arrêté or a décision."""

_POLICE = {
    "circulation_stationnement": {"6.1", "6.4", "8.3"},
    "debit_temporaire": {"6.1", "6.4"},
}
"""The matières under which the arrêtés of an exception are filed."""

_EXECUTIF = {"6.1": "police municipale", "5.5": "délégation de signature"}
"""Matières of the maire or the president alone: an arrêté, never a délibération (CGCT L2212-2, L2122-19)."""


@regle("TRANS-01", "CGCT L2131-2", severite=Severite.AVERTISSEMENT, derogeable=True)
def transmis_si_la_loi_le_demande(acte: Acte) -> Iterator[Constat]:
    """Un acte soumis à la transmission dit quand la préfecture l'a reçu : avant, il n'est pas exécutoire.

    Exemple : une délibération publiée sans « recu_le ».
    Correction : ajoutez « recu_le » d'après l'accusé de réception ; si la loi n'impose pas de la transmettre, écrivez
        « transmissible: non » et « motif » dans « controle_legalite ».
    """
    control = acte.controle_legalite
    if not decide(acte) or devoir(acte).du is not True or (control and control.recu_le):
        return
    place = ("controle_legalite",) if control else ("type",)
    yield (
        place,
        (
            "la date de réception en préfecture manque : ajoutez « recu_le » dans « controle_legalite », "
            "ou « transmissible: non » et son « motif »"
        ),
    )


@regle("TRANS-02", "CGCT L2131-2, II", severite=Severite.AVERTISSEMENT, derogeable=True)
def acte_individuel_transmis_en_quinze_jours(acte: Acte) -> Iterator[Constat]:
    """Une décision individuelle est transmise dans les quinze jours de sa signature.

    Exemple : un permis signé le 1er juin et envoyé le 20.
    Correction : vérifiez « date » et « envoye_le » ; le retard ne se corrige pas, dites-le dans « derogations ».
    """
    control = acte.controle_legalite
    sent = (control.envoye_le or control.recu_le) if control else None
    if not acte.individuel or sent is None or acte.date is None:
        return
    days = (sent - acte.date).days
    if days > QUINZE_JOURS:
        key = "envoye_le" if control and control.envoye_le else "recu_le"
        yield (
            ("controle_legalite", key),
            (
                f"décision individuelle transmise {days} jours après sa signature du {jour(acte.date)} : "
                f"le délai est de {QUINZE_JOURS} jours"
            ),
        )


@regle("TRANS-03", "CGCT L2131-2 et L2131-3", severite=Severite.AVERTISSEMENT, derogeable=True)
def dispense_motivee(acte: Acte) -> Iterator[Constat]:
    """Un acte qui n'est pas soumis à la transmission dit pourquoi.

    Exemple : « transmissible: non » sans « motif ».
    Correction : ajoutez « motif », avec l'un des mots du guide (« cdg_mission_facultative »…) ou votre raison.
    """
    control = acte.controle_legalite
    if control and control.transmissible is False and control.motif is None:
        yield (
            ("controle_legalite", "transmissible"),
            "l'acte n'est pas soumis à la transmission : dites-en le « motif »",
        )


@regle("TRANS-04", "CGCT L2131-2, I", severite=Severite.AVERTISSEMENT, derogeable=True)
def dispense_de_cette_sorte(acte: Acte) -> Iterator[Constat]:
    """La raison de ne pas transmettre un acte est de celles que la loi donne pour les actes de sa sorte.

    Exemple : « motif: circulation_stationnement » pour une délibération, ou pour un arrêté de délégation (matière 5.4).
    Correction : vérifiez « motif » ; si l'acte est de ceux que la loi soumet à la transmission, envoyez-le et écrivez
        « recu_le ».
    """
    control = acte.controle_legalite
    if control is None or control.transmissible is not False or control.motif is None:
        return
    place = ("controle_legalite", "motif")
    if control.motif not in DISPENSES:
        if acte.type in {TypeActe.DELIBERATION, TypeActe.DECISION}:
            told = "la loi soumet les délibérations et les décisions à la transmission, sauf ses propres exceptions"
            yield place, f"« {control.motif} » : {told} ; écrivez l'un des mots du guide, ou transmettez l'acte"
    elif acte.type not in DISPENSES[control.motif]:
        kind = acte.type.libelle.lower()
        yield place, f"« {control.motif} » ne dispense pas de transmettre un acte du type « {kind} »"
    elif control.motif in _POLICE and acte.matiere and matiere_nationale(acte.matiere) not in _POLICE[control.motif]:
        yield place, f"« {control.motif} » ne convient pas à la matière {acte.matiere} : vérifiez l'un et l'autre"


@regle("MAT-02", "arrêté du 26 octobre 2005", severite=Severite.AVERTISSEMENT, derogeable=True)
def matiere_plausible(acte: Acte) -> Iterator[Constat]:
    """La matière convient à la collectivité, à la sorte d'acte et à la nature cochée.

    Exemple : la matière 9.2, compétences des départements, pour une commune ; 6.1, police, pour une délibération.
    Correction : relisez la matière dans l'accusé de réception et corrigez « matiere ».
    """
    if acte.matiere is None:
        return
    code = matiere_nationale(acte.matiere)
    if reason := _contraire(acte, code):
        yield ("matiere",), f"la matière {acte.matiere} ({MATIERES[code].lower()}) étonne : {reason}"


def _contraire(acte: Acte, code: str) -> str:
    """What a matière goes against, or nothing."""
    control = acte.controle_legalite
    kind = acte.type.libelle.lower()
    if code in _RESERVEES and acte.collectivite.type not in _RESERVEES[code]:
        return f"elle n'est pas d'une collectivité de la sorte « {acte.collectivite.type.libelle.lower()} »"
    if code in _ASSEMBLEE and acte.type in {TypeActe.ARRETE, TypeActe.DECISION}:
        return f"seule l'assemblée la traite ({_ASSEMBLEE[code]}), et l'acte est du type « {kind} »"
    if code in _EXECUTIF and acte.type is TypeActe.DELIBERATION:
        return f"elle relève d'un arrêté ({_EXECUTIF[code]}), et l'acte est une délibération"
    if control and control.nature_cochee is Nature.BF and not code.startswith("7."):
        return "la nature cochée est BF, documents budgétaires et financiers, dont les matières commencent par 7"
    return ""
