"""What mkdocs.yml says of the site that programs tell too: its public address, the licence of its data."""

import os
import re
from pathlib import Path

_LICENCE = re.compile(r"^  licence:\s*[\"']?([a-z-]+)", re.MULTILINE)
_ECRITE = re.compile(r"^site_url:.*?(https?://[^\s\"'\]]+)", re.MULTILINE)


def adresse_site(racine: Path) -> str:
    """The address, as mkdocs.yml takes it: SITE_URL, then what the file says; empty when none is written."""
    written = _ECRITE.search((racine / "mkdocs.yml").read_text("utf-8"))
    url = os.environ.get("SITE_URL") or (written[1] if written else "")
    return f"{url.rstrip('/')}/" if url else ""


def licence_site(racine: Path) -> str:
    """The licence of the data, as mkdocs.yml names it; empty when it does not."""
    written = _LICENCE.search((racine / "mkdocs.yml").read_text("utf-8"))
    return written[1] if written else ""
