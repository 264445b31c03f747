"""Files of an import are written all together or not at all, and never over what says something else."""

import errno
import shutil
from pathlib import Path

import pytest

from recueil.importation.importer import importer
from recueil.importation.refus import RefusError
from recueil.importation.sortie.choix import Choix
from recueil.importation.sortie.fichiers import Prevu, Sort, ecrire
from recueil.importation.sortie.jugement import juger
from registre_fictif import etat, ouvrir, poser


@pytest.fixture
def acts(tmp_path: Path) -> Path:
    """A register with one authority and no act."""
    return ouvrir(tmp_path)


def test_hors_du_registre(acts: Path, tmp_path: Path) -> None:
    """A folder that is a link to somewhere else is not written to."""
    away = tmp_path / "ailleurs"
    away.mkdir()
    (acts / "sainte-exemple" / "2026").symlink_to(away)
    (told,) = importer([poser(tmp_path)], Choix(acts))
    assert "hors du registre" in told.refus[0]
    assert list(away.iterdir()) == []


def test_tout_ou_rien(acts: Path) -> None:
    """When one file cannot be written, the others are as they were, and no folder is left behind."""
    old = acts / "ancien.md"
    old.write_bytes(b"avant")
    plan = [Prevu(old, b"apres"), Prevu(acts / "neuf" / "a.md", b"a"), Prevu(acts / "neuf" / "b.pdf", acts / "absent")]
    fates = {plan[0].chemin: Sort.REMPLACE, plan[1].chemin: Sort.NOUVEAU, plan[2].chemin: Sort.NOUVEAU}
    with pytest.raises(FileNotFoundError):
        ecrire(plan, fates)
    assert sorted(path.name for path in acts.iterdir()) == ["ancien.md", "sainte-exemple"]
    assert old.read_bytes() == b"avant"


def test_renommage_impossible(acts: Path) -> None:
    """When the last renaming fails, what was already renamed is put back."""
    old = acts / "ancien.md"
    old.write_bytes(b"avant")
    (acts / "occupe").mkdir()
    (acts / "occupe" / "plein").write_bytes(b"")
    plan = [Prevu(old, b"apres"), Prevu(acts / "neuf.md", b"a"), Prevu(acts / "occupe", b"b")]
    fates = {plan[0].chemin: Sort.REMPLACE, plan[1].chemin: Sort.NOUVEAU, plan[2].chemin: Sort.NOUVEAU}
    with pytest.raises(OSError, match="occupe"):
        ecrire(plan, fates)
    assert old.read_bytes() == b"avant"
    assert sorted(path.name for path in acts.iterdir()) == ["ancien.md", "occupe", "sainte-exemple"]


def test_arret_au_clavier(acts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the clerk stops the program in the middle of the renaming, the register is as it was."""
    old = acts / "ancien.md"
    old.write_bytes(b"avant")
    plan = [Prevu(old, b"apres"), Prevu(acts / "neuf" / "a.md", b"a"), Prevu(acts / "neuf" / "b.md", b"b")]
    before, rename = etat(acts), Path.replace

    def stop(self: Path, target: Path) -> Path:
        moved = rename(self, target)
        if target.name == "a.md":
            raise KeyboardInterrupt
        return moved

    monkeypatch.setattr(Path, "replace", stop)
    fates = {plan[0].chemin: Sort.REMPLACE, plan[1].chemin: Sort.NOUVEAU, plan[2].chemin: Sort.NOUVEAU}
    with pytest.raises(KeyboardInterrupt):
        ecrire(plan, fates)
    assert etat(acts) == before
    assert not (acts / "neuf").exists()


def test_dossier_occupe_entre_temps(acts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder in which somebody put a file meanwhile stays, and the first failure is the one that is told."""
    plan = [Prevu(acts / "neuf" / "a.md", b"a"), Prevu(acts / "neuf" / "b.md", acts / "absent")]
    place, put = Prevu.deposer, acts / "neuf" / "autre.md"

    def laid(self: Prevu, target: Path) -> None:
        put.write_bytes(b"autre")
        place(self, target)

    monkeypatch.setattr(Prevu, "deposer", laid)
    with pytest.raises(FileNotFoundError):
        ecrire(plan, {prevu.chemin: Sort.NOUVEAU for prevu in plan})
    assert [path.name for path in put.parent.iterdir()] == ["autre.md"]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "le disque est plein"),
        (OSError(errno.EIO, "Input/output error"), f"erreur {errno.EIO} du système"),
        (shutil.SameFileError("same file"), "le système ne dit pas pourquoi"),
    ],
)
def test_une_ecriture_impossible_est_dite_en_francais(
    acts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, said: str
) -> None:
    """The sentence holds neither the words of the system nor « None »."""

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("recueil.importation.importer.ecrire", fail)
    (told,) = importer([poser(tmp_path)], Choix(acts))
    assert told.refus[0].startswith(f"les fichiers n'ont pas pu être écrits ({said}) : rien n'a changé.")


def test_juger_refuse_un_autre_contenu(acts: Path) -> None:
    """A file that says something else is never lost."""
    path = acts / "acte.md"
    path.write_bytes(b"a")
    assert juger([Prevu(path, b"a")], acts, remplacer=False) == {path: Sort.INCHANGE}
    assert juger([Prevu(path, b"b")], acts, remplacer=True) == {path: Sort.REMPLACE}
    with pytest.raises(RefusError, match="remplacer"):
        juger([Prevu(path, b"b")], acts, remplacer=False)


def test_juger_refuse_deux_fichiers_pour_un_nom(acts: Path) -> None:
    """Of two files for one place, one would be lost without a word."""
    with pytest.raises(RefusError, match="deux fichiers de cet acte auraient le même nom"):
        juger([Prevu(acts / "acte.md", b"a"), Prevu(acts / "acte.md", b"a")], acts, remplacer=True)
