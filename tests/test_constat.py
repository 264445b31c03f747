"""The look from outside, on a real site served by a real server that does what it should not."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from constater import main
from journal_outils import publier, remplacer
from outils import RACINE, mkdocs, projet
from recueil.constat.choix import du_jour
from recueil.droit.publicite import duree_publicite
from recueil.journal.absences import Absence, absences
from recueil.journal.chaine import Chaine, lire_chaine
from recueil.journal.continuite import Vue
from recueil.journal.ligne import Constat, Identite, Interruption, Ligne, enchainer
from recueil.parcours import visiter
from serveur_fautif import (
    Faute,
    Requete,
    Serveur,
    compressee,
    contenu,
    coupee,
    d_abord,
    servir_avec_fautes,
    statut,
    un_octet_change,
    vers,
)

_DEUX = ("essarts", "valmont")
_ACTE = "hypothese/2025/2025-12/"
_PDF = f"{_ACTE}2025-12.pdf"
_FICHE = "hypothese/2025/2025-12-11/2025-12.md"
_JOURNAL = "hypothese/journal/journal.jsonl"
_AVANT, _PREMIER = "2026-07-01T18:00:00Z", "2026-07-02T06:00:00Z"
_SON_JOUR, _LE_LENDEMAIN = (
    f"{day + shift:%Y-%m-%d}"
    for day in [next(d for d in (date(2026, 9, 1) + timedelta(n) for n in range(30)) if du_jour(_ACTE, d.toordinal()))]
    for shift in (timedelta(), timedelta(1))
)
"""A day on which nothing but the round of the old acts has it looked at, and the next."""


class Registre:
    """The acts of a test, the site that was built from others like them, and who serves it."""

    def __init__(self, serveur: Serveur, acts: Path) -> None:
        self.serveur, self.acts, self.sommes = serveur, acts, serveur.site / "SHA256SUMS"

    def constater(self, *options: str, le: str) -> int:
        """Run the program at a moment; gives its exit code."""
        command = [self.serveur.url, "--actes", str(self.acts), "--le", le, "--hate", "20", *options]
        return main(command)

    def deployer(self, *options: str, le: str = _PREMIER, attendre: int = 0) -> int:
        """The look that follows a deployment."""
        return self.constater("--empreintes", str(self.sommes), "--attendre", str(attendre), *options, le=le)

    def journal(self, cle: str = "hypothese") -> Path:
        """The journal of an authority."""
        return self.acts / cle / "journal.jsonl"

    def chaine(self, cle: str = "hypothese") -> Chaine:
        """The same, read; its lines hold together."""
        chain = lire_chaine(self.journal(cle).read_bytes())
        assert not chain.faute
        return chain

    def derniere(self, cle: str = "hypothese") -> Ligne:
        """Its last line."""
        return self.chaine(cle).lignes[-1]

    def interrompu(self) -> tuple[str, list[str], int]:
        """What its last line says, which is that of an interruption."""
        line = self.derniere()
        assert isinstance(line, Interruption)
        assert line.site == self.serveur.url
        return line.motif, line.adresses, line.nombre

    def constate(self, cle: str = "hypothese") -> tuple[int, int, int]:
        """The same of a constat: up to which rank, pages, files."""
        line = self.derniere(cle)
        assert isinstance(line, Constat)
        assert (line.site, line.empreinte) == (self.serveur.url, sha256(self.sommes.read_bytes()).hexdigest())
        return line.jusqu_a, line.pages, line.fichiers

    def construit_avec(self, journal: bytes) -> None:
        """The site is another, that holds this journal and says so."""
        said = f"{sha256(journal).hexdigest()}  {_JOURNAL}"
        lines = [said if _JOURNAL in line else line for line in self.sommes.read_text().splitlines()]
        self.sommes = self.acts.parent / "SHA256SUMS"
        self.sommes.write_text("\n".join(lines) + "\n")
        self.serveur.fautes |= {_JOURNAL: contenu(journal), "SHA256SUMS": contenu(self.sommes.read_bytes())}

    def tout(self, cle: str = "hypothese") -> tuple[int, int, int]:
        """What a constat of everything says: the last rank but its own, all the acts, all their files."""
        acts = self.chaine(cle).dernieres.values()
        return max(one.rang for one in acts), len(acts), sum(len(one.fichiers) for one in acts)


def _registre(built: Path, folder: Path, chemin: str = "/") -> Iterator[Registre]:
    acts = Path(shutil.copytree(built / "acts", folder / "acts"))
    with servir_avec_fautes(built / "site", chemin) as server:
        yield Registre(server, acts)


@pytest.fixture
def registre(projet_inscrit: Path, tmp_path: Path) -> Iterator[Registre]:
    """A register whose site is online, and was never looked at."""
    yield from _registre(projet_inscrit, tmp_path)


@pytest.fixture
def vu(registre: Registre) -> Registre:
    """A register whose site was seen once."""
    assert registre.deployer() == 0
    registre.serveur.lues()
    return registre


@pytest.fixture(scope="module")
def deux(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, which has two authorities, recorded and built."""
    root = tmp_path_factory.mktemp("deux")
    shutil.copytree(RACINE / "tests/exemple/acts", root / "acts")
    assert publier(root / "acts", le="2026-07-01").returncode == 0
    done = mkdocs(projet(root), root / "site")
    assert done.returncode == 0, done.stderr
    return root


def _absences(registre: Registre, acte: str) -> list[Absence]:
    """When an act was not seen, as its page tells it."""
    authority = next(one for one in visiter(registre.acts).collectivites if one.cle == acte.split("/", maxsplit=1)[0])
    return [*absences(registre.chaine(), acte, authority)]


def test_tout_est_vu(registre: Registre, capsys: pytest.CaptureFixture[str]) -> None:
    """The first look sees every act: its page, its twin and its files; that of an emptied page has none."""
    assert registre.deployer() == 0
    assert registre.constate() == registre.tout()
    _, pages, files = registre.tout()
    assert f"Vu en ligne : {pages}\u00a0pages, {files}\u00a0fichiers." in capsys.readouterr().out
    asked = registre.serveur.lues()
    assert asked[:3] == ["SHA256SUMS", _JOURNAL, ""]
    assert {_ACTE, f"{_ACTE}index.json", _PDF, "hypothese/2025/2025-13/"} <= set(asked)
    assert len(asked) == len(set(asked)) == 3 + 2 * pages + files
    assert not [name for name in asked if name.endswith(".pdf") and "2025-13" in name]


def test_le_programme(registre: Registre) -> None:
    """As it is run: in a process of its own, whose options are told in French."""
    program = [sys.executable, str(RACINE / "scripts/constater.py")]
    options = ["--actes", str(registre.acts), "--empreintes", str(registre.sommes)]
    done = subprocess.run([*program, registre.serveur.url, *options], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert registre.constate() == registre.tout()
    done = subprocess.run([*program, "--limite", "x"], capture_output=True, text=True, check=False)
    assert (done.returncode, "n'admet pas « x »" in done.stderr) == (2, True)


def test_le_lendemain(vu: Registre) -> None:
    """The same site is seen again, by a part of its acts; what was seen stays seen."""
    assert vu.constater(le="2026-07-03") == 0
    assert vu.constate()[0] == vu.tout()[0]
    asked = vu.serveur.lues()
    assert asked[:3] == ["SHA256SUMS", _JOURNAL, ""]
    assert "hypothese/2026/2026-01/" in asked
    assert len(asked) < 30
    (period,) = vu.chaine().periodes
    assert (period.vue, period.regards) == (Vue.EN_LIGNE, 2)


@pytest.mark.parametrize(
    ("address", "faute", "motif"),
    [
        (_PDF, un_octet_change, "contenu_different"),
        (_ACTE, un_octet_change, "contenu_different"),
        (f"{_ACTE}index.json", un_octet_change, "contenu_different"),
        (_JOURNAL, un_octet_change, "contenu_different"),
        ("", un_octet_change, "contenu_different"),
        (_ACTE, contenu(b""), "contenu_different"),
        (_ACTE, vers("http://127.0.0.2:9/"), "contenu_different"),
        (_ACTE, vers("/"), "contenu_different"),
        (_ACTE, statut(204), "contenu_different"),
        (_ACTE, statut(404), "page_manquante"),
        (_PDF, statut(410), "page_manquante"),
        (_ACTE, statut(403), "page_manquante"),
        (_ACTE, statut(503), "page_manquante"),
        (_PDF, coupee, "page_manquante"),
        (_JOURNAL, statut(404), "page_manquante"),
    ],
)
def test_une_seule_faute(
    address: str, faute: Faute, motif: str, registre: Registre, capsys: pytest.CaptureFixture[str]
) -> None:
    """One byte of a page or of a file, or one that is missing: an alarm that names it, and no constat."""
    registre.serveur.fautes[address] = faute
    assert registre.deployer() == 1
    assert registre.interrompu() == (motif, [address or "index.html"], 1)
    (told,) = capsys.readouterr().err.splitlines()
    assert told.startswith(f"{registre.serveur.url}{address or 'index.html'} : attendu l'empreinte ")
    assert ", reçu " in told


@pytest.mark.parametrize("faute", [d_abord(statut(503)), d_abord(coupee, statut(502)), compressee, vers("index.html")])
def test_ce_qui_n_est_pas_une_faute(faute: Faute, registre: Registre) -> None:
    """A failure that passes, a compression, a redirection within the site."""
    registre.serveur.fautes[_ACTE] = faute
    assert registre.deployer() == 0
    assert registre.constate() == registre.tout()


def test_l_hebergeur_met_du_temps(registre: Registre) -> None:
    """The list, then the journal and a page, are those of yesterday for a while: they are waited for."""
    for address in ("SHA256SUMS", _JOURNAL, _ACTE):
        registre.serveur.fautes[address] = d_abord(statut(404), contenu(b"hier"))
    assert registre.deployer(attendre=20) == 0
    assert registre.constate() == registre.tout()


@pytest.mark.parametrize("served", [contenu(b"hier"), statut(404), statut(503)])
def test_la_mise_en_ligne_n_a_pas_eu_lieu(
    served: Faute, registre: Registre, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing was ever seen: nothing is said of any act, and nothing can have been interrupted."""
    before = registre.journal().read_bytes()
    registre.serveur.fautes["SHA256SUMS"] = served
    assert registre.deployer() == 1
    assert "la mise en ligne n'a pas eu lieu" in capsys.readouterr().err
    assert registre.journal().read_bytes() == before


def test_le_site_d_hier_est_encore_la(vu: Registre, tmp_path: Path) -> None:
    """What was published since is not online, what was is: nothing is written."""
    built = tmp_path / "SHA256SUMS"
    built.write_text(f"{'ab' * 32}  index.html\n")
    before = vu.journal().read_bytes()
    assert vu.constater("--empreintes", str(built), "--attendre", "0", le="2026-07-03") == 1
    assert vu.journal().read_bytes() == before
    assert vu.serveur.lues() == ["SHA256SUMS"]


def test_une_liste_inconnue_ne_prouve_rien(vu: Registre, capsys: pytest.CaptureFixture[str]) -> None:
    """The list says of itself what it wants: pages are not judged, files and journal are by the journal."""
    page = b"<p>autre</p>"
    lines = vu.sommes.read_text().splitlines()
    forged = [f"{sha256(page).hexdigest()}  {_ACTE}index.html" if _ACTE + "index.html" in one else one for one in lines]
    vu.serveur.fautes |= {"SHA256SUMS": contenu("\n".join(forged).encode() + b"\n"), _ACTE: contenu(page)}
    before = vu.journal().read_bytes()
    assert vu.constater(le="2026-07-03") == 1
    assert "ses pages ne peuvent pas être jugées" in capsys.readouterr().err
    assert vu.journal().read_bytes() == before
    assert [*dict.fromkeys(vu.serveur.lues())][:2] == ["SHA256SUMS", _JOURNAL]
    vu.serveur.fautes[_JOURNAL] = un_octet_change
    assert vu.constater(le="2026-07-03") == 1
    assert vu.interrompu() == ("contenu_different", [_JOURNAL], 1)
    del vu.serveur.fautes[_JOURNAL]
    vu.serveur.fautes[_PDF] = statut(404)
    assert vu.constater(le=_SON_JOUR) == 1
    assert vu.interrompu() == ("page_manquante", [_PDF], 1)


def test_un_site_construit_avant_n_a_pas_les_derniers_actes(
    registre: Registre, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line that is not online yet is not seen, and a fault that it would mend is none."""
    expected = registre.tout()
    _rectifier(registre, _AVANT)
    assert len(registre.chaine().lignes) == expected[0] + 1
    assert registre.deployer() == 0
    assert registre.constate() == expected
    assert "1\u00a0acte au journal après la dernière mise en ligne" in capsys.readouterr().err


def _rectifier(registre: Registre, le: str) -> None:
    remplacer(registre.acts / _FICHE, "objet: ", "objet: Encore, ")
    assert publier(registre.acts, le=le).returncode == 0


def test_un_journal_qui_n_est_pas_le_debut_de_celui_du_depot(registre: Registre) -> None:
    """Even when the list that is served agrees with it."""
    first = registre.chaine().lignes[0].model_dump(exclude={"rang", "precedent", "inscrit_le"})
    line = next(enchainer((), "2026-06-30T12:00:00Z", [(Identite, first)]))
    registre.construit_avec(line.octets + b"\n")
    assert registre.deployer() == 1
    assert registre.interrompu() == ("contenu_different", [_JOURNAL], 1)


def test_un_dossier_en_retard_ne_juge_pas(registre: Registre, capsys: pytest.CaptureFixture[str]) -> None:
    """A copy of the acts that was not brought up to date is no fault of the site."""
    late = b"".join(registre.journal().read_bytes().splitlines(keepends=True)[:20])
    registre.journal().write_bytes(late)
    assert registre.deployer() == 2
    assert "Mettez ce dossier à jour" in capsys.readouterr().err
    assert registre.journal().read_bytes() == late


def test_un_site_plus_ancien_que_ce_qui_a_ete_vu(vu: Registre) -> None:
    """What was seen once is asked for, whatever the site that came back."""
    vu.construit_avec(b"".join(vu.journal().read_bytes().splitlines(keepends=True)[:3]))
    assert vu.deployer(le="2026-07-03") == 1
    assert vu.interrompu() == ("contenu_different", [_JOURNAL], 1)


def test_le_site_ne_repond_plus_puis_revient(vu: Registre) -> None:
    """The journal tells an interruption, with its beginning and its end; the two months are longer by it."""
    assert vu.constater(le="2026-07-03T06:00:00Z") == 0
    vu.serveur.arreter()
    for day in (4, 5):
        assert vu.constater(le=f"2026-07-0{day}T06:00:00Z") == 1
        assert vu.interrompu() == ("injoignable", [], 0)
    vu.serveur.demarrer()
    assert vu.constater(le="2026-07-06T06:00:00Z") == 0
    assert vu.constater(le="2026-07-16T06:00:00Z") == 0
    told = [(p.vue.value, p.debut.day, p.fin.day) for p in vu.chaine().periodes]
    assert told == [
        ("en ligne", 2, 3),
        ("interrompue", 3, 6),
        ("en ligne", 6, 6),
        ("inconnue", 6, 16),
        ("en ligne", 16, 16),
    ]
    (cut,) = _absences(vu, "hypothese/2026/2026-01/")
    assert duree_publicite(date(2026, 6, 16), [cut.jours]).jours == 3


def test_le_site_s_arrete_pendant_le_regard(registre: Registre) -> None:
    """Three addresses without an answer, then the home page: it is the site."""

    def stop(asked: Requete) -> None:
        asked.serveur.panne = statut(503)
        asked.repondre(503)

    registre.serveur.fautes[_ACTE] = stop
    assert registre.deployer() == 1
    assert registre.interrompu() == ("injoignable", [], 0)
    assert len(registre.serveur.lues()) < 80


def test_ce_qui_manquait_est_revu_avant_que_rien_ne_soit_dit(vu: Registre, capsys: pytest.CaptureFixture[str]) -> None:
    """An old act that was missing is asked for each day until it is seen again; its page tells the interruption."""
    vu.serveur.fautes[_ACTE] = statut(404)
    for day in (_SON_JOUR, _LE_LENDEMAIN):
        assert vu.constater(le=day) == 1
        assert vu.interrompu() == ("page_manquante", [_ACTE], 1)
    vu.serveur.fautes.clear()
    before = vu.journal().read_bytes()
    assert vu.constater("--limite", "5", le=_LE_LENDEMAIN) == 2
    assert "n'a pas pu être revu" in capsys.readouterr().err
    assert vu.journal().read_bytes() == before
    assert vu.constater(le=_LE_LENDEMAIN) == 0
    assert vu.constate()[0] == vu.tout()[0]
    (cut,) = _absences(vu, _ACTE)
    assert cut.fin is not None
    assert not _absences(vu, "hypothese/2025/2025-11/")


def test_deux_collectivites(deux: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fault of one is not that of the other: each has its line, and never two."""
    for one in _registre(deux, tmp_path):
        one.serveur.fautes["valmont/2025/2025-01/"] = statut(404)
        assert one.deployer() == 1
        assert isinstance(one.derniere("valmont"), Interruption)
        assert one.constate("essarts") == one.tout("essarts")
        assert [sum(isinstance(line, Constat | Interruption) for line in one.chaine(cle).lignes) for cle in _DEUX] == [
            1,
            1,
        ]
        one.serveur.fautes.clear()
        one.journal("essarts").unlink()
        capsys.readouterr()
        assert one.deployer() == 0
        assert one.constate("valmont") == one.tout("valmont")
        assert "Syndicat des eaux des Essarts ne tient pas de journal" in capsys.readouterr().out


def test_la_limite_est_tenue(registre: Registre, capsys: pytest.CaptureFixture[str]) -> None:
    """What was not asked for was not seen: the rank waits, and the next day goes on from there."""
    whole, pages, files = registre.tout()
    days = -((2 * pages + files) // -(40 - 3)) + 1
    ranks = []
    for day in range(2, 2 + days):
        assert registre.deployer("--limite", "40", le=f"2026-07-{day:02}") == 0
        assert len(registre.serveur.lues()) <= 40
        ranks.append(registre.constate()[0])
        assert ("à voir encore en ligne" in capsys.readouterr().err) is (ranks[-1] < whole)
    assert ranks == sorted(ranks)
    assert 1 < ranks[0] < ranks[-1] == whole


def test_un_essai_n_ecrit_rien(registre: Registre, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what would be written."""
    before = registre.journal().read_bytes()
    assert registre.deployer("--essai") == 0
    assert f"serait la ligne {len(registre.chaine().lignes) + 1} du journal" in capsys.readouterr().out
    registre.serveur.fautes[_ACTE] = statut(404)
    assert registre.deployer("--essai") == 1
    assert "Pas vu en ligne : 1\u00a0adresse. " in capsys.readouterr().out
    assert registre.journal().read_bytes() == before


def test_le_journal_s_allonge_pendant_le_regard(registre: Registre) -> None:
    """The line comes after those that were added, and says of them nothing that was not seen."""
    before, expected = registre.journal().read_bytes(), registre.tout()
    _rectifier(registre, _AVANT)
    after = registre.journal().read_bytes()
    registre.journal().write_bytes(before)

    def publish(asked: Requete) -> None:
        registre.journal().write_bytes(after)
        asked.fichier(_ACTE)

    registre.serveur.fautes[_ACTE] = publish
    assert registre.deployer() == 0
    assert registre.derniere().rang == expected[0] + 2
    assert registre.constate() == expected


def test_le_journal_change_pendant_le_regard(registre: Registre, capsys: pytest.CaptureFixture[str]) -> None:
    """In another way than growing: nothing is written."""
    cut = b"".join(registre.journal().read_bytes().splitlines(keepends=True)[:-1])

    def shorten(asked: Requete) -> None:
        registre.journal().write_bytes(cut)
        asked.fichier(_ACTE)

    registre.serveur.fautes[_ACTE] = shorten
    assert registre.deployer() == 2
    assert "a changé pendant le regard" in capsys.readouterr().err
    assert registre.journal().read_bytes() == cut


def test_le_site_change_pendant_le_regard(registre: Registre, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong may be right in a site that is being put online: nothing is said."""

    def deploy(asked: Requete) -> None:
        asked.serveur.fautes["SHA256SUMS"] = contenu(f"{'ab' * 32}  index.html\n".encode())
        asked.repondre(404)

    registre.serveur.fautes[_ACTE] = deploy
    before = registre.journal().read_bytes()
    assert registre.deployer() == 2
    assert "Le site a changé pendant qu'on le regardait" in capsys.readouterr().err
    assert registre.journal().read_bytes() == before


def test_le_site_demande_qu_on_le_laisse(registre: Registre, capsys: pytest.CaptureFixture[str]) -> None:
    """It tells nothing of what a reader gets: what was seen is said, the rest is not known."""
    before = registre.journal().read_bytes()
    registre.serveur.panne = statut(429)
    assert registre.deployer() == 2
    assert registre.journal().read_bytes() == before
    registre.serveur.panne = None
    registre.serveur.fautes["hypothese/2025/2025-01/"] = statut(429)
    assert registre.deployer() == 0
    assert registre.constate()[:2] == (4, 3)
    assert "ne l'ont pas été" in capsys.readouterr().err


def test_un_site_sous_un_chemin(projet_inscrit: Path, tmp_path: Path) -> None:
    """As a project of GitHub Pages: what is asked for stays below the path."""
    for one in _registre(projet_inscrit, tmp_path, "/projet/"):
        one.serveur.fautes[_ACTE] = vers("/projet/hypothese/2025/2025-12/index.html")
        assert one.deployer() == 0
        assert one.constate() == one.tout()
        assert one.derniere().model_dump()["site"].endswith("/projet/")
        one.serveur.fautes[_ACTE] = vers("/")
        assert one.constater(le=_SON_JOUR) == 1
        assert one.interrompu() == ("contenu_different", [_ACTE], 1)
        assert not [name for name in one.serveur.demandes if name.startswith("/")]


def test_mal_demande(vu: Registre, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A mistake of the person who runs it is never written down as an interruption of the site."""
    before, day = vu.journal().read_bytes(), ["--le", "2026-07-03"]
    acts = ["--actes", str(vu.acts)]
    empty = tmp_path / "vide"
    empty.mkdir()
    for wrong in (
        ["ftp://127.0.0.1/", *acts],
        ["actes.example.org", *acts],
        [f"{vu.serveur.url}?x=1", *acts],
        [vu.serveur.url.replace("127.0.0.1", "127.0.0.2"), *acts],
        [vu.serveur.url, *acts, "--limite", "2"],
        [vu.serveur.url, *acts, "--attendre", "-1"],
        [vu.serveur.url, *acts, "--empreintes", str(tmp_path / "absent")],
        [vu.serveur.url, *acts, "--empreintes", str(vu.journal())],
        [vu.serveur.url, "--actes", str(empty)],
        [vu.serveur.url, "--actes", str(tmp_path / "absent")],
    ):
        assert main([*wrong, *day]) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1
    assert main([vu.serveur.url, *acts, "--le", "2026-07-01"]) == 2
    assert "L'horloge est en retard" in capsys.readouterr().err
    assert vu.journal().read_bytes() == before
    assert vu.serveur.lues() == []


def test_une_autre_adresse_apres_une_mise_en_ligne_n_est_pas_une_interruption(vu: Registre) -> None:
    """A site that was seen elsewhere is not the one that does not answer here."""
    before = vu.journal().read_bytes()
    with servir_avec_fautes(vu.acts.parent / "acts") as other:
        options = ["--empreintes", str(vu.sommes), "--attendre", "0", "--le", "2026-07-03", "--hate", "20"]
        assert main([other.url, "--actes", str(vu.acts), *options]) == 1
        other.arreter()
        assert main([other.url, "--actes", str(vu.acts), *options]) == 1
    assert vu.journal().read_bytes() == before


def test_le_premier_regard_demande_la_liste(registre: Registre, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing tells yet which site was built."""
    assert registre.constater(le=_PREMIER) == 2
    assert "--empreintes site/SHA256SUMS" in capsys.readouterr().err
    assert registre.serveur.lues() == []


def test_une_fiche_de_collectivite_illisible(vu: Registre, capsys: pytest.CaptureFixture[str]) -> None:
    """Its journal is not passed over in silence."""
    (vu.acts / "hypothese/collectivite.yml").write_text("nom: [\n")
    assert vu.constater(le="2026-07-03") == 2
    assert "hypothese" in capsys.readouterr().err
