"""Signatures of lines by ssh-keygen: the private key as briefly as can be, and the list of the public ones."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path
from tempfile import TemporaryDirectory

from greffe import Refus
from outillage import Avis, Verdict, lancer
from recueil.journal.temoins import ESPACE, SIGNATAIRES

_OUTIL = "ssh-keygen"
_CLE_INUTILE = (
    "La clé privée ne peut pas servir : il faut celle que « ssh-keygen -t ed25519 » écrit, entière, sans phrase de "
    "passe, et que son propriétaire seul peut lire (chmod 600)."
)
_PLUS_ADMISE = (
    "La clé est dans « {0} » et n'y est plus admise pour « {1} » : prenez-en une autre, ou corrigez sa ligne."
)


@contextmanager
def cle_privee(fichier: Path | None, texte: str) -> Iterator[Path | None]:
    """The file of the private key: the one that is given, or one that lasts no longer than this block.

    Args:
        fichier: a file that is used where it is.
        texte: the key itself, as a secret holds it, often with no end of line or with those of Windows.
    """
    if fichier is not None or not texte.strip():
        yield fichier
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cle"
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write("".join(f"{line}\n" for line in texte.strip().splitlines()).encode())
        yield path


def publique(cle: Path) -> str:
    """The public key of a private one: its kind and its value, without the comment, which may name a person.

    Raises:
        Refus: it is not a private key that can be used without asking anything.
    """
    done = lancer(_OUTIL, "-y", "-P", "", "-f", cle)
    words = done.stdout.decode("ascii", "replace").split()
    if done.returncode or len(words) < 2:
        raise Refus(_CLE_INUTILE)
    return " ".join(words[:2])


def empreinte_cle(publique: str) -> str:
    """The fingerprint of a public key, ``SHA256:…``, to be told elsewhere than beside the acts."""
    words = lancer(_OUTIL, "-l", "-f", "-", entree=publique.encode()).stdout.decode("ascii", "replace").split()
    return next((word for word in words if word.startswith("SHA256:")), "")


def signature(cle: Path, octets: bytes, signataires: bytes, principal: str) -> tuple[bytes, bytes]:
    """The signature of a line, and the list of the public keys with which it was checked.

    A key that is replaced stays in the list, with no end: a signature holds no time of its own, and ssh-keygen would
    compare an end with the day of the reader, and refuse what was right. A key that was stolen is given an end
    (``valid-before``) by hand: what it signed is refused from then on, and the next line that the new key signs seals
    all those before.

    Raises:
        Refus: nothing could be signed, or the list holds the key and refuses it.
    """
    public = publique(cle)
    done = lancer(_OUTIL, "-Y", "sign", "-n", ESPACE, "-f", cle, entree=octets)
    if done.returncode or not done.stdout:
        raise Refus("La signature ne s'est pas faite : il faut OpenSSH 8.2 ou plus récent.")
    for liste in (signataires, _ajouter(signataires, principal, public)):
        if _avis(done.stdout, octets, liste, principal).verdict.bon:
            return done.stdout, liste
    raise Refus(_PLUS_ADMISE.format(SIGNATAIRES, principal))


def avis_signature(path: Path, octets: bytes, signataires: Path | None, principal: str) -> Avis:
    """What a signature is worth: of these bytes, and by a key that the list holds under this name."""
    return _avis(path.read_bytes(), octets, signataires.read_bytes() if signataires else b"", principal)


def _avis(content: bytes, octets: bytes, signataires: bytes, principal: str) -> Avis:
    with TemporaryDirectory() as folder:
        sig, liste = Path(folder) / "sig", Path(folder) / SIGNATAIRES
        sig.write_bytes(content)
        liste.write_bytes(signataires)
        told = ("-n", ESPACE, "-s", sig)
        done = lancer(_OUTIL, "-Y", "verify", "-f", liste, "-I", principal, *told, entree=octets)
        if not done.returncode:
            return Avis(Verdict.JUSTE)
        if lancer(_OUTIL, "-Y", "check-novalidate", *told, entree=octets).returncode:
            return Avis(Verdict.FAUX, "ce n'est pas la signature de cette ligne")
    return Avis(Verdict.INCONNU, f"« {SIGNATAIRES} » n'admet pas cette clé pour « {principal} »")


def _ajouter(signataires: bytes, principal: str, public: str) -> bytes:
    """The list with one more key; nothing in it is changed, and a key that it refuses is not given another chance."""
    lines = signataires.decode("utf-8", "replace").splitlines()
    if any(_vise(line, principal) for line in lines if public.split()[1] in line):
        return signataires
    end = b"" if not signataires or signataires.endswith(b"\n") else b"\n"
    return signataires + end + f'{principal} namespaces="{ESPACE}" {public}\n'.encode()


def _vise(line: str, principal: str) -> bool:
    """Whether a line of the list is about a name; one that was made a comment was meant to refuse its key."""
    return line.startswith("#") or any(fnmatchcase(principal, one) for one in line.split(maxsplit=1)[0].split(","))
