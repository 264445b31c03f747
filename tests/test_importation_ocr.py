"""The program that reads pictures of paper: absent, slow or broken, it costs a sentence and leaves nothing behind."""

import os
import re
import time
from pathlib import Path

import pytest

from outils import RACINE
from pdf_fictif import pdf
from recueil.importation.reception import ocr
from recueil.importation.reception.entrees import lire_fichiers


def _faux(folder: Path, name: str, said: str) -> None:
    """A program of this name that does what it is told."""
    (folder / name).write_text(f"#!/bin/sh\n{said}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


def _vit(process: int) -> bool:
    """Whether a process still runs; one that ended may wait for somebody to read its status."""
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").split()[2] != "Z"
    except OSError:
        return False


@pytest.fixture
def programmes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that are found before all others."""
    folder = tmp_path / "programmes"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


def test_a_recogniser_that_hangs_is_stopped_with_all_it_started(
    tmp_path: Path, programmes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence, and no program left behind to use the machine."""
    _faux(programmes, "tesseract", "echo fra")
    _faux(programmes, "ocrmypdf", f"sleep 60 & echo $! > {programmes}/enfant; wait")
    monkeypatch.setattr(ocr, "SECONDES_MAX", 2)
    (tmp_path / "scan.pdf").write_bytes(pdf([""]))
    (entree,) = lire_fichiers([tmp_path / "scan.pdf"], tmp_path / "travail")
    assert "a pris trop de temps" in entree.refus[0]
    child = int((programmes / "enfant").read_text("utf-8"))
    for _ in range(50):
        if not _vit(child):
            return
        time.sleep(0.1)
    pytest.fail("the program that it started goes on")


def test_a_recogniser_that_does_not_answer_is_not_there(programmes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither one that hangs when it is asked for its languages, nor one that cannot be run."""
    monkeypatch.setattr(ocr, "_SECONDES_LANGUES", 1)
    _faux(programmes, "ocrmypdf", "true")
    _faux(programmes, "tesseract", "sleep 60")
    assert not ocr.installe()
    (programmes / "tesseract").write_bytes(b"\x7fELF")
    assert not ocr.installe()


def test_a_bad_scan_leaves_time_for_the_others() -> None:
    """The task that empties the drop folder lasts more than twice the time of one document."""
    workflow = (RACINE / ".github" / "workflows" / "importer.yml").read_text("utf-8")
    minutes = re.search(r"timeout-minutes: (\d+)", workflow)
    assert minutes
    assert int(minutes[1]) * 60 > ocr.SECONDES_MAX * 2
