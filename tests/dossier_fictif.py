"""A project whose journal has lived, for the tests of the dossiers: an act put right, looks, a signature."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from outils import RACINE, mkdocs, projet
from recueil.empreinte import sceau
from recueil.journal.ligne import Constat, Interruption, Suivante, canonique, en_octets, enchainer
from recueil.journal.temoins import ESPACE
from recueil.journal.tenu import lire

ACTE = "hypothese/2025/2025-12/"
NOM = "dossier-hypothese-2025-2025-12.zip"
PAPIERS = {"attestation.pdf", "certificat.pdf"}
"""What is signed by hand, which the site does not serve."""

OBJET = "Tarifs de l'eau & de l'assainissement"
PIEGE = "<script>alert(1)</script><img src=x onerror=alert(1)>"
_VUS = {"site": "https://recueil.example/", "pages": 40, "fichiers": 3, "lus": [2, 20], "empreinte": "a" * 64}
_MANQUE = {"site": "https://recueil.example/", "motif": "injoignable", "adresses": [], "nombre": 0}


def lancer(programme: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of our programs; the caller looks at what came of it."""
    command = [sys.executable, str(RACINE / "scripts" / programme), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def vivre(root: Path, inscrits: Path) -> Path:
    """A project in a folder, and the journal of acts that are recorded; gives the folder of its acts."""
    acts = Path(shutil.copytree(inscrits, root / "acts"))
    _inscrire(acts, "2026-07-02T03:00:00Z", (Constat, _VUS | {"jusqu_a": 25}))
    act = acts / "hypothese/2025/2025-12-11/2025-12.md"
    act.write_text(act.read_text(encoding="utf-8").replace("objet: Tarifs de l'eau", f"objet: {OBJET}"), "utf-8")
    _publier(acts, "2026-07-03")
    _inscrire(acts, "2026-07-04T03:00:00Z", (Interruption, _MANQUE), (Constat, _VUS | {"jusqu_a": 27}))
    _signer(acts / "hypothese", 20)
    _signer(acts / "hypothese", 2)
    return acts


def construire(acts: Path) -> Path:
    """The site of these acts, beside them; gives the folder of the acts."""
    done = mkdocs(projet(acts.parent), acts.parent / "site")
    assert done.returncode == 0, done.stderr
    return acts


def faire(acts: Path) -> Path:
    """The dossier of the act, made by the program, beside the acts."""
    done = lancer("dossier.py", ACTE, "--actes", str(acts), "--sortie", str(acts.parent))
    assert done.returncode == 0, done.stderr
    return acts.parent / NOM


def _publier(acts: Path, day: str) -> None:
    done = lancer("publier.py", "--actes", str(acts), "--le", day)
    assert done.returncode == 0, done.stderr


def _inscrire(acts: Path, moment: str, *suivantes: Suivante) -> None:
    path = acts / "hypothese/journal.jsonl"
    new = enchainer(lire(path).lignes, moment, suivantes)
    path.write_bytes(path.read_bytes() + en_octets(new))


def _signer(folder: Path, rang: int) -> None:
    """Sign a line with a key that is made here, and of which only the public half is kept beside the acts."""
    key, beside = folder.parent.parent / "cle", folder / "temoins"
    beside.mkdir(exist_ok=True)
    if not key.exists():
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(key)], check=True)  # noqa: S607
        public = key.with_suffix(".pub").read_text(encoding="utf-8")
        (beside / "signataires").write_text(f'hypothese namespaces="{ESPACE}" {public}', encoding="utf-8")
        (beside / "cle").write_bytes(key.read_bytes())  # a slip that must never be published
    line = lire(folder / "journal.jsonl").lignes[rang - 1].octets
    command = ["ssh-keygen", "-Y", "sign", "-q", "-n", ESPACE, "-f", str(key)]
    done = subprocess.run(command, input=line, capture_output=True, check=True)
    (beside / f"journal-{rang}.sig").write_bytes(done.stdout)


def resommer(folder: Path) -> None:
    """Write SHA256SUMS again, as whoever altered a dossier would."""
    names = [line[66:] for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()]
    told = "".join(f"{sceau((folder / name).read_bytes())}  {name}\n" for name in names)
    (folder / "SHA256SUMS").write_text(told, encoding="utf-8")


def alterer(path: Path) -> None:
    """Change one byte in the middle of a file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))


def lignes(folder: Path) -> list[dict[str, Any]]:
    """What the lines of the journal of a dossier say."""
    return [json.loads(line) for line in (folder / "journal.jsonl").read_bytes().splitlines()]


def ecrire_lignes(path: Path, said: list[dict[str, Any]]) -> None:
    """Write lines in their form, whatever they say: only what they seal can betray them."""
    form = {"ensure_ascii": False, "sort_keys": True, "separators": (",", ":")}
    path.write_text("".join(json.dumps(one, **form) + "\n" for one in said), encoding="utf-8")  # type: ignore[arg-type]


def autre(said: object) -> object:
    """Another value of the same kind, and of the same form where there is one."""
    if isinstance(said, dict):
        return dict(list(said.items())[1:]) or {"autre.pdf": "b" * 64}
    if isinstance(said, int):
        return said + 1
    if isinstance(said, list):
        return [*said, "autre/"]
    text = str(said)
    return text[:-2] + ("1Z" if text.endswith("0Z") else "ab" if text[-2:] != "ab" else "ba")


def refaire(folder: Path) -> None:
    """Write the whole dossier again with markup in it, as only whoever keeps the journal can: all of it agrees."""
    path, said = folder / "acte/donnees.json", lignes(folder)
    twin = json.loads(path.read_text(encoding="utf-8"))
    twin["scelle"]["acte"]["objet"] = PIEGE
    twin["journal"] = []
    for before, line in zip([None, *said], said, strict=False):
        line["precedent"] = sceau(canonique(before)) if before else line["precedent"]
        if line.get("acte") == ACTE:
            line["donnees"] = sceau(canonique(twin["scelle"]))
            twin["journal"].append(line | {"sceau": sceau(canonique(line))})
    path.write_text(json.dumps(twin), encoding="utf-8")
    ecrire_lignes(folder / "journal.jsonl", said)
    start = folder / "journal-debut.jsonl"
    ecrire_lignes(start, [json.loads(start.read_bytes()) | {"nom": PIEGE}])
    resommer(folder)
