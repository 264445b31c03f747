"""Which addresses are asked for on a day, how far everything was seen, and what a served list and journal are worth."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recueil.collectivite import Collectivite
from recueil.constat.attendu import Attendu, attendre_de
from recueil.constat.choix import TOUR, accueil, choisir
from recueil.constat.liste import Indecis, lire_sommes
from recueil.constat.reponse import Cible, Faute, Reponse, Sorte
from recueil.constat.verdict import interrompu, jusqu_a
from recueil.journal.chaine import Chaine, lire_chaine
from recueil.journal.ligne import Constat, Identite, Interruption, Ligne, Mouvement, Suivante, en_octets, enchainer
from recueil.journal.tenu import Journal

_SITE = "https://actes.exemple.fr/"
_MAIRIE = Collectivite.model_validate(
    {"cle": "m", "nom": "Essai", "type": "commune", "siren": "219900016", "departement": "099"}
)
_JOUR = datetime(2026, 7, 1, 12, tzinfo=UTC)


def _publie(number: int, jour: str = "2020-01-01", fichiers: int = 0) -> Suivante:
    files = {f"{rank}.pdf": "ab" * 32 for rank in range(fichiers)}
    said = {"evenement": "publie", "seance": "", "publie_le": jour, "fichiers": files}
    return Mouvement, said | {"acte": f"m/2020/{number}/", "donnees": "ab" * 32, "texte": "cd" * 32}


def _vu(jusqu_a: int) -> Suivante:
    return Constat, {"site": _SITE, "jusqu_a": jusqu_a, "pages": 0, "fichiers": 0, "lus": [], "empreinte": "ab" * 32}


def _pas_vu(nombre: int, *addresses: str) -> Suivante:
    said = {"site": _SITE, "motif": "page_manquante", "adresses": [*addresses], "nombre": nombre}
    return Interruption, said


def _chaine(*said: Suivante) -> Chaine:
    first: Suivante = (Identite, {"cle": "m", "nom": "M", "siren": "1", "donnees": "ef" * 32})
    lines: tuple[Ligne, ...] = tuple(enchainer((), "2026-06-01T12:00:00Z", [first, *said]))
    chain = lire_chaine(en_octets(lines))
    assert not chain.faute
    return chain


def _attendu(chain: Chaine, servies: int | None = None) -> Attendu:
    """What must be online, from a journal served up to a line and a list that says the same."""
    count = len(chain.lignes) if servies is None else servies
    served = en_octets(chain.lignes[:count])
    digest = sha256(served).hexdigest()
    names = [f"{page}index.{kind}" for page in chain.premieres for kind in ("html", "json")]
    sums = dict.fromkeys(names, "ef" * 32) | {"m/journal/journal.jsonl": digest, "index.html": "00" * 32}
    sums |= {f"{line.acte}{n}": d for line in chain.dernieres.values() for n, d in line.fichiers.items()}
    return attendre_de(Journal(_MAIRIE, Path("m"), chain), Reponse(200, digest, contenu=served), sums)


def _choisis(attendu: Attendu, jour: datetime, nombre: int = 10**6) -> list[str]:
    return [cible.adresse for cible in choisir([attendu], None, jour, nombre)]


def _pages(attendu: Attendu, jour: datetime, nombre: int = 10**6) -> list[int]:
    chosen = _choisis(attendu, jour, nombre)
    return [int(address.split("/")[-2]) for address in chosen if address.endswith("/")]


def test_tout_est_revu_en_un_mois() -> None:
    """Each old act has its day, one in thirty; no day has them all."""
    attendu = _attendu(_chaine(*map(_publie, range(600)), _vu(601)))
    days = [_pages(attendu, _JOUR + timedelta(days=n)) for n in range(TOUR)]
    assert Counter(page for day in days for page in day) == Counter(range(600))
    assert max(map(len, days)) < 60
    assert _pages(attendu, _JOUR) == days[0] == _pages(attendu, _JOUR + timedelta(hours=3))


def test_ce_que_la_limite_laisse_un_mois_ne_l_est_pas_toujours() -> None:
    """When a day cannot hold its part, what is left out is not the same the next month."""
    attendu = _attendu(_chaine(*map(_publie, range(300)), _vu(301)))
    seen = {page for day in range(TOUR * 24) for page in _pages(attendu, _JOUR + timedelta(days=day), 10)}
    assert len(seen) >= 299


def test_ce_qui_n_a_jamais_ete_vu_passe_avant_le_recent_et_le_recent_avant_le_reste() -> None:
    """In the order in which it was recorded; an act in its first two months comes next, every day."""
    old = [_publie(n) for n in range(50)]
    recent = [_publie(n, "2026-05-20") for n in range(50, 55)]
    chain = _chaine(*old, *recent, _vu(56), _publie(90), _publie(91), _publie(3))
    for day in range(TOUR):
        found = _pages(_attendu(chain), _JOUR + timedelta(days=min(day, 19)))
        assert found[:3] == [90, 91, 3]
        assert set(found[3:8]) == set(range(50, 55))
    assert not {50, 51, 52, 53, 54} <= set(_pages(_attendu(chain), _JOUR + timedelta(days=30)))


def test_un_acte_interrompu_est_revu_chaque_jour_plus_longtemps() -> None:
    """Its two months are longer by the days on which it was not seen (CGCT R2131-1)."""
    name = "m/2020/1/"
    chain = _chaine(_publie(1, "2026-04-20"), _publie(2, "2026-04-20"), _vu(3), _pas_vu(1, name), _vu(3))
    longer = [_pages(_attendu(chain), datetime(2026, 6, day, 12, tzinfo=UTC)) for day in (20, 21, 22, 23)]
    assert all(1 in found for found in longer[:3])
    assert 2 in longer[1]


def test_ce_qui_manquait_est_revu_d_abord() -> None:
    """What the last looks found wrong, and all of it when they do not name it all."""
    acts = [_publie(n, fichiers=1) for n in range(30)]
    named = _attendu(_chaine(*acts, _vu(31), _pas_vu(2, "m/2020/7/0.pdf", "index.html"), _pas_vu(0)))
    assert named.suspects == ("m/2020/7/",)
    assert _choisis(named, _JOUR)[:3] == ["m/2020/7/", "m/2020/7/index.json", "m/2020/7/0.pdf"]
    assert len(_attendu(_chaine(*acts, _vu(31), _pas_vu(21, "m/2020/7/"))).suspects) == 30
    assert _attendu(_chaine(*acts, _vu(31), _pas_vu(1, "m/2020/7/"), _vu(31))).suspects == ()


def test_la_limite_est_tenue() -> None:
    """The home page counts."""
    attendu = _attendu(_chaine(*map(_publie, range(50))))
    home = accueil({"index.html": "00" * 32})
    assert [c.sorte for c in choisir([attendu], home, _JOUR, 3)] == [Sorte.ACCUEIL, Sorte.PAGE, Sorte.JUMEAU]


def test_une_grande_collectivite_n_en_cache_pas_une_petite() -> None:
    """Each authority has its turn."""
    large = _attendu(_chaine(*map(_publie, range(50))))
    small = _attendu(_chaine(*map(_publie, range(90, 92))))
    found = [c.acte for c in choisir([large, small], None, _JOUR, 8) if c.sorte is Sorte.PAGE]
    assert found == ["m/2020/0/", "m/2020/90/", "m/2020/1/", "m/2020/91/"]


def _vues(attendu: Attendu, *numbers: int) -> set[Cible]:
    return {one for number in numbers for one in attendu.actes[f"m/2020/{number}/"]}


def test_jusqu_ou_tout_a_ete_vu() -> None:
    """The rank stops before the first act that was not, and goes on from where it was."""
    attendu = _attendu(_chaine(*map(_publie, range(4)), _vu(3), _publie(4)))
    assert jusqu_a(attendu, set()) == 3
    assert jusqu_a(attendu, _vues(attendu, 2)) == 4
    assert jusqu_a(attendu, _vues(attendu, 3, 4)) == 3
    assert jusqu_a(attendu, _vues(attendu, 2, 3)) == 6
    assert jusqu_a(attendu, _vues(attendu, 2, 3, 4)) == 7
    half = {one for one in _vues(attendu, 2) if one.sorte is Sorte.PAGE}
    assert jusqu_a(attendu, half | _vues(attendu, 3, 4)) == 3


def test_un_etat_que_personne_n_a_vu_ne_l_est_pas_apres_coup() -> None:
    """An act rectified before anyone looked was seen as it is now: the rank goes beyond both lines, or before both."""
    attendu = _attendu(_chaine(_publie(1), _publie(2), _publie(1), _publie(3)))
    assert jusqu_a(attendu, _vues(attendu, 1, 2)) == 4
    assert jusqu_a(attendu, _vues(attendu, 1)) == 1
    assert jusqu_a(attendu, _vues(attendu, 1, 2, 3)) == 5


def test_une_ligne_qui_n_est_pas_en_ligne_n_est_pas_vue() -> None:
    """The journal that is served stops where it stops."""
    attendu = _attendu(_chaine(_publie(1), _publie(2)), servies=2)
    assert (attendu.servies, list(attendu.actes)) == (2, ["m/2020/1/"])
    assert jusqu_a(attendu, _vues(attendu, 1)) == 2


@given(st.data())
def test_jusqu_a_est_ce_qu_il_dit(data: st.DataObject) -> None:
    """Whatever the lines and whatever was seen, against the definition taken to the letter."""
    numbers = data.draw(st.lists(st.integers(0, 4), min_size=1, max_size=8))
    before = data.draw(st.integers(0, len(numbers)))
    said = [*map(_publie, numbers[:before]), _vu(before + 1), *map(_publie, numbers[before:])]
    attendu = _attendu(_chaine(*said))
    seen = data.draw(st.sets(st.sampled_from(sorted(set(numbers)))))
    lines = [line for line in attendu.chaine.lignes if isinstance(line, Mouvement)]

    def right(rank: int) -> bool:
        last = {line.acte: line for line in lines if line.rang <= rank}
        return all(
            line.rang <= before + 1 or (line is attendu.chaine.dernieres[page] and int(page.split("/")[-2]) in seen)
            for page, line in last.items()
        )

    expected = max(rank for rank in range(before + 1, len(attendu.chaine.lignes) + 1) if right(rank))
    assert jusqu_a(attendu, _vues(attendu, *seen)) == expected


def test_la_liste_et_le_journal_sont_tenus_l_un_a_l_autre() -> None:
    """A public act that the built site lacks, or a file of other bytes, is known before it is asked for."""
    chain = _chaine(_publie(1, fichiers=1))
    served = en_octets(chain.lignes)
    answer = Reponse(200, sha256(served).hexdigest(), contenu=served)
    sums = {"m/journal/journal.jsonl": answer.sha256, "m/2020/1/index.html": "ef" * 32, "m/2020/1/0.pdf": "00" * 32}
    found = attendre_de(Journal(_MAIRIE, Path("m"), chain), answer, sums).fautes
    assert [(fault.adresse, fault.motif) for fault in found] == [
        ("m/2020/1/index.json", "page_manquante"),
        ("m/2020/1/0.pdf", "contenu_different"),
    ]


def test_le_motif_est_le_pire_et_vingt_adresses_sont_nommees() -> None:
    """A page that is missing before one that is another; their number is that of all."""
    faults = [Faute("contenu_different", "m", f"m/{n:02}/", "", "") for n in range(30)]
    kind, said = interrompu(_SITE, [*faults, Faute("page_manquante", "m", "m/29/", "", "")])
    assert (kind, said["motif"], said["nombre"]) == (Interruption, "page_manquante", 30)
    assert said["adresses"][:2] == ["m/29/", "m/00/"]
    assert len(said["adresses"]) == 20


@pytest.mark.parametrize("content", [b"", b"<p>404</p>\n", b"ab  x\n", b"AB" * 32 + b"  x\n"])
def test_une_liste_qui_n_en_est_pas_une(content: bytes) -> None:
    """It is refused whole."""
    with pytest.raises(Indecis):
        lire_sommes(content)


def test_le_dernier_jour_des_deux_mois_est_celui_de_la_collectivite() -> None:
    """Published on 1 May, it is looked at each day until 1 July, and the day after for the hours that differ."""
    chain = _chaine(*(_publie(n, "2026-05-01") for n in range(40)), _vu(41))
    counts = [len(_pages(_attendu(chain), datetime(2026, 7, day, 12, tzinfo=UTC))) for day in (1, 2, 3)]
    assert counts[:2] == [40, 40]
    assert counts[2] < 10
