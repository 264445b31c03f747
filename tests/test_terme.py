"""When conventions end: cases counted by hand (``termes.yml``), and what holds of all of them."""

from datetime import date, timedelta
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from outils import RACINE
from recueil.droit.avenants import changements, consolider
from recueil.droit.durees import dernier_jour, dernier_preavis
from recueil.droit.terme import Mode, terme
from vie_fictive import convention

_CAS = yaml.load((RACINE / "tests" / "termes.yml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (text)
_JOURS = st.dates(date(1995, 1, 1), date(2060, 12, 31))
_DUREES = st.builds("{} {}".format, st.integers(1, 40), st.sampled_from(["ans", "mois", "jours"]))


def _jour(day: date | None) -> str:
    return day.isoformat() if day else "null"


@pytest.mark.parametrize("cas", _CAS, ids=lambda cas: cas["nom"])
def test_terme(cas: dict[str, Any]) -> None:
    """Every period, its notice day, and where the convention stands."""
    au = date.fromisoformat(cas["au"])
    found = terme(convention(**cas["convention"]), int(cas.get("decidees", 0)), au)
    told = [[p.mode.value, _jour(p.debut), _jour(p.fin), _jour(p.preavis)] for p in found.periodes]
    assert told == cas["periodes"]
    assert found.situation(au).value == cas["situation"]
    assert str(found.restantes).replace("None", "null") == cas["restantes"]
    assert _jour(found.prochaine_fin(au)) == cas["prochaine_fin"]
    if not found.sans_limite:
        assert _jour(found.fin_certaine) == cas["fin_certaine"]


@given(_JOURS, _DUREES)
def test_une_duree_finit_apres_avoir_commence(first: date, length: str) -> None:
    """A length of one day lasts that day; any other ends later, and a year is 365 or 366 days."""
    last = dernier_jour(first, length)
    assert last >= first
    if length.endswith("jours"):
        assert (last - first).days + 1 == int(length.split(maxsplit=1)[0])
    if length == "1 ans":
        assert (last - first).days + 1 in {365, 366}


@given(_JOURS, _DUREES)
def test_un_preavis_donne_le_dernier_jour_laisse_sa_duree(end: date, notice: str) -> None:
    """From the notice to the end, no less time than the notice."""
    assert dernier_jour(dernier_preavis(end, notice), notice) <= end


@given(_JOURS, _DUREES, st.integers(0, 5), _JOURS)
def test_les_periodes_se_suivent(first: date, length: str, times: int, au: date) -> None:
    """Each period starts on the day after the one before, and there are as many as the convention allows."""
    known = convention(
        debut=str(first), duree=length, reconduction="tacite", nombre_reconductions=str(times), preavis="1 mois"
    )
    periods = terme(known, 0, au).periodes
    assert len(periods) == times + 1
    assert [p.debut for p in periods[1:]] == [p.fin + timedelta(days=1) for p in periods[:-1]]
    assert [p.mode for p in periods] == [Mode.INITIALE] + [Mode.TACITE] * times


def test_un_avenant_ne_change_que_ce_qu_il_dit() -> None:
    """The rest stays that of the convention, and what changed is told with what it was."""
    first = convention(debut="2025-07-01", duree="1 an", montant="120 €", preavis="3 mois")
    second = convention(type="avenant", debut="2026-01-01", fin="2026-12-31", montant="140 €")
    now = consolider(first, [second])
    assert (str(now.debut), str(now.fin), now.montant, now.preavis) == ("2025-07-01", "2026-12-31", "140 €", "3 mois")
    told = [(c.champ, c.avant, c.apres, c.depuis) for c in changements(first, [second])]
    assert told == [
        ("fin", None, date(2026, 12, 31), date(2026, 1, 1)),
        ("montant", "120 €", "140 €", date(2026, 1, 1)),
    ]


def test_une_nouvelle_duree_efface_l_ancienne_fin() -> None:
    """Else the day that was typed would win over the length that replaced it."""
    first = convention(debut="2025-07-01", fin="2026-06-30", duree="1 an")
    second = convention(type="avenant", duree="3 ans")
    now = consolider(first, [second])
    assert terme(now, 0, date(2026, 1, 1)).fin.valeur == date(2028, 6, 30)
