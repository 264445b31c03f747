"""What is asked of the tools that every system has, ssh-keygen and openssl, and how their answer is told."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from greffe import Refus

CLE = "RECUEIL_CLE"
"""The variable of the environment that may hold a private key; no tool is given it."""

_PAQUETS = {"ssh-keygen": "openssh-client", "openssl": "openssl"}
_ATTENTE = 60
"""Seconds: both work on a few kilobytes of this machine."""


class Verdict(Enum):
    """What a check says of a witness; the value is what a person reads."""

    JUSTE = "juste"
    EXPIRE = "juste, mais le certificat a expiré depuis"
    FAUX = "faux"
    INCONNU = "signataire inconnu"
    NON_VERIFIE = "non vérifié"

    @property
    def bon(self) -> bool:
        """Whether the witness is right, and comes from one who is trusted."""
        return self in {Verdict.JUSTE, Verdict.EXPIRE}


@dataclass(frozen=True, slots=True)
class Avis:
    """A verdict, and what explains it."""

    verdict: Verdict
    dit: str = ""

    def __str__(self) -> str:
        return f"{self.verdict.value} ({self.dit})" if self.dit else self.verdict.value


def lancer(outil: str, *arguments: str | Path, entree: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run a tool with no terminal, no agent and no secret around it; the caller looks at what came of it.

    Raises:
        Refus: the tool is not on this machine, or does not end.
    """
    path = shutil.which(outil)
    if path is None:
        package = _PAQUETS[outil]
        raise Refus(f"Le programme « {outil} » manque sur cette machine (Debian : apt install {package}).")
    try:
        return subprocess.run(  # noqa: S603 (our own arguments, no shell)
            [path, *map(str, arguments)],
            input=entree,
            capture_output=True,
            check=False,
            env=_environnement(),
            start_new_session=True,  # so that it cannot ask for a password
            timeout=_ATTENTE,
        )
    except subprocess.TimeoutExpired as error:
        raise Refus(f"Le programme « {outil} » ne répond pas.") from error


def _environnement() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in {CLE, "SSH_AUTH_SOCK"}}
    return kept | {"LC_ALL": "C", "SSH_ASKPASS_REQUIRE": "never"}
