"""Linked data: the same in each page and in the whole, read with no network, and what the shapes ask of them."""

import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, RDF, VOID

from formes import ACTES, CATALOGUE, manques
from outils import ACTES as REELS
from outils import RACINE
from recueil import Registre, build_registre
from recueil.convention import Convention
from recueil.droit.etat import etat
from recueil.droit.evenements import FINS, EtatActe
from recueil.lie import Ensemble, acte, collectivite, fichiers, json_ld, seance
from recueil.lie.json_ld import document
from recueil.lie.noeud import Dire, noeud
from recueil.lie.turtle import turtle
from recueil.nomenclature import Regime
from recueil.pages.page import Reglages
from vie_fictive import copier

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own

_SCHEMA = Namespace("https://schema.org/")
_ELI = Namespace("http://data.europa.eu/eli/ontology#")
_DCAT = Namespace("http://www.w3.org/ns/dcat#")
_REGLAGES = Reglages("https://actes.exemple.fr/", "Registre d'essai")
_REGISTRES = {
    "exemple": RACINE / "tests" / "exemple" / "acts",
    "vie": RACINE / "tests" / "vie" / "acts",
    "reel": REELS,
}


@cache
def _registre(nom: str) -> Registre:
    return build_registre(_REGISTRES[nom])


@cache
def _fichiers(nom: str) -> dict[str, str]:
    built = _registre(nom)
    return {address: write() for address, write in fichiers(built, _REGLAGES)}


def _lire(*contents: str, genre: str = "turtle") -> Graph:
    found = Graph()
    for content in contents:
        found.parse(data=content, format=genre)
    return found


@cache
def _tout(nom: str) -> Graph:
    """The acts, the sessions and the authorities, from the Turtle files."""
    files = _fichiers(nom)
    found = _lire(*(content for name, content in files.items() if "catalogue" not in name))
    found.remove((next(found.subjects(RDF.type, VOID.Dataset)), None, None))
    return found


def _pages(built: Registre) -> list[str]:
    """What each page says."""
    whole = Ensemble(built, _REGLAGES)
    said = [acte(fiche, whole) for fiche in built.toutes]
    said += [seance(held, whole) for held in built.seances]
    said += [collectivite(one, whole) for one in built.collectivites]
    return [json_ld(one, _REGLAGES.site_url) for one in said]


@pytest.fixture(autouse=True)
def _sans_reseau(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that is read asks for anything else."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file of linked data asks for another")

    monkeypatch.setattr("urllib.request.OpenerDirector.open", refuse)


@pytest.mark.parametrize("nom", _REGISTRES)
def test_les_pages_disent_le_tout(nom: str) -> None:
    """What the pages say together is what the Turtle files say together."""
    assert isomorphic(_lire(*_pages(_registre(nom)), genre="json-ld"), _tout(nom))


@pytest.mark.parametrize("nom", _REGISTRES)
def test_les_formes(nom: str) -> None:
    """The acts and the catalogue say all that is asked of them, and nothing that is not so."""
    assert manques(_tout(nom), ACTES) == []
    assert manques(_lire(_fichiers(nom)["donnees/catalogue.ttl"]), CATALOGUE) == []


def test_les_formes_refusent() -> None:
    """The shapes are no decoration: what is spoilt is told, in French."""
    spoilt = _lire(*(content for name, content in _fichiers("vie").items() if name.endswith(".ttl")))
    one = next(spoilt.subjects(RDF.type, _SCHEMA.Legislation))
    spoilt.set((one, _SCHEMA.datePublished, Literal("hier")))
    spoilt.remove((one, _SCHEMA.legislationType, None))
    assert f"{one} : Un acte a une sorte, et une seule." in manques(spoilt, ACTES)
    assert any("jour de publication" in told for told in manques(spoilt, ACTES))


@pytest.mark.parametrize("nom", _REGISTRES)
def test_les_fichiers_se_mettent_bout_a_bout(nom: str) -> None:
    """The whole is the files put end to end, and the first names them all."""
    files = {name: content for name, content in _fichiers(nom).items() if "catalogue" not in name}
    first = _lire(files["donnees/registre.ttl"])
    assert {str(one) for one in first.objects(None, VOID.dataDump)} == {_REGLAGES.url(name) for name in files}
    assert isomorphic(_lire("".join(files.values())), _lire(*files.values()))


def _dit(nom: str, adresse: str, terme: URIRef) -> set[str]:
    return {str(said) for said in _tout(nom).objects(URIRef(_REGLAGES.url(adresse)), terme)}


def test_ce_qu_un_acte_fait_aux_autres() -> None:
    """Links are told in the words of both vocabularies; what has no effect is not told."""
    base = _REGLAGES.url("hypothese/2024/2024-01/")
    assert _dit("vie", "hypothese/2024/2024-05/", _ELI.amends) == {base}
    assert _dit("vie", "hypothese/2025/2025-05/", _SCHEMA.legislationRepeals) == {base}
    based_on = _dit("vie", "hypothese/2025/2025-05/", _ELI.based_on)
    assert based_on == {"https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070633/"}
    for built in map(_registre, _REGISTRES):
        for fiche in built.fiches:
            told = _lire(json_ld(acte(fiche, Ensemble(built, _REGLAGES))), genre="json-ld")
            idle = [f.cible for f in built.vies.faits(fiche.acte) if f.sans_effet and f.cible]
            gone = {URIRef(_REGLAGES.url(f.adresse)) for one in idle if (f := built.fiche(one))}
            assert not gone & ({*told.objects(None, _ELI.amends)} | {*told.objects(None, _ELI.repeals)})


_FORCES = {
    EtatActe.EXECUTOIRE: {"InForce", "PartiallyInForce"},
    EtatActe.MODIFIE: {"InForce", "PartiallyInForce"},
    EtatActe.PUBLIE: {"NotInForce"},
    **{ended: {"NotInForce"} for ended in (EtatActe.SUSPENDU, *FINS)},
}


@pytest.mark.parametrize("nom", _REGISTRES)
def test_la_force_est_celle_de_l_etat(nom: str) -> None:
    """What is told of the force of an act never contradicts the state that its page shows."""
    seen = set()
    for fiche in _registre(nom).fiches:
        told = _dit(nom, fiche.adresse, _SCHEMA.legislationLegalForce)
        state = _registre(nom).vies.etat(fiche.acte)
        assert len(told) <= 1
        for one in told:
            assert state is not None
            assert one.removeprefix(_SCHEMA) in _FORCES[state]
            seen.add(one.removeprefix(_SCHEMA))
    assert "InForce" in seen


_SUSPENSION = "  - juridiction: Tribunal\n    numero: A1\n    date: 2025-08-01\n    sens: suspension\n"
_FIN = "  - juridiction: Tribunal\n    numero: A2\n    date: 2025-09-01\n    sens: rejet\n"
_ARTICLE = "    article: article 2\n"


@pytest.mark.parametrize(
    ("jugements", "force"),
    [
        (_SUSPENSION, "NotInForce"),
        (_SUSPENSION + _ARTICLE, "PartiallyInForce"),
        (_SUSPENSION + _FIN, "InForce"),
        (_SUSPENSION + _ARTICLE + _FIN, "InForce"),
        (_SUSPENSION.replace("suspension", "annulation_partielle") + _ARTICLE, "PartiallyInForce"),
        (_SUSPENSION.replace("suspension", "annulation"), "NotInForce"),
    ],
)
def test_la_force_apres_un_jugement(jugements: str, force: str, tmp_path: Path) -> None:
    """A part that is suspended or annulled leaves the rest in force."""
    acts = copier(tmp_path)
    (path,) = acts.rglob("2025-05.md")
    path.write_text(path.read_text(encoding="utf-8").replace("liens:", f"jugements:\n{jugements}liens:", 1), "utf-8")
    built = build_registre(acts)
    fiche = next(f for f in built.fiches if f.acte.numero == "2025-05")
    told = _lire(json_ld(acte(fiche, Ensemble(built, _REGLAGES))), genre="json-ld")
    assert [str(said) for said in told.objects(None, _SCHEMA.legislationLegalForce)] == [str(_SCHEMA[force])]


@pytest.mark.parametrize("nom", _REGISTRES)
def test_l_entree_en_vigueur_est_le_jour_executoire(nom: str) -> None:
    """The day that the page gives; none for what a court or its author has undone, and none before a contract binds."""
    for fiche in _registre(nom).fiches:
        told, known = _dit(nom, fiche.adresse, _ELI.first_date_entry_in_force), etat(fiche.acte)
        since = known.execution.le.valeur if known else None
        if since is None or _registre(nom).vies.vie(fiche.acte).aneanti:
            assert told == set()
        elif isinstance(fiche.acte, Convention) and isinstance(fiche.acte.debut, date):
            assert told == {max(since, fiche.acte.debut).isoformat()}
        else:
            assert told == {since.isoformat()}


@pytest.mark.parametrize("nom", _REGISTRES)
def test_la_valeur_du_fichier(nom: str) -> None:
    """The file by which an act is public is more than a copy; one that is posted or composed by the register is not."""
    for fiche in _registre(nom).fiches:
        for found in _dit(nom, fiche.document.adresse, _SCHEMA.legislationLegalValue) if fiche.document else ():
            online = fiche.acte.regime is Regime.ELECTRONIQUE and not fiche.acte.document_du_registre
            assert found == str(_SCHEMA.AuthoritativeLegalValue if online else _SCHEMA.OfficialLegalValue)


def test_un_acte_vide_ne_dit_plus_rien() -> None:
    """A page that was emptied tells neither its files nor its words."""
    empty = next(f for f in _registre("vie").fiches if f.acte.depublie)
    about = _tout("vie").predicate_objects(URIRef(_REGLAGES.url(empty.adresse)))
    assert not {_SCHEMA.encoding, _SCHEMA.hasPart, _SCHEMA.description} & {name for name, _ in about}


def test_dans_une_page() -> None:
    """No word of an act can end the element that holds the data, and each is read as it was written."""
    nasty = "</script><!-- & \u2028 \u2029 \" \\ ' ]]>"
    written = json_ld(noeud("https://exemple.fr/<a b>", "Legislation", {"name": nasty, "url": "https://e.fr/{x}|y"}))
    assert not set("<>&\u2028\u2029") & set(written)
    read = _lire(written, genre="json-ld")
    assert set(read.objects(None, _SCHEMA.name)) == {Literal(nasty, "fr")}
    assert isinstance(json.loads(written)["@context"], dict)


_TEXTES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1)


@given(_TEXTES, _TEXTES, st.dates(), _TEXTES)
def test_deux_ecritures_d_une_meme_chose(titre: str, numero: str, jour: date, fin: str) -> None:
    """Whatever is said of a thing, JSON-LD and Turtle say the same."""
    inner = noeud("", "Person", {"name": titre, "familyName": numero})
    said: dict[str, Dire] = {"name": titre, "eli:number": numero, "legislationDate": jour, "author": inner}
    said["url"] = f"https://e.fr/{fin}"
    one = noeud("https://exemple.fr/1", "Legislation eli:LegalResource", said)
    assert all(
        isomorphic(_lire(json_ld(one, base), genre="json-ld"), _lire(turtle([one])))
        for base in ("", "https://exemple.fr/")
    )


@pytest.mark.parametrize("nom", _REGISTRES)
def test_le_catalogue(nom: str) -> None:
    """Both forms are one; its dates are those of the acts; each set is told by an address that stays the same."""
    built, files = _registre(nom), _fichiers(nom)
    read = _lire(files["donnees/catalogue.ttl"])
    assert isomorphic(read, _lire(files["donnees/catalogue.jsonld"], genre="json-ld"))
    days = {date.fromisoformat(str(said)) for said in read.objects(None, DCTERMS.modified)}
    assert max(days) == built.vies.vues_le
    for one in read.subjects(RDF.type, _DCAT.Dataset):
        assert [str(said) for said in read.objects(one, DCTERMS.identifier)] == [str(one)]
    named = {str(one) for one in read.objects(None, _DCAT.downloadURL)}
    assert _REGLAGES.url("donnees/scdl/deliberations.csv") in named
    assert {_REGLAGES.url(f"donnees/scdl/{c.cle}/deliberations.csv") for c in built.collectivites} <= named


def test_le_contexte_explique_tout() -> None:
    """Every prefix and every date of a document is explained in it."""
    for nom in _REGISTRES:
        whole = Ensemble(_registre(nom), _REGLAGES)
        for fiche in whole.registre.toutes:
            said = document(acte(fiche, whole))
            used = {key.partition(":")[0] for key in said if ":" in key}
            assert used <= set(said["@context"])
