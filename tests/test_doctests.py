"""The examples in the docstrings of the engine are true: each is run."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

from outils import RACINE

_HOOKS = RACINE / "hooks"
_AVEC_EXEMPLE = sorted(path for path in (_HOOKS / "recueil").rglob("*.py") if ">>>" in path.read_text("utf-8"))


@pytest.mark.parametrize("path", _AVEC_EXEMPLE, ids=lambda p: p.relative_to(_HOOKS).as_posix())
def test_examples(path: Path) -> None:
    """What a docstring says that a call gives, it gives."""
    module = import_module(".".join(path.relative_to(_HOOKS).with_suffix("").parts))
    ran = doctest.testmod(module)
    assert ran.attempted
    assert not ran.failed
