"""Write the tables of the rules in GUIDE.md again, after a rule was added or its text changed."""

import sys
from pathlib import Path

RACINE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(RACINE / "hooks"))

from recueil.catalogue import FICHES, inserer  # noqa: E402 (the path first)

if __name__ == "__main__":
    guide = RACINE / "GUIDE.md"
    guide.write_text(inserer(guide.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{guide} : {len(FICHES)} règles")
