"""The interface for programs: every file that is written is what its schema says, and its description says them all."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import jsonschema
import pytest

from outils import ACTES, RACINE
from recueil import Registre, build_registre
from recueil.adresses import json as jumeau_de
from recueil.api import fichiers
from recueil.api.schemas import RACINES, definitions
from recueil.api.tranches import POIDS, tranches
from recueil.convention import Convention
from recueil.donnees import acte_json
from recueil.jumeau import jumeau
from recueil.pages.page import Reglages

_REGLAGES = Reglages("https://actes.exemple.fr/", "Registre d'essai")
_REGISTRES = {
    "exemple": RACINE / "tests" / "exemple" / "acts",
    "vie": RACINE / "tests" / "vie" / "acts",
    "reel": ACTES,
}


@cache
def _registre(nom: str) -> Registre:
    return build_registre(_REGISTRES[nom])


@cache
def _fichiers(nom: str) -> dict[str, Any]:
    return {address: json.loads(write()) for address, write in fichiers(_registre(nom), _REGLAGES)}


@cache
def _controle(nom: str) -> jsonschema.Draft202012Validator:
    schema = _fichiers("exemple")[f"donnees/v1/schemas/{nom}.json"]
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def _fautes(schema: str, said: object) -> list[str]:
    return [f"{error.json_path} : {error.message}" for error in _controle(schema).iter_errors(said)]


def _listes(nom: str) -> Iterator[tuple[str, Any]]:
    """Each list with the name of its schema."""
    for address, said in _fichiers(nom).items():
        found = re.fullmatch(r"donnees/v1/(actes|seances|conventions|collectivites)(/.+)?\.json", address)
        if found:
            yield "annees" if address == "donnees/v1/actes.json" else found[1], said


def _jumeaux(nom: str) -> Iterator[tuple[str, Any]]:
    built = _registre(nom)
    for fiche in built.toutes:
        kind = "convention" if isinstance(fiche.acte, Convention) else "acte"
        yield kind, json.loads(acte_json(jumeau(fiche, built, _REGLAGES)))


@pytest.mark.parametrize("nom", RACINES)
def test_chaque_schema_est_un_schema(nom: str) -> None:
    """In the dialect that it says, at the address that it says, and needing no other file."""
    schema = _fichiers("exemple")[f"donnees/v1/schemas/{nom}.json"]
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == _REGLAGES.url(f"donnees/v1/schemas/{nom}.json")
    assert {one.rpartition("/")[2] for one in re.findall(r'"\$ref": "([^"]+)"', json.dumps(schema))} == set(
        schema["$defs"]
    )


@pytest.mark.parametrize("nom", _REGISTRES)
def test_chaque_liste_suit_son_schema(nom: str) -> None:
    """Every list of every register."""
    kinds = {kind for kind, _ in _listes(nom)}
    assert kinds == {"annees", "actes", "collectivites", "seances", "conventions"}
    assert [fault for kind, said in _listes(nom) for fault in _fautes(kind, said)] == []


@pytest.mark.parametrize("nom", _REGISTRES)
def test_chaque_jumeau_suit_son_schema(nom: str) -> None:
    """The twin of every page: no key that the schema does not tell, none missing."""
    assert [fault for kind, said in _jumeaux(nom) for fault in _fautes(kind, said)] == []


@pytest.mark.parametrize("kind", ["acte", "convention"])
def test_le_schema_des_jumeaux_refuse(kind: str) -> None:
    """A key more, a key less, a value of another kind are seen."""
    said = next(one for known, one in _jumeaux("exemple") if known == kind)
    assert _fautes(kind, said | {"inconnue": 1})
    assert _fautes(kind, {key: value for key, value in said.items() if key != "texte"})
    assert _fautes(kind, said | {"publicite": "hier"})
    assert _fautes(kind, said | {"document_numerise": "oui"})
    assert _fautes(kind, said | {"etat": "autre"})


@pytest.mark.parametrize("nom", RACINES)
def test_le_schema_est_en_francais(nom: str) -> None:
    """What is told of each key is a French sentence, and nothing is said for those who write this program alone."""
    schema = _fichiers("exemple")[f"donnees/v1/schemas/{nom}.json"]
    for name, one in ({nom: schema} | schema["$defs"]).items():
        assert one["title"] != name, name
        silent = [key for key, said in one.get("properties", {}).items() if not said.get("description", "")]
        assert silent == [], name
        english = re.compile(r"\b(the|of|which|when|whether|and)\b")
        assert not [said for said in re.findall(r'"description": "([^"]+)"', json.dumps(one)) if english.search(said)]


@pytest.mark.parametrize("nom", _REGISTRES)
def test_les_listes_disent_tout_le_registre(nom: str) -> None:
    """From the list of the years, every act is found once, by its page and its twin, oldest publication first."""
    built, files = _registre(nom), _fichiers(nom)
    seen: list[str] = []
    for year in files["donnees/v1/actes.json"]["annees"]:
        own = [one for page in _suite(files, year["url"]) for one in page["actes"]]
        assert len(own) == year["nombre"]
        assert [one["publicite"] for one in own] == sorted(one["publicite"] for one in own)
        seen += [one["donnees"] for one in own]
    assert sorted(seen) == sorted(_REGLAGES.url(jumeau_de(f.adresse)) for f in built.fiches)
    held = [one for page in _suite(files, _REGLAGES.url("donnees/v1/seances.json")) for one in page["seances"]]
    assert [one["url"] for one in held] == [_REGLAGES.url(one.adresse) for one in built.seances[::-1]]
    assert {twin for one in held for twin in one["actes"]} <= set(seen)
    told = [one for page in _suite(files, _REGLAGES.url("donnees/v1/conventions.json")) for one in page["conventions"]]
    assert [one["url"] for one in told] == [_REGLAGES.url(f.adresse) for f in built.conventions[::-1]]


def _suite(files: dict[str, Any], url: str | None) -> Iterator[Any]:
    """A list, page after page."""
    rank = 1
    while url:
        page = files[url.removeprefix(_REGLAGES.site_url)]
        assert page["page"] == rank
        yield page
        url, rank = page["suivante"], rank + 1


@pytest.mark.parametrize("nom", _REGISTRES)
def test_un_resume_dit_comme_son_jumeau(nom: str) -> None:
    """An act in a list says nothing that its twin does not say."""
    twins = {said["url"]: said for _, said in _jumeaux(nom)}
    for kind, page in _listes(nom):
        for one in page["actes"] if kind == "actes" else ():
            twin = twins[one["url"]]
            same = ("type", "numero", "objet", "matiere", "date", "publicite", "executoire_le", "etat")
            assert [one[key] for key in same] == [twin[key] for key in same]
            assert one["seance"] == (twin["seance"] or {}).get("url")
            file = twin["document"] or {}
            assert (one["document"] or {}) == {key: value for key, value in file.items() if key != "nom"}


def test_la_source_et_la_licence() -> None:
    """What a reuser must tell is in each file (CRPA L322-1); the day is that of the acts."""
    newest = _registre("exemple").vies.vues_le
    assert newest
    for _, page in _listes("exemple"):
        assert page["source"] == _REGLAGES.site_name
        assert page["licence"] == {"nom": _REGLAGES.licence.libelle, "url": _REGLAGES.licence.url}
        assert page["mise_a_jour"] <= newest.isoformat()


def _nombreux(nombre: int) -> Registre:
    """A register of many acts with the longest words that are taken, in one year and one session."""
    built = _registre("vie")
    model = next(f for f in built.conventions)
    longest = "é\"'\u2028" * 250
    fiches = []
    for rank in range(nombre):
        told = {"objet": longest, "numero": "n" * 60, "adresse": f"{'a' * 60}-{rank:05}"}
        acte = model.acte.model_copy(update=told)
        page = f"{'h' * 40}/conventions/{'a' * 60}-{rank:05}/"
        fiches.append(replace(model, acte=acte, adresse=page))
    return Registre(built.collectivites, tuple(fiches), (), (), ())


def test_aucun_fichier_n_est_trop_lourd(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the words, no list passes the weight that a telephone reads at once; none is cut for nothing."""
    monkeypatch.setattr(Registre, "fiche", lambda *_: None)
    written = {address: write() for address, write in fichiers(_nombreux(400), _REGLAGES) if "/actes/" in address}
    assert len(written) > 1
    weights = [len(content.encode()) for content in written.values()]
    assert max(weights) <= POIDS
    assert sorted(weights)[len(weights) // 2] > POIDS // 2


def test_une_liste_vide_a_une_page() -> None:
    """What is empty is said to be empty."""
    assert [*tranches([], len)] == [[]]
    empty = {a: json.loads(w()) for a, w in fichiers(Registre((), (), (), (), ()), _REGLAGES)}
    assert empty["donnees/v1/seances.json"]["seances"] == []
    assert empty["donnees/v1/actes.json"] | {"licence": None, "source": None} == {
        "source": None,
        "licence": None,
        "mise_a_jour": None,
        "annees": [],
    }


def test_la_description_est_complete() -> None:
    """Each file that is written has a path in the OpenAPI document, which leads to the schema of that file."""
    said = _fichiers("exemple")["donnees/v1/openapi.json"]
    assert said["openapi"].startswith("3.1.")
    assert set(said["components"]["schemas"]) == set(definitions())
    refs = set(re.findall(r'"\$ref": "#/components/schemas/([^"]+)"', json.dumps(said)))
    assert refs <= set(said["components"]["schemas"])
    twins = [jumeau_de(f.adresse) for f in _registre("exemple").toutes]
    lists = [a for a in _fichiers("exemple") if "/schemas/" not in a and not a.endswith("openapi.json")]
    known = {re.compile("/" + re.sub(r"\{\w+\}", "[^/]+", path.strip("/"))) for path in said["paths"]}
    assert [a for a in (*twins, *lists) if not any(one.fullmatch(f"/{a}") for one in known)] == []
    for path, item in said["paths"].items():
        named = {one["name"] for one in item["get"].get("parameters", ())}
        assert named == set(re.findall(r"\{(\w+)\}", path))


def test_rien_de_non_public() -> None:
    """No word of a draft is in the lists."""
    assert "zygomatique" not in json.dumps(_fichiers("exemple"), ensure_ascii=False).lower()


def test_deux_fois_les_memes_octets() -> None:
    """Two readings of the same acts give the same bytes."""
    again = {a: w() for a, w in fichiers(build_registre(_REGISTRES["exemple"]), _REGLAGES)}
    assert again == {a: w() for a, w in fichiers(_registre("exemple"), _REGLAGES)}
