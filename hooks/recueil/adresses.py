"""The only place that makes an address: lower case, ASCII, the same for ever."""

import re
import unicodedata
from functools import lru_cache

from .acte import Acte
from .collectivite import Collectivite

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "’": "-", "'": "-"})

RESERVEES = frozenset(
    {"registre", "conventions", "flux", "donnees", "id", "assets", "s-abonner", "regles", "preuve"}
) | {"cadre", "integrer", "recherche", "mentions-legales", "comprendre", "accessibilite"}
"""First segments that the site keeps for itself: no authority's folder may bear them."""

REGISTRE = "registre/"
CONVENTIONS = "conventions/"
REGLES = "regles/"
ACCESSIBILITE = "accessibilite/"
CRITERES = "accessibilite/criteres/"
SCHEMA_ACCESSIBILITE = "schema-accessibilite/"
COMPRENDRE = "comprendre/"
SEANCES = "registre/seances/"
THEMES = "registre/themes/"
ECHEANCES = "conventions/echeances/"
EN_VIGUEUR = "registre/en-vigueur/"
TEXTES_CITES = "registre/textes-cites/"
ETATS = "donnees/etats.json"
ROBOTS = "robots.txt"
HABITS = "assets/habits.css"
CONTACT = ".well-known/security.txt"
EMPREINTES = "donnees/SHA256SUMS"
EMPREINTES_AILLEURS = "donnees/SHA256SUMS-ailleurs"
PREUVE = "preuve/"
RECHERCHE = "recherche/"
RECHERCHE_SOMMAIRE = "recherche/sommaire.json"
CALENDRIER = "flux/conventions.ics"
FLUX_ACTES = "flux/actes"
FLUX_ECHEANCES = "flux/echeances"
FLUX_MOUVEMENTS = "flux/mouvements"
ABONNEMENT = "s-abonner/"
MENTIONS = "mentions-legales/"
CADRES = "cadre/"
INTEGRATION = "integrer/"
DONNEES = "donnees/"
SCDL = "donnees/scdl/"
TABLES = "donnees/actes/"
SCHEMAS_DES_TABLES = "donnees/schemas/"
LISTES = "donnees/v1/"
SCHEMAS_DES_LISTES = "donnees/v1/schemas/"
OPENAPI = "donnees/v1/openapi.json"


@lru_cache(maxsize=65_536)
def slug(text: str) -> str:
    """A segment of an address: « Élection du maire n° 2 » gives ``election-du-maire-n-2``."""
    plain = unicodedata.normalize("NFKD", text.translate(_LIGATURES)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def acte(act: Acte) -> str:
    """The page of an act: ``scota/2026/607/``; of a convention or a model: ``scota/conventions/…/``."""
    holder = act.collectivite.cle
    stem = slug(act.origine.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]) or "sans-nom"
    if act.type.contractuel:
        return f"{holder}/conventions/{act.adresse or stem}/"
    return f"{holder}/{annee(act)}/{act.adresse or slug(act.numero or '') or stem}/"


def absolue(site: str, adresse: str) -> str:
    """The whole address of a page or a file, which is its own when it lives outside the site."""
    return adresse if "://" in adresse else site + adresse.replace(" ", "%20")


def annee(act: Acte) -> int:
    """The year under which an act is filed: that of its date, or of its publication when it has no date."""
    day = act.date or act.publicite
    return day.year if day else 0


def collectivite(authority: Collectivite) -> str:
    """The page of an authority."""
    return f"{authority.cle}/"


def seances(authority: Collectivite) -> str:
    """The sessions of an authority."""
    return f"{authority.cle}/seances/"


def conventions(authority: Collectivite) -> str:
    """The conventions of an authority."""
    return f"{authority.cle}/conventions/"


def seance(authority: Collectivite, folder: str) -> str:
    """The page of a session, named after its folder: ``scota/seances/2026-02-11/``."""
    return f"{seances(authority)}{slug(folder.rsplit('/', 1)[-1])}/"


def chiffres(authority: Collectivite | None = None) -> str:
    """The figures of the whole register, or those of an authority."""
    return f"{collectivite(authority) if authority else REGISTRE}chiffres/"


def fichier(page: str, name: str) -> str:
    """A file that an act publishes, beside its page: always a PDF, whatever its name held."""
    return f"{page}{slug(name.rpartition('.')[0]) or 'document'}.pdf"


def ailleurs(domicile: str, fichier: str, sha256: str) -> str:
    """A file that lives outside the site: ``https://pdf.exemple.fr/actes/scota-2026/607-607-0123456789abcdef.pdf``.

    One folder deep, of plain signs, so that any store can hold it, a release of GitHub too; and named after its bytes,
    so that what stands there never changes: another version has another address.
    """
    holder, group, *rest = fichier.removesuffix(".pdf").split("/")
    return f"{domicile}{holder}-{group}/{'-'.join(rest)}-{sha256[:16]}.pdf"


def identifiant(texte: str) -> str:
    """The address that leads from an @ctes identifier to its act."""
    return f"id/{texte}/"


def apercu(page: str) -> str:
    """The image that a social network shows of a page."""
    return f"{page}apercu.png"


def json(page: str) -> str:
    """The twin of a page, for programs."""
    return f"{page}index.json"


def liste(nom: str, numero: int = 1) -> str:
    """A page of a list for programs: ``donnees/v1/actes/2026.json``, then ``donnees/v1/actes/2026/2.json``."""
    return f"{LISTES}{nom}.json" if numero == 1 else f"{LISTES}{nom}/{numero}.json"


def facette(nom: str, valeur: str) -> str:
    """An index of the register: ``registre/natures/de/``."""
    return f"{REGISTRE}{nom}/{slug(valeur)}/"


def partenaire(nom: str) -> str:
    """The conventions passed with one partner."""
    return f"{CONVENTIONS}partenaires/{slug(nom)[:80].strip('-') or 'sans-nom'}/"


def suivi(nom: str) -> str:
    """A list of conventions by what is known of them: ``conventions/en-cours/``."""
    return f"{CONVENTIONS}{nom}/"


def partenaire_calendrier(page: str) -> str:
    """The calendar of one partner."""
    return f"flux/partenaires/{page.rstrip('/').rsplit('/', 1)[-1]}.ics"


def partenaire_flux(page: str) -> str:
    """The feed of the days that count with one partner."""
    return partenaire_calendrier(page).removesuffix(".ics")


def flux_de(page: str) -> str:
    """The feed of the acts of a list: ``flux/actes/matieres/8-4`` for ``registre/matieres/8-4/``."""
    return f"{FLUX_ACTES}/{page.removeprefix(REGISTRE).removeprefix(CONVENTIONS).rstrip('/')}"


def flux_seances(authority: Collectivite | None = None) -> str:
    """The feed of all sessions, or of those of an authority; its calendar has the same address but for its ending."""
    return f"flux/seances/{authority.cle}" if authority else "flux/seances"


def en_vigueur(year: int) -> str:
    """The acts in force at the end of a year."""
    return f"{EN_VIGUEUR}{year}/"


def journal(authority: Collectivite) -> str:
    """The journal of an authority, line by line; its file is beside it, as ``journal.jsonl``."""
    return f"{authority.cle}/journal/"


def temoin(authority: Collectivite, nom: str) -> str:
    """A witness of the journal, or what it rests on: ``scota/journal/temoins/journal-12.sig``."""
    return f"{journal(authority)}temoins/{nom}"


def empreintes(debut: str) -> str:
    """What the fingerprints that begin so designate."""
    return f"donnees/empreintes/{debut}.json"


def flux_journal(authority: Collectivite) -> str:
    """The feed of the journal of an authority."""
    return f"flux/journaux/{authority.cle}"


def recherche_index(dossier: str, nom: str) -> str:
    """A file of the search index: ``recherche/index/2026-1a2b3c4d/mots-7.json``."""
    return f"{RECHERCHE}index/{dossier}/{nom}"


def recherche_extraits(chemin: str) -> str:
    """What a result shows of an act: ``recherche/extraits/2026-scota-1a2b3c4d/17.json``."""
    return f"{RECHERCHE}extraits/{chemin}"


def recherche_titres(annee: int) -> str:
    """The titles of the acts of a year, for the box that filters a list."""
    return f"{RECHERCHE}titres/{annee}.json"


def texte_cite(cle: str) -> str:
    """A law or a code, and the acts that cite it."""
    return f"{TEXTES_CITES}{cle}/"


def differences(page: str) -> str:
    """What a convention changes in its model."""
    return f"{page}differences/"


def table(authority: Collectivite, year: int, nom: str) -> str:
    """One of the two yearly tables of R2121-9: ``scota/tables/2026/dates/``."""
    return f"{authority.cle}/tables/{year}/{nom}/"


def page(address: str, number: int) -> str:
    """The next pages of a long list: ``registre/page/2/``."""
    return address if number == 1 else f"{address}page/{number}/"
