"""Rules on the session: who was called, who was there, who bore a proxy; the figures agree."""

from collections.abc import Iterator

from ..acte import Acte
from ..anomalie import Severite
from ..droit.assemblee import nommes, quorum, salle
from ..ecriture import compte
from ..noms import cle, parmi
from .regle import Constat, regle

_UNE_LIGNE = "gardez une seule ligne, ou distinguez deux homonymes par une mention entre parenthèses"
_GROUPES = ("presents", "pouvoirs", "excuses", "absents")


@regle("VOTE-01", "CGCT L2121-17", derogeable=True)
def membres_en_exercice(acte: Acte) -> Iterator[Constat]:
    """Présents, représentés, excusés et absents ne sont pas plus nombreux que les membres en exercice.

    Exemple : 12 membres nommés pour 11 en exercice.
    Correction : corrigez la liste ou « membres_en_exercice ».
    """
    seance = acte.seance
    if seance is None or seance.membres_en_exercice is None:
        return
    named = len(nommes(seance))
    if named > seance.membres_en_exercice:
        yield (
            ("membres_en_exercice",),
            (
                f"{named} membres sont nommés (présents, représentés, excusés, absents), "
                f"pour {seance.membres_en_exercice} en exercice : corrigez la liste ou « membres_en_exercice »"
            ),
        )


@regle("VOTE-03", "CGCT L2121-20", derogeable=True)
def present_une_fois(acte: Acte) -> Iterator[Constat]:
    """Un membre est nommé une seule fois : présent, représenté, excusé ou absent.

    Exemple : un membre à la fois présent et excusé.
    Correction : gardez une seule ligne ; qui a donné pouvoir n'est ni excusé ni absent ; qui arrive ou part en
        cours de séance est dans « arrivees » ou « departs ». Deux homonymes se distinguent par une mention entre
        parenthèses, la même partout.
    """
    if (seance := acte.seance) is None:
        return
    moving = {cle(m.membre) for m in (*seance.arrivees, *seance.departs)}
    seen: set[tuple[str, ...]] = set()
    for key in _GROUPES:
        members = (p.mandant for p in seance.pouvoirs) if key == "pouvoirs" else getattr(seance, key)
        for index, member in enumerate(members):
            if cle(member) in seen - moving:
                yield (key, index), f"« {member} » est nommé deux fois : {_UNE_LIGNE}"
            seen.add(cle(member))


@regle("MEMBRE-01", "CGCT L2121-15", severite=Severite.AVERTISSEMENT, derogeable=True)
def membres_tous_nommes(acte: Acte) -> Iterator[Constat]:
    """Chaque membre en exercice est nommé : présent, représenté, excusé ou absent.

    Exemple : 39 membres nommés pour 49 en exercice : 10 ne sont nulle part.
    Correction : complétez « absents » ou « excuses », ou corrigez « membres_en_exercice ».
    """
    seance = acte.seance
    if seance is None or seance.membres_en_exercice is None or not seance.presents:
        return
    named = len(nommes(seance))
    missing = seance.membres_en_exercice - named
    if missing > 0:
        who = "1 membre n'est ni présent" if missing == 1 else f"{missing} membres ne sont ni présents"
        yield (
            ("membres_en_exercice",),
            (
                f"{who}, ni représenté{'s' * (missing > 1)}, ni excusé{'s' * (missing > 1)}, "
                f"ni absent{'s' * (missing > 1)} ({compte(named, 'nommé')} pour "
                f"{seance.membres_en_exercice} en exercice) : complétez « absents » ou « excuses »"
            ),
        )


@regle("QUORUM-01", "CGCT L2121-17", severite=Severite.AVERTISSEMENT, derogeable=True)
def quorum_atteint(acte: Acte) -> Iterator[Constat]:
    """Plus de la moitié des membres en exercice est présente quand l'acte est examiné ; les pouvoirs ne comptent pas.

    Exemple : 5 présents pour 11 membres en exercice, alors qu'il en faut 6.
    Correction : vérifiez « presents », « arrivees », « departs », « deports » et « membres_en_exercice » ; après une
        première séance sans quorum, écrivez « seconde_convocation: oui ».
    """
    seance = acte.seance
    if seance is None or not seance.membres_en_exercice or not seance.presents or seance.seconde_convocation:
        return
    room, needed = salle(seance, acte.numero), quorum(seance.membres_en_exercice)
    if len(room.presents) < needed:
        interested = compte(len(room.retires), "membre intéressé", "membres intéressés")
        aside = f" ({interested} à part)" if room.retires else ""
        moved = seance.arrivees or seance.departs or seance.deports
        when = f" à l'examen de l'acte n° {acte.numero}" if moved and acte.numero else ""
        yield (
            ("presents",),
            (
                f"le quorum n'est pas atteint{when} : {compte(len(room.presents), 'présent')}{aside}, "
                f"il en faut {needed} pour {compte(seance.membres_en_exercice, 'membre')} en exercice ; "
                "les pouvoirs ne comptent pas"
            ),
        )


@regle("POUVOIR-01", "CGCT L2121-20", severite=Severite.AVERTISSEMENT, derogeable=True)
def un_pouvoir_par_membre(acte: Acte) -> Iterator[Constat]:
    """Un membre ne porte qu'un seul pouvoir.

    Exemple : deux absents donnent pouvoir à la même conseillère.
    Correction : vérifiez qui a reçu chaque pouvoir.
    """
    seen: dict[tuple[str, ...], str] = {}
    for index, proxy in enumerate(acte.seance.pouvoirs if acte.seance else ()):
        bearer = cle(proxy.mandataire)
        if bearer in seen:
            yield (
                ("pouvoirs", index),
                f"« {proxy.mandataire} » porte deux pouvoirs, de « {seen[bearer]} » et de « {proxy.mandant} »",
            )
        seen.setdefault(bearer, proxy.mandant)


@regle("POUVOIR-02", "CGCT L2121-20", severite=Severite.AVERTISSEMENT, derogeable=True)
def mandataire_present(acte: Acte) -> Iterator[Constat]:
    """Qui porte un pouvoir est présent.

    Exemple : un pouvoir donné à une conseillère elle-même excusée.
    Correction : vérifiez le nom de qui a reçu le pouvoir, ou retirez ce pouvoir.
    """
    seance = acte.seance
    if seance is None or not seance.presents:
        return
    there = (*seance.presents, *(m.membre for m in seance.arrivees))
    for index, proxy in enumerate(seance.pouvoirs):
        if not parmi(proxy.mandataire, there):
            yield (
                ("pouvoirs", index),
                f"« {proxy.mandataire} » porte le pouvoir de « {proxy.mandant} » sans être parmi les présents",
            )


@regle("SEANCE-01", "CGCT L2121-15", severite=Severite.AVERTISSEMENT, derogeable=True)
def secretaire_present(acte: Acte) -> Iterator[Constat]:
    """Le secrétaire de séance est un membre présent.

    Exemple : la secrétaire de séance est la directrice générale des services, ou un membre excusé.
    Correction : écrivez le nom du membre désigné ; un agent n'est qu'auxiliaire.
    """
    seance = acte.seance
    if seance is None or not seance.secretaire or not seance.presents:
        return
    if not parmi(seance.secretaire, (*seance.presents, *(m.membre for m in seance.arrivees))):
        yield ("secretaire",), f"« {seance.secretaire} », secrétaire de séance, n'est pas parmi les membres présents"
