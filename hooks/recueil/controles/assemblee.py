"""Rules on the session and the vote: the figures agree."""

from collections.abc import Iterator

from ..acte import Acte
from ..ecriture import compte
from .regle import Constat, regle


@regle("VOTE-01", "CGCT L2121-17", derogeable=True)
def membres_en_exercice(acte: Acte) -> Iterator[Constat]:
    """Présents, représentés, excusés et absents ne sont pas plus nombreux que les membres en exercice.

    Exemple : 12 membres nommés pour 11 en exercice.
    Correction : corrigez la liste ou « membres_en_exercice ».
    """
    seance = acte.seance
    if seance is None or seance.membres_en_exercice is None:
        return
    named = seance.votants + len(seance.excuses) + len(seance.absents)
    if named > seance.membres_en_exercice:
        yield (
            ("membres_en_exercice",),
            (
                f"{named} membres sont nommés (présents, représentés, excusés, absents), "
                f"pour {seance.membres_en_exercice} en exercice : corrigez la liste ou « membres_en_exercice »"
            ),
        )


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
    if votes.total != seance.votants:
        yield (
            ("votes",),
            (
                f"pour + contre + abstention + nppv font {votes.total}, pour {seance.votants} votants "
                f"({compte(len(seance.presents), 'présent')} et {compte(len(seance.pouvoirs), 'pouvoir')}) : "
                "corrigez « votes », « presents » ou « pouvoirs »"
            ),
        )


@regle("VOTE-03", "CGCT L2121-20", derogeable=True)
def present_une_fois(acte: Acte) -> Iterator[Constat]:
    """Un membre est nommé une seule fois : présent, représenté, excusé ou absent.

    Exemple : un membre à la fois présent et excusé.
    Correction : gardez une seule ligne ; qui a donné pouvoir n'est ni excusé ni absent.
    """
    if (seance := acte.seance) is None:
        return
    seen: set[str] = set()
    named = {
        "presents": seance.presents,
        "pouvoirs": tuple(p.mandant for p in seance.pouvoirs),
        "excuses": seance.excuses,
        "absents": seance.absents,
    }
    for key, members in named.items():
        for index, member in enumerate(members):
            if member in seen:
                yield (key, index), f"« {member} » est nommé deux fois : gardez une seule ligne"
            seen.add(member)
