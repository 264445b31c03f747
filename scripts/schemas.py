"""Write the JSON Schemas of the files again, after a change of the models."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "hooks"))

from recueil.schemas import DOSSIER, schemas

if __name__ == "__main__":
    DOSSIER.mkdir(exist_ok=True)
    for name, content in schemas().items():
        (DOSSIER / name).write_text(content, encoding="utf-8")
        print(DOSSIER / name)
