"""An oracle of the national table, written from its facts alone, and a small strict reader of Table Schema.

Nothing here comes from the code that is tested: columns, patterns and row rules are told a second time.
"""

import csv
import re
import shutil
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from outils import RACINE

EXEMPLE = RACINE / "tests" / "exemple" / "acts"
SIRETS = {"valmont": "21990001600003", "essarts": "25990001700007"}
"""Made up, with a right key."""

TEXTE, JOUR, ENTIER, ADRESSE = "texte", "jour", "entier", "adresse"
NATIONAL: Sequence[tuple[str, str, bool, str]] = (
    ("COLL_NOM", TEXTE, True, ""),
    ("COLL_SIRET", TEXTE, True, r"\d{14}"),
    ("DELIB_ID", TEXTE, True, ""),
    ("DELIB_DATE", JOUR, True, ""),
    ("DELIB_MATIERE_CODE", TEXTE, True, r"\d\.\d{1,2}"),
    ("DELIB_MATIERE_NOM", TEXTE, True, ""),
    ("DELIB_OBJET", TEXTE, True, ""),
    ("BUDGET_ANNEE", TEXTE, False, r"[0-9]{4}(/[0-9]{4})?"),
    ("BUDGET_NOM", TEXTE, False, ""),
    ("PREF_ID", TEXTE, False, r"PREF\d{2}[\dAB]|SPREF\d{2}[\dAB]\d|SGAR\d{3}"),
    ("PREF_DATE", JOUR, False, ""),
    ("VOTE_EFFECTIF", ENTIER, False, ""),
    ("VOTE_REEL", ENTIER, False, ""),
    ("VOTE_POUR", ENTIER, False, ""),
    ("VOTE_CONTRE", ENTIER, False, ""),
    ("VOTE_ABSTENTION", ENTIER, False, ""),
    ("DELIB_URL", ADRESSE, False, ""),
)
_VOTES = ("VOTE_EFFECTIF", "VOTE_REEL", "VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION")
_NIVEAUX = {
    "commande publique",
    "urbanisme",
    "domaine et patrimoine",
    "fonction publique",
    "institutions et vie politique",
    "libertes publiques et pouvoirs de police",
    "finances locales",
    "domaines de competences par themes",
    "autres domaines de competences",
}


def avec_sirets(folder: Path) -> Path:
    """The fictional example, whose authorities say their SIRET."""
    acts = Path(shutil.copytree(EXEMPLE, folder / "acts"))
    for name, siret in SIRETS.items():
        path = acts / name / "collectivite.yml"
        path.write_text(f"{path.read_text('utf-8')}siret: {siret}\n", encoding="utf-8")
    return acts


def lire(content: bytes) -> list[dict[str, str]]:
    """The rows of a table, by the names of its columns; every row has one cell for each."""
    text = content.decode("utf-8")
    assert not text.startswith("\ufeff")
    head, *rows = csv.reader(StringIO(text, newline=""), strict=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def entete(content: bytes) -> list[str]:
    """The names of its columns."""
    return content.decode("utf-8").partition("\r\n")[0].split(",")


def fautes_nationales(content: bytes) -> list[str]:
    """What the national schema and the rules of its rows refuse."""
    if entete(content) != [name for name, *_ in NATIONAL]:
        return ["colonnes"]
    return [f"{rank}: {fault}" for rank, row in enumerate(lire(content), 2) for fault in _fautes(row)]


def _fautes(row: Mapping[str, str]) -> Iterator[str]:
    for name, kind, required, pattern in NATIONAL:
        if not row[name]:
            yield from [f"{name} manque"] if required else []
        elif (pattern and not re.fullmatch(pattern, row[name])) or not _lisible(kind, row[name]):
            yield f"{name} : {row[name]}"
    yield from _siret(row["COLL_SIRET"])
    yield from _vote(row)
    if bool(row["BUDGET_ANNEE"]) != bool(row["BUDGET_NOM"]):
        yield "BUDGET"
    if row["PREF_DATE"] and row["PREF_DATE"] < row["DELIB_DATE"]:
        yield "PREF_DATE"
    yield from _matiere(row["DELIB_MATIERE_NOM"])


def _lisible(kind: str, text: str) -> bool:
    if kind == JOUR:
        return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text)) and bool(date.fromisoformat(text))
    if kind == ENTIER:
        return bool(re.fullmatch(r"\d+", text))
    return kind != ADRESSE or bool(urlsplit(text).scheme and urlsplit(text).netloc)


def _siret(text: str) -> Iterator[str]:
    total = 0
    for rank, figure in enumerate(reversed(text)):
        value = int(figure) * (2 if rank % 2 else 1)
        total += value // 10 + value % 10
    if total % 10:
        yield "COLL_SIRET : clé"


def _vote(row: Mapping[str, str]) -> Iterator[str]:
    said = [name for name in _VOTES if row[name]]
    if said and len(said) < len(_VOTES):
        yield "VOTE incomplet"
    if len(said) == len(_VOTES):
        members, real, *voices = (int(row[name]) for name in _VOTES)
        if members < real or any(real < voice for voice in voices) or real != sum(voices):
            yield "VOTE incohérent"


def _matiere(text: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFD", text.partition("/")[0]).encode("ascii", "ignore").decode().lower()
    if "/" not in text or "/ " in text or plain not in _NIVEAUX:
        yield f"DELIB_MATIERE_NOM : {text}"
    if re.search(r"[,()]", text) or text != text.lower():
        yield f"DELIB_MATIERE_NOM écrit autrement : {text}"


def fautes(schema: Mapping[str, Any], content: bytes) -> list[str]:
    """What a Table Schema refuses of a table: columns, types, constraints, primary key."""
    fields = schema["fields"]
    if entete(content) != [field["name"] for field in fields]:
        return ["colonnes"]
    rows = lire(content)
    found = [f"{rank}: {fault}" for rank, row in enumerate(rows, 2) for fault in _champs(schema, row)]
    keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
    return found + (["clé"] if len({*keys}) != len(keys) else [])


def _champs(schema: Mapping[str, Any], row: Mapping[str, str]) -> Iterator[str]:
    for field in schema["fields"]:
        value, limits = row[field["name"]], field.get("constraints", {})
        if value in schema["missingValues"]:
            yield from [f"{field['name']} manque"] if limits.get("required") else []
        elif not _du_type(field, value):
            yield f"{field['name']} : « {value} » n'est pas {field['type']}"
        elif not _permis(limits, value):
            yield f"{field['name']} : « {value} » n'est pas permis"


def _du_type(field: Mapping[str, Any], value: str) -> bool:
    if field["type"] == "boolean":
        return value in field["trueValues"] + field["falseValues"]
    kinds = {"date": JOUR, "integer": ENTIER, "string": ADRESSE if field.get("format") == "uri" else TEXTE}
    return _lisible(kinds[field["type"]], value)


def _permis(limits: Mapping[str, Any], value: str) -> bool:
    formed = "pattern" not in limits or re.search(limits["pattern"], value)
    listed = "enum" not in limits or value in limits["enum"]
    return bool(formed and listed and ("minimum" not in limits or int(value) >= limits["minimum"]))
