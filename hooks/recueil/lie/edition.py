"""What linked data need to know of the site: less than its pages, which hold them."""

from typing import Protocol

from ..nomenclature import Licence


class Reglages(Protocol):
    """The settings of the site."""

    @property
    def site_url(self) -> str:
        """Absolute, with its closing slash."""

    @property
    def site_name(self) -> str:
        """Its name."""

    @property
    def description(self) -> str:
        """What it is."""

    @property
    def licence(self) -> Licence:
        """Of the data."""

    def url(self, address: str) -> str:
        """The absolute address of a page or a file."""
