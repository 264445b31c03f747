"""Linked data as JSON-LD, with a context of its own: nothing is to be fetched to read it."""

import json
import re

from ..objets import Objet
from .noeud import Noeud, Valeur
from .vocabulaire import PREFIXES, SORTES, Sorte

_NATURES: dict[Sorte, Objet] = {
    Sorte.FRANCAIS: {"@language": "fr"},
    Sorte.JOUR: {"@type": "xsd:date"},
    Sorte.MOMENT: {"@type": "xsd:dateTime"},
}
"""What the context says of a property; the others hold addresses, plain text and whole numbers."""

_DATES = frozenset({Sorte.JOUR, Sorte.MOMENT})

_ECHAPPES = re.compile("[<>&\u2028\u2029]")
"""What could end the element of a page that holds it, or a line of a script."""


_ENTIERES = frozenset({"url", "sameAs", "contentUrl"})
"""What a program that knows nothing of linked data looks for: always whole."""


def json_ld(noeud: Noeud, base: str = "") -> str:
    """A thing and all that is said in it, to be put as it is between the two tags of a ``script`` element.

    Args:
        noeud: the thing.
        base: the address of the site, which the context says once for all those that begin with it.
    """
    written = json.dumps(document(noeud, base=base), ensure_ascii=False, separators=(",", ":"))
    return _ECHAPPES.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def document(*noeuds: Noeud, base: str = "") -> Objet:
    """Things as JSON-LD; the context explains the properties that they use, and no other."""
    names: set[str] = set()
    written = [_objet(one, names, base) for one in noeuds]
    context: Objet = {"@base": base} if base else {}
    context["@vocab"] = PREFIXES["schema"]
    natures = {name: _NATURES[SORTES[name]] for name in sorted(names) if SORTES.get(name) in _NATURES}
    used = {name.partition(":")[0] for name in names if ":" in name}
    used |= {"xsd"} if any(SORTES.get(name) in _DATES for name in names) else set()
    context |= {prefix: PREFIXES[prefix] for prefix in sorted(used)} | natures
    return {"@context": context, **(written[0] if len(written) == 1 else {"@graph": written})}


def _objet(noeud: Noeud, names: set[str], base: str) -> Objet:
    """A thing; notes the terms that it uses."""
    names.update(noeud.types)
    said: Objet = {"@id": noeud.iri.removeprefix(base)} if noeud.iri else {}
    if noeud.types:
        said["@type"] = _seul([*noeud.types])
    for name, values in noeud.dits:
        names.add(name)
        prefix = "" if name in _ENTIERES else base
        said[name] = _seul([_valeur(SORTES[name], value, names, prefix) for value in values])
    return said


def _valeur(sorte: Sorte, value: Valeur, names: set[str], base: str) -> object:
    if isinstance(value, Noeud):
        return _objet(value, names, base)
    return {"@id": _court(str(value).removeprefix(base), names)} if sorte is Sorte.LIEN else value


def _court(address: str, names: set[str]) -> str:
    """A thing of ELI by the prefix of its vocabulary, which the context then explains."""
    if not address.startswith(PREFIXES["eli"]):
        return address
    names.add(short := f"eli:{address.removeprefix(PREFIXES['eli'])}")
    return short


def _seul(values: list[object]) -> object:
    return values[0] if len(values) == 1 else values
