"""The findings as a person or a program reads them, and what a change adds to those that were known."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from .anomalie import Anomalie, Lieu, Severite, bilan, compter, une_ligne

DEROGATIONS = "Dérogations (règles non suivies, avec leur motif) :"
_LIGNE = re.compile(r"\bligne \d+")

Identite = tuple[str, str, str]
"""File, code and message: what stays the same when lines move."""

Connue = tuple[Identite, str, bool]
"""A finding known before a change, its weight and whether it was waived."""


def texte(anomalies: Iterable[Anomalie], brouillons: Sequence[str], note: str = "") -> str:
    """For the clerk: the findings, the waivers with their reasons, the drafts, the count."""
    found = tuple(anomalies)
    waived = [str(a) for a in found if a.derogation]
    lines = [str(a) for a in found if not a.derogation]
    lines += [DEROGATIONS, *waived] if waived else []
    lines += [f"En brouillon, non publiés : {une_ligne(', '.join(brouillons))}"] if brouillons else []
    lines += [note] if note else []
    return "\n".join([*lines, bilan(found)]) + "\n"


def github(anomalies: Iterable[Anomalie], brouillons: Sequence[str], note: str = "") -> str:
    """The same, then a workflow command for each finding, which GitHub shows beside the line of the file.

    A waiver is not annotated: its reason stands in the file itself, and GitHub shows few annotations.
    """
    found = tuple(anomalies)
    return texte(found, brouillons, note) + "".join(f"{en_annotation(a)}\n" for a in found if not a.derogation)


def en_annotation(anomalie: Anomalie) -> str:
    """The finding as a workflow command."""
    level = {Severite.ERREUR: "error", Severite.AVERTISSEMENT: "warning"}[anomalie.severite]
    place = f"file={_propriete(anomalie.lieu.path)},line={anomalie.lieu.line},col={anomalie.lieu.column}"
    article = f" ({anomalie.reference})" if anomalie.reference else ""
    return f"::{level} {place},title={_propriete(anomalie.code)}::{_donnee(anomalie.message + article)}"


def _donnee(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _propriete(text: str) -> str:
    return _donnee(text).replace(":", "%3A").replace(",", "%2C")


def en_json(anomalies: Iterable[Anomalie], brouillons: Sequence[str]) -> str:
    """For programs, and for a later comparison: one object."""
    found = sorted(anomalies)
    report = {
        "anomalies": [_ligne(a) for a in found],
        "bilan": asdict(compter(found)),
        "brouillons": sorted(brouillons),
    }
    return json.dumps(report, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _ligne(anomalie: Anomalie) -> dict[str, str | int | None]:
    return {
        "fichier": anomalie.lieu.path,
        "ligne": anomalie.lieu.line,
        "colonne": anomalie.lieu.column,
        "code": anomalie.code,
        "severite": anomalie.severite.value,
        "message": anomalie.message,
        "reference": anomalie.reference,
        "derogation": anomalie.derogation or None,
    }


def lire_json(report: str) -> tuple[Anomalie, ...]:
    """The findings of a report that ``en_json`` made.

    Raises:
        ValueError: this is no such report.
    """
    try:
        return tuple(_anomalie(line) for line in json.loads(report)["anomalies"])
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("pas un rapport de ./scripts/verifier --format json") from error


def _anomalie(line: Mapping[str, object]) -> Anomalie:
    told = {key: line[key] for key in ("fichier", "code", "message", "reference")}
    if not all(isinstance(value, str) for value in told.values()):
        raise TypeError
    lieu = Lieu(str(told["fichier"]), int(str(line["ligne"])), int(str(line["colonne"])))
    reason = str(line["derogation"] or "")
    weight = Severite(str(line["severite"]))
    return Anomalie(lieu, str(told["code"]), str(told["message"]), str(told["reference"]), weight, reason)


def identite(anomalie: Anomalie) -> Identite:
    """What makes two findings the same; the name of the folder of the acts does not count, nor does any line."""
    return anomalie.lieu.path.partition("/")[2], anomalie.code, _LIGNE.sub("ligne", anomalie.message)


def nouvelles(anomalies: Iterable[Anomalie], avant: Iterable[Anomalie]) -> tuple[Anomalie, ...]:
    """The findings that were not there before, each counted: of two equal ones, one known leaves one.

    One that was a warning and now forbids publication is new, and so is one that is waived since or no longer is.
    """
    known = Counter(map(_connue, avant))
    added = []
    for anomalie in sorted(anomalies):
        key = _connue(anomalie)
        if known[key]:
            known[key] -= 1
        else:
            added.append(anomalie)
    return tuple(added)


def _connue(anomalie: Anomalie) -> Connue:
    return identite(anomalie), anomalie.severite.value, bool(anomalie.derogation)
