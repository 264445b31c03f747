"""Why: a file may bear the stamps of several authorities and acts; here, which identifier is that of its act."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..faits import Question, Surete
from .identifiants import IdLu


@dataclass(frozen=True, slots=True)
class Choix:
    """The identifier of the act, how sure it is, and those that are not its own."""

    retenu: IdLu | None = None
    surete: Surete = Surete.SURE
    autres: tuple[IdLu, ...] = ()

    def sien(self, lu: IdLu) -> bool:
        """Whether this identifier is that of the act, maybe misread."""
        return self.retenu is not None and _meme(lu, self.retenu)


def choisir(lus: Sequence[IdLu], *, net: bool = False) -> Choix:
    """The identifier of the act among those read, in the order of the pages: the most frequent, or else the first.

    Args:
        lus: the identifiers.
        net: whether the text around them has no sign that a scanner misread it.
    """
    healthy = [lu for lu in lus if lu.sain] or list(lus)
    if not healthy:
        return Choix()
    siren = _plus_frequent([lu.siren for lu in healthy])
    of_authority = [lu for lu in healthy if lu.siren == siren]
    text = _plus_frequent([lu.texte for lu in of_authority])
    kept = next(lu for lu in of_authority if lu.texte == text)
    others = {lu.texte: lu for lu in lus if not _meme(lu, kept)}
    return Choix(kept, _surete(kept, healthy, net=net), tuple(others.values()))


def _plus_frequent(values: list[str]) -> str:
    """The most frequent value; the first of them at equality."""
    return Counter(values).most_common(1)[0][0]


def _surete(kept: IdLu, healthy: Sequence[IdLu], *, net: bool) -> Surete:
    """Sure when nothing contradicts it; a misread figure that comes back alike on two pages is not misread.

    Where nothing else is misread, a wrong key alone is more often that of who typed it.
    """
    alike = sum(lu.texte == kept.texte for lu in healthy)
    typed = net and kept.forme and not kept.corrige
    if (not kept.sain and alike < 2 and not typed) or healthy[0].texte != kept.texte:
        return Surete.POSSIBLE
    doubtful = kept.corrige or not kept.sain or alike < len(healthy)
    return Surete.PROBABLE if doubtful else Surete.SURE


def _meme(lu: IdLu, kept: IdLu) -> bool:
    """Whether two readings are of one identifier: the same, or one that cannot be and differs by two signs at most."""
    if lu.texte == kept.texte:
        return True
    close = len(lu.texte) == len(kept.texte) and sum(a != b for a, b in zip(lu.texte, kept.texte, strict=True)) <= 2
    return close and not lu.sain


def questions_id(choix: Choix) -> Iterator[tuple[Question, IdLu]]:
    """What a person must say about the identifier, and the one that is meant."""
    kept = choix.retenu
    if kept is None:
        return
    if not kept.sain:
        yield (
            Question("id", f"L'identifiant « {kept.texte} » contient sans doute un chiffre mal lu : vérifiez-le."),
            kept,
        )
    for lu in choix.autres:
        yield Question("id", _autre(lu, kept)), lu


def _autre(lu: IdLu, kept: IdLu) -> str:
    """The sentence about another identifier."""
    if not lu.sain:
        return f"L'identifiant « {lu.texte} » est peut-être mal lu ; « {kept.texte} » a été retenu : vérifiez-le."
    if lu.siren != kept.siren:
        return (
            f"Le fichier porte aussi le tampon d'une autre collectivité ({lu.texte}) ; "
            f"l'acte est-il bien {kept.texte} ? Le tampon de l'autre est laissé dans le texte."
        )
    return f"Le fichier porte aussi l'identifiant {lu.texte} : est-ce un autre acte, à importer à part ?"
