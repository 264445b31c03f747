"""From text to a typed model, or to the findings that say why not."""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .anomalie import Anomalie, Chemin, Origine
from .messages import article, message, proche, rubrique_inconnue, rubrique_manquante
from .source import Champs

_M = TypeVar("_M", bound=BaseModel)

_PAIRES = {"pouvoirs", "derogations", "arrivees", "departs"}
"""Records whose keys are data, « mandant: mandataire », « code: motif »: an empty value there is not an absence."""


@cache
def connus(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys that a clerk may type in a record; the others are set by the reader."""
    return tuple(name for name, field in model.model_fields.items() if not field.exclude)


@cache
def _reserves(model: type[BaseModel]) -> frozenset[str]:
    """The names that only the reader may use."""
    return frozenset(model.model_fields) - frozenset(connus(model))


def typer(
    model: type[_M],
    champs: Champs,
    origine: Origine,
    interne: Mapping[str, Any],
    *,
    obligatoires: tuple[str, ...] = (),
    voisines: tuple[str, ...] = (),
) -> tuple[_M | None, tuple[Anomalie, ...]]:
    """Type a record.

    Args:
        model: what it should be.
        champs: what was typed; an empty value counts as absent.
        origine: where it was typed.
        interne: what the reader adds, under names that nobody may type.
        obligatoires: keys that this kind of record must have, beside those of the model.
        voisines: keys read apart, that the clerk may have meant by an unknown one.

    Returns:
        the model, or None, and every finding.
    """
    filled = remplis(champs)
    typed, errors = _valider(model, {**filled, **interne})
    reserved = [key for key in filled if key in _reserves(model)]
    voulues = {(*e["loc"][:-1], _voulue(model, e)) for e in errors if e["type"] == "extra_forbidden"}
    missing = [key for key in obligatoires if key not in filled and (key,) not in voulues]
    found = [_anomalie(origine, (key,), rubrique_inconnue(key, connus(model))) for key in reserved]
    found += [_anomalie(origine, (key,), rubrique_manquante(key)) for key in missing]
    found += [
        _traduire(model, origine, e, voisines) for e in errors if e["type"] != "missing" or e["loc"] not in voulues
    ]
    return (None if found else typed), tuple(found)


def _valider(model: type[_M], champs: Champs) -> tuple[_M | None, list[ErrorDetails]]:
    try:
        return model.model_validate(champs), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def remplis(champs: Champs) -> Champs:
    """The same fields without those left empty, at every depth but in the records whose keys are data."""
    return {
        key: remplis(value) if isinstance(value, dict) and key not in _PAIRES else value
        for key, value in champs.items()
        if value is not None
    }


def _voulue(model: type[BaseModel], error: ErrorDetails) -> str:
    """The key that was probably meant by an unknown one: it is not missing, it is badly written."""
    return proche(str(error["loc"][-1]), _connus_de(model, error["loc"]))


def _traduire(model: type[BaseModel], origine: Origine, error: ErrorDetails, voisines: tuple[str, ...]) -> Anomalie:
    known = _connus_de(model, error["loc"]) + (voisines if len(error["loc"]) == 1 else ())
    return _anomalie(origine, error["loc"], message(error, known))


def _connus_de(model: type[BaseModel], chemin: Chemin) -> tuple[str, ...]:
    """The keys of the record that holds a field."""
    holder = _porteur(model, chemin)
    return connus(holder) if holder else ()


def _anomalie(origine: Origine, chemin: Chemin, told: tuple[str, str]) -> Anomalie:
    code, sentence = told
    return Anomalie(origine.lieu(*chemin), code, sentence, article(code, str(chemin[0])))


def _porteur(model: type[BaseModel], chemin: Chemin) -> type[BaseModel] | None:
    """The model of the record that holds the field at the end of the way."""
    for step in chemin[:-1]:
        if isinstance(step, int):
            continue
        inner = _modeles(model.model_fields[step].annotation) if step in model.model_fields else []
        if not inner:
            return None
        model = inner[0]
    return model


def _modeles(annotation: object) -> list[type[BaseModel]]:
    """The models named in an annotation such as ``tuple[Annexe, ...]`` or ``Votes | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for argument in get_args(annotation) for found in _modeles(argument)]
