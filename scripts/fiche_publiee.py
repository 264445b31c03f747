"""What a publication writes of one act: its day and its PDF in its file, once both are known to be right."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from greffe import Refus, ecrire
from recueil import adresses
from recueil.acte import Acte
from recueil.journal.ligne import canonique
from recueil.journal.mise_en_ligne import chemin, completer, dater, jour_local, pdf_a_faire
from recueil.journal.perime import donnees_du_pdf, pdf_de
from recueil.papier.refus import PapierImpossible
from recueil.publies import exposer
from recueil.source import Champs, Source, SourceIllisible, read_source
from recueil.typage import remplis

_A_LA_MAIN = (
    "« {0} » : {1} n'a pas pu y être écrit sans rien changer d'autre. Écrivez-le à la main. Rien n'a été écrit."
)
_DEJA_LA = (
    "« {0} » est déjà à côté de l'acte « {1} », qui ne le nomme pas : écrivez « document: {0} » si c'est le sien, "
    "ou donnez-lui un autre nom. Rien n'a été écrit."
)


@dataclass(frozen=True, slots=True)
class Travail:
    """What is to be written of an act."""

    acte: Acte
    """As it will be."""
    contenu: bytes | None
    """Its file, when it changes."""
    pdf: Path | None
    """The PDF to make."""
    jour: date
    """Today, for the authority."""


def travaux(actes: Iterable[Acte], prets: Iterable[Acte], maintenant: datetime) -> tuple[Travail, ...]:
    """What is to be written, for drafts that go online and for public acts without a PDF; nothing is written yet.

    Raises:
        Refus: a file cannot be changed without changing something else, or PDFs cannot be made on this machine.
    """
    ready = {id(acte) for acte in prets}
    found = [_travail(acte, jour_local(acte, maintenant), date_it=id(acte) in ready) for acte in actes]
    todo = tuple(one for one in found if one.contenu or one.pdf)
    if any(one.pdf for one in todo):
        _exiger_le_moteur()
    return todo


def _exiger_le_moteur() -> None:
    from recueil.papier.pdf import MANQUE, moteur_present  # noqa: PLC0415 (a second, when a PDF is to be made)

    if not moteur_present():
        raise Refus(MANQUE)


def faire(travail: Travail) -> None:
    """Write the PDF first, then the file that names it: after a crash in between the same command makes it again.

    Raises:
        Refus: the PDF cannot be made.
        OSError: a file cannot be written.
    """
    if travail.pdf:
        ecrire(travail.pdf, _pdf(travail.acte, travail.jour))
        print(f"PDF fait : {travail.pdf.name}, pour {travail.acte.origine.path}")
    if travail.contenu:
        ecrire(chemin(travail.acte), travail.contenu)


def _travail(acte: Acte, today: date, *, date_it: bool) -> Travail:
    jour = today if date_it else None
    name = pdf_a_faire(acte, public=acte.publicite is not None or jour is not None)
    said: Champs = {"publie_le": jour.isoformat()} if jour else {}
    if name and not acte.document:
        said |= {"document": name, "document_du_registre": "oui"}
        _libre(acte, name)
    if not said:
        return Travail(acte, None, acte.dossier / name if name else None, today)
    content, source = _contenu(acte, jour, said)
    become: dict[str, object] = {"dits": remplis(source.champs), "publier_le": None}
    become |= {"publie_le": jour} if jour else {}
    return Travail(acte.model_copy(update=become), content, acte.dossier / name if name else None, today)


def _libre(acte: Acte, name: str) -> None:
    """Whether the place of a PDF is free, or holds one that was made here before a crash."""
    path = acte.dossier / name
    if path.exists() and pdf_de(path) != adresses.acte(acte):
        raise Refus(_DEJA_LA.format(name, acte.origine.path))


def _contenu(acte: Acte, jour: date | None, said: Champs) -> tuple[bytes, Source]:
    """The file of an act with what is added, once it is read back: it says what it said, and that."""
    path = chemin(acte)
    with path.open(encoding="utf-8", newline="") as file:
        content = file.read()
    try:
        dated = dater(content, jour) if jour else content
        written = completer(dated, {key: str(value) for key, value in said.items() if key != "publie_le"}).encode()
        before, after = read_source(path, acte.dossier), _relire(path.name, written)
    except (ValueError, SourceIllisible):
        raise Refus(_A_LA_MAIN.format(acte.origine.path, _dit(said))) from None
    gone = {"publier_le", "publie_le"} if jour else set()
    kept = {key: value for key, value in before.champs.items() if key not in gone}
    if after.champs != kept | said or after.texte != before.texte:
        raise Refus(_A_LA_MAIN.format(acte.origine.path, _dit(said)))
    return written, after


def _relire(name: str, written: bytes) -> Source:
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "acts" / name
        copy.parent.mkdir()
        copy.write_bytes(written)
        return read_source(copy, copy.parent)


def _dit(said: Champs) -> str:
    return "« " + " », « ".join(f"{key}: {value}" for key, value in said.items()) + " »"


def _pdf(acte: Acte, jour: date) -> bytes:
    """The PDF of an act, with what the journal seals of it attached, and its text."""
    from recueil.papier.acte import acte_pdf  # noqa: PLC0415 (a second, when a PDF is to be made)

    shown = exposer(acte.model_copy(update={"document": None}))
    try:
        return acte_pdf(shown, canonique(donnees_du_pdf(acte)), etabli_le=jour)
    except PapierImpossible as error:
        raise Refus(f"« {acte.origine.path} » : {error}") from error
