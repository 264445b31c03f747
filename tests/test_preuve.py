"""The public side of the journal: its pages, its seals on pages, in feeds and data, and the check of a change."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import feedparser
from lxml import html as lxml_html

from outils import RACINE
from recueil.journal.chaine import lire_chaine


def _lancer(programme: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(RACINE / "scripts" / programme), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _texte(root: Path, page: str) -> str:
    tree = lxml_html.parse(root / "site" / page / "index.html").getroot()
    return " ".join(tree.text_content().replace("\xa0", " ").split())


def test_le_journal_est_public(projet_inscrit: Path) -> None:
    """Its file byte for byte, its lines, and its head on every page."""
    written = (projet_inscrit / "acts/hypothese/journal.jsonl").read_bytes()
    assert (projet_inscrit / "site/hypothese/journal/journal.jsonl").read_bytes() == written
    head = hashlib.sha256(written.splitlines()[-1]).hexdigest()
    for page in ("", "preuve", "hypothese/journal", "hypothese/2024/2024-01"):
        assert head in _texte(projet_inscrit, page)
    assert f"{written.count(bytes([10]))} lignes" in _texte(projet_inscrit, "hypothese/journal")


def test_un_acte_dit_sa_ligne_et_ses_deux_jours(projet_inscrit: Path) -> None:
    """Imported from before the journal, it keeps both days, and says from which the delays are counted."""
    told = _texte(projet_inscrit, "hypothese/2024/2024-01")
    assert "Publié, ligne 2 inscrite le 1er juillet 2026" in told
    assert "Le jour de publication est celui que l'acte déclare, le 13 février 2024." in told
    assert "Le journal ne l'atteste que depuis le 1er juillet 2026." in told
    twin = json.loads((projet_inscrit / "site/hypothese/2024/2024-01/index.json").read_text(encoding="utf-8"))
    line = (projet_inscrit / "acts/hypothese/journal.jsonl").read_bytes().splitlines()[1]
    assert [(one["rang"], one["sceau"]) for one in twin["journal"]] == [(2, hashlib.sha256(line).hexdigest())]


def test_chaque_abonne_garde_le_sceau(projet_inscrit: Path) -> None:
    """The seal of the line is in the entry of the act: enough to tell later that nothing before it was changed."""
    feed = feedparser.parse((projet_inscrit / "site/flux/actes.rss.xml").read_bytes())
    line = (projet_inscrit / "acts/hypothese/journal.jsonl").read_bytes().splitlines()[1]
    (entry,) = [e for e in feed.entries if e.link.endswith("/2024-01/")]
    assert entry.summary.endswith(f"<p>Journal, ligne 2 : {hashlib.sha256(line).hexdigest()}.</p>")


def test_les_empreintes_se_verifient_avec_sha256sum(projet_inscrit: Path) -> None:
    """Of every file of the acts, with the tool that is on every machine."""
    sums = projet_inscrit / "site/donnees/SHA256SUMS"
    chain = lire_chaine((projet_inscrit / "acts/hypothese/journal.jsonl").read_bytes())
    served = sum(len(line.fichiers) for line in chain.dernieres.values())
    assert len(sums.read_text(encoding="utf-8").splitlines()) == served > 20
    tool = shutil.which("sha256sum")
    assert tool
    done = subprocess.run([tool, "--check", "--strict", str(sums)], cwd=projet_inscrit / "site", check=False)
    assert done.returncode == 0


def test_une_proposition_ne_recommence_pas_le_journal(projet_inscrit: Path, tmp_path: Path) -> None:
    """A journal made anew holds together by itself: only the one before the change betrays it."""
    acts = Path(shutil.copytree(projet_inscrit / "acts", tmp_path / "acts"))
    (acts / "hypothese/journal.jsonl").unlink()
    assert _lancer("publier.py", "--actes", str(acts), "--le", "2026-07-02").returncode == 0
    before = ["--avant", str(projet_inscrit / "acts")]
    assert _lancer("verifier.py", str(acts)).returncode == 0
    refused = _lancer("verifier.py", str(acts), *before)
    assert refused.returncode == 1
    assert "acts/hypothese/journal.jsonl:1:1: [JOURNAL-06]" in refused.stdout
    shutil.copy(projet_inscrit / "acts/hypothese/journal.jsonl", acts / "hypothese/journal.jsonl")
    path = acts / "hypothese/2024/2024-02-08/2024-01.md"
    path.write_text(path.read_text(encoding="utf-8").replace("objet:", "resume: En bref.\nobjet:", 1), encoding="utf-8")
    assert _lancer("verifier.py", str(acts)).returncode == 1
    wanted = _lancer("verifier.py", str(acts), *before)
    assert (wanted.returncode, "[JOURNAL-02]" in wanted.stdout) == (0, True)
    assert _lancer("verifier.py", str(acts), *before).returncode == 0
