"""Witnesses of a journal: what others can check of its lines with tools that every system has, whoever keeps it.

A journal that its keeper holds alone can be written again whole. A signature of a line (OpenSSH, PROTOCOL.sshsig) says
who vouched for it and for all the lines that it seals; a time stamp (RFC 3161) says that it was there on a given day.
"""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..nomenclature import Liste
from .chaine import Chaine
from .ligne import Identite, Ligne
from .tenu import JOURNAL

TEMOINS = "temoins"
"""The folder of the witnesses, in that of the authority."""

SIGNATAIRES = "signataires"
"""The public keys of the authority, as ssh-keygen reads them (« ALLOWED SIGNERS »)."""

AUTORITE = "autorite.pem"
"""The certificates on which the time stamps rest, which a person chose to trust."""

ESPACE = "recueil-journal"
"""What a signature is for: one that was made for something else does not pass for a witness."""

_NOM = re.compile(r"journal-(?P<rang>[1-9][0-9]*)\.(?P<genre>sig|tsr)")


class Genre(Liste):
    """What a witness is; the value is the suffix of its file."""

    SIGNATURE = "sig", "Signature"
    HORODATAGE = "tsr", "Horodatage"


@dataclass(frozen=True, slots=True)
class TemoinExterieur:
    """A file that vouches for a line of a journal; nothing says yet that it is right."""

    genre: Genre
    rang: int
    """The rank that its name gives."""
    chemin: Path
    ligne: Ligne | None
    """The line of this rank; None when the journal has none."""
    appui: Path | None
    """The file on which its check rests; None when it is missing, and nothing can be said to be right."""
    signataire: str
    """The name under which « signataires » holds the key: the folder that the authority had at that line."""


def nom(genre: Genre, rang: int) -> str:
    """The name of the file of a witness."""
    return f"journal-{rang}.{genre.value}"


def temoins(folder: Path, chaine: Chaine) -> tuple[TemoinExterieur, ...]:
    """The witnesses that a folder holds, first line to last.

    Args:
        folder: the folder ``temoins`` of an authority; nothing is read in one that is missing or a link.
        chaine: its journal.
    """
    found = [_temoin(path, known, chaine) for path, known in _connus(folder)]
    return tuple(sorted(found, key=lambda one: (one.rang, one.genre.value)))


def inconnus(folder: Path) -> tuple[Path, ...]:
    """What is not a witness, nor a file that witnesses rest on; a link or a folder is none, whatever its name.

    Hidden files are left to the programs that made them.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return (folder,)
    known = {path for path, _ in _connus(folder)} | {
        folder / one for one in (SIGNATAIRES, AUTORITE) if appui(folder, one)
    }
    return tuple(path for path in _entrees(folder) if path not in known)


def appui(folder: Path, name: str) -> Path | None:
    """A file on which witnesses rest; None when it is missing or not a real file."""
    path = folder / name
    return path if path.is_file() and not path.is_symlink() else None


def signataire(chaine: Chaine, rang: int) -> str:
    """The name under which a line is signed: that of the folder of the authority when it was written.

    Neither its mail nor its name: they change, and what was signed must still be found under the same.
    """
    owners = [line.cle for line in chaine.lignes[:rang] if isinstance(line, Identite)]
    return owners[-1] if owners else ""


def commandes(temoin: TemoinExterieur) -> tuple[str, ...]:
    """What anyone can type where the files served are, to check a witness; exit status 0 when it is right.

    Nothing when the journal has no such line, and the reading of the time alone when the certificates are missing.
    """
    if temoin.ligne is None:
        return ()
    take = f"sed -n '{temoin.rang}p' {JOURNAL} | tr -d '\\n' > ligne"
    name = nom(temoin.genre, temoin.rang)
    if temoin.genre is Genre.SIGNATURE:
        return (take, _verifier_signature(temoin, name)) if temoin.appui else ()
    checks = (take, f"openssl ts -verify -data ligne -in {name} -CAfile {AUTORITE}") if temoin.appui else ()
    # of the token alone: the words around it are not signed, and could give another time
    return (*checks, f"openssl ts -reply -in {name} -token_out -text")


def _verifier_signature(temoin: TemoinExterieur, name: str) -> str:
    who = shlex.quote(temoin.signataire)
    return f"ssh-keygen -Y verify -f {SIGNATAIRES} -I {who} -n {ESPACE} -s {name} < ligne"


def _temoin(path: Path, known: re.Match[str], chain: Chaine) -> TemoinExterieur:
    genre, rank = Genre(known["genre"]), int(known["rang"])
    line = chain.lignes[rank - 1] if rank <= len(chain.lignes) else None
    rests = appui(path.parent, SIGNATAIRES if genre is Genre.SIGNATURE else AUTORITE)
    return TemoinExterieur(genre, rank, path, line, rests, signataire(chain, rank))


def _connus(folder: Path) -> Iterator[tuple[Path, re.Match[str]]]:
    """The real files whose name is that of a witness."""
    for path in _entrees(folder):
        known = _NOM.fullmatch(path.name)
        if known and path.is_file() and not path.is_symlink():
            yield path, known


def _entrees(folder: Path) -> list[Path]:
    """What a real folder holds, but for hidden files."""
    real = folder.is_dir() and not folder.is_symlink()
    return sorted(path for path in folder.iterdir() if not path.name.startswith(".")) if real else []
