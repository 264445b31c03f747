"""Linked data as Turtle, from the same table as the JSON-LD of the pages: each thing once, in the order that is given.

Files can be put end to end: a prefix said twice is no fault, and no blank node has a name.
"""

import re
from collections.abc import Iterable, Iterator

from .noeud import Noeud, Valeur
from .vocabulaire import PREFIXES, SORTES, Sorte

_ECHAPPES = re.compile(r'[\x00-\x1f\x7f"\\]')
_FINS = {Sorte.FRANCAIS: "@fr", Sorte.JOUR: "^^xsd:date", Sorte.MOMENT: "^^xsd:dateTime"}
_SUITE = " ;\n  "


def turtle(noeuds: Iterable[Noeud]) -> str:
    """Things, and the things that they speak of."""
    head = "".join(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items())
    return f"{head}\n{''.join(_sujets(noeuds, {}))}"


def _sujets(noeuds: Iterable[Noeud], dits: dict[int, Noeud]) -> Iterator[str]:
    """What many speak of is one and the same object: it is told once."""
    for one in noeuds:
        if id(one) not in dits:
            dits[id(one)] = one
            inside: list[Noeud] = []
            said = _SUITE.join(_phrases(one, inside))
            if said:
                yield f"<{one.iri}> {said} .\n"
            yield from _sujets(inside, dits)


def _phrases(noeud: Noeud, cites: list[Noeud]) -> Iterator[str]:
    """What is said of a thing; notes the others that have an address, which are told after it."""
    if noeud.types:
        yield f"a {', '.join(map(_nom, noeud.types))}"
    for name, values in noeud.dits:
        yield f"{_nom(name)} {', '.join(_valeur(SORTES[name], value, cites) for value in values)}"


def _valeur(sorte: Sorte, value: Valeur, cites: list[Noeud]) -> str:
    if isinstance(value, Noeud):
        return _cite(value, cites)
    if sorte is Sorte.LIEN:
        return f"<{value}>"
    if sorte is Sorte.ENTIER:
        return str(value)
    return f'"{_ECHAPPES.sub(_echappe, str(value))}"{_FINS.get(sorte, "")}'


def _cite(noeud: Noeud, cites: list[Noeud]) -> str:
    if not noeud.iri:
        return f"[ {' ; '.join(_phrases(noeud, cites))} ]"
    cites.append(noeud)
    return f"<{noeud.iri}>"


def _echappe(found: re.Match[str]) -> str:
    sign = found[0]
    return f"\\{sign}" if sign in '"\\' else f"\\u{ord(sign):04X}"


def _nom(name: str) -> str:
    return name if ":" in name else f"schema:{name}"
