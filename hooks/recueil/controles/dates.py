"""Rules on the order of dates: what must come after what."""

from collections.abc import Iterator

from ..acte import Acte
from ..ecriture import jour
from .regle import Constat, regle


@regle("DATE-01", "CGCT L2131-1", derogeable=True)
def publication_apres_adoption(acte: Acte) -> Iterator[Constat]:
    """Un acte n'est ni publié ni affiché avant d'avoir été adopté.

    Exemple : un acte adopté le 11 février et publié le 10.
    Correction : corrigez « publie_le », « affiche_le » ou « date ».
    """
    if acte.date is None or acte.type.contractuel:  # a contract may be signed after it was approved and sent
        return
    for key, verb, day in (("publie_le", "publié", acte.publie_le), ("affiche_le", "affiché", acte.affiche_le)):
        if day and day < acte.date:
            yield (key,), f"l'acte serait {verb} le {jour(day)}, avant son adoption le {jour(acte.date)}"


@regle("DATE-02", "CGCT L2131-1", derogeable=True)
def envoi_apres_adoption(acte: Acte) -> Iterator[Constat]:
    """Un acte n'est pas envoyé en préfecture avant d'avoir été adopté.

    Exemple : un acte signé le 11 février et envoyé le 10.
    Correction : corrigez « envoye_le » ou « date ».
    """
    control = acte.controle_legalite
    if control and control.envoye_le and acte.date and not acte.type.contractuel and control.envoye_le < acte.date:
        yield (
            ("controle_legalite", "envoye_le"),
            f"l'acte serait envoyé le {jour(control.envoye_le)}, avant son adoption le {jour(acte.date)}",
        )


@regle("DATE-03", "CGCT L2131-1", derogeable=True)
def reception_apres_envoi(acte: Acte) -> Iterator[Constat]:
    """La préfecture ne reçoit pas un acte avant son envoi, ni avant son adoption.

    Exemple : un envoi le 16 février et une réception le 15.
    Correction : corrigez « recu_le » ou « envoye_le » d'après l'accusé de réception.
    """
    control = acte.controle_legalite
    adopted = None if acte.type.contractuel else acte.date
    before = (control.envoye_le or adopted) if control else None
    if control and control.recu_le and before and control.recu_le < before:
        yield (
            ("controle_legalite", "recu_le"),
            f"la préfecture aurait reçu l'acte le {jour(control.recu_le)}, avant le {jour(before)}",
        )


@regle("DATE-04", "CGCT L2121-10", derogeable=True)
def convocation_avant_seance(acte: Acte) -> Iterator[Constat]:
    """La convocation est envoyée avant la séance.

    Exemple : une convocation du 20 janvier pour une séance du 15.
    Correction : corrigez « convocation » dans « seance.yml ».
    """
    seance = acte.seance
    if seance and seance.convocation and seance.convocation > seance.date:
        yield (
            ("convocation",),
            f"la convocation du {jour(seance.convocation)} suit la séance du {jour(seance.date)}",
        )


@regle("DATE-05", derogeable=True)
def adoption_le_jour_de_la_seance(acte: Acte) -> Iterator[Constat]:
    """Une délibération porte la date de sa séance.

    Exemple : une délibération datée du 12 février dans la séance du 11.
    Correction : corrigez « date », ou supprimez-la : elle vient de la séance.
    """
    if acte.seance and acte.date and acte.date != acte.seance.date and acte.type == "deliberation":
        yield (
            ("date",),
            f"la délibération est datée du {jour(acte.date)} et sa séance s'est tenue le {jour(acte.seance.date)}",
        )
