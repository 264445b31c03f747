"""What a site says to machines of itself: its colour, what robots may read, whom to tell of a weakness."""

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from .adresses import CONTACT, HABITS, ROBOTS
from .couleurs import habits
from .pages.page import Reglages
from .registre import Registre
from .reglages import Securite


def du_site(registre: Registre, reglages: Reglages) -> Iterator[tuple[str, str]]:
    """Address and content of each of these files."""
    yield ROBOTS, _robots(registre, reglages)
    if colour := reglages.options.identite.couleur:
        yield HABITS, habits(colour)
    if said := reglages.options.securite:
        yield CONTACT, _contact(said, reglages.url(CONTACT))


def _robots(registre: Registre, reglages: Reglages) -> str:
    """All may be read, but the files of the acts that no search engine is to name (RFC 9309)."""
    hidden = (fiche for fiche in registre.toutes if fiche.acte.non_indexe)
    paths = sorted(urlsplit(reglages.url(f.adresse)).path for fiche in hidden for f in fiche.servis if not f.ailleurs)
    refused = [f"Disallow: {quote(path, safe='/%')}" for path in paths] or ["Disallow:"]
    return "\n".join(["User-agent: *", *refused, "", f"Sitemap: {reglages.url('sitemap.xml')}", ""])


def _contact(said: Securite, address: str) -> str:
    """Whom to tell of a weakness (RFC 9116)."""
    lines = {
        "Contact": said.contact if said.contact.startswith("https://") else f"mailto:{said.contact}",
        "Expires": f"{said.expire_le.isoformat()}T00:00:00Z",
        "Preferred-Languages": "fr, en",
        "Canonical": address,
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items())
