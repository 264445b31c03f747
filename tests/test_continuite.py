"""What the looks from outside tell of the time between them, and how long an act must be online because of it."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recueil.collectivite import Collectivite
from recueil.droit.publicite import duree_publicite
from recueil.journal.absences import absences
from recueil.journal.chaine import Chaine, lire_chaine
from recueil.journal.continuite import TOLERANCE, Vue
from recueil.journal.ligne import Constat, Identite, Interruption, Ligne, Mouvement, Suivante, en_octets, enchainer

_SITE = "https://actes.exemple.fr/"
_VU: Suivante = (
    Constat,
    {"site": _SITE, "jusqu_a": 0, "pages": 3, "fichiers": 1, "lus": [], "empreinte": "ab" * 32},
)


_PUBLIE: Suivante = (
    Mouvement,
    {
        "evenement": "publie",
        "acte": "m/2026/1/",
        "seance": "",
        "publie_le": "2026-01-02",
        "fichiers": {},
        "donnees": "ab" * 32,
        "texte": "cd" * 32,
    },
)
_MAIRIE = Collectivite.model_validate({"nom": "M", "type": "commune", "siren": "219900016", "departement": "099"})


def _pas_vu(*addresses: str, motif: str = "page_manquante") -> Suivante:
    return Interruption, {"site": _SITE, "motif": motif, "adresses": [*addresses], "nombre": len(addresses)}


def _chaine(*looks: tuple[str, Suivante]) -> Chaine:
    lines: tuple[Ligne, ...] = ()
    first: Suivante = (Identite, {"cle": "m", "nom": "M", "siren": "1", "donnees": "ef" * 32})
    for moment, look in (("2026-01-01T00:00:00Z", first), *looks):
        lines = (*lines, *enchainer(lines, moment, [look]))
    return lire_chaine(en_octets(lines))


def _dit(chain: Chaine) -> list[tuple[str, str, str]]:
    return [(p.vue.value, f"{p.debut:%d %Hh}", f"{p.fin:%d %Hh}") for p in chain.periodes]


def test_des_regards_quotidiens_font_une_periode() -> None:
    """One a day, even late, is a time during which the site was online."""
    chain = _chaine(("2026-01-02T06:00:00Z", _VU), ("2026-01-03T06:00:00Z", _VU), ("2026-01-04T15:00:00Z", _VU))
    assert _dit(chain) == [("en ligne", "02 06h", "04 15h")]


def test_sans_regard_on_ne_sait_pas() -> None:
    """Ten days without a look are unknown, never taken as seen."""
    chain = _chaine(("2026-01-02T06:00:00Z", _VU), ("2026-01-12T06:00:00Z", _VU))
    assert _dit(chain) == [
        ("en ligne", "02 06h", "02 06h"),
        ("inconnue", "02 06h", "12 06h"),
        ("en ligne", "12 06h", "12 06h"),
    ]


def test_une_interruption_dure_jusqu_au_regard_qui_revoit() -> None:
    """Its reason is that of its first line; while nothing sees the site again it has no end."""
    down = _pas_vu(motif="injoignable")
    looks = [("2026-01-02T06:00:00Z", _VU), ("2026-01-03T06:00:00Z", down), ("2026-01-04T06:00:00Z", down)]
    (_, cut) = _chaine(*looks).periodes
    assert (cut.vue, cut.regards, cut.revue, cut.manques[0].motif) == (Vue.INTERROMPUE, 2, False, "injoignable")
    (_, cut, _) = _chaine(*looks, ("2026-01-05T06:00:00Z", _VU)).periodes
    assert (cut.revue, cut.fin) == (True, datetime(2026, 1, 5, 6, tzinfo=UTC))


@pytest.mark.parametrize(
    ("look", "touched"),
    [
        (_pas_vu("m/2026/1/"), True),
        (_pas_vu("m/2026/1/1.pdf"), True),
        (_pas_vu("m/2026/12/"), False),
        (_pas_vu(), True),
        ((Interruption, {"site": _SITE, "motif": "page_manquante", "adresses": ["m/2026/2/"], "nombre": 3}), True),
    ],
)
def test_un_acte_n_est_touche_que_par_ce_qui_le_concerne(look: Suivante, *, touched: bool) -> None:
    """Its page, one of its files, the whole site, or addresses that the line does not all name."""
    chain = _chaine(("2026-01-02T00:00:00Z", _PUBLIE), ("2026-01-03T06:00:00Z", look))
    assert bool([*absences(chain, "m/2026/1/", _MAIRIE)]) is touched


def test_ce_qui_est_arrive_avant_un_acte_ne_le_touche_pas() -> None:
    """The site was down a week before the act went online: its page and its attestation do not say so."""
    down = _pas_vu(motif="injoignable")
    before = [("2026-01-01T06:00:00Z", down), ("2026-01-01T18:00:00Z", _VU)]
    chain = _chaine(*before, ("2026-01-02T12:00:00Z", _PUBLIE), ("2026-01-03T06:00:00Z", down))
    (cut,) = absences(chain, "m/2026/1/", _MAIRIE)
    assert (cut.debut.isoformat(), cut.fin) == ("2026-01-01T19:00:00+01:00", None)
    assert cut.jours == (date(2026, 1, 1), date(2026, 1, 3))


@given(st.lists(st.tuples(st.integers(1, 200), st.booleans()), max_size=30))
def test_les_periodes_se_suivent(steps: list[tuple[int, bool]]) -> None:
    """In order, without overlap; and no time longer than the tolerance is taken as seen without a look."""
    moment, looks = datetime(2026, 1, 1, tzinfo=UTC), []
    for hours, seen in steps:
        moment += timedelta(hours=hours)
        looks.append((moment.strftime("%Y-%m-%dT%H:%M:%SZ"), _VU if seen else _pas_vu()))
    periods = _chaine(*looks).periodes
    assert all(one.fin <= other.debut for one, other in pairwise(periods))
    for period in periods:
        if period.vue is Vue.EN_LIGNE:
            assert period.fin - period.debut <= TOLERANCE * max(0, period.regards - 1)


@pytest.mark.parametrize(
    ("depuis", "coupures", "fin"),
    [
        (date(2026, 2, 16), [], date(2026, 4, 16)),
        (date(2025, 12, 31), [], date(2026, 2, 28)),
        (date(2026, 2, 16), [(date(2026, 3, 1), date(2026, 3, 4))], date(2026, 4, 19)),
        (date(2026, 2, 16), [(date(2026, 3, 1), date(2026, 3, 1))], date(2026, 4, 17)),
        (date(2026, 2, 16), [(date(2026, 3, 1), None)], date(2026, 4, 17)),
        (date(2026, 2, 16), [(date(2026, 2, 10), date(2026, 2, 18))], date(2026, 4, 18)),
        (date(2026, 2, 16), [(date(2026, 5, 1), date(2026, 5, 9))], date(2026, 4, 16)),
        # The second cut falls in the time that the first one added.
        (
            date(2026, 2, 16),
            [(date(2026, 4, 10), date(2026, 4, 15)), (date(2026, 4, 20), date(2026, 4, 22))],
            date(2026, 4, 23),
        ),
    ],
)
def test_deux_mois_en_ligne(depuis: date, coupures: list[tuple[date, date | None]], fin: date) -> None:
    """Two months (CGCT R2131-1, I), longer by the days on which the act was not seen."""
    assert duree_publicite(depuis, coupures).fin == fin
