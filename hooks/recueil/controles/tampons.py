"""The rule that the stamps printed in a text say what its head says: dates and identifier."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from ..acte import Acte
from ..anomalie import Severite
from ..convention import Convention
from ..recherche import lieu, places
from .regle import Constat, regle

_PREFECTURE = r"(?:sous[- ])?pr[ée]fecture"
_ETIQUETTES = {
    "envoye_le": rf"(?:envoy|d[ée]pos)[ée]e?\s+en\s+{_PREFECTURE}\s+le|transmise?\s+en\s+{_PREFECTURE}\s+le"
    r"|date\s+de\s+t[ée]l[ée]transmission",
    "recu_le": rf"re[çc]ue?\s+en\s+{_PREFECTURE}\s+le|date\s+de\s+r[ée]ception\s+(?:en\s+)?(?:{_PREFECTURE}|AR)",
    "publie_le": r"publi[ée]e?\s+le|date\s+de\s+(?:publication|mise\s+en\s+ligne)(?:\s+de\s+l['’]acte)?"
    r"|mise?\s+en\s+ligne\s+le",
    "affiche_le": r"affich[ée]e?\s+le|date\s+d['’]affichage(?:\s+du\s+présent\s+acte)?",
    "convocation": r"date\s+de\s+(?:la\s+)?convocation(?:\s+du\s+(?:conseil|comité|bureau)(?:\s\w+)?)?",
}
_MOIS = ("janv", "f[ée]v", "mars", "avr", "mai", "juin", "juil", "ao[ûu]t", "sept", "oct", "nov", "d[ée]c")
_JOUR = (
    r"(?:le\s+)?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?(?P<jour>[0-9]{1,2})"
    rf"(?:\s?(?P<sep>[/.-])\s?(?P<mois>[0-9]{{1,2}})\s?(?P=sep)\s?|(?:er|\^er\^)?\s+(?P<nom>{'|'.join(_MOIS)})\w*\.?\s*)"
    r"(?P<annee>[0-9]{4}|[0-9]{2})(?![0-9])"
)
_LIGNE = re.compile(
    r"\n[ \t>*_|•-]*(?=Env|ENV|D(?:ate|ATE|ép|EP|ÉP)|T(?:rans|RANS)|Re[cç]|RE[CÇ]|P(?:ubl|UBL)|M(?:is|IS)|A(?:ff|FF))"
)
"""The head of a line that may hold a stamp."""
_MENTION = re.compile(
    "(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _ETIQUETTES.items())
    + rf")[ \t\u00a0*_|:]*(?:{_JOUR})?",
    re.IGNORECASE,
)
_IDENTIFIANT = (
    r"(?P<id>[0-9][0-9AB]{1,2}\s?-\s?(?P<siren>[0-9]{9})\s?-\s?[0-9]{8}\s?-"
    r"[^\n|*]{1,16}?-\s?(?:DE|AR|AI|CC|BF|AU))(?![A-Z0-9])"
)
_ID = re.compile(rf"I(?i:D|dentifiant unique de l['’]acte)[ \t\u00a0*_]*:[ \t\u00a0*_]*{_IDENTIFIANT}")
_ID_SOUS_L_ACCUSE = re.compile(rf"ccus[ée] de r[ée]ception en (?:sous-)?pr[ée]fecture\s+{_IDENTIFIANT}", re.IGNORECASE)


@regle("MENTION-01", "CGCT R2131-1", severite=Severite.AVERTISSEMENT, derogeable=True)
def tampon_du_texte(acte: Acte) -> Iterator[Constat]:
    """Les dates et l'identifiant tamponnés dans le texte sont ceux de l'en-tête.

    Exemple : « Publié le 16/02/2026 » dans le texte, et « publie_le: 2026-02-17 » dans l'en-tête.
    Correction : comparez avec l'acte tamponné, puis corrigez l'en-tête ou la copie du texte.
    """
    if isinstance(acte, Convention) and acte.annexe_de:  # the stamp is that of the act to which it was annexed
        return
    stamps = [*_ID.finditer(acte.texte), *_sous_l_accuse(acte.texte)]
    dates = _dates(acte.texte)
    if not stamps and not dates:
        return
    if any(stamp["siren"] != acte.collectivite.siren for stamp in stamps):  # so are the stamps of a joined document
        dates = {name: found for name, found in dates.items() if name == "convocation"}
    else:
        yield from _identifiant(acte, stamps)
    head = _tete(acte)
    for name, found in dates.items():
        if name in head:
            yield from _date(acte, name, head[name], found)


def _sous_l_accuse(texte: str) -> Iterator[re.Match[str]]:
    """The identifier that some stamps print under « Accusé de réception en préfecture », without a label."""
    for index in places(texte, "ccusé de r", "CCUSÉ DE R", "CCUSE DE R"):
        if match := _ID_SOUS_L_ACCUSE.match(texte, index):
            yield match


def _identifiant(acte: Acte, stamps: list[re.Match[str]]) -> Iterator[Constat]:
    """The identifier of the stamp; blanks may stand for its underscores."""
    known = _signes(acte.identifiant) if stamps else ""
    if not stamps or any(known and _signes(stamp["id"]) == known for stamp in stamps):
        return
    if len({_signes(stamp["id"]) for stamp in stamps}) > 1 and not known:
        return
    head = f"l'en-tête dit « {acte.identifiant} »" if known else "l'en-tête n'a pas « controle_legalite: id »"
    yield (
        lieu(acte, stamps[0].start("id")),
        f"le texte porte l'identifiant « {stamps[0]['id'].strip()} », et {head} : comparez avec l'acte tamponné",
    )


def _dates(texte: str) -> Mapping[str, list[tuple[int, str, date]]]:
    """The dates that follow a label at the head of a line, or another stamp of the line: place, words and day."""
    found: dict[str, list[tuple[int, str, date]]] = defaultdict(list)
    framed = f"\n{texte}\n"
    for line in _LIGNE.finditer(framed):
        start = line.end() - 1
        end = framed.find("\n", line.end()) - 1
        while match := _MENTION.match(texte, start, end):
            if match["annee"] and match[0][0].isupper() and (day := _lire(match)):
                found[next(name for name in _ETIQUETTES if match[name])].append(
                    (start, " ".join(match[0].split()), day)
                )
            start = match.end()
            while start < end and texte[start] in " \t\u00a0*_|/-–":
                start += 1
    return found


def _lire(match: re.Match[str]) -> date | None:
    """The day of a stamp; nothing when a scan has spoilt it."""
    month = match["mois"] or next(i for i, name in enumerate(_MOIS, 1) if re.match(name, match["nom"], re.IGNORECASE))
    year = int(match["annee"])
    try:
        return date(year if year > 99 else 2000 + year, int(month), int(match["jour"]))
    except ValueError:
        return None


def _date(acte: Acte, name: str, known: date | None, found: list[tuple[int, str, date]]) -> Iterator[Constat]:
    """A printed date that the head does not give; a display before the session is that of the convocation."""
    session = acte.seance.date if acte.seance else acte.date
    if name == "affiche_le" and session:
        found = [mention for mention in found if mention[2] >= session]
    days = {day for *_, day in found}
    if not days or known in days or (known is None and len(days) > 1):
        return
    index, words, day = found[0]
    where = "« seance.yml »" if name == "convocation" else "l'en-tête"
    other = f"{where} dit « {name}: {known} »" if known else f"{where} n'a pas « {name}: {day} »"
    yield (
        lieu(acte, index),
        f"le texte dit « {words} », et {other} : comparez avec l'acte signé, et corrigez celui des deux qui se trompe",
    )


def _tete(acte: Acte) -> Mapping[str, date | None]:
    """The same dates in the head; there is no convocation without a session."""
    control = acte.controle_legalite
    known = {
        "envoye_le": control.envoye_le if control else None,
        "recu_le": control.recu_le if control else None,
        "publie_le": acte.publie_le,
        "affiche_le": acte.affiche_le,
    }
    return known | ({"convocation": acte.seance.convocation} if acte.seance else {})


def _signes(identifiant: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", identifiant.upper())
