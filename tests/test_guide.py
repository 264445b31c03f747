"""The guide is true of the engine: its models make a register without a fault, and it names what pages and data say."""

import re
from pathlib import Path

from outils import BASE, RACINE
from recueil import build_registre
from recueil.donnees import _ETAT
from recueil.droit.executoire import Statut
from recueil.droit.publicite import FORMALITES, NOTIFICATION
from recueil.droit.transmission import MOTIFS
from recueil.nomenclature import TypeActe

_GUIDE = (RACINE / "GUIDE.md").read_text(encoding="utf-8")
_MODELE = re.compile(r"^\*\*Fichier `(acts/[^`]+)`\*\*[^\n]*\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NOMME = re.compile(r"^(?:document|    fichier): (\S+\.pdf)$", re.MULTILINE)


def test_les_modeles_se_tiennent(tmp_path: Path) -> None:
    """Copied together with their PDF, the models of the guide are public acts in which nothing is found."""
    pdf = next(BASE.rglob("*.pdf")).read_bytes()
    models = _MODELE.findall(_GUIDE)
    for name, content in models:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        for document in _NOMME.findall(content):
            (path.parent / document).write_bytes(pdf)
    registre = build_registre(tmp_path / "acts")
    assert [str(anomalie) for anomalie in registre.anomalies] == []
    assert len(registre.toutes) == len(models) - 2
    kinds = {f.acte.type for f in registre.fiches}
    assert kinds == {TypeActe.DELIBERATION, TypeActe.ARRETE, TypeActe.CONVENTION, TypeActe.PROCES_VERBAL}


def test_chaque_motif_est_explique() -> None:
    """Every closed word of ``motif`` is in the guide, with its label and its article."""
    lines = [f"| `{word}` | {label} | {article} |" for word, (label, article) in MOTIFS.items()]
    assert [line for line in lines if line not in _GUIDE] == []


def test_chaque_donnee_calculee_est_expliquee() -> None:
    """The guide names every computed key of ``index.json``, and every value of those that are closed lists."""
    bases = {formalite.champ for formalite in (*FORMALITES.values(), NOTIFICATION)}
    told = (*_ETAT, "explications", "etapes", "articles", *(status.value for status in Statut), *bases)
    assert [word for word in told if f"`{word}`" not in _GUIDE] == []
