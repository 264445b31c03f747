"""What a line of an act looks like by itself: the beginning of something, a title, a sentence that is not finished."""

import re

_MOTS = (
    r"(?:vu|visas?|considérant|attendu|sur (?:la )?proposition|sur (?:le )?rapport|après en avoir|article|art\."
    r"|entre|et|décide|arrête|délibère|d[’']une part|d[’']autre part)\b"
)
_LIBELLES = (
    r"(?:objet|votants?|présents?|étaient présents|absents?|excusés?|absents excusés|pouvoirs?|procurations?|quorum"
    r"|secrétaire(?: de séance)?|président[e]?(?: de séance)?|rapporteure?|membres(?: en exercice)?|en exercice|pour"
    r"|contre|abstentions?|suffrages exprimés|nombre d[e'’][^:]{3,40}|date d[e'’][^:]{3,40}|convocation)\s*:"
)
_SEANCE = r"séance (?:publique |ordinaire |extraordinaire )?du\b"
_DEBUTS = re.compile(
    rf"{_MOTS}|{_LIBELLES}|{_SEANCE}|\d{{1,2}}[.)°]\s|[a-h]\)\s|\||\*\*|#{{1,6}} |\$\$|>\s", re.IGNORECASE
)
"""What opens a line of its own, in capitals or not."""

_VISA = re.compile(r"(?:vu|considérant|attendu)\b", re.IGNORECASE)
_FINI = re.compile(r"[.;:!?»][*)\s]*$")
_INACHEVE = re.compile(
    r"(?:^|[\s('’])(?:MM?\.|Mmes?|Mlles?|Mgr|Dr|Me|St|Ste"
    r"|[LRD]\.|LO\.|[Aa]rticles?\s[LRD]|[LRD]\. ?[\d-]+-|[Aa]rts?\.|[nN]°s?|§|al\.|p\.|cf\.)$"
)
"""An abbreviation that something always follows: « M. », « article L. », « n° », « R. 1336- »."""

_SUSPENDU = re.compile(
    r"(?:^|\s)(?:de|du|des|la|le|les|à|au|aux|et|ou|par|sur|un|une|son|sa|ses|leur|leurs|ce|cette|que|qui|[dlD][’'])$"
)
"""A word with which no sentence ends."""

_PHRASE = re.compile(r"(?:L[ae]s?|Ils?|Elles?|Cette|Ces?|Une?|En|Pour|Dans)\b|L['’]")
_TITRE_SUSPENDU = re.compile(r"[A-ZÀ-Þ'’ -]{8,} (?:DE|DU|DES|LA|LE|LES|ET|AU|AUX)")
_CAPITALES = re.compile(r"[A-ZÀ-Þ'’]{2,}\b")

_ARTICLE = re.compile(
    r"(?:ARTICLE|Article|Art\.|ART\.)\s*(?:n°\s*)?(?P<numero>\d{1,3}|[IVX]{1,5}|premier|unique|PREMIER|UNIQUE)"
    r"\s*(?:\^\{?(?:er|ER)\}?\^?|er\b|ER\b|ᵉʳ)?(?P<fin>\s*(?:[.:–—-]+(?=\s|$)|$))(?P<suite>.*)"
)
_PARTIE = re.compile(
    r"(?:TITRE|CHAPITRE|SECTION|Titre|Chapitre|Section)\s+(?:[IVX]{1,5}|\d{1,2}|premier|PREMIER)\b.{0,80}"
)
_INTITULE_MAX = 80
"""A title says what an article is about in fewer signs than this; more is the article itself."""


def commence(line: str) -> bool:
    """Whether a line opens something of its own."""
    return bool(_DEBUTS.match(line)) and not line[:1].islower()


def finit(line: str) -> bool:
    """Whether a line ends a sentence or a point."""
    return bool(_FINI.search(line))


def inacheve(line: str) -> bool:
    """Whether a line ends with an abbreviation that something follows."""
    return bool(_INACHEVE.search(line[-20:]))


def phrase(line: str) -> bool:
    """Whether a line starts as a sentence does; a date left blank may end the line before: « du … au … »."""
    return bool(_PHRASE.match(line))


def suspendu(line: str) -> bool:
    """Whether a line ends with a word that calls for another."""
    return bool(_SUSPENDU.search(line[-10:]))


def suite_de_titre(last: str, first: str) -> bool:
    """Whether a title in capitals goes on in the next line: « … DE LA SALLE DES », then « FÊTES »."""
    return bool(_TITRE_SUSPENDU.fullmatch(last) and _CAPITALES.match(first))


def vise(line: str) -> bool:
    """Whether a line is a « Vu » or a « Considérant »."""
    return bool(_VISA.match(line))


def brut(line: str) -> bool:
    """Whether a line is of a table or a formula in Markdown."""
    return line.startswith(("|", "$$"))


def article(line: str) -> str:
    """The number of the article that a line begins, or nothing."""
    found = _ARTICLE.fullmatch(line)
    return found["numero"] if found else ""


def partie(line: str) -> bool:
    """Whether a line is the title of a part."""
    return bool(_PARTIE.fullmatch(line))


def intitule(line: str) -> bool:
    """Whether a line that begins an article is its title alone: « Article 2 », « Article 2 : Durée »."""
    found = _ARTICLE.fullmatch(line)
    said = found["suite"].strip() if found else ""
    return found is not None and len(said) <= _INTITULE_MAX and not said.endswith((".", ";", ","))
