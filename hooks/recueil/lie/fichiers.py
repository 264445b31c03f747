"""The files of an act: the PDF that makes it public, its annexes; with their fingerprint and their value in law."""

from collections.abc import Iterable

from ..acte import Acte
from ..nomenclature import Regime
from ..publies import Fiche, Fichier
from .ensemble import Ensemble
from .noeud import Noeud, noeud

PDF = "application/pdf"
PDF_IANA = "https://www.iana.org/assignments/media-types/application/pdf"

_ELI = {
    "AuthoritativeLegalValue": "LegalValue-authoritative",
    "OfficialLegalValue": "LegalValue-official",
}


def valeur(acte: Acte) -> str:
    """The value in law of the file of an act.

    « Authoritative » is said of a publication to which a special status is given: in the regime of publication
    online, the law makes the act public by this very file, which cannot be changed and whose integrity is warranted
    (CGCT L2131-1, III and IV, R2131-1, I). Where the act is made public by posting or on paper, and for a PDF that
    the register composed, the file is a copy put online by whose task it is: « official ». No file is « definitive »:
    no text makes the one online prevail over the signed act, which is in the register on paper (R2121-9).
    """
    online = acte.regime is Regime.ELECTRONIQUE and not acte.document_du_registre
    return "AuthoritativeLegalValue" if online else "OfficialLegalValue"


def document(fiche: Fiche, classes: str, ensemble: Ensemble) -> Noeud | None:
    """The file of the act itself; that of a document which decides nothing has no value in law."""
    file = fiche.document
    if file is None:
        return None
    if "eli:Format" not in classes:
        return _fichier(file, classes, {}, ensemble)
    value = valeur(fiche.acte)
    said = {
        "legislationLegalValue": f"https://schema.org/{value}",
        "eli:legal_value": f"http://data.europa.eu/eli/ontology#{_ELI[value]}",
        "eli:media_type": PDF_IANA,
    }
    return _fichier(file, classes, said, ensemble)


def annexes(files: Iterable[Fichier], ensemble: Ensemble) -> list[Noeud]:
    """Those that are online."""
    return [_fichier(file, "MediaObject", {}, ensemble) for file in files]


def _fichier(file: Fichier, classes: str, said: dict[str, str], ensemble: Ensemble) -> Noeud:
    url = ensemble.url(file.lien)
    told = {
        "name": file.titre,
        "contentUrl": url,
        "encodingFormat": PDF,
        "contentSize": str(file.empreinte.taille),
        "sha256": file.empreinte.sha256,
        **said,
    }
    return noeud(url, classes, told)
