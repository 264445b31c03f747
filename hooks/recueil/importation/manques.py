"""What is asked when nothing was read of a thing that the act must say, or when what was read does not say it all."""

from collections.abc import Iterable, Iterator, Mapping

from .demandes import DEMANDES
from .faits import INDIVIDUEL, NPPV, VOTE, Fait, Question

QUI = "Qui était présent, excusé, représenté ?"
_POUVOIRS = "Noms des pouvoirs : l'acte en compte {0}. Qui a donné pouvoir, et à qui ?"
_INDIVIDUEL = (
    "Acte individuel : il se notifie et ne se publie pas (CGCT L2131-1). "
    "Retirez-le du dépôt public, sauf raison écrite."
)
_VOTE = "Vote : le texte dit « {0} » (page {1}, ligne {2}) : complétez {3} dans « votes »."
_CHIFFRES = ("pour", "contre", "abstention")


def manquantes(values: Mapping[str, Fait], hints: Mapping[str, Fait], asked: Iterable[Question]) -> Iterator[Question]:
    """All the questions of an act: those of its readers, then what this kind of act must say and was not read.

    Args:
        values: what is known.
        hints: what was read to ask better.
        asked: what the readers already ask.
    """
    vote = [*_vote(values, hints.get(VOTE))]
    hidden = {*_CHIFFRES, "unanimite"} if vote else set()
    kept = [question for question in asked if question.cle not in hidden]
    yield from (*kept, *vote)
    keys = {question.cle for question in kept}
    yield from _presences(values, keys)
    alone = _individuel(values, hints)
    yield from alone
    yield from _rubriques(values, keys | {"publie" for _ in alone})


def _rubriques(values: Mapping[str, Fait], asked: set[str]) -> Iterator[Question]:
    """A question for each thing that this kind of act must say."""
    kind = _dit(values, "type_document")
    for key, demand in DEMANDES.items():
        wanted = not demand.types or kind in demand.types
        if demand.question and wanted and key not in values and key not in asked:
            yield Question(key, f"{demand.nom} : {demand.question}")


def _presences(values: Mapping[str, Fait], asked: set[str]) -> Iterator[Question]:
    """Who was there, when the act counts them and no list was read."""
    there, given = _nombre(values, "presents"), _nombre(values, "pouvoirs")
    if (there or given) and not {"liste_presents", "liste_excuses", "liste_pouvoirs"} & {*values, *asked}:
        yield Question("liste_presents", f"Noms : {QUI}")
    elif given and "liste_pouvoirs" not in {*values, *asked}:
        yield Question("liste_pouvoirs", _POUVOIRS.format(given))


def _individuel(values: Mapping[str, Fait], hints: Mapping[str, Fait]) -> list[Question]:
    """What is asked of an act that concerns one person: by its nature, or because it was notified to that person."""
    nature, proof = _dit(values, "nature_actes"), hints.get(INDIVIDUEL)
    notified = proof and not nature and not {"publie", "affiche"} & {*values}
    alone = notified and _dit(values, "type_document") in {"arrete", "decision"} and not _delegue(values)
    if nature != "AI" and not alone:
        return []
    return [Question(INDIVIDUEL, _INDIVIDUEL, (proof or values["nature_actes"]).preuve)]


def _delegue(values: Mapping[str, Fait]) -> bool:
    """Whether an arrêté gives a delegation: it is notified to whoever receives it, and published all the same."""
    return "délégation" in _dit(values, "objet").casefold()


def _vote(values: Mapping[str, Fait], said: Fait | None) -> Iterator[Question]:
    """One question on the vote, when the act says something of it that is not wholly known."""
    if said is None or _dit(values, "type_document") != "deliberation":
        return
    missing = _a_completer(values, str(said.valeur))
    if missing:
        keys = ", ".join(f"« {key} »" for key in missing)
        sentence = _VOTE.format(said.preuve.mots, said.preuve.page, said.preuve.ligne, keys)
        yield Question(VOTE, sentence, said.preuve)


def _a_completer(values: Mapping[str, Fait], beside: str) -> list[str]:
    """What the vote lacks: figures when some are said, a result when neither figures nor unanimity give it."""
    figures = [key for key in _CHIFFRES if key not in values]
    unanimous = "unanimite" in values and values["unanimite"].valeur is True and not _nombre(values, "contre")
    told = len(figures) < len(_CHIFFRES) or ("unanimite" in values and not unanimous) or bool(beside)
    if not told:
        return []
    adopted = unanimous or (not figures and _nombre(values, "pour") > _nombre(values, "contre"))
    lacking = [*figures, *([] if adopted else ["resultat"])]
    return [*lacking, *([NPPV] if beside == NPPV else [])]


def _nombre(values: Mapping[str, Fait], key: str) -> int:
    """A number that the act states; zero when it does not."""
    value = values[key].valeur if key in values else 0
    return value if isinstance(value, int) else 0


def _dit(values: Mapping[str, Fait], key: str) -> str:
    return str(values[key].valeur) if key in values else ""
