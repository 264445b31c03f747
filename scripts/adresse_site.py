"""The public address of the site, which more than one program prints."""

import os
import re
from pathlib import Path

_ECRITE = re.compile(r"^site_url:.*?(https?://[^\s\"'\]]+)", re.MULTILINE)


def adresse_site(racine: Path) -> str:
    """The address, as mkdocs.yml takes it: SITE_URL, then what the file says; empty when none is written."""
    written = _ECRITE.search((racine / "mkdocs.yml").read_text("utf-8"))
    url = os.environ.get("SITE_URL") or (written[1] if written else "")
    return f"{url.rstrip('/')}/" if url else ""
