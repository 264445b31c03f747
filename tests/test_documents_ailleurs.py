"""A site whose files live elsewhere, built and looked at: links, lists, addresses that do not change."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import feedparser
import pytest
from playwright.sync_api import sync_playwright

from constater import main as constater
from deposer import main as deposer
from journal_outils import codes, journal, publier, remplacer
from outils import BASE, empreintes, mkdocs, projet
from recueil import adresses, build_registre
from recueil.empreinte import sceau
from recueil.journal.chaine import lire_chaine
from recueil.journal.ligne import Constat, Identite, Interruption
from serveur_fautif import Serveur, servir_avec_fautes, statut, un_octet_change

_SEANCE = "mairie/2026/2026-01-15"
_AVANT, _APRES = "mairie/2026/1/", "mairie/2026/2/"


def regler(acts: Path, *lines: str) -> None:
    """Write other lines at the end of the settings of the authority."""
    settings = acts / "mairie/collectivite.yml"
    kept = settings.read_text("utf-8").partition("documents")[0]
    settings.write_text(kept + "".join(f"{line}\n" for line in lines), "utf-8")


def liens(acts: Path) -> dict[str, list[str]]:
    """Where the files of each act are."""
    return {f.adresse: [file.lien for file in f.servis] for f in build_registre(acts).fiches}


@pytest.fixture(scope="module")
def hebergeur(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serveur]:
    """A folder that is served, for files."""
    with servir_avec_fautes(tmp_path_factory.mktemp("fichiers"), "/pdf/") as server:
        yield server


@pytest.fixture
def ailleurs(hebergeur: Serveur) -> Serveur:
    """The same, without a fault."""
    hebergeur.fautes.clear()
    return hebergeur


@pytest.fixture(scope="module")
def modele(hebergeur: Serveur, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project: an act that was online before the setting was turned on, the others after; and its site."""
    root = tmp_path_factory.mktemp("projet")
    acts = Path(shutil.copytree(BASE / "acts", root / "acts"))
    assert publier(acts, str(acts / _SEANCE / "1.md")).returncode == 0
    regler(acts, f"documents: {hebergeur.url}")
    assert publier(acts, le="2026-02-02").returncode == 0
    assert deposer(["--actes", str(acts), "--vers", f"dossier:{hebergeur.site}", "--hate", "20"]) == 0
    done = mkdocs(projet(root), root / "site")
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def actes(modele: Path, tmp_path: Path) -> Path:
    """The acts, to be written to."""
    return Path(shutil.copytree(modele / "acts", tmp_path / "acts"))


@pytest.fixture
def site(modele: Path) -> Path:
    """The site, not to be written to."""
    return modele / "site"


def test_une_adresse_publiee_ne_change_pas(actes: Path, ailleurs: Serveur) -> None:
    """An act keeps the home of its first day: what was on the site stays there, what is elsewhere stays too."""
    found = liens(actes)
    assert found[_AVANT] == ["mairie/2026/1/1.pdf"]
    digest = sceau((actes / _SEANCE / "2.pdf").read_bytes())
    assert found[_APRES] == [f"{ailleurs.url}mairie-2026/2-2-{digest[:16]}.pdf"]
    for lines in (["documents: https://autre.exemple.fr/x"], []):
        regler(actes, *lines)
        assert codes(actes) == ["JOURNAL-02"]
        assert publier(actes, le="2026-02-03").returncode == 0
        assert liens(actes) == found
    told = [line.documents for line in lire_chaine(journal(actes).read_bytes()).lignes if isinstance(line, Identite)]
    assert told == ["", ailleurs.url, "https://autre.exemple.fr/x/", ""]


def test_une_ligne_sans_documents_est_celle_d_avant(actes: Path) -> None:
    """The key is written only when there is something to say; an empty one is no line of a journal."""
    first, *_ = journal(actes).read_bytes().split(b"\n")
    assert b"documents" not in first
    forged = first.replace(b'"donnees"', b'"documents":"","donnees"')
    assert not lire_chaine(first + b"\n").faute
    assert lire_chaine(forged + b"\n").faute


def test_un_hebergeur_qui_ferme(actes: Path, ailleurs: Serveur) -> None:
    """What it had is elsewhere, under the same names; what the site has does not move."""
    before = liens(actes)
    moves = ["documents_deplaces:", f"  - ancienne: {ailleurs.url}", "    nouvelle: https://neuf.exemple.fr/"]
    regler(actes, "documents: https://neuf.exemple.fr/", *moves)
    assert publier(actes, le="2026-02-03").returncode == 0
    after = liens(actes)
    assert after[_AVANT] == before[_AVANT]
    assert after[_APRES] == [before[_APRES][0].replace(ailleurs.url, "https://neuf.exemple.fr/")]


def test_sans_journal_rien_ne_bouge(depot: Path) -> None:
    """Nothing would keep the files where they are."""
    regler(depot, "documents: https://pdf.exemple.fr/")
    assert all("://" not in link for links in liens(depot).values() for link in links)


def test_le_site_mene_aux_fichiers_et_ne_les_contient_pas(site: Path, actes: Path, ailleurs: Serveur) -> None:
    """Pages, twins and feeds say where the file is, its length and its fingerprint; nothing is loaded from there."""
    away = liens(actes)[_APRES][0]
    assert (site / "mairie/2026/1/1.pdf").is_file()
    assert not (site / "mairie/2026/2/2.pdf").exists()
    page = (site / _APRES / "index.html").read_text("utf-8")
    assert f'<a href="{away}">Télécharger' in page
    assert f", sur {ailleurs.url.split('/')[2]}</span>" in page
    assert f'<a href="{away}" data-nom="acte/2.pdf">' in page
    assert f'src="{ailleurs.url}' not in page
    assert 'data-nom="acte/" download' in (site / _AVANT / "index.html").read_text("utf-8")
    body = (actes / _SEANCE / "2.pdf").read_bytes()
    twin = json.loads((site / _APRES / "index.json").read_bytes())
    assert (twin["document"]["url"], twin["document"]["taille"]) == (away, len(body))
    assert twin["document"]["sha256"] == sceau(body)
    for name in ("actes.rss.xml", "actes.atom.xml"):
        said = {
            e.href: (e.length, e.type) for one in feedparser.parse(site / "flux" / name).entries for e in one.enclosures
        }
        assert said[away] == (str(len(body)), "application/pdf")


def test_une_page_n_a_le_droit_de_lire_que_la(site: Path, ailleurs: Serveur) -> None:
    """The policy of each page names the other site that has files, and no other."""
    said = f"connect-src 'self' {'/'.join(ailleurs.url.split('/')[:3])};"
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    ruled = [page for page in pages if "default-src 'self';" in page]
    assert ruled
    assert [page[:400] for page in ruled if page.count(said) != 1] == [], said


def test_les_listes_d_empreintes(site: Path, actes: Path) -> None:
    """Each is read where its files are: that of the site in a copy of the site, the other in a copy of the store."""
    away = liens(actes)[_APRES][0]
    lines = (site / adresses.EMPREINTES).read_text("utf-8").splitlines()
    assert [line[66:] for line in lines] == ["mairie/2026/1/1.pdf"]
    others = dict(
        line.split("  ")[::-1] for line in (site / adresses.EMPREINTES_AILLEURS).read_text("utf-8").splitlines()
    )
    assert others["/".join(away.rsplit("/", 2)[1:])] == sceau((actes / _SEANCE / "2.pdf").read_bytes())
    assert "2.pdf" not in (site / "SHA256SUMS").read_text("utf-8")
    assert f"fichiers des actes inscrits ensuite : {away.rsplit('/', 2)[0]}/" in (
        site / "mairie/journal/index.html"
    ).read_text("utf-8")
    proof = (site / "preuve/index.html").read_text("utf-8")
    assert "(1&nbsp;fichier)" in proof.replace("\u00a0", "&nbsp;")
    assert "chez un autre hébergeur" in proof


def test_deux_constructions_identiques(site: Path, actes: Path) -> None:
    """The same bytes twice."""
    again = actes.parent / "encore"
    assert mkdocs(projet(actes.parent), again).returncode == 0
    assert empreintes(site) == empreintes(again)


def test_sans_le_reglage_rien_n_en_parle(inscrit: Path, tmp_path: Path) -> None:
    """A register that does not use it has no trace of it."""
    assert mkdocs(projet(tmp_path), tmp_path / "site").returncode == 0
    assert not (tmp_path / "site" / adresses.EMPREINTES_AILLEURS).exists()
    for path in (tmp_path / "site").rglob("*.html"):
        text = path.read_text("utf-8")
        assert "autre hébergeur" not in text
        assert ", sur " not in "".join(part.partition("</span>")[0] for part in text.split('rec-fichier__faits">')[1:])
    assert b'"documents"' not in journal(inscrit).read_bytes()


class _Vu:
    """A site that is online, its files elsewhere, and the program that looks at both."""

    def __init__(self, actes: Path, site: Path, serveur: Serveur) -> None:
        self.actes, self.site, self.serveur = actes, site, serveur

    def constater(self, le: str, *options: str) -> int:
        """Look, at a moment."""
        program = [self.serveur.url, "--actes", str(self.actes), "--le", le, "--hate", "20", "--attendre", "0"]
        return constater([*program, "--empreintes", str(self.site / "SHA256SUMS"), *options])

    def derniere(self) -> object:
        """The last line of the journal."""
        return lire_chaine(journal(self.actes).read_bytes()).lignes[-1]


@pytest.fixture
def vu(actes: Path, site: Path) -> Iterator[_Vu]:
    """The site, online."""
    with servir_avec_fautes(site) as server:
        yield _Vu(actes, site, server)


def test_le_regard_lit_les_fichiers_la_ou_ils_sont(vu: _Vu, ailleurs: Serveur) -> None:
    """All is seen: the page and its twin on the site, the file elsewhere."""
    ailleurs.lues()
    assert vu.constater("2026-02-03") == 0
    seen = vu.derniere()
    assert isinstance(seen, Constat)
    assert (seen.pages, seen.fichiers) == (3, 3)
    away = [link.removeprefix(ailleurs.url) for links in liens(vu.actes).values() for link in links if "://" in link]
    assert sorted(ailleurs.lues()) == sorted(away)
    assert not [name for name in vu.serveur.lues() if name.endswith("2.pdf")]


@pytest.mark.parametrize(("faute", "motif"), [(un_octet_change, "contenu_different"), (statut(404), "page_manquante")])
def test_un_fichier_d_ailleurs_est_change_ou_manque(
    vu: _Vu, ailleurs: Serveur, faute: object, motif: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The journal names it beside its page, so that the days are counted for its act; the alert says where it is."""
    assert vu.constater("2026-02-03") == 0
    away = liens(vu.actes)[_APRES][0]
    ailleurs.fautes[away.removeprefix(ailleurs.url)] = faute  # type: ignore[assignment]  # one of two kinds
    capsys.readouterr()
    assert vu.constater("2026-02-04") == 1
    line = vu.derniere()
    assert isinstance(line, Interruption)
    assert (line.motif, line.adresses) == (motif, [f"{_APRES}2.pdf"])
    assert capsys.readouterr().err.startswith(f"{away} : attendu l'empreinte ")
    chain = lire_chaine(journal(vu.actes).read_bytes())
    assert [period.concerne(_APRES) for period in chain.manques] == [True]
    assert [period.concerne(_AVANT) for period in chain.manques] == [False]


def test_un_hebergeur_qui_mene_plus_loin(vu: _Vu, ailleurs: Serveur) -> None:
    """A release of GitHub leads to another machine: the fingerprint tells whether it is the file."""
    away = liens(vu.actes)[_APRES][0].removeprefix(ailleurs.url)
    shutil.copy(ailleurs.site / away, ailleurs.site / "octets.pdf")
    other = ailleurs.url.replace("127.0.0.1", "localhost")
    ailleurs.fautes[away] = statut(302, Location=f"{other}octets.pdf")
    assert vu.constater("2026-02-03") == 0
    ailleurs.fautes[away] = statut(302, Location="ftp://127.0.0.1/octets.pdf")
    assert vu.constater("2026-02-04") == 1


def test_une_annexe_s_ajoute_la_ou_vit_l_acte(actes: Path, ailleurs: Serveur) -> None:
    """Whatever the settings are by then."""
    regler(actes)
    path = actes / _SEANCE / "2.md"
    (path.parent / "plan.pdf").write_bytes((path.parent / "2.pdf").read_bytes() + b"\n%%EOF\n")
    remplacer(path, "document: 2.pdf\n", "document: 2.pdf\nannexes:\n  - titre: Plan\n    fichier: plan.pdf\n")
    assert publier(actes, le="2026-02-05").returncode == 0
    assert [link.startswith(ailleurs.url) for link in liens(actes)[_APRES]] == [True, True]


_CHROMIUM = os.environ.get("CHROMIUM", shutil.which("chromium"))
_RIEN_CHARGE = "nothing of the page comes from elsewhere until a person asks for it"


@pytest.mark.skipif(not _CHROMIUM, reason="Chromium manque : scripts/test le dit et échoue sous CI=true")
@pytest.mark.parametrize("permis", [True, False])
def test_le_dossier_de_preuve(site: Path, actes: Path, ailleurs: Serveur, permis: bool) -> None:  # noqa: FBT001
    """Made in the page when the other host lets pages read it (CORS); otherwise the page says what to do."""
    away = liens(actes)[_APRES][0]
    body = (actes / _SEANCE / "2.pdf").read_bytes()
    if permis:
        ailleurs.fautes[away.removeprefix(ailleurs.url)] = lambda asked: asked.repondre(
            200, body, Access_Control_Allow_Origin="*"
        )
    ailleurs.lues()
    with servir_avec_fautes(site) as server, sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(server.url + _APRES)
        page.wait_for_load_state("networkidle")
        assert ailleurs.lues() == [], _RIEN_CHARGE
        button = page.get_by_role("button", name="Télécharger le dossier de preuve")
        if permis:
            with page.expect_download() as waited:
                button.click()
            with ZipFile(waited.value.path()) as made:
                assert made.read("acte/2.pdf") == body
        else:
            button.click()
            page.get_by_text("ne permet pas qu'une page les rassemble").wait_for()
            assert page.get_by_role("link", name="Délibération n° 2", exact=True).last.get_attribute("href") == away
        browser.close()
