"""The locks: pinned with hashes, without an address, and in agreement with what the project declares."""

import re
import tomllib

import pytest

from outils import RACINE

_LIGNE = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
_PROJET = tomllib.loads((RACINE / "pyproject.toml").read_text(encoding="utf-8"))

_VERROUS = sorted(path.name for path in RACINE.glob("requirements*.txt"))


def _lock(name: str) -> str:
    return (RACINE / name).read_text(encoding="utf-8")


def _pins(name: str) -> set[tuple[str, str]]:
    return set(_LIGNE.findall(_lock(name)))


@pytest.mark.parametrize("name", _VERROUS)
def test_epingle_et_sans_adresse(name: str) -> None:
    """Every package is pinned with its hashes, and the lock names no place to fetch it from."""
    blocks = re.split(r"\n(?=[A-Za-z0-9])", _lock(name).strip())
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in _lock(name)
    assert "--index" not in _lock(name)


def test_le_verrou_des_essais_contient_celui_du_site() -> None:
    """What the tests run on is what the site is built with."""
    assert _pins("requirements.txt") | _pins("requirements-s3.txt") <= _pins("requirements-dev.txt")


@pytest.mark.parametrize(
    ("declared", "lock"),
    [
        (_PROJET["project"]["dependencies"], "requirements.txt"),
        (_PROJET["dependency-groups"]["dev"], "requirements-dev.txt"),
        (_PROJET["dependency-groups"]["s3"], "requirements-s3.txt"),
        (_PROJET["dependency-groups"]["serveur-s3"], "requirements-serveur-s3.txt"),
    ],
)
def test_ce_qui_est_declare_est_epingle(declared: list[str], lock: str) -> None:
    """Every dependency that the project declares is in its lock."""
    names = {re.split(r"[<>=!~\[; ]", line)[0].lower() for line in declared}
    assert names <= {name.lower() for name, _ in _pins(lock)}
