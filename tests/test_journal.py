"""The journal: what is recorded, what a change of one byte costs, and what a crash leaves."""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_outils import PROGRAMME, TUE, codes, journal, publier, remplacer
from pdf_fictif import ecrire_pdf
from recueil.journal.chaine import lire_chaine
from recueil.journal.ligne import (
    PREMIER,
    Identite,
    Ligne,
    Mouvement,
    Suivante,
    canonique,
    en_octets,
    enchainer,
    evidente,
)
from recueil.journal.mise_en_ligne import dater

_UN, _DEUX = "2026/2026-01-15/1.md", "2026/2026-01-15/2.md"


def test_chaque_acte_public_a_sa_ligne(inscrit: Path) -> None:
    """In the order of the publications, each line sealing the one before, with the fingerprints of the files served."""
    lines = [json.loads(line) for line in journal(inscrit).read_text(encoding="utf-8").splitlines()]
    assert [(line["rang"], line.get("acte")) for line in lines] == [
        (1, None),
        (2, "mairie/2026/1/"),
        (3, "mairie/conventions/2-convention/"),
        (4, "mairie/2026/2/"),
    ]
    assert (lines[0]["precedent"], lines[0]["cle"]) == (PREMIER, "mairie")
    assert lines[1]["publie_le"] == "2026-01-20"
    assert list(lines[1]["fichiers"]) == ["1.pdf"]
    assert codes(inscrit) == []


def test_recommencer_ne_change_rien(inscrit: Path) -> None:
    """Publishing again adds no line and changes no date."""
    before = journal(inscrit).read_bytes()
    assert publier(inscrit, le="2026-03-01").stdout == ""
    assert journal(inscrit).read_bytes() == before


def test_un_brouillon_choisi_est_mis_en_ligne(depot: Path) -> None:
    """Its day is that of the publication; nothing else of its file changes, and it is recorded."""
    path = depot / "mairie" / _UN
    remplacer(path, "publie_le: 2026-01-20\n", "")
    assert publier(depot, le="2026-02-01").returncode == 0
    assert "publie_le" not in path.read_text(encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    assert publier(depot, str(path), le="2026-02-02").returncode == 0
    assert path.read_text(encoding="utf-8").replace("publie_le: 2026-02-02\n", "") == before
    last = lire_chaine(journal(depot).read_bytes()).dernieres["mairie/2026/1/"]
    assert (last.acte, last.publie_le, last.inscrit_le) == ("mairie/2026/1/", "2026-02-02", "2026-02-02T12:00:00Z")


@pytest.mark.parametrize(("jour", "en_ligne"), [("2026-02-01", False), ("2026-02-02", True), ("2026-02-03", True)])
def test_une_mise_en_ligne_prevue(jour: str, *, en_ligne: bool, depot: Path) -> None:
    """It waits for its day, and then takes the day on which it is done."""
    path = depot / "mairie" / _UN
    remplacer(path, "publie_le: 2026-01-20", "publier_le: 2026-02-02")
    assert publier(depot, le=jour).returncode == 0
    assert (f"publie_le: {jour}" in path.read_text(encoding="utf-8")) is en_ligne


@pytest.mark.parametrize(
    ("territoire", "jour"),
    [("metropole", "2026-02-02"), ("martinique", "2026-02-01"), ("reunion", "2026-02-02")],
)
def test_le_jour_est_celui_de_la_collectivite(territoire: str, jour: str, depot: Path) -> None:
    """At 23:30 in UTC it is the next day in Paris, and the same in Fort-de-France."""
    path, authority = depot / "mairie" / _UN, depot / "mairie" / "collectivite.yml"
    authority.write_text(f"{authority.read_text(encoding='utf-8')}jours_feries: {territoire}\n", encoding="utf-8")
    remplacer(path, "publie_le: 2026-01-20\n", "")
    assert publier(depot, str(path), le="2026-02-01T23:30:00Z").returncode == 0
    assert f"publie_le: {jour}" in path.read_text(encoding="utf-8")


def test_un_brouillon_fautif_n_est_pas_mis_en_ligne(depot: Path) -> None:
    """What only warns in a draft would be an error once it is public."""
    path = depot / "mairie" / _UN
    remplacer(path, "publie_le: 2026-01-20\n", "")
    remplacer(path, "document: 1.pdf", "document: absent.pdf")
    done = publier(depot, str(path))
    assert (done.returncode, "DOC-01" in done.stderr) == (1, True)
    assert "publie_le" not in path.read_text(encoding="utf-8")
    assert not journal(depot).exists()


@pytest.mark.parametrize(
    ("change", "attendus"),
    [
        (lambda acts: remplacer(acts / "mairie" / _UN, "Tarif de la", "Tarif  de la"), ["JOURNAL-02"]),
        (lambda acts: (acts / "mairie/2026/2026-01-15/1.pdf").write_bytes(ecrire_pdf("autre")), ["JOURNAL-07"]),
        (lambda acts: remplacer(acts / "mairie" / _UN, "2026-01-20", "2026-01-19"), ["JOURNAL-02", "JOURNAL-04"]),
        (lambda acts: remplacer(acts / "mairie" / _UN, "numero: 1\n", "numero: 3\n"), ["JOURNAL-05", "JOURNAL-03"]),
        (lambda acts: remplacer(journal(acts), "2026-01-20", "2026-01-19"), ["JOURNAL-01"]),
        (lambda acts: journal(acts).write_bytes(_sans_ligne(journal(acts), 0)), ["JOURNAL-01"]),
        (lambda acts: journal(acts).write_bytes(_sans_ligne(journal(acts), 1)), ["JOURNAL-01"]),
        (lambda acts: journal(acts).write_bytes(journal(acts).read_bytes()[:-1]), ["JOURNAL-01"]),
    ],
)
def test_un_octet_change_se_voit(change: object, attendus: list[str], inscrit: Path) -> None:
    """In the text, in a PDF, in a date, in an address, in a line, or a line less."""
    assert callable(change)
    change(inscrit)
    assert sorted(codes(inscrit)) == sorted(attendus)


def _sans_ligne(path: Path, rank: int) -> bytes:
    lines = path.read_bytes().splitlines(keepends=True)
    return b"".join(lines[:rank] + lines[rank + 1 :])


@given(st.data())
def test_aucun_octet_d_une_ligne_ne_change_sans_faute(data: st.DataObject) -> None:
    """Whatever the byte, and whatever it becomes: the chain has a fault, or its head is another."""
    written = _ecrites(4)
    at = data.draw(st.integers(0, len(written) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != written[at]))
    changed = written[:at] + bytes([other]) + written[at + 1 :]
    kept = lire_chaine(written)
    found = lire_chaine(changed)
    assert found.faute or found.tete != kept.tete


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)


@given(_JSON, st.booleans())
def test_la_forme_evidente_est_la_seule(value: object, ordered: bool) -> None:  # noqa: FBT001 (drawn)
    """What is taken at a glance for the one form of RFC 8785 is what its library writes."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=ordered)
    octets = written.encode(errors="surrogatepass")
    if evidente(json.loads(written), octets):
        assert canonique(json.loads(written)) == octets


def test_une_ligne_usuelle_est_evidente() -> None:
    """Digits beside a letter, in a seal or in the name of a file, are no number: no line went the short way."""
    for written in _ecrites(3).splitlines():
        assert evidente(json.loads(written), written)
    said = {"fichiers": {"2016-0006.pdf": "7e" * 32, "1.5": "1234567890123456"}, "rang": 12}
    assert evidente(said, canonique(said))


@pytest.mark.parametrize("value", [1.0, -0.5, 1e21, float("inf"), [float("nan")], 10**16, [2.5], {"a": -(10**17)}])
def test_un_nombre_rare_n_est_pas_evident(value: object) -> None:
    """Their form is not the same in Python and in RFC 8785 (3.2.2.3): the library tells."""
    assert not evidente(value, json.dumps(value, separators=(",", ":")).encode())


def _ecrites(number: int) -> bytes:
    lines: tuple[Ligne, ...] = ()
    said = {"evenement": "publie", "seance": "", "publie_le": "2026-01-01", "fichiers": {}, "donnees": "ab" * 32}
    acts: list[Suivante] = [
        (Mouvement, said | {"acte": f"m/2026/{rank}/", "texte": "cd" * 32}) for rank in range(2, number + 1)
    ]
    first: Suivante = (Identite, {"cle": "m", "nom": "M", "siren": "1", "donnees": "ef" * 32})
    for day, next_one in enumerate([first, *acts], start=1):
        lines = (*lines, *enchainer(lines, f"2026-01-0{day}T12:00:00Z", [next_one]))
    return en_octets(lines)


def test_un_changement_voulu_s_inscrit(inscrit: Path) -> None:
    """A rectification, an annexe and an emptied page are lines of their own; the first line stays what it was."""
    first = journal(inscrit).read_bytes()
    remplacer(inscrit / "mairie" / _UN, "Tarif de la salle", "Tarif de la grande salle")
    assert "rectifie, mairie/2026/1/" in publier(inscrit, le="2026-02-02").stdout
    annexe = "annexes:\n  - titre: Plan\n    fichier: plan.pdf\npublie_le"
    (inscrit / "mairie/2026/2026-01-15/plan.pdf").write_bytes(ecrire_pdf("plan"))
    remplacer(inscrit / "mairie" / _UN, "publie_le", annexe)
    assert "annexe_ajoutee, mairie/2026/1/" in publier(inscrit, le="2026-02-03").stdout
    remplacer(inscrit / "mairie" / _UN, "publie_le", "depublie:\n  le: 2026-02-04\n  motif: secret\npublie_le")
    assert "retire, mairie/2026/1/" in publier(inscrit, le="2026-02-04").stdout
    assert journal(inscrit).read_bytes().startswith(first)
    assert codes(inscrit) == []


def test_une_horloge_en_retard_est_refusee(inscrit: Path) -> None:
    """A line is never older than the one before it."""
    remplacer(inscrit / "mairie" / _UN, "Tarif de la salle", "Tarif de la grande salle")
    before = journal(inscrit).read_bytes()
    done = publier(inscrit, le="2026-01-31")
    assert (done.returncode, "en retard" in done.stderr) == (2, True)
    assert journal(inscrit).read_bytes() == before


@pytest.mark.parametrize("writes", range(4))
def test_tue_au_milieu_la_meme_commande_repare(writes: int, depot: Path) -> None:
    """Killed before any of its writes, nothing is half done: run again, it ends in the same bytes."""
    path = depot / "mairie" / _UN
    remplacer(path, "publie_le: 2026-01-20", "publier_le: 2026-02-01")
    arguments = [str(PROGRAMME), "--actes", str(depot), "--le", "2026-02-01"]
    killed = subprocess.run([sys.executable, "-c", TUE, str(writes), *arguments], capture_output=True, check=False)
    assert killed.returncode == -9
    assert path.read_text(encoding="utf-8").count("publi") in {1, 2}
    assert publier(depot, le="2026-02-01").returncode == 0
    assert codes(depot) == []
    chain = lire_chaine(journal(depot).read_bytes())
    assert sorted(chain.premieres) == ["mairie/2026/1/", "mairie/2026/2/", "mairie/conventions/2-convention/"]
    assert len(chain.lignes) == 4


def test_deux_a_la_fois(depot: Path) -> None:
    """The second waits for the first, and finds nothing left to record."""
    command = [sys.executable, str(PROGRAMME), "--actes", str(depot), "--le", "2026-02-01"]
    runs = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(3)]
    assert [run.wait() for run in runs] == [0, 0, 0]
    chain = lire_chaine(journal(depot).read_bytes())
    assert (len(chain.lignes), chain.faute) == (4, "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\ntype: x\n---\n\nTexte\n", "---\ntype: x\npublie_le: 2026-02-01\n---\n\nTexte\n"),
        ("---\npublier_le: 2026-02-01\ntype: x\n---\n", "---\npublie_le: 2026-02-01\ntype: x\n---\n"),
        ("---\npublie_le:\ntype: x\n---\n", "---\npublie_le: 2026-02-01\ntype: x\n---\n"),
        ("type: x", "type: x\npublie_le: 2026-02-01\n"),
    ],
)
def test_dater(before: str, after: str) -> None:
    """One line is written, in its place; the text of the act is never touched."""
    assert dater(before, date(2026, 2, 1)) == after


def test_la_forme_canonique_est_celle_de_la_norme() -> None:
    """RFC 8785: keys in order, no blanks, characters as they are."""
    assert canonique({"é": "à", "a": [1, None, True]}) == '{"a":[1,null,true],"é":"à"}'.encode()


def test_un_journal_abime_ne_s_allonge_pas(inscrit: Path) -> None:
    """Nothing is added after a line that cannot be trusted, even for one act alone."""
    remplacer(journal(inscrit), "2026-01-20", "2026-01-19")
    remplacer(inscrit / "mairie" / _UN, "Tarif de la salle", "Tarif de la grande salle")
    before = journal(inscrit).read_bytes()
    for arguments in ((), (str(inscrit / "mairie" / _UN),)):
        assert publier(inscrit, *arguments, le="2026-03-01").returncode in {1, 2}
        assert journal(inscrit).read_bytes() == before


def test_un_seul_acte_choisi_n_inscrit_que_lui(depot: Path) -> None:
    """The others wait for their turn."""
    assert publier(depot, str(depot / "mairie" / _DEUX)).returncode == 0
    assert list(lire_chaine(journal(depot).read_bytes()).premieres) == ["mairie/2026/2/"]


@pytest.mark.parametrize(
    "typed",
    ["publie_le: # plus tard\n", 'publie_le: ""\n', "publie_le: \n", "publier_le:\n  2026-02-02\n"],
)
def test_un_en_tete_que_la_date_gaterait_est_refuse_ou_reste_sain(typed: str, depot: Path) -> None:
    """The file is read back before it is written: it says what it said and its day, or nothing is done."""
    path = depot / "mairie" / _UN
    remplacer(path, "publie_le: 2026-01-20\n", typed)
    before = path.read_bytes()
    done = publier(depot, str(path))
    assert "Traceback" not in done.stderr
    if done.returncode:
        assert path.read_bytes() == before
    else:
        assert path.read_text(encoding="utf-8").count("publie_le: 2026-02-01\n") == 1
        assert set(codes(depot)) <= {"JOURNAL-05"}


@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_les_fins_de_ligne_et_la_marque_restent(mark: str, depot: Path) -> None:
    """An old editor's signs are kept as they are, and the text of the act is not touched."""
    path = depot / "mairie" / _UN
    text = path.read_text(encoding="utf-8").replace("publie_le: 2026-01-20\n", "")
    path.write_bytes((mark + text.replace("\n", "\r\n")).encode())
    assert publier(depot, str(path)).returncode == 0
    written = path.read_bytes().decode()
    assert written.replace("publie_le: 2026-02-01\r\n", "") == mark + text.replace("\n", "\r\n")


def test_rien_n_est_date_si_le_journal_ne_peut_l_inscrire(inscrit: Path) -> None:
    """A clock behind, or a journal that is cut, is told before any file is written."""
    path = inscrit / "mairie/2026/2026-01-15/3.md"
    text = (inscrit / "mairie" / _UN).read_text(encoding="utf-8").replace("numero: 1\n", "numero: 3\n")
    path.write_text(text.replace("publie_le: 2026-01-20\n", "").replace("-1-DE", "-3-DE"), encoding="utf-8")
    before = path.read_bytes()
    assert publier(inscrit, str(path), le="2026-01-31").returncode == 2
    assert path.read_bytes() == before
    journal(inscrit).write_bytes(journal(inscrit).read_bytes()[:-1])
    assert publier(inscrit, str(path)).returncode == 2
    assert path.read_bytes() == before


def test_un_acte_ne_prend_pas_la_ligne_d_un_autre(inscrit: Path) -> None:
    """A draft that would have the address of an act that is recorded is not published."""
    folder = inscrit / "mairie/2026/2026-03-15"
    folder.mkdir()
    text = (inscrit / "mairie" / _UN).read_text(encoding="utf-8").replace("publie_le: 2026-01-20\n", "")
    (folder / "1.pdf").write_bytes(ecrire_pdf("autre"))
    bare = re.sub(r"controle_legalite:\n(  .*\n)+", "", text)
    (folder / "1.md").write_text(bare.replace("type:", "date: 2026-03-15\ntype:"), encoding="utf-8")
    before = journal(inscrit).read_bytes()
    assert publier(inscrit, str(folder / "1.md"), le="2026-04-01").returncode == 2
    assert journal(inscrit).read_bytes() == before


def test_un_acte_individuel_n_est_pas_mis_en_ligne(depot: Path) -> None:
    """Its day has come, and it stays a draft: it is notified, not published."""
    path = depot / "mairie" / _UN
    remplacer(path, "publie_le: 2026-01-20", "publier_le: 2026-01-21\nnotifie_le: 2026-01-21")
    assert publier(depot).returncode == 0
    assert "publie_le" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("inscrit_le", 5),
        ("inscrit_le", "zzz"),
        ("fichiers", []),
        ("acte", [1]),
        ("publie_le", "demain"),
        ("rang", True),
    ],
)
def test_une_ligne_faite_a_la_main_est_refusee(field: str, value: object, inscrit: Path) -> None:
    """Even sealed again: each field is of its kind, and no program stumbles on it."""
    line = json.loads(journal(inscrit).read_bytes().splitlines()[0])
    journal(inscrit).write_bytes(canonique(line | {field: value}) + b"\n")
    assert codes(inscrit) == ["JOURNAL-01"]


def test_un_journal_vide_est_une_faute(inscrit: Path) -> None:
    """Emptied, it would begin again without a word."""
    journal(inscrit).write_bytes(b"")
    assert codes(inscrit) == ["JOURNAL-01"]
