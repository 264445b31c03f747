"""The room as it is when each act is examined: who counts for the quorum, who votes."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from recueil.droit.assemblee import majorite_atteinte, quorum, salle
from recueil.noms import cle
from recueil.seance import Seance

_NOMS = [f"Prénom{i} NOM{i}" for i in range(12)]
_MEMBRES = st.lists(st.sampled_from(_NOMS), unique=True, max_size=8)
_NUMEROS = st.integers(1, 12).map(str)


def _seance(presents: Iterable[str], **said: object) -> Seance:
    return Seance.model_validate({"organe": "Conseil", "date": "2026-01-15", "presents": list(presents), **said})


@given(_MEMBRES, _NUMEROS)
def test_sans_mouvement_tous_les_presents(presents: list[str], numero: str) -> None:
    """Nobody comes or goes: the room is the list, whatever the act."""
    assert salle(_seance(presents), numero).presents == tuple(presents)


@given(_MEMBRES, st.sampled_from(_NOMS), st.integers(1, 12))
def test_un_depart_ne_change_que_la_suite(presents: list[str], gone: str, before: int) -> None:
    """A member who leaves before an act is there for the acts before it, and away for it and the next ones."""
    held = _seance(presents, departs={gone: str(before)})
    for number in range(1, 13):
        there = gone in presents and number < before
        assert (gone in salle(held, str(number)).presents) == there


@given(_MEMBRES, st.sampled_from(_NOMS), st.integers(1, 12))
def test_une_arrivee_ne_change_que_la_suite(presents: list[str], late: str, before: int) -> None:
    """A member who arrives before an act is there for it and the next ones, listed among the present or not."""
    held = _seance(presents, arrivees={late: str(before)})
    for number in range(1, 13):
        assert (late in salle(held, str(number)).presents) == (number >= before)


@given(_MEMBRES, _MEMBRES)
def test_un_membre_interesse_ne_vote_ni_ne_compte(presents: list[str], interested: list[str]) -> None:
    """Members with an interest are out of the quorum, of the vote, and of the proxies that they gave or bear."""
    proxies = {name: presents[0] for name in _NOMS if presents and name not in presents}
    room = salle(_seance(presents, deports=interested, pouvoirs=proxies), "1")
    assert not set(room.presents) & set(interested)
    assert not {p.mandant for p in room.pouvoirs} & set(interested)
    assert not {p.mandataire for p in room.pouvoirs} & set(interested)
    assert room.votants == len(room.presents) + len(room.pouvoirs)


@given(st.integers(1, 500))
def test_le_quorum_est_plus_de_la_moitie(members: int) -> None:
    """The quorum is the smallest number that is more than half of the members."""
    assert 2 * quorum(members) > members >= 2 * (quorum(members) - 1)


@given(st.integers(0, 100), st.integers(0, 100))
def test_une_proposition_n_est_pas_adoptee_et_rejetee(pour: int, contre: int) -> None:
    """A tie is no majority, either way."""
    assert not (majorite_atteinte(pour, contre) and majorite_atteinte(contre, pour))


def test_un_membre_revient() -> None:
    """A member who leaves before an act and comes back before another is away between the two."""
    held = _seance(_NOMS[:3], departs={_NOMS[0]: "3"}, arrivees={_NOMS[0]: "5"})
    assert [_NOMS[0] in salle(held, str(n)).presents for n in range(1, 7)] == [True, True, False, False, True, True]


def test_un_pouvoir_attend_qui_le_porte() -> None:
    """The proxy borne by a member who has not come yet does not count."""
    held = _seance(_NOMS[:2], arrivees={_NOMS[3]: "4"}, pouvoirs={_NOMS[5]: _NOMS[3]})
    assert [salle(held, str(n)).votants for n in (3, 4)] == [2, 4]


def test_les_noms_se_reconnaissent() -> None:
    """Civility, accents, capitals and order do not make another person; another first name does."""
    assert cle("Monsieur Désiré TEST") == cle("TEST Desire") == cle("M. désiré Test")
    assert cle("Désiré TEST") != cle("Denis TEST")
