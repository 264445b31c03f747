"""What someone would try so that what was online is forgotten: each was tried by a hostile reader, and is told now."""

import shutil
from pathlib import Path

import pytest

from journal_outils import codes, journal, publier, remplacer
from pdf_fictif import ecrire_pdf
from recueil import verifier
from recueil.journal.chaine import lire_chaine
from recueil.journal.controle import continuer
from recueil.journal.ligne import Constat, en_octets, enchainer

_DOSSIER = "mairie/2026/2026-01-15"
_RETRAIT = "depublie:\n  le: 2026-02-02\n  motif: secret\npublie_le"
_ANCIEN = "fichiers_remplaces:\n  - publie_le: 2026-01-20\n    remplace_le: 2026-02-02\n    motif: autre_fichier\n"


def _empreinte(acts: Path) -> str:
    (digest, *_) = lire_chaine(journal(acts).read_bytes()).servis("mairie/2026/1/")
    return digest


def test_un_pdf_change_puis_son_acte_publie_seul(inscrit: Path) -> None:
    """Publishing one act alone does not look at the whole register, and refuses all the same."""
    (inscrit / _DOSSIER / "1.pdf").write_bytes(ecrire_pdf("autre"))
    before = journal(inscrit).read_bytes()
    done = publier(inscrit, str(inscrit / _DOSSIER / "1.md"), le="2026-02-02")
    assert (done.returncode, "n'est plus le même" in done.stderr) == (2, True)
    assert journal(inscrit).read_bytes() == before


def test_un_pdf_du_registre_efface_pour_etre_refait(depot: Path) -> None:
    """The text is changed and the old PDF removed, for a new one to take its place: its bytes were online."""
    path = depot / _DOSSIER / "1.md"
    remplacer(path, "document: 1.pdf\n", "")
    (depot / _DOSSIER / "1.pdf").unlink()
    assert publier(depot).returncode == 0
    path.write_text(path.read_text(encoding="utf-8") + "\nUne phrase de plus.\n", encoding="utf-8")
    (depot / _DOSSIER / "1.pdf").unlink()
    before = journal(depot).read_bytes()
    assert publier(depot, le="2026-02-02").returncode == 2
    assert journal(depot).read_bytes() == before
    assert "JOURNAL-07" in codes(depot)


def test_un_retrait_puis_un_autre_fichier(inscrit: Path) -> None:
    """Emptied, then put back with other bytes: those of before the emptying are still asked for."""
    path = inscrit / _DOSSIER / "1.md"
    remplacer(path, "publie_le", _RETRAIT)
    assert publier(inscrit, le="2026-02-02").returncode == 0
    remplacer(path, _RETRAIT, "publie_le")
    (inscrit / _DOSSIER / "1.pdf").write_bytes(ecrire_pdf("autre"))
    assert codes(inscrit) == ["JOURNAL-07"]
    assert publier(inscrit, le="2026-02-03").returncode == 1


def test_la_trace_d_un_remplacement_ne_s_efface_pas(inscrit: Path) -> None:
    """Noted once, the fingerprint of the old file stays in the file of the act."""
    path, old = inscrit / _DOSSIER / "1.md", _empreinte(inscrit)
    (inscrit / _DOSSIER / "1.pdf").write_bytes(ecrire_pdf("autre"))
    noted = f"{_ANCIEN}    sha256: {old}\n"
    remplacer(path, "publie_le", f"{noted}publie_le")
    assert publier(inscrit, le="2026-02-02").returncode == 0
    remplacer(path, noted, "")
    assert codes(inscrit) == ["JOURNAL-07"]


def test_un_jour_a_venir_ne_s_inscrit_pas(depot: Path) -> None:
    """A year mistyped would stay for ever."""
    remplacer(depot / _DOSSIER / "1.md", "publie_le: 2026-01-20", "publie_le: 2036-01-20")
    done = publier(depot)
    assert (done.returncode, "n'est pas encore venu" in done.stderr) == (2, True)
    assert not journal(depot).exists()


def test_un_jour_faux_se_corrige_au_grand_jour(inscrit: Path) -> None:
    """With a reason, which is sealed; the first day stays in the journal."""
    path = inscrit / _DOSSIER / "1.md"
    remplacer(path, "publie_le: 2026-01-20", "publie_le: 2026-01-21")
    assert set(codes(inscrit)) == {"JOURNAL-02", "JOURNAL-04"}
    remplacer(path, "publie_le", "derogations:\n  JOURNAL-04: Faute de frappe.\npublie_le")
    assert publier(inscrit, le="2026-02-02").returncode == 0
    assert [a.code for a in verifier(inscrit).anomalies if a.code.startswith(("JOURNAL", "DEROG"))] == []
    assert lire_chaine(journal(inscrit).read_bytes()).declare("mairie/2026/1/") == "2026-01-20"


def test_un_affichage_ajoute_apres_coup_ne_change_pas_le_jour_scelle(inscrit: Path) -> None:
    """The day that was typed is sealed, not the one that the law makes of it."""
    remplacer(inscrit / _DOSSIER / "1.md", "publie_le", "affiche_le: 2026-01-19\npublie_le")
    assert codes(inscrit) == ["JOURNAL-02"]


def test_le_tribunal_change_se_dit(inscrit: Path) -> None:
    """What the authority says of itself decides the court and the deadlines of every page."""
    path = inscrit / "mairie/collectivite.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}jours_feries: reunion\n", encoding="utf-8")
    assert codes(inscrit) == ["JOURNAL-02"]
    assert "collectivite" in publier(inscrit, le="2026-02-02").stdout


def test_un_original_n_est_pas_dit_etabli_par_le_registre(depot: Path) -> None:
    """Typed by hand beside a stamped PDF, it would take its worth from it."""
    remplacer(depot / _DOSSIER / "1.md", "document: 1.pdf\n", "document: 1.pdf\ndocument_du_registre: oui\n")
    remplacer(depot / _DOSSIER / "1.md", "publie_le: 2026-01-20\n", "")
    assert "DOC-08" in [a.code for a in verifier(depot).anomalies]
    assert publier(depot, str(depot / _DOSSIER / "1.md")).returncode in {1, 2}


def test_un_regard_ne_se_propose_pas(inscrit: Path, tmp_path: Path) -> None:
    """A change may add movements to the journal, and no look from outside."""
    before = Path(shutil.copytree(inscrit, tmp_path / "avant"))
    lines = lire_chaine(journal(inscrit).read_bytes()).lignes
    said = {"site": "https://a.fr/", "jusqu_a": 4, "pages": 3, "fichiers": 3, "lus": [2, 3, 4], "empreinte": "ab" * 32}
    forged = enchainer(lines, "2026-02-02T00:00:00Z", [(Constat, said)])
    journal(inscrit).write_bytes(en_octets((*lines, *forged)))
    assert [a.code for a in continuer(before, inscrit)] == ["JOURNAL-06"]


@pytest.mark.parametrize("key", ["parties", "resume", "montant"])
def test_une_convention_videe_ne_nomme_plus_personne(key: str, inscrit: Path) -> None:
    """Its partners leave its page, its data and what is sealed of it."""
    path = inscrit / _DOSSIER / "2-convention.md"
    remplacer(
        path,
        "publie_le",
        "resume: En bref.\nmontant: 100 euros\ndepublie:\n  le: 2026-02-02\n  motif: secret\npublie_le",
    )
    acte = next(a for a in verifier(inscrit).actes if a.origine.path.endswith("2-convention.md")).vide
    assert not getattr(acte, key)
    assert key not in acte.dits
