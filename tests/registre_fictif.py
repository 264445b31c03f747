"""Why: the import is tried on a register of one authority and an act of it; both are made here."""

from pathlib import Path

from recueil.source import Champs, read_source

SIREN = "219900016"
COLLECTIVITE = """\
nom: Commune de Sainte-Exemple
type: commune
siren: 219900016
departement: 099
tribunal:
  nom: Tribunal administratif de Valmont-Ville
  adresse: 3 rue du Précédent, 99000 VALMONT-VILLE
"""
ACTE = """\
COMMUNE DE SAINTE-EXEMPLE

Délibération du conseil municipal n° 2026-07

Séance du 21 mai 2026

Date de convocation : 15/05/2026

Présidence de Ambre EXEMPLE

Secrétaire : Madame Capucine INVENTÉE

Nombre de membres en exercice : 3

- Présents : 3
- Votants : 3

Étaient présents : Ambre EXEMPLE, Basile FICTIF, Capucine INVENTÉE.

Objet : Tarifs de la cantine

Vu le code général des collectivités territoriales,

Après en avoir délibéré, le conseil municipal approuve les tarifs.

Pour : 3
Contre : 0
Abstention : 0

Le Maire

Ambre EXEMPLE

Envoyé en préfecture le 26/05/2026
Reçu en préfecture le 26/05/2026
Publié le 27/05/2026
ID : 099-219900016-20260521-2026_07-DE
"""


def ouvrir(racine: Path, nom: str = "sainte-exemple", siren: str = SIREN) -> Path:
    """Add an authority to a register, and give the folder of the register."""
    folder = racine / "projet" / "acts" / nom
    folder.mkdir(parents=True)
    (folder / "collectivite.yml").write_text(COLLECTIVITE.replace(SIREN, siren), encoding="utf-8")
    return folder.parent


def poser(folder: Path, texte: str = ACTE, nom: str = "acte.txt") -> Path:
    """Write a text to import."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / nom
    path.write_text(texte, encoding="utf-8")
    return path


def etat(folder: Path) -> dict[str, bytes]:
    """All the files of a folder, with what they hold."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def champs(path: Path) -> Champs:
    """The head of a file."""
    return read_source(path, path.parent).champs
