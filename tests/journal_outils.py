"""What the tests of the journal do over and over."""

import subprocess
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from outils import RACINE
from publier import main
from recueil import verifier

PROGRAMME = RACINE / "scripts" / "publier.py"

TUE = """
import os, pathlib, runpy, signal, sys
left = int(sys.argv[1])
def count(done):
    def call(*given, **named):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return done(*given, **named)
    return call
os.fsync, pathlib.Path.replace = count(os.fsync), count(pathlib.Path.replace)
sys.argv = sys.argv[2:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
"""A program that runs another, and kills it before one of its writes: the first argument says which."""


def publier(acts: Path, *arguments: str, le: str = "2026-02-01") -> subprocess.CompletedProcess[str]:
    """Run the program at a moment of the past, in this process: starting one takes a second, and is tried elsewhere."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(["--actes", str(acts), "--le", le, *arguments])
    return subprocess.CompletedProcess([], code, out.getvalue(), err.getvalue())


def journal(acts: Path) -> Path:
    """The journal of the only authority of the small register."""
    return acts / "mairie" / "journal.jsonl"


def codes(acts: Path) -> list[str]:
    """The findings of the journal."""
    return [a.code for a in verifier(acts).anomalies if a.code.startswith("JOURNAL")]


def remplacer(path: Path, before: str, after: str) -> None:
    """Change the first place of a file where something stands."""
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
