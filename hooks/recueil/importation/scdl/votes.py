"""The figures of the vote of a row: those that hold together are kept, and what they contradict is asked."""

from collections.abc import Mapping
from dataclasses import dataclass

from .cellules import Noter, entier

_CHIFFRES = ("VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION")


@dataclass(frozen=True, slots=True)
class Vote:
    """What is kept of a vote, and what is asked of it."""

    effectif: int | None = None
    pour: int | None = None
    contre: int | None = None
    abstention: int | None = None
    questions: tuple[str, ...] = ()


def lire_vote(cellules: Mapping[str, str], noter: Noter) -> Vote:
    """The vote of a row; the three figures or none of them.

    Raises:
        RefusError: a cell holds no number.
    """
    names = ("VOTE_EFFECTIF", "VOTE_REEL", *_CHIFFRES)
    said = {name: entier(name, cellules[name], noter) for name in names if name in cellules}
    members, real = said.get("VOTE_EFFECTIF"), said.get("VOTE_REEL")
    if missing := [name for name in _CHIFFRES if name not in said]:
        asked = () if len(missing) == len(_CHIFFRES) else (_incomplet(missing),)
        return Vote(members, questions=asked)
    pour, contre, abstention = (said[name] for name in _CHIFFRES)
    total = pour + contre + abstention
    if members is not None and max(total, real or 0) > members:
        return Vote(questions=(_impossible(members, max(total, real or 0)),))
    asked = (_autre_somme(real, total),) if real is not None and real != total else ()
    return Vote(members, pour, contre, abstention, asked)


def _incomplet(missing: list[str]) -> str:
    return f"Vote : le tableau ne donne pas {', '.join(missing)} ; aucun chiffre n'a été écrit : complétez « votes »."


def _impossible(members: int, total: int) -> str:
    return (
        f"Vote : {total} votants pour {members} membres en exercice ; aucun chiffre n'a été écrit : reprenez « votes » "
        "et « membres_en_exercice » sur l'acte."
    )


def _autre_somme(real: int, total: int) -> str:
    return (
        f"Vote : VOTE_REEL dit {real}, et les voix font {total} : vérifiez « votes », où il manque peut-être des "
        "bulletins blancs ou nuls."
    )
