"""Witnesses of a journal: made with real tools and a real server, checked with the lines that anyone can type."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import sleep

import pytest

from autorite_fictive import Autorite, Reponse, ecouter, lancer, question
from outils import BASE, RACINE
from recueil.journal.chaine import Chaine, lire_chaine
from recueil.journal.ligne import Constat, Identite, Suivante, en_octets, enchainer
from recueil.journal.temoins import Genre, commandes, inconnus, temoins

_PROGRAMME = RACINE / "scripts" / "temoigner.py"
_CLE_PRIVEE = "OPENSSH PRIVATE KEY"


@dataclass
class Banc:
    """A register whose acts are recorded, and what witnesses it."""

    acts: Path
    essais: Path
    """A folder of its own, where the programs put what does not last."""

    @property
    def temoins(self) -> Path:
        """The folder of the witnesses."""
        return self.acts / "mairie" / "temoins"

    @property
    def journal(self) -> Path:
        """The journal."""
        return self.acts / "mairie" / "journal.jsonl"

    @property
    def chaine(self) -> Chaine:
        """Its lines."""
        return lire_chaine(self.journal.read_bytes())

    @property
    def noms(self) -> list[str]:
        """What the folder of the witnesses holds, hidden files too."""
        return sorted(path.name for path in self.temoins.iterdir()) if self.temoins.is_dir() else []

    def temoigner(self, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the program; it never prints a private key, nor leaves anything behind."""
        command = [sys.executable, str(_PROGRAMME), "--actes", str(self.acts), *map(str, arguments)]
        known = {**os.environ, "TMPDIR": str(self.essais), "no_proxy": "127.0.0.1", **environment}
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=known)
        assert _CLE_PRIVEE not in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        assert list(self.essais.iterdir()) == []
        assert not [name for name in self.noms if name.startswith(".")]
        return done

    def verifier(self) -> list[str]:
        """What the check says, line by line, without the place of the files and without the count."""
        done = self.temoigner("--verifier")
        *lines, last = done.stdout.splitlines()
        assert (done.returncode == 0) is last.endswith(", 0\u00a0défaut")
        return [line.rpartition("/")[2] for line in lines]

    def allonger(self) -> int:
        """Add a line to the journal; gives its rank."""
        path = self.acts / "mairie/2026/2026-01-15/1.md"
        path.write_text(path.read_text(encoding="utf-8").replace("Tarif", "Tarif neuf", 1), encoding="utf-8")
        _publier(self.acts, "2026-02-02")
        return len(self.chaine.lignes)

    def regarder(self, number: int) -> None:
        """Add looks from outside to the journal."""
        seen: Suivante = (
            Constat,
            {
                "site": "https://exemple.fr/",
                "jusqu_a": 0,
                "pages": 1,
                "fichiers": 1,
                "lus": [],
                "empreinte": "ab" * 32,
            },
        )
        lines = self.chaine.lignes
        added = enchainer(lines, lines[-1].inscrit_le, [seen] * number)
        self.journal.write_bytes(en_octets((*lines, *added)))


def _publier(acts: Path, le: str) -> None:
    lancer(sys.executable, RACINE / "scripts" / "publier.py", "--actes", acts, "--le", le)


def _cle(folder: Path, name: str = "cle") -> Path:
    path = folder / name
    lancer("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "agent@exemple.fr", "-f", path)
    return path


@pytest.fixture(scope="module")
def inscrits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register whose acts are recorded."""
    acts = Path(shutil.copytree(BASE / "acts", tmp_path_factory.mktemp("temoins") / "acts"))
    _publier(acts, "2026-02-01")
    return acts


@pytest.fixture
def banc(inscrits: Path, tmp_path: Path) -> Banc:
    """A copy of it, to spoil."""
    essais = tmp_path / "essais"
    essais.mkdir()
    return Banc(Path(shutil.copytree(inscrits, tmp_path / "acts")), essais)


@pytest.fixture(scope="module", autouse=True)
def breve(tmp_path_factory: pytest.TempPathFactory) -> tuple[Autorite, bytes, Path]:
    """An authority whose certificate soon ends, what it dated before, and of what; it has ended by the last test."""
    folder = tmp_path_factory.mktemp("breve")
    acts = Path(shutil.copytree(BASE / "acts", folder / "acts"))
    _publier(acts, "2026-02-01")
    asked = question(lire_chaine((acts / "mairie/journal.jsonl").read_bytes()).tete, folder)
    for seconds in (5, 20, 80, 320):  # as long as a slow machine needs
        authority = Autorite(folder / f"autorite-{seconds}", "Brève", timedelta(seconds=seconds))
        dated = authority.dater(asked)
        if datetime.now(UTC) < authority.fin - timedelta(seconds=1):
            break
    return authority, dated, acts


@pytest.fixture(scope="module")
def autorite(tmp_path_factory: pytest.TempPathFactory) -> Autorite:
    """The authority that is trusted."""
    return Autorite(tmp_path_factory.mktemp("autorites") / "une", "Une")


@pytest.fixture(scope="module")
def autre(tmp_path_factory: pytest.TempPathFactory) -> Autorite:
    """One that is not."""
    return Autorite(tmp_path_factory.mktemp("autorites") / "autre", "Autre")


@pytest.fixture
def guichet(autorite: Autorite) -> Iterator[tuple[str, list[bytes]]]:
    """The address of the authority, and what it was asked."""
    with ecouter(autorite.repondre) as desk:
        yield desk


def _confier(banc: Banc, autorite: Autorite) -> None:
    banc.temoins.mkdir(exist_ok=True)
    shutil.copy(autorite.racine, banc.temoins / "autorite.pem")


@pytest.fixture(scope="module")
def temoignes(inscrits: Path, autorite: Autorite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a key, and a journal whose last line it signed, and that an authority dated."""
    folder = tmp_path_factory.mktemp("complet")
    (folder / "essais").mkdir()
    bench = Banc(Path(shutil.copytree(inscrits, folder / "acts")), folder / "essais")
    _confier(bench, autorite)
    with ecouter(autorite.repondre) as (address, _):
        done = bench.temoigner("--cle", _cle(folder), "--horodatage", address)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def complet(temoignes: Path, tmp_path: Path) -> Banc:
    """A copy of them, to spoil."""
    shutil.copytree(temoignes, tmp_path, dirs_exist_ok=True)
    return Banc(tmp_path / "acts", tmp_path / "essais")


def test_signe_et_horodate(complet: Banc) -> None:
    """Both witnesses of the last line are there, right, with the public key and without the name of its file."""
    assert complet.noms == ["autorite.pem", "journal-4.sig", "journal-4.tsr", "signataires"]
    signers = (complet.temoins / "signataires").read_text(encoding="utf-8")
    assert signers.startswith('mairie namespaces="recueil-journal" ssh-ed25519 AAAA')
    assert len(signers.split()) == 4
    signed, dated = complet.verifier()
    assert signed == "journal-4.sig : juste"
    day = datetime.now(UTC)
    assert dated.startswith("journal-4.tsr : juste (")
    assert f" {day.year} à " in dated


def test_une_fois_suffit(complet: Banc, guichet: tuple[str, list[bytes]], tmp_path: Path) -> None:
    """The same line is not witnessed again, even by another key; the next one is."""
    before = {name: (complet.temoins / name).read_bytes() for name in complet.noms}
    done = complet.temoigner("--cle", _cle(tmp_path, "autre"), "--horodatage", guichet[0])
    assert (done.returncode, done.stdout, done.stderr, len(guichet[1])) == (0, "", "", 0)
    assert {name: (complet.temoins / name).read_bytes() for name in complet.noms} == before
    assert complet.allonger() == 5
    assert complet.temoigner("--cle", tmp_path / "cle", "--horodatage", guichet[0]).returncode == 0
    assert [line.split(" ")[0] for line in complet.verifier()] == [
        "journal-4.sig",
        "journal-4.tsr",
        "journal-5.sig",
        "journal-5.tsr",
    ]


def test_l_adresse_des_reglages(banc: Banc, autorite: Autorite, guichet: tuple[str, list[bytes]]) -> None:
    """Without an option, the authority is that of the settings; it is told the fingerprint of the line alone."""
    _confier(banc, autorite)
    with (banc.acts / "mairie/collectivite.yml").open("a", encoding="utf-8") as file:
        file.write(f"horodatage: {guichet[0]}\n")
    assert banc.temoigner().returncode == 0
    assert bytes.fromhex(banc.chaine.tete) in guichet[1][0]
    assert banc.noms == ["autorite.pem", "journal-4.tsr"]


def test_une_ligne_changee_se_voit(complet: Banc) -> None:
    """A journal made again whole, whose chain has no fault: neither witness is of its line any more."""
    first = complet.chaine.lignes[0]
    assert isinstance(first, Identite)
    said = first.model_dump(exclude={"rang", "precedent", "inscrit_le"})
    forged = tuple(enchainer((), "2026-01-31T12:00:00Z", [(Identite, said)] * 4))
    complet.journal.write_bytes(en_octets(forged))
    assert not complet.chaine.faute
    assert complet.verifier() == [
        "journal-4.sig : faux (ce n'est pas la signature de cette ligne)",
        "journal-4.tsr : faux (ce n'est pas un horodatage de cette ligne)",
    ]


def test_les_commandes_de_la_page(complet: Banc, tmp_path: Path) -> None:
    """Typed in a shell where only the files served are, they say what is right, and what is not."""
    folder = tmp_path / "servis"
    shutil.copytree(complet.temoins, folder)
    shutil.copy(complet.journal, folder)
    signed, dated = temoins(complet.temoins, complet.chaine)
    assert [_shell(line, folder) for line in commandes(signed)] == [0, 0]
    assert [_shell(line, folder) for line in commandes(dated)] == [0, 0, 0]
    assert b"Time stamp: " in lancer("sh", "-c", commandes(dated)[-1], ici=folder)
    lines = complet.journal.read_bytes().splitlines(keepends=True)
    (folder / "journal.jsonl").write_bytes(b"".join(lines[:-1]) + lines[-1].replace(b"2026-01-2", b"2026-01-1", 1))
    assert [bool(_shell(line, folder)) for line in commandes(signed)] == [False, True]
    assert [bool(_shell(line, folder)) for line in commandes(dated)] == [False, True, False]


def _shell(line: str, folder: Path) -> int:
    return subprocess.run(["/bin/sh", "-c", line], cwd=folder, capture_output=True, check=False).returncode


def test_sans_appui_aucune_commande_ne_trompe(complet: Banc) -> None:
    """Without the keys or the certificates nothing can be checked, and no line pretends to."""
    (complet.temoins / "signataires").unlink()
    (complet.temoins / "autorite.pem").unlink()
    signed, dated = temoins(complet.temoins, complet.chaine)
    assert (signed.appui, dated.appui, commandes(signed)) == (None, None, ())
    assert commandes(dated) == ("openssl ts -reply -in journal-4.tsr -token_out -text",)
    unknown, unverified = complet.verifier()
    assert unknown.startswith("journal-4.sig : signataire inconnu")
    assert unverified.startswith("journal-4.tsr : non vérifié")


def test_une_autre_cle_est_inconnue(complet: Banc, tmp_path: Path) -> None:
    """A signature of the line by a key that is not listed; and one made for something else."""
    line = complet.chaine.lignes[-1].octets
    other = _cle(tmp_path, "autre")
    for space, told in (("recueil-journal", "signataire inconnu"), ("file", "faux")):
        forged = lancer("ssh-keygen", "-Y", "sign", "-n", space, "-f", other, entree=line)
        (complet.temoins / "journal-4.sig").write_bytes(forged)
        assert complet.verifier()[0].startswith(f"journal-4.sig : {told} (")
    done = complet.temoigner("--cle", tmp_path / "cle")
    assert (done.returncode, "retirez-le et recommencez" in done.stderr) == (1, True)
    assert (complet.temoins / "journal-4.sig").read_bytes() == forged


def test_une_cle_remplacee(complet: Banc, tmp_path: Path) -> None:
    """The list only grows, and what the former key signed stays right; so do the lines that anyone types."""
    before = (complet.temoins / "signataires").read_bytes()
    complet.allonger()
    assert complet.temoigner("--cle", _cle(tmp_path, "neuve")).returncode == 0
    after = (complet.temoins / "signataires").read_bytes()
    assert after.startswith(before)
    assert len(after.splitlines()) == 2
    assert [line.split(" : ")[1][:5] for line in complet.verifier()] == ["juste"] * 3


@pytest.mark.parametrize("spoil", ['valid-before="20260101",namespaces', "#"])
def test_une_cle_volee_ne_revient_pas(spoil: str, complet: Banc, tmp_path: Path) -> None:
    """Once a person has ended a key, what it signed is refused, and it is not listed again by itself."""
    path = complet.temoins / "signataires"
    text = path.read_text(encoding="utf-8")
    ended = f"#{text}" if spoil == "#" else text.replace("namespaces", spoil)
    path.write_text(ended, encoding="utf-8")
    assert complet.verifier()[0].startswith("journal-4.sig : signataire inconnu")
    complet.allonger()
    done = complet.temoigner("--cle", tmp_path / "cle")
    assert (done.returncode, "n'y est plus admise" in done.stderr) == (2, True)
    assert path.read_text(encoding="utf-8") == ended
    assert complet.temoigner("--cle", _cle(tmp_path, "neuve")).returncode == 0
    assert complet.verifier()[-1] == "journal-5.sig : juste"


@pytest.mark.parametrize("change", [str, lambda text: text.strip(), lambda text: text.replace("\n", "\r\n")])
def test_la_cle_d_un_secret(change: Callable[[str], str], banc: Banc, tmp_path: Path) -> None:
    """From a variable, with the ends of line that a form leaves; nothing of it stays, as every run here looks."""
    text = change(_cle(tmp_path).read_text(encoding="utf-8"))
    done = banc.temoigner(RECUEIL_CLE=text)
    assert (done.returncode, banc.verifier()) == (0, ["journal-4.sig : juste"])
    assert "SHA256:" in done.stdout


def test_arretee_la_cle_ne_reste_pas(banc: Banc, tmp_path: Path) -> None:
    """Stopped while it signs, the program takes the key away first."""
    slow = tmp_path / "lents"
    slow.mkdir()
    (slow / "ssh-keygen").write_text("#!/bin/sh\nexec sleep 60\n")
    (slow / "ssh-keygen").chmod(0o755)
    known = {**os.environ, "TMPDIR": str(banc.essais), "PATH": f"{slow}:{os.environ['PATH']}"}
    known["RECUEIL_CLE"] = _cle(tmp_path).read_text(encoding="utf-8")
    run = subprocess.Popen([sys.executable, str(_PROGRAMME), "--actes", str(banc.acts)], env=known)
    while run.poll() is None and not list(banc.essais.glob("*/cle")):
        sleep(0.05)
    (key,) = banc.essais.glob("*/cle")
    assert key.stat().st_mode & 0o777 == 0o600
    run.send_signal(signal.SIGTERM)
    assert run.wait() == 143
    assert list(banc.essais.iterdir()) == []


@pytest.mark.parametrize("kind", ["texte", "publique", "phrase", "absente", "public"])
def test_une_cle_qui_ne_peut_pas_servir(kind: str, banc: Banc, tmp_path: Path) -> None:
    """What is no private key, asks for a password, or lies among the acts, is refused; nothing is asked or written."""
    key = _cle(tmp_path)
    paths = {"texte": tmp_path / "texte", "publique": tmp_path / "cle.pub", "phrase": tmp_path / "phrase"}
    paths |= {"absente": tmp_path / "absente", "public": banc.acts / "mairie" / "cle"}
    paths["texte"].write_text("rien")
    lancer("ssh-keygen", "-q", "-t", "ed25519", "-N", "secret", "-f", paths["phrase"])
    shutil.copy(key, paths["public"])
    done = banc.temoigner("--cle", paths[kind])
    assert (done.returncode, done.stdout, banc.noms) == (2, "", [])
    assert "clé privée" in done.stderr


def test_une_autre_autorite_est_refusee(banc: Banc, autorite: Autorite, autre: Autorite) -> None:
    """A right time stamp by one that is not trusted is not written."""
    _confier(banc, autorite)
    with ecouter(autre.repondre) as (address, _):
        done = banc.temoigner("--horodatage", address)
    assert (done.returncode, banc.noms) == (1, ["autorite.pem"])
    assert "non vérifié" in done.stderr
    assert "Horodaté" not in done.stdout + done.stderr


def test_sans_certificat_la_reponse_est_gardee(
    banc: Banc, autorite: Autorite, guichet: tuple[str, list[bytes]]
) -> None:
    """Its hour will not come back: it is kept, never said to be verified, until a person says whom to trust."""
    done = banc.temoigner("--horodatage", guichet[0])
    assert (done.returncode, done.stdout, banc.noms) == (1, "", ["journal-4.tsr"])
    assert "non vérifié" in done.stderr
    assert banc.verifier()[0].startswith("journal-4.tsr : non vérifié")
    assert banc.temoigner("--horodatage", guichet[0]).returncode == 1
    _confier(banc, autorite)
    assert banc.verifier()[0].startswith("journal-4.tsr : juste")
    assert banc.temoigner("--horodatage", guichet[0]).returncode == 0
    assert len(guichet[1]) == 1


def test_un_certificat_qui_n_en_est_pas_un(complet: Banc) -> None:
    """Nothing is asked when the answer could not be checked; what is there already is no longer said to be right."""
    (complet.temoins / "autorite.pem").write_text("rien")
    signed, dated = complet.verifier()
    assert signed == "journal-4.sig : juste"
    assert dated.startswith("journal-4.tsr : non vérifié (")
    complet.allonger()
    done = complet.temoigner("--horodatage", "http://127.0.0.1:9/")
    assert (done.returncode, "ne contient pas de certificat" in done.stderr) == (2, True)


_RIEN: dict[str, str] = {}


@pytest.mark.parametrize(
    ("answer", "told", "times"),
    [
        ((200, _RIEN, b"n'importe quoi"), "ce n'est pas un horodatage", 1),
        ((200, _RIEN, b""), "ce n'est pas un horodatage", 1),
        ((200, _RIEN, b"x" * 100_001), "trop grande", 1),
        ((302, {"Location": "http://127.0.0.1:9/"}, b""), "renvoie ailleurs", 1),
        ((307, {"Location": "/tsa"}, b""), "renvoie ailleurs", 1),
        ((404, _RIEN, b""), "erreur 404", 1),
        ((500, _RIEN, b""), "erreur 500", 2),
        (None, "ne répond pas", 2),
    ],
)
def test_une_mauvaise_reponse(answer: Reponse | None, told: str, times: int, banc: Banc, autorite: Autorite) -> None:
    """Told in French, asked again once when it may be a matter of time, and nothing is written."""
    _confier(banc, autorite)
    with ecouter(lambda _: answer) as (address, asked):
        done = banc.temoigner("--horodatage", address)
    assert (done.returncode, done.stdout, banc.noms) == (1, "", ["autorite.pem"])
    assert told in done.stderr
    assert len(asked) == times


def test_la_reponse_a_une_autre_question(banc: Banc, autorite: Autorite, tmp_path: Path) -> None:
    """A right time stamp of the same line, but of before: it was kept back, and its hour is not that of today."""
    _confier(banc, autorite)
    old = autorite.repondre(question(banc.chaine.tete, tmp_path))
    with ecouter(lambda _: old) as (address, _):
        assert banc.temoigner("--horodatage", address).returncode == 1
    assert banc.noms == ["autorite.pem"]


def test_une_deuxieme_fois(banc: Banc, autorite: Autorite) -> None:
    """An authority that stumbles once is asked again."""
    _confier(banc, autorite)
    seen: list[bytes] = []

    def repondre(query: bytes) -> Reponse:
        seen.append(query)
        return (503, _RIEN, b"") if len(seen) == 1 else autorite.repondre(query)

    with ecouter(repondre) as (address, asked):
        assert banc.temoigner("--horodatage", address).returncode == 0
    assert len(asked) == 2


def test_une_heure_ecrite_autour_ne_trompe_pas(complet: Banc) -> None:
    """The words around the token are not signed: an hour slipped among them is not read, nor by the command given."""
    path = complet.temoins / "journal-4.tsr"
    path.write_bytes(_avec_mention(path.read_bytes(), b"x\nTime stamp: Jan  1 00:00:00 2020 GMT\n"))
    assert b"2020" in lancer("openssl", "ts", "-reply", "-in", path, "-text")
    assert "2020" not in complet.verifier()[1]
    (dated,) = (one for one in temoins(complet.temoins, complet.chaine) if one.genre is Genre.HORODATAGE)
    assert b"2020" not in lancer("sh", "-c", commandes(dated)[-1], ici=complet.temoins)


def _avec_mention(reponse: bytes, said: bytes) -> bytes:
    """An answer with words in its status (RFC 3161, 2.4.2), which nothing signs."""
    size = reponse[1] & 0x7F
    status, token = reponse[2 + size : 7 + size], reponse[7 + size :]
    assert status == bytes.fromhex("3003020100")
    return _der(0x30, _der(0x30, status[2:] + _der(0x30, _der(0x0C, said))) + token)


def _der(tag: int, content: bytes) -> bytes:
    size = len(content)
    long = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, size] if size < 128 else [tag, 0x80 + len(long), *long]) + content


def test_une_horloge_qui_se_trompe(banc: Banc, autorite: Autorite, tmp_path: Path) -> None:
    """A line that says that it was written after it was dated: one of the two is wrong."""
    said = {"cle": "mairie", "nom": "Sainte-Exemple", "siren": "219900016", "donnees": "ef" * 32}
    (line,) = enchainer((), "2126-01-01T12:00:00Z", [(Identite, said)])
    banc.journal.write_bytes(line.octets + b"\n")
    _confier(banc, autorite)
    (banc.temoins / "journal-1.tsr").write_bytes(autorite.dater(question(line.sceau, tmp_path)))
    assert "c'est avant la ligne" in banc.verifier()[0]


def test_l_essai_n_ecrit_rien(banc: Banc, autorite: Autorite, guichet: tuple[str, list[bytes]], tmp_path: Path) -> None:
    """All is done but the writing, the question to the authority included."""
    _confier(banc, autorite)
    done = banc.temoigner("--essai", "--cle", _cle(tmp_path), "--horodatage", guichet[0])
    assert (done.returncode, banc.noms, len(guichet[1])) == (0, ["autorite.pem"], 1)
    assert all(line.startswith("Essai, rien n'est écrit. ") for line in done.stdout.splitlines())
    assert len(done.stdout.splitlines()) == 3


@pytest.mark.parametrize(
    "name", ["signataires", "autorite.pem", "journal-4.sig", "journal-4.tsr", "journal-9.sig", "x"]
)
def test_un_lien_est_refuse(name: str, complet: Banc, tmp_path: Path) -> None:
    """Whatever its name: it is neither read nor written through, and the check names it."""
    path, elsewhere = complet.temoins / name, tmp_path / "ailleurs"
    elsewhere.write_bytes(path.read_bytes() if path.exists() else b"")
    before = elsewhere.read_bytes()
    path.unlink(missing_ok=True)
    path.symlink_to(elsewhere)
    done = complet.temoigner("--cle", tmp_path / "cle")
    assert (done.returncode, "n'est pas un vrai fichier" in done.stderr) == (2, True)
    assert elsewhere.read_bytes() == before
    assert inconnus(complet.temoins) == (path,)
    assert any(line.startswith(f"{name} : faux") for line in complet.verifier())


def test_un_dossier_qui_est_un_lien(banc: Banc, tmp_path: Path) -> None:
    """Nothing is read in it, and nothing goes into it."""
    elsewhere = tmp_path / "ailleurs"
    elsewhere.mkdir()
    banc.temoins.symlink_to(elsewhere)
    assert banc.temoigner("--cle", _cle(tmp_path)).returncode == 2
    assert inconnus(banc.temoins) == (banc.temoins,)
    assert temoins(banc.temoins, banc.chaine) == ()
    assert list(elsewhere.iterdir()) == []


def test_ce_que_tient_le_dossier(complet: Banc) -> None:
    """In the order of the lines; a line that is not there, a name that is not one, and hidden files."""
    for name in ("journal-10.sig", "journal-04.sig", "journal-2.tsr", "notes.txt", ".cache"):
        (complet.temoins / name).write_bytes(b"")
    (complet.temoins / "journal-3.sig").mkdir()
    found = temoins(complet.temoins, complet.chaine)
    assert [(one.rang, one.genre.value, one.ligne is not None) for one in found] == [
        (2, "tsr", True),
        (4, "sig", True),
        (4, "tsr", True),
        (10, "sig", False),
    ]
    assert [path.name for path in inconnus(complet.temoins)] == ["journal-04.sig", "journal-3.sig", "notes.txt"]
    assert commandes(found[-1]) == ()
    assert {one.signataire for one in found} == {"mairie"}


@pytest.mark.parametrize("tool", ["ssh-keygen", "openssl"])
def test_un_programme_qui_manque(tool: str, banc: Banc, tmp_path: Path) -> None:
    """Said in French, with what to install."""
    key = _cle(tmp_path)
    (tmp_path / "vide").mkdir()
    done = banc.temoigner("--cle", key, "--horodatage", "http://127.0.0.1:9/", PATH=str(_sans(tool, tmp_path)))
    assert (done.returncode, f"« {tool} » manque" in done.stderr) == (2, True)


def _sans(tool: str, folder: Path) -> Path:
    """A path of programs that has the other one alone."""
    path = folder / "outils"
    path.mkdir()
    (other,) = {"ssh-keygen", "openssl"} - {tool}
    (path / other).symlink_to(str(shutil.which(other)))
    return path


def test_rien_a_faire(banc: Banc) -> None:
    """Neither key nor authority: nothing is wrong, and nothing is done; an address that is none is refused."""
    assert banc.temoigner().returncode == 0
    assert banc.noms == []
    assert banc.temoigner("--verifier").returncode == 0
    done = banc.temoigner("--horodatage", "file:///etc/passwd")
    assert (done.returncode, "adresse entière" in done.stderr) == (2, True)


def test_un_journal_abime_n_est_pas_temoigne(banc: Banc, tmp_path: Path) -> None:
    """No one vouches for a line that the chain refuses."""
    banc.journal.write_bytes(banc.journal.read_bytes()[:-1])
    done = banc.temoigner("--cle", _cle(tmp_path))
    assert (done.returncode, banc.noms) == (2, [])
    assert "la dernière ligne est coupée" in done.stderr
    assert banc.verifier() == ["journal.jsonl : faux (ligne 4 : la dernière ligne est coupée)"]


def test_un_certificat_qui_a_fini(breve: tuple[Autorite, bytes, Path], tmp_path: Path) -> None:
    """What was dated while it ran stays right, and it is said; nothing new is taken from it."""
    authority, dated, acts = breve
    (tmp_path / "essais").mkdir()
    bench = Banc(acts, tmp_path / "essais")
    _confier(bench, authority)
    sleep(max(0, (authority.fin - datetime.now(UTC)).total_seconds()) + 1)
    with ecouter(authority.repondre) as (address, _):
        assert bench.temoigner("--horodatage", address).returncode == 1
    assert bench.noms == ["autorite.pem"]
    (bench.temoins / "journal-4.tsr").write_bytes(dated)
    assert bench.verifier()[0].startswith("journal-4.tsr : juste, mais le certificat a expiré depuis (")


def test_des_regards_seuls_attendent_le_meme_temoin(banc: Banc, tmp_path: Path) -> None:
    """A look a day would make two files a day: the next witness waits for a movement, or for a month of looks."""
    key = _cle(tmp_path)
    assert banc.temoigner("--cle", key).returncode == 0
    known = banc.noms
    for number, waited in ((29, True), (1, False)):
        banc.regarder(number)
        assert banc.temoigner("--cle", key).returncode == 0
        assert (banc.noms == known) is waited


def test_une_alerte_ne_retient_pas_la_suite(banc: Banc, tmp_path: Path) -> None:
    """With « --alarme » it is written for the end of the work, which goes on."""
    alarm = tmp_path / "sortie" / "alarme.txt"
    done = banc.temoigner("--horodatage", "http://127.0.0.1:9/tsa", "--alarme", alarm)
    assert done.returncode == 0
    assert "témoin" in alarm.read_text(encoding="utf-8")
