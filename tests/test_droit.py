"""The law as functions: worked examples that a jurist can read, and properties that hold for every date."""

from datetime import date, timedelta

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from outils import RACINE
from recueil.droit.assemblee import majorite_atteinte, quorum
from recueil.droit.delais import deux_mois_francs, jours_francs
from recueil.droit.feries import feries, ouvert, paques
from recueil.nomenclature import Territoire

_DATES = st.dates(date(1990, 1, 1), date(2090, 12, 31))
_TERRITOIRES = st.sampled_from(list(Territoire))
_METROPOLE = Territoire.METROPOLE


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1961, date(1961, 4, 2)),
        (2000, date(2000, 4, 23)),
        (2008, date(2008, 3, 23)),
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_paques(year: int, day: date) -> None:
    """Easter falls on the days of the calendar, the earliest and the latest included."""
    assert paques(year) == day


_USAGES = {"guadeloupe": {"07-21"}, "martinique": {"07-21"}, "saint_martin": {"07-21"}}
"""Local customs that the library counts and that no law makes a public holiday (L3422-2): Victor Schœlcher's day."""


@pytest.mark.parametrize("territoire", list(Territoire))
def test_feries_selon_une_bibliotheque(territoire: Territoire) -> None:
    """Twelve years of public holidays are those of the library « holidays », local customs aside."""
    table = yaml.safe_load((RACINE / "tests" / "feries.yml").read_text(encoding="utf-8"))[territoire.value]
    assert len(table) == 12
    for year, days in table.items():
        customs = set(_USAGES.get(territoire, set()))
        if territoire is Territoire.GUADELOUPE:  # Mid-Lent and Good Friday
            customs |= {f"{paques(year) - timedelta(days=before):%m-%d}" for before in (24, 2)}
        assert {f"{day:%m-%d}" for day in feries(year, territoire)} == set(days.split()) - customs


def test_feries_2026() -> None:
    """The eleven holidays of 2026."""
    expected = "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25"
    assert " ".join(f"{day:%m-%d}" for day in sorted(feries(2026, _METROPOLE))) == expected


@pytest.mark.parametrize(
    ("territoire", "added"),
    [
        (Territoire.ALSACE_MOSELLE, {date(2026, 4, 3), date(2026, 12, 26)}),
        (Territoire.GUADELOUPE, {date(2026, 5, 27)}),
        (Territoire.MARTINIQUE, {date(2026, 5, 22)}),
        (Territoire.GUYANE, {date(2026, 6, 10)}),
        (Territoire.REUNION, {date(2026, 12, 20)}),
        (Territoire.MAYOTTE, {date(2026, 4, 27)}),
        (Territoire.SAINT_MARTIN, {date(2026, 5, 28)}),
        (Territoire.SAINT_BARTHELEMY, {date(2026, 10, 9)}),
        (Territoire.SAINT_PIERRE_ET_MIQUELON, set()),
    ],
)
def test_feries_locaux(territoire: Territoire, added: set[date]) -> None:
    """What a territory adds to the national holidays."""
    assert feries(2026, territoire) - feries(2026, _METROPOLE) == added


@pytest.mark.parametrize(
    ("event", "last"),
    [
        ("2007-10-01", "2007-12-03"),  # published example: 2 December 2007 was a Sunday
        ("2021-01-03", "2021-03-04"),
        ("2024-11-12", "2025-01-13"),
        ("2022-11-03", "2023-01-04"),
        ("2026-02-16", "2026-04-17"),  # délibérations 605 and 607
        ("2024-10-16", "2024-12-17"),
        ("2026-02-11", "2026-04-13"),  # 12 April is a Sunday
        ("2026-09-10", "2026-11-12"),  # 11 November is a holiday
        ("2026-07-31", "2026-10-01"),  # September has no 31st
        ("2025-12-31", "2026-03-02"),  # February is short, and 1 March is a Sunday
    ],
)
def test_exemples(event: str, last: str) -> None:
    """The worked examples, whose two counts agree."""
    limit = deux_mois_francs(date.fromisoformat(event), _METROPOLE)
    assert limit.jusqu_au == limit.definitif_apres == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("event", "earlier", "later"),
    [
        ("2026-02-28", "2026-04-29", "2026-05-04"),
        ("2026-06-30", "2026-08-31", "2026-09-01"),
        ("2026-07-30", "2026-09-30", "2026-10-01"),
    ],
)
def test_fins_de_mois(event: str, earlier: str, later: str) -> None:
    """Where the two counts differ, the public is told the earlier day and the act is final after the later."""
    limit = deux_mois_francs(date.fromisoformat(event), _METROPOLE)
    assert (limit.jusqu_au.isoformat(), limit.definitif_apres.isoformat()) == (earlier, later)


@given(_DATES, _TERRITOIRES)
def test_un_delai_finit_un_jour_ouvert(event: date, territoire: Territoire) -> None:
    """A term is never a closed day, never before two months less the shortness of February, never far after."""
    limit = deux_mois_francs(event, territoire)
    for day in (limit.jusqu_au, limit.definitif_apres):
        assert ouvert(day, territoire)
        assert 59 <= (day - event).days <= 69


@given(_DATES, st.integers(0, 400), _TERRITOIRES)
def test_un_delai_est_monotone(event: date, later: int, territoire: Territoire) -> None:
    """What happens later never expires sooner."""
    first = deux_mois_francs(event, territoire)
    second = deux_mois_francs(event + timedelta(days=later), territoire)
    assert first.jusqu_au <= second.jusqu_au
    assert first.definitif_apres <= second.definitif_apres


@given(st.integers(1950, 2100), _TERRITOIRES)
def test_feries_d_une_annee(year: int, territoire: Territoire) -> None:
    """Holidays lie in their year, and Easter Monday is a Monday."""
    days = feries(year, territoire)
    assert all(day.year == year for day in days)
    assert paques(year).weekday() == 6
    assert paques(year) + timedelta(days=1) in days


def test_jours_francs() -> None:
    """The convocation of 29 January 2026 for 11 February leaves twelve clear days."""
    assert jours_francs(date(2026, 1, 29), date(2026, 2, 11)) == 12


@pytest.mark.parametrize(("members", "needed"), [(49, 25), (10, 6), (11, 6), (1, 1)])
def test_quorum(members: int, needed: int) -> None:
    """The quorum is more than half of the members in office (CGCT L2121-17)."""
    assert quorum(members) == needed


def test_majorite() -> None:
    """More for than against passes; a tie does not."""
    assert majorite_atteinte(5, 4)
    assert not majorite_atteinte(4, 4)
