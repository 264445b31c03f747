"""The rules of an assembly (CGCT, articles L2121-17 to L2121-21)."""


def quorum(membres_en_exercice: int) -> int:
    """How many members must be present in person: more than half of those in office (CGCT L2121-17)."""
    return membres_en_exercice // 2 + 1


def majorite_atteinte(pour: int, contre: int) -> bool:
    """Whether a proposal passes: more votes for than against, abstentions aside (CGCT L2121-20)."""
    return pour > contre
