"""Rules on the vote: its figures, its majority, and what the text says of it."""

from collections.abc import Iterator

from ..acte import Acte
from ..droit.assemblee import salle
from ..ecriture import compte
from .regle import Constat, regle


@regle("VOTE-02", "CGCT L2121-20", derogeable=True)
def somme_des_voix(acte: Acte) -> Iterator[Constat]:
    """Pour, contre, abstentions et membres qui n'ont pas pris part au vote font le nombre des votants.

    Exemple : 8 voix comptées pour 9 votants.
    Correction : recomptez ; si un membre est sorti, dites-le dans « departs » ou « deports », ou comptez-le
        dans « nppv ».
    """
    votes, seance = acte.votes, acte.seance
    if votes is None or not votes.compte or seance is None or not seance.presents:
        return
    room = salle(seance, acte.numero)
    aside = len(room.retires) if votes.nppv >= len(room.retires) else 0
    if votes.total not in {room.votants, room.votants + aside}:
        yield (
            ("votes",),
            (
                f"pour + contre + abstention + nppv font {votes.total}, pour {room.votants} votants "
                f"({compte(len(room.presents), 'présent')} et {compte(len(room.pouvoirs), 'pouvoir')}) : "
                "corrigez « votes », « presents » ou « pouvoirs »"
            ),
        )
