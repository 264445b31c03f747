"""Telling the national portal of the data, against a server that answers as it documents its API."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from outils import RACINE
from serveur_portail import CLE, ORGANISATION, Portail, servir_portail

_SITE = "https://exemple.example/"
_ACTES = str(RACINE / "tests" / "exemple" / "acts")


@pytest.fixture
def portail() -> Iterator[Portail]:
    """A portal."""
    with servir_portail() as portal:
        yield portal


def _pousser(portal: Portail, *options: str, key: str = CLE) -> subprocess.CompletedProcess[str]:
    told = {"DATAGOUV_API": portal.url, "DATAGOUV_CLE": key, "SITE_URL": _SITE}
    command = [sys.executable, str(RACINE / "scripts" / "pousser.py"), "--actes", _ACTES, *options]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **told})


def test_sans_envoyer_rien_ne_part(portail: Portail) -> None:
    """By default it says what it would do: nothing is written, and the key is not even sent."""
    done = _pousser(portail, "--organisation", ORGANISATION)
    assert done.returncode == 0, done.stderr
    assert "Créer : " in done.stdout
    assert "Rien n'a été envoyé. Pour envoyer : ajoutez --envoyer." in done.stdout
    assert portail.ecrites == []


def test_creer_puis_mettre_a_jour(portail: Portail) -> None:
    """The first time creates; the second brings the same up to date, each known again by its identifier."""
    assert _pousser(portail, "--organisation", ORGANISATION, "--envoyer").returncode == 0
    made = {one["title"]: len(one["resources"]) for one in portail.jeux.values()}
    assert len(made) > 3
    assert all(made.values())
    first = next(iter(portail.jeux.values()))
    first["title"] = "Un titre que quelqu'un a changé"
    done = _pousser(portail, "--organisation", ORGANISATION, "--envoyer")
    assert done.returncode == 0
    assert {one["title"]: len(one["resources"]) for one in portail.jeux.values()} == made
    assert "Créer" not in done.stdout


def test_ce_que_le_portail_recoit(portail: Portail) -> None:
    """Each file is an address of the site, with its format; the licence and the source are said."""
    _pousser(portail, "--organisation", ORGANISATION, "--envoyer")
    for one in portail.jeux.values():
        assert one["organization"] == ORGANISATION
        assert one["license"] == "lov2"
        assert f"Source : {_SITE}" in one["description"]
        for file in one["resources"]:
            assert file["url"].startswith(_SITE)
            assert file["filetype"] == "remote"
            assert file["format"] in {"csv", "json", "ttl", "xml", "txt"}


def test_ce_que_d_autres_ont_mis_reste(portail: Portail) -> None:
    """A set of the organisation that is not of the register is left as it is; a file of ours in excess is named."""
    portail.jeux["autre"] = {"id": "autre", "title": "Les arbres", "extras": {}, "resources": []}
    _pousser(portail, "--organisation", ORGANISATION, "--envoyer")
    ours = next(one for one in portail.jeux.values() if one["id"] != "autre")
    ours["resources"].append({"id": "vieux", "url": "https://x.example/v.csv", "extras": {"recueil:identifiant": "v"}})
    done = _pousser(portail, "--organisation", ORGANISATION, "--envoyer")
    assert portail.jeux["autre"] == {"id": "autre", "title": "Les arbres", "extras": {}, "resources": []}
    assert "https://x.example/v.csv n'est plus dans ce jeu" in done.stdout
    assert any(file["id"] == "vieux" for file in ours["resources"])


def test_un_seul_jeu(portail: Portail) -> None:
    """One set may be asked for; one that does not exist is told, with those that do."""
    assert _pousser(portail, "--organisation", ORGANISATION, "--jeu", "registre", "--envoyer").returncode == 0
    assert len(portail.jeux) == 1
    wrong = _pousser(portail, "--organisation", ORGANISATION, "--jeu", "arbres")
    assert wrong.returncode == 2
    assert "Le jeu « arbres » n'existe pas : écrivez l'un de " in wrong.stderr


@pytest.mark.parametrize(
    ("status", "told"), [(403, "n'a pas le droit de publier"), (404, "n'existe pas"), (500, "l'erreur 500")]
)
def test_le_portail_refuse(portail: Portail, status: int, told: str) -> None:
    """What the portal answers is told in French, and nothing goes on."""
    portail.refus = status
    done = _pousser(portail, "--organisation", ORGANISATION, "--envoyer")
    assert done.returncode == 1
    assert told in done.stderr
    assert len(portail.demandes) == 1


def test_sans_cle(portail: Portail) -> None:
    """Nothing is sent without a key; a wrong one is refused by the portal."""
    done = _pousser(portail, "--organisation", ORGANISATION, "--envoyer", key="")
    assert done.returncode == 2
    assert "La clé manque : donnez-la dans la variable DATAGOUV_CLE" in done.stderr
    wrong = _pousser(portail, "--organisation", ORGANISATION, "--envoyer", key="autre")
    assert wrong.returncode == 1
    assert "la clé n'est pas admise" in wrong.stderr
    assert portail.jeux == {}
