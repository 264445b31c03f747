"""Reading a file: text stays text, every field has its place, nothing crashes."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recueil.source import SourceIllisible, read_source, semble_publie


def _write(folder: Path, content: str | bytes, name: str = "a.md") -> tuple[Path, Path]:
    acts = folder / "acts"
    acts.mkdir(exist_ok=True)
    path = acts / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path, acts


def _read_or_placed(path: Path, acts: Path) -> bool:
    """Whether a file is read, or refused with a place that an editor can show."""
    try:
        read_source(path, acts)
    except SourceIllisible as error:
        return bool(error.anomalies) and all(a.lieu.line >= 1 and a.lieu.column >= 1 for a in error.anomalies)
    return True


def test_les_valeurs_restent_du_texte(tmp_path: Path) -> None:
    """What YAML would turn into other things stays what was typed."""
    head = "departement: 062\nmatiere: 7.10\nheure: 18:30\nnumero: 007\nreponse: non\njour: 2026-02-30\n"
    source = read_source(*_write(tmp_path, head, "a.yml"))
    assert source.champs == {
        "departement": "062",
        "matiere": "7.10",
        "heure": "18:30",
        "numero": "007",
        "reponse": "non",
        "jour": "2026-02-30",
    }


def test_les_places(tmp_path: Path) -> None:
    """Lines and columns are those that an editor shows, deep fields and items included."""
    path, acts = _write(tmp_path, "---\ntype: x\nvotes:\n  pour: 1\npresents:\n  - A\n  - B\n---\nTexte\n")
    source = read_source(path, acts)
    assert str(source.origine.lieu("votes", "pour")) == "acts/a.md:4:3"
    assert str(source.origine.lieu("presents", 1)) == "acts/a.md:7:5"
    assert str(source.origine.lieu("votes", "absent")) == "acts/a.md:3:1"
    assert (source.texte, source.ligne_texte) == ("Texte\n", 9)


def test_fins_de_ligne_et_marque(tmp_path: Path) -> None:
    """A file saved by Windows, with its mark and its line ends, is read as any other."""
    source = read_source(*_write(tmp_path, b"\xef\xbb\xbf---\r\ntype: x\r\n---\r\nTexte\r\n"))
    assert (source.champs, source.texte) == ({"type": "x"}, "Texte\n")


def test_un_autre_codage_est_dit(tmp_path: Path) -> None:
    """A file in another encoding is refused with the way to save it."""
    with pytest.raises(SourceIllisible) as caught:
        read_source(*_write(tmp_path, "---\nobjet: été\n---\n".encode("latin-1")))
    assert str(caught.value.anomalies[0]).startswith("acts/a.md:1:1: [FICHIER-01] ce fichier n'est pas")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(st.text(max_size=200))
def test_rien_ne_fait_tomber_la_lecture(tmp_path: Path, content: str) -> None:
    """Any text is either read or refused with a place; never a crash."""
    encoded = content.encode("utf-8", errors="ignore")
    for name in ("a.yml", "a.md"):
        assert _read_or_placed(*_write(tmp_path, encoded, name))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(
    st.lists(st.sampled_from(["a: 1", "b:", "  - x", "- y", "  c: d", '"', "'", "&a z", "*a", "? k", "<<: *a", "\t"]))
)
def test_yaml_casse(tmp_path: Path, lines: list[str]) -> None:
    """Pieces of YAML put together anyhow are read or refused with a place."""
    assert _read_or_placed(*_write(tmp_path, "\n".join(lines), "a.yml"))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("publie_le: 2026-01-01", True),
        ("  publié_le : 2026-01-01", True),
        ('"publie_le": 2026-01-01', True),
        ("affiche_le: 2026-01-01", False),
        ("document_de_reference: oui", True),
        ("publie_le:", False),
        ("publie_le:\nobjet: x", False),
        ("publie_le: # plus tard", False),
        ("objet: à publier", False),
    ],
)
def test_brouillon_ou_non(content: str, *, expected: bool) -> None:
    """Only a file in which no date of publication is typed is a draft, however badly the rest is written."""
    assert semble_publie(content, affichage=False) is expected
    assert semble_publie(f"---\n{content}\n---\nPublié le : 12 mai\n", affichage=False) is expected


def test_l_affichage_publie_sous_son_regime() -> None:
    """The day of posting asks for publication where posting is what publishes."""
    assert semble_publie("affiche_le: 2026-01-01", affichage=True)
