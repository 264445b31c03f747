"""Why: the importer is tried on real files; here they are made: PDF, stamps, messages of @ctes, archives, bombs."""

import io
import tarfile
import zipfile
import zlib
from collections.abc import Mapping

from pdf_fictif import assembler

SIREN = "219900016"
ID = f"099-{SIREN}-20260211-607-DE"
AUTRE_ID = "099-219900115-20260112-12-DE"
TAMPON = f"Envoyé en préfecture le 16/02/2026\nReçu en préfecture le 17/02/2026\nPublié le\nID : {ID}"
CORPS = "\n".join(["Le conseil municipal de Sainte-Exemple, après en avoir délibéré, décide ce qui suit."] * 8)
SECRET = f" /Encrypt <</Filter /Standard /V 1 /R 2 /P -4 /O <{'ab' * 32}> /U <{'cd' * 32}>>> /ID [<00><00>]"
"""The end of a PDF whose password is not the empty one."""


def pdf_bombe(millions: int) -> bytes:
    """A small PDF, one page of which is so many million bytes of drawing."""
    packer = zlib.compressobj(1)
    pieces = [packer.compress(b"0 0 m " * 166_667) for _ in range(millions)]
    drawn = b"".join(pieces) + packer.flush()
    return assembler(
        [
            b"<</Type /Catalog /Pages 2 0 R>>",
            b"<</Type /Pages /Count 1 /Kids [3 0 R]>>",
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R>>",
            b"<</Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream" % (len(drawn), drawn),
        ]
    )


def message(sorte: str = "ARActe", objet: str = "Tarif de la salle", *, entete: str = "") -> bytes:
    """A message of @ctes on the act 607 and its two annexes, in ISO-8859-1 as they are."""
    space = 'xmlns:a="http://www.interieur.gouv.fr/ACTES#v1.1-20040216"'
    states = 'a:Date="2026-02-11" a:NumeroInterne="607" a:CodeNatureActe="1"'
    annexes = "".join(f"<a:Annexe><a:NomFichier>{nom(rank)}</a:NomFichier></a:Annexe>" for rank in (2, 3))
    inside = (
        '<a:CodeMatiere1 a:CodeMatiere="7"/><a:CodeMatiere2 a:CodeMatiere="10"/>'
        f"<a:Objet>{objet}</a:Objet><a:Document><a:NomFichier>{nom(1)}</a:NomFichier></a:Document>"
        f'<a:Annexes a:Nombre="2">{annexes}</a:Annexes>'
    )
    said = {
        "Acte": f"<a:Acte {space} {states}>{inside}</a:Acte>",
        "ARActe": f'<a:ARActe {space} a:IDActe="{ID}" a:DateReception="2026-02-17">'
        f"<a:ActeRecu {states}>{inside}</a:ActeRecu></a:ARActe>",
        "AnomalieActe": f"<a:AnomalieActe {space}><a:Detail>{objet}</a:Detail></a:AnomalieActe>",
        "EnveloppeCLMISILL": f"<a:EnveloppeCLMISILL {space}/>",
    }[sorte]
    return f'<?xml version="1.0" encoding="ISO-8859-1"?>{entete}{said}'.encode("cp1252")


def nom(rang: int) -> str:
    """The name of a file of the transmission of the act 607."""
    return f"99_DE-{ID}-1-1_{rang}.{'pdf' if rang else 'xml'}"


def archive_zip(members: Mapping[str, bytes]) -> bytes:
    """A zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


def archive_tar(members: Mapping[str, bytes], *speciaux: tarfile.TarInfo) -> bytes:
    """A .tar.gz of these files, and of members that are no plain files."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as made:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            made.addfile(info, io.BytesIO(content))
        for info in speciaux:
            made.addfile(info)
    return out.getvalue()


def membre(name: str, sorte: bytes, lien: str = "") -> tarfile.TarInfo:
    """A link, a device or a pipe of a tar."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname = sorte, lien
    return info
