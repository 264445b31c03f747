"""What the « Vu » of acts cite: cases that a jurist can read, the acts of this register, and random texts."""

from itertools import pairwise
from time import process_time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from outils import ACTES, RACINE
from recueil.citations import Citation, Sorte, citations, index
from recueil.citations.autres import FORMES, Forme
from recueil.citations.codes import CODES, Code

_CAS = yaml.safe_load((RACINE / "tests" / "citations.yml").read_text(encoding="utf-8"))


def _dit(cited: Citation) -> str:
    articles = f" | {', '.join(cited.articles)}" if cited.articles else ""
    return f"{cited.texte.titre}{articles}{' (titre)' if cited.dans_un_titre else ''}"


@pytest.mark.parametrize("case", _CAS, ids=lambda case: case["vu"][:60])
def test_cas(case: dict[str, str | list[str]]) -> None:
    """A « Vu » cites these texts, with these articles."""
    assert [_dit(cited) for cited in citations(str(case["vu"]))] == case["cite"]


@pytest.mark.parametrize("form", FORMES, ids=lambda form: form.exemple)
def test_formes(form: Forme) -> None:
    """The example of each wording gives the kind and the key that are beside it."""
    (cited,) = citations(f"Vu l'{form.exemple},")
    assert (cited.texte.sorte, cited.texte.cle) == (form.sorte, form.attendu)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.titre)
def test_codes(code: Code) -> None:
    """Each code is found by its title, in capitals too, by its other names and by its initials, with one key."""
    names = (code.titre, code.titre.upper(), *code.noms, *code.sigles)
    found = [citations(f"Vu le {name}, notamment son article L. 12-3,") for name in names]
    assert {(cited.texte.titre, cited.articles) for (cited,) in found} == {(code.titre, ("L12-3",))}
    assert len({cited.texte.cle for (cited,) in found}) == 1


def test_cles_des_codes() -> None:
    """No two codes share a key or an address."""
    texts = [citations(f"Vu le {code.titre}")[0].texte for code in CODES]
    assert len({text.cle for text in texts}) == len(texts)
    links = [text.lien for text in texts if text.lien]
    assert len(set(links)) == len(links) == len(texts) - 1
    assert all(link.startswith("https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT0000") for link in links)


@pytest.mark.parametrize(
    ("vu", "link"),
    [
        ("la loi n° 2015-991 du 7 août 2015", "loi/2015/8/7/2015-991"),
        ("l'ordonnance n° 2021-1310 du 7 octobre 2021", "ordonnance/2021/10/7/2021-1310"),
        ("le décret n° 2015-543 du 18 mai 2015", "decret/2015/5/18/2015-543"),
        ("la loi n° 2015-991", ""),  # no day, no address
        ("la loi n° 2014-991 du 7 août 2015", ""),  # the number and the day disagree
        ("la loi n° 15-991 du 7 août 2015", ""),
        ("la loi n° 2015-991 du 31 février 2015", ""),
        ("la loi n° 2004-809 du 13 août 2004", ""),  # before the ELI of Légifrance
        ("la loi n° 84-53 du 26 janvier 1984", ""),
        ("le décret n° 875-643 du 26 juin 1985", ""),
        ("la loi organique n° 2019-221 du 23 mars 2019", ""),  # its ELI has another type
    ],
)
def test_liens(vu: str, link: str) -> None:
    """An address is made only where it is certain."""
    (cited,) = citations(f"Vu {vu},")
    assert cited.texte.lien == (f"https://www.legifrance.gouv.fr/eli/{link}/jo/texte" if link else "")


def test_meme_texte_meme_cle() -> None:
    """Spellings of one law lead to one page."""
    spellings = (
        "loi n°84-53 du 26 janvier 1984",
        "Loi N° 84-53",
        "loi 84-53 du 26 janvier 1984",
        "LOI n° 84–53",
        "loi n]84-53",
        "loi n° 1984-53 du 26.01.1984",
        "loi du 26 janvier 1984 n° 84-53",
    )
    assert {citations(f"Vu la {words}")[0].texte.cle for words in spellings} == {"loi-84-53"}


def test_mots_et_visa() -> None:
    """The words of the source are kept, with their fault, and give what finds the act of the register."""
    cited = citations("Vu  la délibération\nn°2025/60 du 09 octobre 2025 instaurant la prestation ;")[0]
    assert cited.mots == "délibération n°2025/60 du 09 octobre 2025"
    assert cited.visa == "Vu la délibération n°2025/60 du 09 octobre 2025 instaurant la prestation ;"
    assert (cited.texte.numero, str(cited.texte.jour), cited.texte.sorte.locale) == ("2025/60", "2025-10-09", True)
    assert citations("Vu le décret n°875-643 du 26 juin 1985")[0].mots == "décret n°875-643 du 26 juin 1985"


_CONVENTION_607 = [
    "Code général des collectivités territoriales",
    "Code général de la fonction publique",
    "Code des postes et des communications électroniques",
    "Décret n° 85-643 du 26 juin 1985",
    "Loi n° 84-53 du 26 janvier 1984 (titre)",
]
_CONVENTION_605 = [
    "Code général des collectivités territoriales | L2131-1, L3131-1, L4141-1",
    "Loi n° 84-53 du 26 janvier 1984",
    "Décret n° 85-643 du 26 juin 1985",
    "Loi n° 84-53 du 26 janvier 1984 (titre)",
]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("2026/2026-02-11/605.md", [s.replace("85-643", "875-643") for s in _CONVENTION_605]),
        ("2026/2026-02-11/605-convention.md", _CONVENTION_605),
        ("2026/2026-02-11/607.md", _CONVENTION_607),
        ("2026/2026-02-11/607-convention.md", [*_CONVENTION_607, "Délibération n° 2025/60 du 9 octobre 2025"]),
        ("references/modele-e-administration-2024.md", _CONVENTION_605),
    ],
)
def test_actes_reels(path: str, expected: list[str]) -> None:
    """Every « Vu » of the three documents that founded the register."""
    text = (ACTES / "scota" / path).read_text(encoding="utf-8").split("\n---\n", 1)[1]
    assert [_dit(cited) for cited in citations(text)] == expected


def test_index() -> None:
    """Codes by name, then laws by date; per text and per article, the acts in the order they came."""
    acts = {
        "a": "Vu la loi n° 2015-991 du 7 août 2015,\nVu le CGCT, articles L. 2121-29 et L. 2121-9,",
        "b": "Vu la loi n° 84-53,\nVu le code civil,\nVu la délibération n° 3 du 4 mai 2020,\nVu la délibération n° 4",
        "c": "Vu la loi n° 84-53 du 26 janvier 1984,\nVu le CGCT, article L2121-29,\nVu le CGCT, article L2121-29,",
    }
    found = index((name, citations(text)) for name, text in acts.items())
    assert [(entry.texte.titre, entry.actes) for entry in found] == [
        ("Code civil", ("b",)),
        ("Code général des collectivités territoriales", ("a", "c")),
        ("Loi n° 84-53 du 26 janvier 1984", ("b", "c")),
        ("Loi n° 2015-991 du 7 août 2015", ("a",)),
        ("Délibération n° 3 du 4 mai 2020", ("b",)),
    ]
    assert [(article.nom, article.actes) for article in found[1].articles] == [
        ("L2121-9", ("a",)),
        ("L2121-29", ("a", "c")),
    ]


def test_index_de_dates_contraires() -> None:
    """Acts that give two days to one law leave it without a day: nothing is guessed."""
    texts = ("Vu la loi n° 2015-991 du 7 août 2015", "Vu la loi n° 2015-991 du 8 août 2015")
    (entry,) = index((number, citations(text)) for number, text in enumerate(texts))
    assert (entry.texte.titre, entry.texte.jour, entry.texte.lien) == ("Loi n° 2015-991", None, "")
    assert entry.actes == (0, 1)


_MORCEAUX = st.sampled_from(
    [
        *(
            "Vu ",
            "VU :\n",
            "\n",
            "\n\n",
            "- ",
            "Visas\n",
            "Considérant ",
            "le ",
            "la ",
            "du ",
            ", ",
            " et ",
            " ; ",
            " à ",
        ),
        *("code civil", "CGCT", "code général des collectivités territoriales", "article ", "articles ", "L. 2121-29"),
        *("R*421-1", "loi n° 84-53", " du 26 janvier 1984", "décret n°875-643", "n]84-53", "loi du 1^er^ juillet 1901"),
        *(
            "délibération ",
            "n° 2025/60",
            "arrêté préfectoral ",
            "relatif à ",
            "règlement (UE) 2016/679",
            "1er",
            "4°",
            "12",
        ),
    ]
)
_TEXTES = st.lists(_MORCEAUX | st.text(max_size=5), max_size=40).map("".join)


@given(_TEXTES)
def test_mots_dans_le_texte(text: str) -> None:
    """Whatever the text, what is said to be its words is in it, in its order, and keys are fit for an address."""
    found = citations(text)
    words = " ".join(text.split())
    for cited in found:
        assert cited.mots in cited.visa
        assert cited.visa in words
        assert cited.texte.cle.replace("-", "").isalnum()
        assert cited.texte.cle.isascii()
    assert all(entry.actes == (1,) for entry in index([(1, found)]))


@given(_TEXTES)
def test_index_trie(text: str) -> None:
    """Each text is once in the index, and kinds do not mix."""
    entries = index([(text, citations(text))])
    kinds = [list(Sorte).index(entry.texte.sorte) for entry in entries]
    assert all(before <= after for before, after in pairwise(kinds))
    assert len({entry.texte.cle for entry in entries}) == len(entries)


@pytest.mark.parametrize(
    "piece",
    [
        "Vu le code, ",
        "Vu le code,\n",
        "Vu le code général des collectivités territoriales, article L. 2121-29, ",
        "articles L. 2121-29, L. 2121-30 et ",
        "Vu la loi n° 84-53 du 26 janvier 1984 relative à la loi ",
        "Vu la délibération du conseil de la commune de ",
        "délibération ",
        "- ",
        "* ",
        "Vu :\n- ",
        "1. ",
        " ",
        "n° ",
        "L",
        "9",
        "9-",
        "(",
        "loi ",
        "du 1 ",
        "code général de ",
    ],
)
def test_temps_lineaire(piece: str) -> None:
    """No text takes long, whatever is repeated in it."""
    text = f"Vu {piece * (200_000 // len(piece))}"
    start = process_time()
    citations(text)
    assert process_time() - start < 10


def test_longue_liste() -> None:
    """Two hundred kilobytes of codes that do not exist are read in less than a second, and cite nothing."""
    start = process_time()
    assert citations("Vu le code, " * 17_000) == ()
    assert process_time() - start < 5
