"""Rules from one session to the next, on a register of several sessions made for the test."""

from pathlib import Path

import yaml

from outils import BASE
from recueil import build_registre
from recueil.anomalie import Anomalie

_JOURS = ("2026-02-12", "2026-03-12", "2026-04-09")


def _seances(acts: Path, jours: tuple[str, ...], pouvoirs: dict[str, str]) -> None:
    """One more session per day, each with one act, after the session of the base."""
    base = yaml.safe_load((BASE / "acts/mairie/2026/2026-01-15/seance.yml").read_text(encoding="utf-8"))
    for day in jours:
        number = 10 * int(day[5:7])
        folder = acts / "mairie" / "2026" / day
        folder.mkdir()
        held = base | {"date": day, "convocation": day[:8] + "01", "pouvoirs": pouvoirs}
        (folder / "seance.yml").write_text(yaml.safe_dump(held, allow_unicode=True), encoding="utf-8")
        text = (acts / "mairie/2026/2026-01-15/1.md").read_text(encoding="utf-8")
        text = text.replace("numero: 1\n", f"numero: {number}\n").replace(
            "20260115-1-", f"{day.replace('-', '')}-{number}-"
        )
        text = text.replace("2026-01-20", day).replace("2026-01-19", day).replace("document: 1.pdf\n", "")
        text = text.replace("votes:", "derogations: {DOC-03: À venir.}\nvotes:")
        (folder / f"{number}.md").write_text(text, encoding="utf-8")


def _trouve(acts: Path, code: str) -> list[Anomalie]:
    return [a for a in build_registre(acts).anomalies if a.code == code]


def test_un_pouvoir_ne_sert_pas_a_quatre_seances_de_suite(depot: Path) -> None:
    """Four sessions in a row with the same proxy: the fourth is told, and it alone."""
    _seances(depot, _JOURS, {"Elvire ESSAI": "Ambre EXEMPLE"})
    found = _trouve(depot, "POUVOIR-03")
    assert [a.lieu.path for a in found] == ["acts/mairie/2026/2026-04-09/seance.yml"]
    assert "pour la 4e séance de suite" in found[0].message


def test_trois_seances_de_suite_sont_permises(depot: Path) -> None:
    """Three in a row are lawful, and so are four when one of them breaks the row."""
    _seances(depot, _JOURS[:2], {"Elvire ESSAI": "Ambre EXEMPLE"})
    assert _trouve(depot, "POUVOIR-03") == []
    _seances(depot, _JOURS[2:], {"Elvire ESSAI": "Basile FICTIF"})
    assert _trouve(depot, "POUVOIR-03") == []


def test_le_proces_verbal_est_arrete_par_la_seance_suivante(depot: Path) -> None:
    """Without « arrete_le », the minutes are due a week after the next session."""
    _seances(depot, _JOURS[:1], {"Elvire ESSAI": "Ambre EXEMPLE"})
    minutes = depot / "mairie/2026/2026-01-15/pv.md"
    author = "{prenom: Ambre, nom: EXEMPLE, qualite: Maire}"
    head = f"type: proces_verbal\nobjet: Procès-verbal\nauteur: {author}\ndocument: 1.pdf"
    minutes.write_text(f"---\n{head}\npublie_le: 2026-02-19\n---\n\nAmbre EXEMPLE\n", encoding="utf-8")
    assert _trouve(depot, "PV-01") == []
    minutes.write_text(f"---\n{head}\npublie_le: 2026-02-20\n---\n\nAmbre EXEMPLE\n", encoding="utf-8")
    assert "était dû le 19 février 2026" in _trouve(depot, "PV-01")[0].message
