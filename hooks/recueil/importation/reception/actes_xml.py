"""Why: the messages of @ctes say what the prefecture itself holds; what they state beats what is read on paper."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from lxml import etree

from ...identifiant import Identifiant, lire_identifiant
from ..cachets.identifiants import NATURES
from ..document import Preuve
from ..faits import Fait, Question, Source, Surete, Valeur
from ..refus import RefusError

OCTETS_MAX = 5_000_000
_ESPACE = "{http://www.interieur.gouv.fr/ACTES#v1.1-20040216}"
_NOM = re.compile(r"(?:[0-9A-Z]{2}_[0-9A-Z]{2}-)?(?P<id>.+)-\d-\d_(?P<rang>\d{1,3})\.\w{2,4}")
_CONTROLES = re.compile("[\x80-\x9f]")

_PAS_XML = "ce fichier XML est abîmé ou n'en est pas un : reprenez-le tel que la plateforme l'a donné."
_DTD = "ce fichier XML contient une DTD ou des entités, qu'un message @ctes ne contient jamais : il n'est pas lu."
_AUTRE = "ce message @ctes ({0}) n'est ni un acte ni son accusé de réception : donnez le message Acte ou ARActe."
_REJET = "la préfecture signale une anomalie ({0}) : l'acte n'est pas reçu ; corrigez-le et transmettez-le de nouveau."


@dataclass(frozen=True, slots=True)
class Message:
    """What an ``Acte`` or an ``ARActe`` says: facts, and the names of the files that go with it."""

    faits: tuple[Fait, ...]
    id: str | None = None
    acte: str | None = None
    annexes: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class NomActes:
    """What the name of a file of a transmission says: 0 is the message, 1 the act, the others its annexes."""

    id: str
    rang: int


def lire_nom(nom: str) -> NomActes | None:
    """The parts of a name such as ``99_DE-099-219900016-20260211-607-DE-1-1_1.pdf``."""
    match = _NOM.fullmatch(PurePosixPath(nom).name)
    if match is None or (lu := _identifiant(match["id"])) is None:
        return None
    return NomActes(lu.texte, int(match["rang"]))


def est_enveloppe(contenu: bytes) -> bool:
    """Whether an XML file is the envelope of a transmission, which says nothing of the act."""
    return _racine(contenu).tag.startswith(f"{_ESPACE}Enveloppe")


def lire_message(contenu: bytes) -> Message:
    """The facts of a message of @ctes.

    Raises:
        RefusError: it is damaged, dangerous, or another message.
    """
    root = _racine(contenu)
    name = etree.QName(root).localname if root.tag.startswith(_ESPACE) else root.tag
    if name == "AnomalieActe":
        raise RefusError(_REJET.format(_texte(root.find(f"{_ESPACE}Detail")) or "sans détail"))
    if name not in {"Acte", "ARActe"}:
        raise RefusError(_AUTRE.format(name))
    acte = root if name == "Acte" else next(root.iter(f"{_ESPACE}ActeRecu", f"{_ESPACE}Acte"), root)
    return _message(root, acte)


def _racine(contenu: bytes) -> etree._Element:
    """The root of an XML text, without ever following what it points to."""
    if len(contenu) > OCTETS_MAX:
        raise RefusError(_PAS_XML)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(contenu, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise RefusError(_DTD if b"<!ENTITY" in contenu else _PAS_XML) from error
    info = root.getroottree().docinfo
    if info.internalDTD is not None or info.doctype:
        raise RefusError(_DTD)
    return root


def _message(root: etree._Element, acte: etree._Element) -> Message:
    """What the message says, put together."""
    names = [_texte(e) for e in acte.iterfind(f"{_ESPACE}Document/{_ESPACE}NomFichier")]
    annexes = tuple(_texte(e) for e in acte.iterfind(f"{_ESPACE}Annexes/{_ESPACE}Annexe/{_ESPACE}NomFichier"))
    lu = _identifiant(root.get(f"{_ESPACE}IDActe") or "") or _id_du_fichier(acte, names)
    facts = tuple(_faits(root, acte, lu))
    return Message(facts, lu.texte if lu else None, names[0] if names else None, annexes, tuple(_questions(acte, lu)))


def _faits(root: etree._Element, acte: etree._Element, lu: Identifiant | None) -> Iterator[Fait]:
    """The facts; the internal number is rarely the one printed on the act, so it is only possible."""
    if lu is not None:
        yield _fait("id", lu.texte, root)
    if nature := lu.nature if lu else _nature(acte):
        yield _fait("nature_actes", nature, acte)
    if recu := _jour(root.get(f"{_ESPACE}DateReception")):
        yield _fait("recu", recu, root)
    if jour := _jour(acte.get(f"{_ESPACE}Date")):
        yield _fait("date_acte", jour, acte, Surete.PROBABLE)
    if numero := acte.get(f"{_ESPACE}NumeroInterne"):
        yield _fait("numero", numero, acte, Surete.PROBABLE)
    if objet := _texte(subject := acte.find(f"{_ESPACE}Objet")):
        yield _fait("objet", objet, subject)
    if matiere := _matiere(acte):
        yield _fait("matiere", matiere, acte.find(f"{_ESPACE}CodeMatiere1"))


def _fait(cle: str, valeur: Valeur, element: etree._Element | None, surete: Surete = Surete.SURE) -> Fait:
    """A fact of the message, with the element that says it."""
    at = element.sourceline if element is not None else None
    line = at if isinstance(at, int) else 1
    name = etree.QName(element).localname if element is not None else ""
    return Fait(cle, valeur, Preuve(1, line, f"{name} : {valeur}"), Source.XML, surete)


def _identifiant(texte: str) -> Identifiant | None:
    try:
        return lire_identifiant(texte)
    except ValueError:
        return None


def _id_du_fichier(acte: etree._Element, names: list[str]) -> Identifiant | None:
    """The identifier in the name of the act's file, if its parts are those that the message states."""
    named = lire_nom(names[0]) if names else None
    lu = _identifiant(named.id) if named else None
    if lu is None or lu.nature != _nature(acte) or lu.numero != acte.get(f"{_ESPACE}NumeroInterne"):
        return None
    return lu if lu.jour == _jour(acte.get(f"{_ESPACE}Date")) else None


def _nature(acte: etree._Element) -> str | None:
    """The two letters for the code of the nature, from 1 to 6."""
    code = acte.get(f"{_ESPACE}CodeNatureActe") or ""
    return NATURES[int(code) - 1] if re.fullmatch("[1-6]", code) else None


def _matiere(acte: etree._Element) -> str | None:
    """The codes of the levels, joined: « 7.10 » is a text."""
    levels = [acte.find(f"{_ESPACE}CodeMatiere{rank}") for rank in range(1, 6)]
    codes = [e.get(f"{_ESPACE}CodeMatiere") or "" for e in levels if e is not None]
    return ".".join(codes) if len(codes) >= 2 and all(map(str.isdecimal, codes)) else None


def _jour(texte: str | None) -> date | None:
    try:
        return date.fromisoformat(texte or "")
    except ValueError:
        return None


def _texte(element: etree._Element | None) -> str:
    """The words of an element; Windows signs that were sent under the name of ISO-8859-1 are what they were."""
    said = " ".join("".join(map(str, element.itertext())).split()) if element is not None else ""
    return _CONTROLES.sub(lambda m: m[0].encode("latin-1").decode("cp1252", "replace"), said)


def _questions(acte: etree._Element, lu: Identifiant | None) -> Iterator[Question]:
    """A question when the nature of the message is not that of the identifier."""
    nature = _nature(acte)
    if lu and nature and nature != lu.nature:
        yield Question("nature_actes", f"Le message dit {nature}, l'identifiant {lu.nature} : quelle est la nature ?")
