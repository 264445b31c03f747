"""The program that asks a site for its addresses, on a real server that does all that it should not."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from time import monotonic

import pytest

from recueil.constat.reponse import Reponse
from serveur_fautif import (
    Faute,
    Serveur,
    compressee,
    contenu,
    coupee,
    d_abord,
    goutte_a_goutte,
    lente,
    sans_fin,
    servir_avec_fautes,
    statut,
    vers,
)
from visiteur import Rythme, Visiteur, dedans

_PAGE = b"<p>Une page de la mairie.</p>" * 2000
_VOULUE = sha256(_PAGE).hexdigest()
_VITE = Rythme(delai=0.4, reponse=0.8, pause=0, recul=0.01, recul_max=0.02, patience=1, total=20)


@pytest.fixture
def serveur(tmp_path: Path) -> Iterator[Serveur]:
    """A site of one page, below a path."""
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "index.html").write_bytes(_PAGE)
    with servir_avec_fautes(tmp_path, "/projet/") as server:
        yield server


def _lire(serveur: Serveur, faute: Faute | None = None, insister: float = 0, maximum: int = 10**6) -> Reponse:
    if faute:
        serveur.fautes["page/"] = faute
    return Visiteur(serveur.url, _VITE, insister).lire("page/", _VOULUE, maximum)


def test_une_page(serveur: Serveur) -> None:
    """It is read once, under the name of the program, whose bytes alone are asked for."""
    assert _lire(serveur).est(_VOULUE)
    (headers,) = serveur.en_tetes
    assert headers["User-Agent"].startswith("Recueil-constater")
    assert headers["Accept-Encoding"] == "identity"
    assert "Cookie" not in headers


@pytest.mark.parametrize("faute", [statut(503), statut(500), coupee, statut(429), statut(503, Retry_After="soon")])
def test_ce_qui_passe_est_redemande(faute: Faute, serveur: Serveur) -> None:
    """Twice; the third answer is taken as it is."""
    assert _lire(serveur, d_abord(faute, faute)).est(_VOULUE)
    assert not _lire(serveur, d_abord(faute, faute, faute)).est(_VOULUE)
    assert len(serveur.demandes) == 6


@pytest.mark.parametrize("code", [404, 410, 403, 204, 304, 206])
def test_ce_qui_est_dit_n_est_pas_redemande(code: int, serveur: Serveur) -> None:
    """A page that is not there is not asked for again when nothing is being put online."""
    assert _lire(serveur, statut(code)).statut == code
    assert len(serveur.demandes) == 1


def test_un_autre_contenu_est_redemande_tant_qu_il_reste_du_temps(serveur: Serveur) -> None:
    """A host takes some time to serve a new site everywhere; the time is that of the whole visit."""
    old = contenu(b"hier")
    assert _lire(serveur, d_abord(*[old] * 5), insister=2).est(_VOULUE)
    start = monotonic()
    assert not _lire(serveur, old, insister=0.3).est(_VOULUE)
    assert monotonic() - start < 1


def test_l_attente_demandee_est_respectee(serveur: Serveur) -> None:
    """In seconds, or as a date beside that of the answer; never longer than the patience."""
    start = monotonic()
    assert _lire(serveur, d_abord(statut(503, Retry_After="1"))).est(_VOULUE)
    assert 1 <= monotonic() - start < 3
    dated = {"Date": "Wed, 01 Jul 2026 12:00:00 GMT", "Retry_After": "Wed, 01 Jul 2026 13:00:00 GMT"}
    start = monotonic()
    assert _lire(serveur, d_abord(lambda asked: asked.repondre(429, b"", **dated))).est(_VOULUE)
    assert 1 <= monotonic() - start < 3


def test_une_compression_que_personne_n_a_demandee(serveur: Serveur) -> None:
    """The bytes that a reader gets are compared."""
    assert _lire(serveur, compressee).est(_VOULUE)


@pytest.mark.parametrize("faute", [sans_fin, goutte_a_goutte, lente(1.5)])
def test_ce_qui_n_en_finit_pas_est_coupe(faute: Faute, serveur: Serveur) -> None:
    """An answer without an end, headers without an end, or nothing: three times, each within its time."""
    start = monotonic()
    assert _lire(serveur, faute).muette
    assert monotonic() - start < 5


def test_une_reponse_trop_longue_n_est_pas_lue(serveur: Serveur) -> None:
    """No more than what may be there is read."""
    answer = _lire(serveur, maximum=len(_PAGE) - 1)
    assert (answer.statut, answer.sha256) == (200, "")
    assert _lire(serveur, maximum=len(_PAGE)).est(_VOULUE)


def test_une_redirection_dans_le_site_est_suivie(serveur: Serveur) -> None:
    """As a browser does; a loop ends."""
    serveur.fautes["page/"] = vers("index.html")
    assert _lire(serveur).est(_VOULUE)
    answer = _lire(serveur, vers("/projet/page/"))
    assert (answer.statut, answer.dit) == (302, "des redirections qui n'en finissent pas")


@pytest.mark.parametrize(
    "target", ["http://127.0.0.2:9/projet/page/", "/autre/", "//example.org/", "file:///etc/passwd"]
)
def test_une_redirection_ailleurs_n_est_pas_suivie(target: str, serveur: Serveur) -> None:
    """Another machine, another path, another protocol: it is what came, and no one is asked for it."""
    answer = _lire(serveur, vers(target))
    assert answer.statut == 302
    assert "une redirection vers" in str(answer)
    assert serveur.lues() == ["page/"]


@pytest.mark.parametrize("target", ["/projet/\xe9t\xe9/", "http://[x/", "/projet/\x1b[1m", "/projet/a b"])
def test_une_redirection_mal_ecrite(target: str, serveur: Serveur) -> None:
    """It is an answer as another, that neither stops the program nor writes on the terminal of who reads it."""
    answer = _lire(serveur, vers(target))
    assert answer.statut in {0, 404}
    assert str(answer).isprintable()


def test_une_taille_qui_n_en_est_pas_une(serveur: Serveur) -> None:
    """A length or a chunk that is no number."""
    assert _lire(serveur, lambda asked: asked.repondre(200, b"zz\r\n", Transfer_Encoding="chunked")).muette
    assert not _lire(serveur, lambda asked: asked.repondre(200, b"x", Content_Length="-5")).est(_VOULUE)


def test_le_temps_de_la_visite_est_compte(serveur: Serveur) -> None:
    """Once it is over nothing is asked for again."""
    visitor = Visiteur(serveur.url, Rythme(recul=0.05, pause=0, total=0.1), 0)
    serveur.fautes["page/"] = statut(503)
    start = monotonic()
    visitor.lire("page/")
    assert visitor.fini
    assert monotonic() - start < 1
    assert len(serveur.demandes) < 4


def test_personne_ne_repond(serveur: Serveur) -> None:
    """A connection that is refused is no answer, told in French."""
    serveur.arreter()
    answer = _lire(serveur)
    assert (answer.muette, str(answer)) == (True, "une connexion refusée")


@pytest.mark.parametrize(
    ("url", "yes"),
    [
        ("https://x.fr/p/a/", True),
        ("https://X.fr:443/p/", True),
        ("http://x.fr/p/a/", False),
        ("https://x.fr/autre/", False),
        ("https://x.fr/p", False),
        ("https://x.fr/p/../q/", False),
        ("https://x.fr/p/%2e%2e/q/", False),
        ("https://x.fr:8443/p/", False),
        ("https://x.fr:port/p/", False),
        ("https://u@x.fr/p/", False),
        ("https://x.fr.example/p/", False),
    ],
)
def test_dedans(url: str, *, yes: bool) -> None:
    """The same origin, below the same path."""
    assert dedans("https://x.fr/p/", url) is yes
