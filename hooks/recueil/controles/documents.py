"""Rules on the files: whole, there, and in a format that cannot be changed (CGCT R2131-1)."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from .. import adresses
from ..acte import Acte
from ..anomalie import Anomalie, Chemin, Severite
from ..empreinte import est_pdf
from ..fiche import fiche
from ..journal.perime import pdf_de
from ..numerise import est_image
from .regle import Constat, regle

_DOCUMENT: Chemin = ("document",)


@regle("DOC-01", "CGCT R2131-1")
def fichiers_presents(acte: Acte) -> Iterator[Constat]:
    """Chaque fichier nommé par l'acte est à côté de lui.

    Exemple : « document: 607.pdf » alors que le fichier s'appelle « 607.PDF ».
    Correction : déposez le PDF dans le même dossier, ou écrivez son nom exact.
    """
    for chemin, path in _nommes(acte):
        waited = chemin == _DOCUMENT and acte.document_du_registre and not path.exists()
        if not waited and (not path.is_file() or path.is_symlink()):
            yield chemin, f"le fichier « {path.name} » n'est pas à côté de l'acte : {_conseil(path)}"


@regle("DOC-02", "CGCT R2131-1")
def fichiers_pdf(acte: Acte) -> Iterator[Constat]:
    """Chaque fichier publié est un PDF entier.

    Exemple : une image renommée en « 607.pdf ».
    Correction : enregistrez de nouveau l'acte en PDF et déposez-le.
    """
    for chemin, path in _nommes(acte):
        if path.is_file() and not est_pdf(path):
            yield chemin, f"le fichier « {path.name} » n'est pas un PDF entier : enregistrez de nouveau l'acte en PDF"


@regle("DOC-03", "CGCT R2131-1", severite=Severite.AVERTISSEMENT, derogeable=True)
def acte_telechargeable(acte: Acte) -> Iterator[Constat]:
    """Un acte public est téléchargeable dans un format non modifiable : il a son fichier PDF.

    Exemple : un acte public sans « document ».
    Correction : déposez le PDF et ajoutez « document », ou dites pourquoi dans « derogations ».
    """
    if acte.publicite and not acte.document and not acte.depublie:
        name = acte.origine.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        yield (
            (),
            (
                f"l'acte n'a pas de fichier PDF : déposez-le à côté et ajoutez « document: {name}.pdf », "
                "ou dites pourquoi dans « derogations »"
            ),
        )


@regle("DOC-04", "CGCT R2131-1")
def acte_entier(acte: Acte) -> Iterator[Constat]:
    """Un acte est publié en entier : il a un texte, ou un fichier PDF.

    Exemple : un en-tête sans texte ni « document ».
    Correction : écrivez le texte sous l'en-tête, ou ajoutez « document ».
    """
    if not acte.document and not acte.texte.strip() and not acte.depublie:
        yield (), "l'acte n'a ni texte ni fichier PDF : écrivez son texte sous l'en-tête, ou ajoutez « document: »"


@regle("DOC-05", "CGCT R2131-1")
def annexe_en_ligne_ou_motivee(acte: Acte) -> Iterator[Constat]:
    """Une annexe est en ligne, ou l'acte dit pourquoi elle ne l'est pas ; jamais les deux.

    Exemple : une annexe avec « fichier » et « non_publiee ».
    Correction : donnez « fichier », ou bien « non_publiee ».
    """
    for index, annexe in enumerate(acte.annexes):
        if bool(annexe.fichier) == bool(annexe.non_publiee):
            yield (
                ("annexes", index),
                f"annexe « {annexe.titre} » : indiquez son « fichier », ou le motif dans « non_publiee », pas les deux",
            )


NUMERISE = fiche(
    "DOC-06",
    """Un PDF dont un lecteur d'écran ne peut rien lire le dit, et la page donne son texte.

    Exemple : un PDF numérisé, qui n'est qu'une suite d'images.
    Correction : déposez le PDF que le traitement de texte sait faire, ou écrivez « document_numerise: oui ».
    """,
    "RGAA 4.1, critère 13.3",
    Severite.AVERTISSEMENT,
)
"""Looked for in the files that are not online yet: ten thousand files would take a minute to open."""


@regle("DOC-07", "CGCT R2131-1")
def pdf_du_registre_fait(acte: Acte) -> Iterator[Constat]:
    """Le PDF que le registre établit à partir du texte est à côté de l'acte.

    Exemple : « document_du_registre: oui » juste après avoir renommé l'ancien PDF.
    Correction : lancez « ./scripts/publier », qui le fait ; la mise en ligne le fait d'elle-même.
    """
    if acte.document and acte.document_du_registre and not (acte.dossier / acte.document).exists():
        yield _DOCUMENT, f"« {acte.document} » n'est pas encore fait : lancez « ./scripts/publier »"


ETABLI = fiche(
    "DOC-08",
    """Un PDF n'est dit établi par le registre que s'il l'est.

    Exemple : « document_du_registre: oui » dans la fiche d'un acte dont le PDF est l'original tamponné.
    Correction : supprimez « document_du_registre » ; « ./scripts/publier » l'écrit lui-même quand il fait un PDF.
    """,
    "CGCT R2131-1",
)
"""Looked for as the one before."""


def pas_etablis(actes: Iterable[Acte]) -> Iterator[Anomalie]:
    """The acts whose PDF is said to be made by the register, and was not."""
    for acte in actes:
        path = acte.dossier / (acte.document or "")
        if acte.document and acte.document_du_registre and path.is_file() and pdf_de(path) != adresses.acte(acte):
            told = f"« {acte.document} » n'a pas été établi par le registre : supprimez « document_du_registre »"
            yield ETABLI.anomalie(acte.origine, ("document_du_registre",), told)


def numerises(actes: Iterable[Acte]) -> Iterator[Anomalie]:
    """The acts whose PDF is only pictures, and that do not say so."""
    for acte in actes:
        path = acte.dossier / (acte.document or "")
        if acte.document and not acte.document_numerise and path.is_file() and _image(path):
            told = f"« {acte.document} » n'est qu'une image : les lecteurs d'écran ne la lisent pas"
            yield NUMERISE.anomalie(acte.origine, _DOCUMENT, told)


def _image(path: Path) -> bool:
    try:
        return est_image(path)
    except ValueError:  # a file that cannot be opened is told by another rule, or is only locked
        return False


def _conseil(path: Path) -> str:
    """What to do of a file that is not found: often its capitals alone differ."""
    others = [p.name for p in path.parent.iterdir() if p.name.lower() == path.name.lower() and p.name != path.name]
    return f"il s'appelle « {others[0]} », écrivez ce nom-là" if others else "déposez-le, ou corrigez son nom"


def _nommes(acte: Acte) -> Iterator[tuple[Chemin, Path]]:
    if acte.document:
        yield _DOCUMENT, acte.dossier / acte.document
    for index, annexe in enumerate(acte.annexes):
        if annexe.fichier:
            yield ("annexes", index, "fichier"), acte.dossier / annexe.fichier
    for index, old in enumerate(acte.fichiers_remplaces):
        if old.fichier:
            yield ("fichiers_remplaces", index, "fichier"), acte.dossier / old.fichier
