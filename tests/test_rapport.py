"""The forms of a report: annotations, JSON, SARIF, and what a change adds."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from recueil.anomalie import Anomalie, Lieu, Severite
from recueil.catalogue import FICHES
from recueil.rapport import en_annotation, en_json, lire_json, nouvelles
from recueil.sarif import EMPREINTE, en_sarif

_SITE = "https://exemple.example/actes/"
_VOIX = Anomalie(Lieu("acts/m/1.md", 15, 1), "VOTE-02", "les voix ne font pas le compte", "CGCT L2121-20")
_RECU = Anomalie(Lieu("acts/m/é 1.md", 3, 2), "DATE-03", "trop tôt", derogation="Le tampon le dit.")

_textes = st.text(st.characters(exclude_categories=["Cs"]))
_anomalies = st.lists(
    st.builds(
        Anomalie,
        st.builds(Lieu, st.sampled_from(["acts/a.md", "acts/b.md"]), st.integers(1, 99), st.integers(1, 99)),
        st.sampled_from([fiche.code for fiche in FICHES]),
        st.sampled_from(["faute", "déjà ligne 3", "déjà ligne 4"]) | _textes,
        _textes,
        st.sampled_from(Severite),
        st.sampled_from(["", "Motif."]),
    )
)


def _run(*found: Anomalie, site: str = _SITE) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(en_sarif(found, site))["runs"][0]
    return run


def test_une_annotation_ne_peut_pas_en_cacher_une_autre() -> None:
    """What a file holds cannot forge a workflow command: line ends and separators are escaped."""
    found = Anomalie(Lieu("a,b:c.md", 2, 3), "X-01", "un\n::error::deux 100 %", severite=Severite.AVERTISSEMENT)
    line = en_annotation(found)
    assert "\n" not in line
    assert line == "::warning file=a%2Cb%3Ac.md,line=2,col=3,title=X-01::un%0A::error::deux 100 %25"


@given(_anomalies)
def test_json_aller_et_retour(found: list[Anomalie]) -> None:
    """A report read again gives the findings that it was made of."""
    assert list(lire_json(en_json(found, ()))) == sorted(found)


@given(_anomalies, _anomalies)
def test_seul_le_nouveau(avant: list[Anomalie], ajoutees: list[Anomalie]) -> None:
    """Nothing is new in what was known; what is added is counted, whatever was there."""
    assert nouvelles(avant, avant) == ()
    assert len(nouvelles([*avant, *ajoutees], avant)) == len(ajoutees)


def test_deux_pareilles_dont_une_connue() -> None:
    """Two equal findings, one before: one is new; the lines, in the message too, and the folder's name do not count."""
    first = Anomalie(Lieu("acts/a.md", 3), "YAML-02", "écrite deux fois (déjà ligne 2)")
    second = Anomalie(Lieu("acts/a.md", 9), "YAML-02", "écrite deux fois (déjà ligne 2)")
    before = Anomalie(Lieu("avant/a.md", 30), "YAML-02", "écrite deux fois (déjà ligne 12)")
    assert nouvelles([first, second], [before]) == (second,)


def test_sarif_toutes_les_regles() -> None:
    """Every rule is described, at its place in the page of the rules, and no path of this machine is told."""
    driver = _run()["tool"]["driver"]
    assert driver["name"] == "Recueil"
    assert [rule["id"] for rule in driver["rules"]] == [fiche.code for fiche in FICHES]
    for rule, fiche in zip(driver["rules"], FICHES, strict=True):
        assert rule["shortDescription"]["text"] == fiche.enonce
        assert fiche.enonce in rule["fullDescription"]["text"]
        assert set(rule["help"]) == {"text", "markdown"}
        assert rule["helpUri"] == f"{_SITE}regles/#{fiche.ancre}"
        assert rule["defaultConfiguration"]["level"] == ("error" if fiche.bloque else "warning")
        assert ("derogeable" in rule["properties"]["tags"]) is fiche.derogeable
    assert "helpUri" not in _run(site="")["tool"]["driver"]["rules"][0]


def test_sarif_resultats() -> None:
    """A result says its rule, its weight, its place, and why it is waived."""
    voix, recu = _run(_VOIX, _RECU)["results"]
    rules = _run()["tool"]["driver"]["rules"]
    assert (voix["ruleId"], voix["level"]) == ("VOTE-02", "error")
    assert rules[voix["ruleIndex"]]["id"] == "VOTE-02"
    assert voix["message"]["text"] == "les voix ne font pas le compte (CGCT L2121-20)"
    place = voix["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "acts/m/1.md", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 15, "startColumn": 1}
    assert "suppressions" not in voix
    assert recu["suppressions"] == [{"kind": "inSource", "justification": "Le tampon le dit."}]
    assert recu["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "acts/m/%C3%A9%201.md"


def test_sarif_empreintes() -> None:
    """A fingerprint does not change with the line, and tells two equal findings of a file apart."""
    moved = Anomalie(Lieu("acts/m/1.md", 40, 1), _VOIX.code, _VOIX.message, _VOIX.reference)
    (alone,), (first, second) = _run(moved)["results"], _run(_VOIX, moved)["results"]
    assert alone["partialFingerprints"] == first["partialFingerprints"]
    assert first["partialFingerprints"][EMPREINTE] != second["partialFingerprints"][EMPREINTE]


def test_sarif_rien_n_est_un_lien_ni_une_place_a_remplir() -> None:
    """What a file holds is shown as it is: braces are doubled and no link is made, as SARIF asks."""
    found = Anomalie(Lieu("acts/a.md"), "TEXTE-01", "la formule « m^{2} », [ici](https://exemple.example)")
    text = _run(found)["results"][0]["message"]["text"]
    assert text == "la formule « m^{{2}} », [ici\\](https://exemple.example)"
