"""The order in which a person counts numbers that hold letters: 9 before 10, 2026-2 before 2026-10."""

import re


def rang(numero: str) -> tuple[tuple[int, int, str], ...]:
    """What to sort a number by."""
    return tuple(
        (1, int(part), "") if part.isdigit() else (0, 0, part) for part in re.findall(r"[0-9]+|[^0-9]+", numero)
    )
