"""What a change is called in the journal, what it may not do in silence, and what the sealing rests on."""

import hashlib
import json
from pathlib import Path

import pytest
import yaml

from journal_outils import codes, journal, publier, remplacer
from pdf_fictif import ecrire_pdf
from recueil.journal.chaine import Chaine, lire_chaine

_DOSSIER = "mairie/2026/2026-01-15"
_REMPLACE = """\
fichiers_remplaces:
  - publie_le: 2026-01-20
    remplace_le: 2026-02-02
    motif: {motif}
    {ancien}
publie_le"""


def _chaine(acts: Path) -> Chaine:
    return lire_chaine(journal(acts).read_bytes())


def _dernier(acts: Path) -> str:
    return _chaine(acts).dernieres["mairie/2026/1/"].evenement


def test_un_pdf_remplace_sans_le_dire_bloque_et_publier_ne_le_couvre_pas(inscrit: Path) -> None:
    """Other bytes under the same name: the finding gives the fingerprint to note, and nothing is recorded before."""
    (inscrit / _DOSSIER / "1.pdf").write_bytes(ecrire_pdf("autre"))
    old = _chaine(inscrit).dernieres["mairie/2026/1/"].fichiers["1.pdf"]
    before = journal(inscrit).read_bytes()
    done = publier(inscrit, le="2026-02-02")
    assert (done.returncode, f"sha256: {old}" in done.stderr) == (1, True)
    assert journal(inscrit).read_bytes() == before


@pytest.mark.parametrize(("motif", "nature"), [("erreur_materielle", "rectifie"), ("secret", "occulte")])
def test_un_pdf_remplace_en_le_disant(motif: str, nature: str, inscrit: Path) -> None:
    """With the fingerprint of the old one noted, the line says whether it was corrected or hidden."""
    old = _chaine(inscrit).dernieres["mairie/2026/1/"].fichiers["1.pdf"]
    (inscrit / _DOSSIER / "1.pdf").write_bytes(ecrire_pdf("autre"))
    said = _REMPLACE.format(motif=motif, ancien=f"sha256: {old}")
    remplacer(inscrit / _DOSSIER / "1.md", "publie_le", said)
    assert publier(inscrit, le="2026-02-02").returncode == 0
    assert _dernier(inscrit) == nature
    assert codes(inscrit) == []


def test_un_ancien_pdf_garde_est_une_rectification(inscrit: Path) -> None:
    """The old file served beside the new one is not an annexe."""
    (inscrit / _DOSSIER / "1.pdf").rename(inscrit / _DOSSIER / "1-initial.pdf")
    (inscrit / _DOSSIER / "1.pdf").write_bytes(ecrire_pdf("autre"))
    said = _REMPLACE.format(motif="erreur_materielle", ancien="fichier: 1-initial.pdf")
    remplacer(inscrit / _DOSSIER / "1.md", "publie_le", said)
    assert publier(inscrit, le="2026-02-02").returncode == 0
    assert _dernier(inscrit) == "rectifie"


def test_une_annexe_remplacee_se_dit_aussi(inscrit: Path) -> None:
    """An annexe came later than the act: its own dates follow one another."""
    annexe = "annexes:\n  - titre: Plan\n    fichier: plan.pdf\npublie_le"
    (inscrit / _DOSSIER / "plan.pdf").write_bytes(ecrire_pdf("plan"))
    remplacer(inscrit / _DOSSIER / "1.md", "publie_le", annexe)
    assert publier(inscrit, le="2026-02-02").returncode == 0
    assert _dernier(inscrit) == "annexe_ajoutee"
    old = _chaine(inscrit).dernieres["mairie/2026/1/"].fichiers["plan.pdf"]
    (inscrit / _DOSSIER / "plan.pdf").write_bytes(ecrire_pdf("autre plan"))
    assert codes(inscrit) == ["JOURNAL-07"]
    said = _REMPLACE.replace("2026-01-20", "2026-02-02").format(motif="erreur_materielle", ancien=f"sha256: {old}")
    remplacer(inscrit / _DOSSIER / "1.md", "publie_le", said.replace("    motif", "    annexe: Plan\n    motif"))
    assert publier(inscrit, le="2026-02-03").returncode == 0
    assert _dernier(inscrit) == "rectifie"


def test_un_texte_change_avec_une_annexe_est_une_rectification(inscrit: Path) -> None:
    """What changes the words of the act is never called an annexe."""
    (inscrit / _DOSSIER / "plan.pdf").write_bytes(ecrire_pdf("plan"))
    path = inscrit / _DOSSIER / "1.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nUne phrase de plus.\n", encoding="utf-8")
    remplacer(path, "publie_le", "annexes:\n  - titre: Plan\n    fichier: plan.pdf\npublie_le")
    assert publier(inscrit, le="2026-02-02").returncode == 0
    assert _dernier(inscrit) == "rectifie"


def test_une_page_videe_puis_retablie(inscrit: Path) -> None:
    """Both are told, and the bytes that come back are the same."""
    path = inscrit / _DOSSIER / "1.md"
    gone = "depublie:\n  le: 2026-02-02\n  motif: secret\npublie_le"
    remplacer(path, "publie_le", gone)
    assert publier(inscrit, le="2026-02-02").returncode == 0
    assert (_dernier(inscrit), _chaine(inscrit).dernieres["mairie/2026/1/"].fichiers) == ("retire", {})
    remplacer(path, gone, "publie_le")
    assert publier(inscrit, le="2026-02-03").returncode == 0
    first, last = (table["mairie/2026/1/"] for table in (_chaine(inscrit).premieres, _chaine(inscrit).dernieres))
    assert (last.evenement, last.donnees, last.fichiers) == ("retabli", first.donnees, first.fichiers)


def test_une_seance_renommee_se_voit(inscrit: Path) -> None:
    """The page of the session had an address too."""
    (inscrit / _DOSSIER).rename(inscrit / "mairie/2026/seance-de-janvier")
    assert set(codes(inscrit)) == {"JOURNAL-02", "JOURNAL-03"}


def test_une_collectivite_renommee_s_inscrit(inscrit: Path) -> None:
    """The journal says under which name it went on."""
    path = inscrit / "mairie/collectivite.yml"
    name = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("nom:"))
    remplacer(path, name, "nom: Commune nouvelle de Sainte-Hypothèse-la-Neuve")
    assert codes(inscrit) == ["JOURNAL-02"]
    assert "collectivite, Commune nouvelle" in publier(inscrit, le="2026-02-02").stdout
    assert codes(inscrit) == []
    assert [line.evenement for line in _chaine(inscrit).lignes].count("collectivite") == 2


@pytest.mark.parametrize("sort", ["dossier", "lien"])
def test_un_journal_qui_n_est_pas_un_fichier(sort: str, inscrit: Path, tmp_path: Path) -> None:
    """Neither a folder nor a link is a journal, for the check and for the publication."""
    kept = journal(inscrit).rename(tmp_path / "ailleurs.jsonl")
    if sort == "dossier":
        journal(inscrit).mkdir()
    else:
        journal(inscrit).symlink_to(kept)
    assert codes(inscrit) == ["JOURNAL-01"]
    assert publier(inscrit, le="2026-03-01").returncode in {1, 2}


def test_on_n_inscrit_pas_d_avance(depot: Path) -> None:
    """A moment that has not come is refused."""
    done = publier(depot, le="2999-01-01")
    assert (done.returncode, "n'est pas encore venu" in done.stderr) == (2, True)


def test_ce_qui_est_scelle_ne_depend_pas_du_logiciel(inscrit: Path) -> None:
    """The words as they were typed: these fingerprints are those of the first journals, for ever."""
    lines = [json.loads(line) for line in journal(inscrit).read_bytes().splitlines()[1:]]
    assert {line["acte"]: (line["donnees"][:16], line["texte"][:16]) for line in lines} == {
        "mairie/2026/1/": ("c2d6b5711c62319f", "4ea7941b808798cc"),
        "mairie/conventions/2-convention/": ("b9273d8451e05eb2", "89d713f789245014"),
        "mairie/2026/2/": ("77ba7b1d40c703ab", "8e165df553d78b80"),
    }


def _mots(text: str) -> object:
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 (it makes texts, lists and records of them alone)


def test_ce_qui_est_scelle_se_recalcule_sans_le_logiciel(inscrit: Path) -> None:
    """With nothing but a reader of YAML, one of JSON and SHA-256."""
    head, text = (inscrit / _DOSSIER / "1.md").read_text(encoding="utf-8").removeprefix("---\n").split("\n---\n", 1)
    session = (inscrit / _DOSSIER / "seance.yml").read_text(encoding="utf-8")
    said = {"acte": _mots(head), "seance": _mots(session)}
    sealed = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    line = _chaine(inscrit).premieres["mairie/2026/1/"]
    assert line.donnees == hashlib.sha256(sealed.encode()).hexdigest()
    assert line.texte == hashlib.sha256(text.strip().encode()).hexdigest()
