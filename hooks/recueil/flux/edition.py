"""Who publishes the feeds, under which licence, and how an address becomes whole."""

from dataclasses import dataclass

from .. import adresses


@dataclass(frozen=True, slots=True)
class Edition:
    """What all the feeds of a site say."""

    site_url: str
    editeur: str
    droits: str
    hub: str = ""
    """The address of a WebSub hub, which tells subscribers at once; nothing when there is none."""

    def url(self, adresse: str) -> str:
        """A whole address."""
        return adresses.absolue(self.site_url, adresse)
