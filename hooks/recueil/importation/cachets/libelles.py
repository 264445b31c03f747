"""Why: each platform stamps its own words; a new one is a line of this table, whose example is its test."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

_SIMPLES = {
    code: plain
    for code in range(0xA0, 0x250)
    if len(plain := unicodedata.normalize("NFKD", chr(code))[0]) == 1 and plain.isascii() and plain.isalnum()
}


def plier(texte: str) -> str:
    """The same text without accents, sign for sign: what is found in it stands at the same place in the first."""
    return texte.translate(_SIMPLES)


@dataclass(frozen=True, slots=True)
class Libelle:
    """What is before a value in a stamp, without accents; a blank is any blanks.

    ``familles`` are the kinds of stamp that hold it: A to E of the notes on law, G for that of FAST. A strong label is
    a stamp by itself; a weak one counts only beside a strong one of its family.
    """

    cle: str | None
    motif: str
    exemple: str
    attendu: date | None
    familles: str
    fort: bool = False


_JOUR = date(2026, 2, 16)
_LE = r",?\s{0,3}[lI1]e(?![a-z])"
_PREF = r"(?:[Ss]ous[\s-]?)?[PpOo]r[e6]f\w{5,7}"

LIBELLES = (
    Libelle("envoye", rf"Envo[yv]e en {_PREF}{_LE}", "Envoyé en préfecture le 16/02/2026", _JOUR, "A", fort=True),
    Libelle("recu", rf"Re[cg]?u en {_PREF}{_LE}", "Reçu en préfecture le 16/02/2026", _JOUR, "A", fort=True),
    Libelle("envoye", r"Envoi simulee? le", "Envoi simulé le 16/02/2026", _JOUR, "A", fort=True),
    Libelle("recu", r"Reception simulee? le", "Reception simulée le 16/02/2026", _JOUR, "A", fort=True),
    Libelle("publie", r"Publication simulee? le", "Publication simulée le 16/02/2026", _JOUR, "A", fort=True),
    Libelle("publie", rf"Pub[li1I]{{2}}e{_LE}", "Publié le 16/02/2026", _JOUR, "ABE"),
    Libelle("affiche", rf"Aff[li1I]che{_LE}", "Affiché le 1er juillet 2022", date(2022, 7, 1), "ABE"),
    Libelle(None, r"S ?2 ?LOW?\b|SLOW?\b|Berger[\s-]?Levrault", "S²LO", None, "A"),
    Libelle(None, r"AR -? ?P(?:refecture|REFECTURE)", "AR Prefecture", None, "E", fort=True),
    Libelle("recu", rf"Re[cg]u{_LE}", "Reçu le 16/02/2026", _JOUR, "BE"),
    Libelle(None, r"AR CONTROLE DE LEGALITE", "AR CONTROLE DE LEGALITE :", None, "G", fort=True),
    Libelle("recu", r"en date du", "en date du 16/02/2026", _JOUR, "G"),
    Libelle(None, r"REFERENCE ACTE ?: ?[\w/.-]{1,40}", "REFERENCE ACTE : 607", None, "G"),
    Libelle(None, rf"Accuse de reception en {_PREF}", "Accusé de réception en préfecture", None, "B", fort=True),
    Libelle(
        "envoye", r"Date de te[lI1]e ?transmission", "Date de télétransmission : 16/02/2026", _JOUR, "B", fort=True
    ),
    Libelle(
        "recu",
        rf"Date de reception (?:en )?{_PREF}",
        "Date de réception préfecture : 16/02/2026",
        _JOUR,
        "B",
        fort=True,
    ),
    Libelle("recu", r"Date de reception (?:de l')?AR\b", "Date de réception AR: 16/02/2026", _JOUR, "B", fort=True),
    Libelle(
        None, r"Identifiant unique(?: de l'acte)?(?= ?:)", "Identifiant unique de l'acte :", None, "BCD", fort=True
    ),
    Libelle(None, r"Identifiant unique de l'acte", "Identifiant unique de l'acte", None, "BD", fort=True),
    Libelle(
        "envoye",
        r"Date d(?:e transmission|'envoi|e depot)(?: de l'acte| en prefecture)?(?= ?:)",
        "Date de transmission de l'acte : 16/02/2026",
        _JOUR,
        "BC",
        fort=True,
    ),
    Libelle(
        "recu",
        r"Date de reception (?:de (?:l'acte|l'accuse de reception)|de l'accuse|par le (?:controle de legalite|prefet)"
        r"|au controle de legalite)(?= ?:)",
        "Date de réception de l'accusé de réception : 16/02/2026",
        _JOUR,
        "BC",
        fort=True,
    ),
    Libelle(
        "recu", r"Acquittement recu(?: le)?", "Acquittement reçu 16 février 2026 à 14h22min", _JOUR, "C", fort=True
    ),
    Libelle("recu", r"Recu par le MI le", "Reçu par le MI le 2026-02-16", _JOUR, "C"),
    Libelle(None, r"Nature de l'acte(?= ?:)", "Nature de l'acte :", None, "C"),
    Libelle(None, r"Numero de l'acte(?= ?:)", "Numéro de l'acte :", None, "C"),
    Libelle(None, r"Bordereau d'acquittement", "Bordereau d'acquittement de transaction", None, "C", fort=True),
    Libelle(None, r"Identifiant Acte", "Identifiant Acte :", None, "C", fort=True),
    Libelle(
        "recu",
        r"Date d'emission de l'accuse de reception",
        "Date d'émission de l'accusé de réception: 2026-02-16(GMT+1)",
        _JOUR,
        "C",
        fort=True,
    ),
    Libelle(None, r"Acte recu par(?= ?:)", "Acte reçu par :", None, "C", fort=True),
    Libelle(
        None,
        r"Accuse de reception -? ?Ministere de l'[Ii]nterieur",
        "Accusé de réception - Ministère de l'Intérieur",
        None,
        "D",
        fort=True,
    ),
    Libelle(None, r"A(?:cte|ccuse) certifie executoire", "Accusé certifié exécutoire", None, "D", fort=True),
    Libelle(
        "recu", r"Reception par le (?:sous-)?prefet", "Réception par le préfet : 16/02/2026", _JOUR, "D", fort=True
    ),
    Libelle("envoye", rf"Envoi {_PREF}(?: le)?", "Envoi préfecture : 16/02/2026", _JOUR, "D", fort=True),
    Libelle("recu", rf"Retour {_PREF}(?: le)?", "Retour préfecture le 16/02/2026", _JOUR, "D", fort=True),
    Libelle(None, r"Identifiant(?= ?:)", "Identifiant :", None, "D", fort=True),
    Libelle("recu", r"Date de reception(?= ?:)", "Date de réception : 16/02/2026", _JOUR, "D"),
    Libelle(None, r"(?:Date de n|N)otification(?= ?:)", "Date de notification : 16/02/2026", None, "D"),
    Libelle("affiche", r"(?:Date d'a|A)ffichage(?= ?:)", "Date d'affichage : du 16/02/2026 au 16/04/2026", _JOUR, "D"),
    Libelle("publie", r"(?:Date de p|P)ublication(?= ?:)", "Date de publication : 16/02/2026", _JOUR, "D"),
    Libelle(
        None,
        r"Pour l'\W{0,3}autorite [Cc]ompetente\W{0,3}par delegation",
        "Pour l'autorité compétente par délégation",
        None,
        "D",
    ),
)
"""What a platform stamps; at one place, the first line that matches wins."""


_BLANC = re.compile(r"(?P<classe>\[[^\]]*\])| (?P<facultatif>\??)")


def compiler(motif: str) -> str:
    """The pattern with any few blanks for each blank; those of a class of characters stay what they are."""
    return _BLANC.sub(lambda m: m["classe"] or (r"\s?" if m["facultatif"] else r"\s{1,3}"), motif)
