"""From what was read to the heads of the files: an act, its session, its conventions, in the order of the guide."""

from collections.abc import Iterator, Mapping

from ...nomenclature import TypeActe
from ...noms import parmi
from ..assemblage import Assemblage
from ..contrats.conventions import Convention
from ..contrats.parties import Partie
from ..lecture.signataires import Auteur
from .entetes import Entete, entete

_CONVENUES = ("debut", "fin", "terme", "duree", "reconduction", "nombre_reconductions", "preavis", "juridiction")
_CHIFFRES = ("pour", "contre", "abstention")
_EN_SEANCE = {TypeActe.DELIBERATION, TypeActe.PROCES_VERBAL, TypeActe.LISTE_DELIBERATIONS}


def acte(read: Assemblage, auteur: Auteur, document: str, annexes: tuple[str, ...], *, dans_sa_seance: bool) -> Entete:
    """The head of an act; its date is that of its session when it lies beside it.

    The titles of the annexes are not in what @ctes sends: they are numbered, and asked.
    """
    kind = read.texte("type_document")
    day = "" if dans_sa_seance else read.texte("seance" if kind in _EN_SEANCE else "date_acte")
    return entete(
        ("type", kind if kind in {*TypeActe} else ""),
        ("numero", read.texte("numero")),
        ("objet", read.texte("objet") or _titre(read)),
        ("date", day),
        ("matiere", read.texte("matiere")),
        ("auteur", entete(("prenom", auteur.prenom), ("nom", auteur.nom), ("qualite", auteur.qualite))),
        ("document", document),
        ("annexes", _annexes(annexes)),
        ("affiche_le", read.texte("affiche")),
        ("publie_le", read.texte("publie")),
        ("controle_legalite", _controle(read)),
        ("votes", _votes(read) if kind == TypeActe.DELIBERATION else entete()),
    )


def _titre(read: Assemblage) -> str:
    """Minutes and lists have no objet but their title, as it is written."""
    named = read.texte("type_document") in {TypeActe.PROCES_VERBAL, TypeActe.LISTE_DELIBERATIONS}
    return read.valeurs["type_document"].preuve.mots if named else ""


def _annexes(names: tuple[str, ...]) -> tuple[Entete, ...]:
    numbered = enumerate(names, start=1)
    return tuple(entete(("titre", f"Annexe {rank}"), ("fichier", name)) for rank, name in numbered)


def _controle(read: Assemblage) -> Entete:
    return entete(("id", read.texte("id")), ("envoye_le", read.texte("envoye")), ("recu_le", read.texte("recu")))


def _votes(read: Assemblage) -> Entete:
    """The three figures when the text says them all; the result when it leaves no doubt."""
    figures = {key: read.valeur(key) for key in _CHIFFRES}
    complete = all(isinstance(figure, int) for figure in figures.values())
    written = [(key, str(figures[key]) if complete else "") for key in _CHIFFRES]
    return entete(*written, ("resultat", _resultat(read, figures, complete=complete)))


def _resultat(read: Assemblage, figures: Mapping[str, object], *, complete: bool) -> str:
    against = figures["contre"]
    if read.valeur("unanimite") is True and not against:
        return "adoptee"
    return "adoptee" if complete and int(str(figures["pour"])) > int(str(against)) else ""


def seance(read: Assemblage, organe: str, jour: str) -> Entete:
    """The head of a session; its day, the names that the act gives, and the numbers that it states."""
    said = {key: read.valeur(f"liste_{key}") for key in ("presents", "excuses", "absents", "pouvoirs")}
    said |= {key: () for key, _, _ in desaccords(read)}
    given = _paires(said["pouvoirs"])
    givers = tuple(giver for giver, _ in _paires(read.valeur("liste_pouvoirs")))
    return entete(
        ("organe", organe),
        ("date", jour),
        ("convocation", read.texte("convocation")),
        ("presidence", read.texte("president")),
        ("secretaire", read.texte("secretaire")),
        ("membres_en_exercice", read.texte("membres_en_exercice")),
        ("presents", _noms(said["presents"])),
        ("excuses", _noms(said["excuses"], sauf=givers)),
        ("absents", _noms(said["absents"], sauf=givers)),
        ("pouvoirs", entete(*given)),
    )


def desaccords(read: Assemblage) -> Iterator[tuple[str, int, int]]:
    """The lists of names that have not the length that the act states: they were misread, and are not written."""
    for key in ("presents", "pouvoirs"):
        stated, names = read.valeur(key), read.valeur(f"liste_{key}")
        if isinstance(stated, int) and isinstance(names, tuple) and len(names) != stated:
            yield key, len(names), stated


def _noms(value: object, sauf: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Names; who gives a proxy is told with it, and not a second time among those who are away."""
    names = value if isinstance(value, tuple) else ()
    return tuple(name for name in names if isinstance(name, str) and not parmi(name, sauf))


def _paires(value: object) -> list[tuple[str, str]]:
    pairs = value if isinstance(value, tuple) else ()
    return [(str(pair[0]), str(pair[1])) for pair in pairs if isinstance(pair, tuple)]


def convention(read: Assemblage, said: Convention, document: str, annexes: tuple[str, ...], *, jointe: bool) -> Entete:
    """The head of a convention; it is published and sent with the act that it is joined to, which has the annexes."""
    return entete(
        ("type", TypeActe.AVENANT if said.avenant else TypeActe.CONVENTION),
        ("objet", said.objet),
        ("date", "" if jointe else read.texte("date_acte")),
        ("document", document),
        ("annexes", _annexes(annexes)),
        ("affiche_le", "" if jointe else read.texte("affiche")),
        ("publie_le", read.texte("publie")),
        ("controle_legalite", _controle(read)),
        ("approuvee_par", read.texte("numero") if jointe else ""),
        ("parties", tuple(_partie(party, said.clause("signe_le")) for party in said.parties)),
        *((key, said.clause(key)) for key in _CONVENUES),
    )


def _partie(said: Partie, signe: str) -> Entete:
    keys = ("nom", "sigle", "siege", "representant", "qualite", "deliberation")
    return entete(*((key, getattr(said, key)) for key in keys), ("signe_le", signe))
