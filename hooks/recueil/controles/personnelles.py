"""Rules on personal data told in words: mail and private addresses, birth dates, and acts about one person.

What they say of a finding is read in logs that anyone can see: it never repeats the whole value.
"""

import re
from collections.abc import Iterator, Mapping

from ..acte import Acte
from ..anomalie import Severite
from ..nomenclature import Nature, TypeActe
from ..noms import cle
from ..recherche import OCCULTER, contient, lieu
from .regle import Constat, regle

_DOMAINE = re.compile(r"@([\w-]+(?:\.[\w-]+)+)")
_GRAND_PUBLIC = frozenset(
    [
        "aliceadsl.fr",
        "aol.com",
        "bbox.fr",
        "cegetel.net",
        "club-internet.fr",
        "free.fr",
        "gmail.com",
        "gmx.com",
        "gmx.fr",
        "hotmail.com",
        "hotmail.fr",
        "icloud.com",
        "laposte.net",
        "live.com",
        "live.fr",
        "mac.com",
        "me.com",
        "msn.com",
        "neuf.fr",
        "nordnet.fr",
        "numericable.fr",
        "orange.fr",
        "outlook.com",
        "outlook.fr",
        "proton.me",
        "protonmail.com",
        "sfr.fr",
        "wanadoo.fr",
        "yahoo.com",
        "yahoo.fr",
        "ymail.com",
    ]
)
"""Where persons have their mail, and small communes too."""

_ROLE = re.compile(
    r"mairie|ville|commun|contact|accueil|dpo|rgpd|secr|greffe|service|urba|etat|civil|march|achat|compta|financ"
    r"|direction|presiden|elus|info|presse|ecole|scolaire|cantine|theque|police|techni|environ|assain|dechet|syndicat"
    r"|agglo|metropole|conseil|cdg|ccas|cias|sdis|prefect|tribunal|office|tourisme|cultur|sport|jeun|enfan|creche"
    r"|social|jurid|assembl|courrier|standard|cabinet|admin|gestion|support|reply|webmaster|asso|comite|club|amical"
    r"|agence|tresor|sgc|demarche|formation|carriere|archive|patrimoine|voirie|logement|habitat|emploi|maison|centre"
    r"|ressource|delegue|referent|mediat|signalement|publi|acte|inscription|reservation|gite|camping|musee|festival"
    r"|energie|eaux?$|^rh$|^ta$|^pref$|^maire$|^paie$|^dg[as]?s?$"
)
_PRENOM_NOM = re.compile(r"[a-zà-ÿ-]+[._][a-zà-ÿ-]{2,}(?:[._][a-zà-ÿ-]{2,})?")

_MOIS = r"(?:janv|f[ée]v|mars|avr|mai|juin|juil|ao[ûu]t|sept|oct|nov|d[ée]c)"
_JOUR = (
    rf"\s*:?\s*(?:[0-9]{{1,2}}(?:er|\^er\^)?\s?(?:[/.-]\s?[0-9]{{1,2}}|\s(?i:{_MOIS}))|(?:[a-zé-]+\s){{1,3}}{_MOIS})"
)
_NOM_DE_NAISSANCE = r"(?:(?-i:[A-ZÀ-Ü][A-ZÀ-Ü'’-]+)\s)?"
_LIEU = r"(?:(?:à|au|aux)\s(?:[^\n;.]|\n(?!\n)){1,50}?,?\s)?"
_SUITE = rf"(?i:(?:e?s?|\(e\)|[·.-]e)\s+{_NOM_DE_NAISSANCE}{_LIEU}le{_JOUR})"
_NAISSANCES = (
    re.compile(rf"né(?<!\w..){_SUITE}"),
    re.compile(rf"N(?<!\w.)(?i:é){_SUITE}"),
    re.compile(rf"(?i:aissance){_JOUR}"),
)
"""Each way to begin: plain letters first, which are found far faster than what ignores capitals."""

_CHOSE = re.compile(
    r"\b(?:décisions?|rejet|refus|créances?|dettes?|litiges?|silence|droits?|obligations?|accord|associations?|communes?"
    r"|communautés?|syndicats?|projets?|missions?|recours|sociétés?|entreprises?|collectivités?|services?|fédération"
    r"|métropole|établissements?|idée|nouveau-(?=$))",
    re.IGNORECASE,
)
"""What is « née » of a date without being a person, when nobody is named after it."""

_NOM_PROPRE = re.compile(r"[A-ZÀ-Ü][\w'’-]+\s[A-ZÀ-Ü]{2}")
_DEFUNT = re.compile(r"\bmorte?\b|décéd|†|disparu", re.IGNORECASE)

_DOMICILE = re.compile(
    r"\b(?P<mot>demeurant|domiciliée?s?|domicilié\(e\)s?|résidant|habitant(?=\s+(?:au|à|[0-9]))|domicile\s*:)"
    r"(?P<entre>(?:[^\n;]|\n(?!\n)){0,60}?)\b(?:lieu[ -]dit|hameau|[0-9]{1,4}\s?(?:bis|ter|quater|[A-D]\b)?\s?,?\s?"
    r"(?:rue|avenue|av\.|boulevard|bd|chemin|impasse|place|route|allée|square|quai|ruelle|sentier|lotissement|cité"
    r"|cours|passage|résidence|clos|voie|faubourg|esplanade|villa|sente|venelle|montée|traverse))\b",
    re.IGNORECASE,
)
_SIEGE = re.compile(r"siège|mairie|hôtel de ville|qualités?\b|bureaux|\bsise?s?\b", re.IGNORECASE)
_MORALE = re.compile(
    r"association|société|entreprise|syndicat|commune|établissement|cabinet|étude|agence|compagnie|fédération|comité"
    r"|mutuelle|coopérative|\b(?:SARL|SAS|SASU|SCI|SA|EURL|GAEC|EARL|SCP|SELARL)\b",
    re.IGNORECASE,
)
_CIVILITE = re.compile(r"\b(?:M\.|MM\.|Mme|Mmes|Mlle|Monsieur|Messieurs|Madame|Mesdames|époux|consorts)(?!\w)")


_NATURES: Mapping[TypeActe, Nature | None] = {
    TypeActe.ARRETE: Nature.AR,
    TypeActe.DECISION: None,
    TypeActe.CONVENTION: Nature.CC,
    TypeActe.AVENANT: Nature.CC,
    TypeActe.AUTRE: None,
}
"""The kinds of act that may be about one person, with the nature that each has in @ctes when none is known."""


@regle("PERSO-04", "CRPA L311-6", severite=Severite.AVERTISSEMENT, derogeable=True)
def courriel(acte: Acte) -> Iterator[Constat]:
    """Un acte publié ne donne pas l'adresse de courriel d'une personne.

    Exemple : « prenom.nom@exemple.fr », ou une adresse chez un fournisseur grand public.
    Correction : écrivez l'adresse du service (« mairie@… »), ou remplacez-la par « [occulté] ».
    """
    told = {(acte.collectivite.courriel or "").lower()}
    for match in _DOMAINE.finditer(acte.texte) if "@" in acte.texte else ():
        name = re.split(r"[^\w.+%-]", acte.texte[max(0, match.start() - 64) : match.start()])[-1].strip(".-").lower()
        domain = match[1].lower()
        if name and f"{name}@{domain}" not in told and _personnel(acte, name, domain):
            told.add(f"{name}@{domain}")
            yield (
                lieu(acte, match.start() - len(name)),
                (
                    f"adresse de courriel « {name[0]}…@{domain} » : si c'est celle d'une personne, {OCCULTER}, "
                    "ou écrivez celle du service"
                ),
            )


@regle("PERSO-05", "CRPA L311-6", severite=Severite.AVERTISSEMENT, derogeable=True)
def date_de_naissance(acte: Acte) -> Iterator[Constat]:
    """Un acte publié ne donne pas la date de naissance d'une personne.

    Exemple : « Madame Ambre EXEMPLE, née le 1er janvier 1990 ».
    Correction : supprimez la date, ou remplacez-la par « [occulté] », dans le texte et dans le fichier PDF.
    """
    patterns = _NAISSANCES if contient(acte.texte, b"aissance") else _NAISSANCES[:2]
    for match in (match for pattern in patterns for match in pattern.finditer(acte.texte)):
        if not _d_une_chose(acte.texte, match.start()) and not _DEFUNT.search(acte.texte[match.end() :][:100]):
            yield lieu(acte, match.start()), f"date de naissance d'une personne : {OCCULTER}"


@regle("PERSO-06", "CRPA L311-6", severite=Severite.AVERTISSEMENT, derogeable=True)
def adresse_privee(acte: Acte) -> Iterator[Constat]:
    """Un acte publié ne donne pas l'adresse où habite une personne.

    Exemple : « Monsieur Basile FICTIF, demeurant 12 rue des Hypothèses ».
    Correction : supprimez l'adresse, ou remplacez-la par « [occulté] », dans le texte et dans le fichier PDF.
    """
    if not contient(acte.texte, b"demeurant", b"omicil", b"sidant", b"habitant"):
        return
    for match in _DOMICILE.finditer(acte.texte):
        before = acte.texte[max(0, match.start() - 90) : match.start()].rsplit("\n", 1)[-1]
        if not _SIEGE.search(match["entre"]) and not _est_siege(before, match["mot"]):
            yield (
                lieu(acte, match.start()),
                f"adresse d'une personne (« {match['mot'].lower()} … ») : {OCCULTER}",
            )


@regle("PERSO-07", "CRPA L312-1-2", severite=Severite.AVERTISSEMENT, derogeable=True)
def matiere_sensible(acte: Acte) -> Iterator[Constat]:
    """Un acte sur la carrière d'un agent ou sur l'aide sociale est relu avant d'être publié.

    Exemple : un arrêté de matière 4.1, qui nomme un agent et donne son échelon.
    Correction : ne publiez pas l'acte individuel ; si l'acte ne nomme personne, dites-le dans « derogations ».
    """
    nature, matiere = _nature(acte), acte.matiere or ""
    staff = nature in {Nature.AI, Nature.CC, Nature.AR} and matiere.startswith("4.")
    if staff or (nature is Nature.AI and re.match(r"8\.2(?!\d)", matiere)):
        subject = "la carrière d'un agent" if staff else "l'aide sociale à une personne"
        yield (
            ("matiere",),
            (
                f"un acte de nature {nature} et de matière {matiere} peut porter sur {subject} : s'il nomme la "
                "personne, ne le publiez pas, ou occultez ce qui la concerne ; sinon, dites-le dans « derogations »"
            ),
        )


def _personnel(acte: Acte, name: str, domain: str) -> bool:
    """Whether a mailbox looks like a person's: not a service's, nor named after the authority."""
    words = re.split(r"[._+-]+", name)
    if any(_ROLE.search(word) for word in words):
        return False
    if domain in _GRAND_PUBLIC:
        return not any(len(word) > 3 and word in name for word in cle(acte.collectivite.nom))
    return bool(_PRENOM_NOM.fullmatch(name))


def _d_une_chose(texte: str, index: int) -> bool:
    """Whether « né » here is said of a thing: one is named just before, and no person after it."""
    before = texte[max(0, index - 60) : index].rsplit("\n\n", 1)[-1]
    thing = next(reversed([*_CHOSE.finditer(before)]), None)
    if thing is None:
        return False
    since = before[thing.end() :]
    return not _CIVILITE.search(since) and not _NOM_PROPRE.search(since)


def _est_siege(before: str, word: str) -> bool:
    """Whether what comes before « domiciliée » is a company or a body: its address is a seat, which is public."""
    if not word.lower().startswith("domicili"):
        return False
    person = max((m.end() for m in _CIVILITE.finditer(before)), default=-1)
    return any(m.end() > person for m in _MORALE.finditer(before))


def _nature(acte: Acte) -> Nature | None:
    """The nature ticked in @ctes, or the one that this kind of act would have; none for the acts of an assembly."""
    control = acte.controle_legalite
    return ((control.nature_cochee if control else None) or _NATURES[acte.type]) if acte.type in _NATURES else None
