"""Why: acts say the same thing in a hundred ways; a new one is one line here, and its example is its test.

A ``motif`` is sought in small letters without accents. In it ``<date>``, ``<dessous>`` (a day on the next line, under
its label), ``<entier>`` and ``<nom>`` stand for the value, at the start, at the end or in between. Without any of them,
the wording itself says ``attendu``. A blank between words may be a line end; « s? » and « e? » may be « (s) », « (e) ».
"""

from dataclasses import dataclass

from ..faits import Surete, Valeur

SURE, PROBABLE, POSSIBLE = Surete.SURE, Surete.PROBABLE, Surete.POSSIBLE


@dataclass(frozen=True, slots=True)
class Formule:
    """A wording: what it tells, how it is sought, an example and what must be read there."""

    cle: str
    motif: str
    exemple: str
    attendu: Valeur
    surete: Surete = SURE
