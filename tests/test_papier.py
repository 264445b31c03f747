"""The papers: real PDFs that a validator approves, that say every word, the same bytes, and nothing from elsewhere."""

import hashlib
import io
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import quote

import pikepdf
import pypdfium2 as pdfium
import pytest
import segno
from pikepdf.pdfa import validate_written
from PIL import Image

from outils import ACTES, RACINE
from pdf_fictif import pdf as pdf_fictif
from recueil import Registre, build_registre
from recueil.droit.evenements import EtatActe
from recueil.fidelite import texte_visible
from recueil.gabarits import THEME
from recueil.numerise import est_image
from recueil.papier import pdf as module_pdf
from recueil.papier.acte import MENTION, acte_pdf
from recueil.papier.affiche import affiche_acte_pdf, affiche_registre_pdf
from recueil.papier.attestations import Interruption, Publication, attestation_pdf, certificat_pdf
from recueil.papier.formules import lineaires
from recueil.papier.pdf import donnees_jointes, moteur_present, pdf
from recueil.papier.refus import BibliothequeManquante, PapierImpossible, PasExecutoire, PdfNonConforme
from recueil.papier.seance import liste_pdf
from recueil.publies import Fiche
from recueil.texte import rendre
from vie_fictive import registre_des_devenirs

sans_moteur = pytest.mark.skipif(not moteur_present(), reason="Pango manque : scripts/test le dit")

_SITE = "https://actes.example.org/"
_DONNEES = '{"objet": "é", "n": 1}\n'.encode()
_JOUR = date(2026, 11, 2)
_PUBLICATION = Publication(
    rang=12,
    inscrit_le="2026-07-02T08:15:09Z",
    sceau="a1b2" * 16,
    vu_le="2026-07-02T08:20:00Z",
    revu_le="2026-11-01T03:00:00Z",
    jusqu_au=_JOUR,
    interruptions=(Interruption("2026-08-01T00:10:00Z", "2026-08-01T06:40:00Z", "panne de l'hébergeur"),),
)


@cache
def _registre() -> Registre:
    return build_registre(RACINE / "tests" / "exemple" / "acts")


def _fiche(adresse: str) -> Fiche:
    return next(f for f in (*_registre().fiches, *registre_des_devenirs().fiches) if f.adresse == adresse)


def _loyer() -> Fiche:
    """An act with a formula, a list and a table of votes."""
    return _fiche("valmont/2025/2025-03/")


def _acte(fiche: Fiche) -> bytes:
    return acte_pdf(fiche, _DONNEES, url=_SITE + fiche.adresse)


def _texte(content: bytes) -> str:
    """The words of a PDF; a hyphen that ends a line is a hyphen."""
    opened = pdfium.PdfDocument(content)
    read = "\n".join(page.get_textpage().get_text_range() for page in opened)
    return re.sub(r"[\ufffe\x02]\s*", "-", read)


def _serre(text: str) -> str:
    """The same without blanks, which the breaks of lines and pages change."""
    return "".join(text.split())


_PAPIERS: dict[str, Callable[[], bytes]] = {
    "acte": lambda: _acte(_loyer()),
    "convention": lambda: _acte(_fiche("valmont/conventions/poteaux-incendie/")),
    "liste": lambda: liste_pdf(_registre().seances[0], url=_SITE + _registre().seances[0].adresse),
    "affiche": lambda: affiche_registre_pdf(_loyer().collectivite, url=f"{_SITE}valmont/", jour=_JOUR),
    "affiche_acte": lambda: affiche_acte_pdf(_loyer(), url=f"{_SITE}valmont/2025/2025-03/"),
    "attestation": lambda: attestation_pdf(_loyer(), _PUBLICATION, url=f"{_SITE}valmont/2025/2025-03/"),
    "certificat": lambda: certificat_pdf(_loyer(), jour=_JOUR, url=f"{_SITE}valmont/2025/2025-03/"),
}


@cache
def _papier(nom: str) -> bytes:
    return _PAPIERS[nom]()


@sans_moteur
@pytest.mark.parametrize("nom", _PAPIERS)
def test_chaque_papier_est_un_pdf_qui_dure(nom: str) -> None:
    """PDF/A-3b for an independent validator, tagged, with its language, its title, and no font but the project's."""
    content = _papier(nom)
    report = validate_written(io.BytesIO(content), "3b")
    assert report.passed, report.findings
    with pikepdf.open(io.BytesIO(content)) as opened:
        root = opened.Root
        assert "/StructTreeRoot" in root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "fr-FR"
        assert str(opened.docinfo["/Title"])
        assert str(opened.docinfo["/Author"])
        fonts = {str(obj.BaseFont) for obj in opened.objects if _est(obj, "/Font") and "/BaseFont" in obj}
    assert fonts
    assert all("Atkinson" in name or "DejaVu" in name for name in fonts), fonts
    assert any("Atkinson" in name for name in fonts)


def _est(obj: pikepdf.Object, sorte: str) -> bool:
    return isinstance(obj, pikepdf.Dictionary) and str(obj.get("/Type", "")) == sorte


@sans_moteur
@pytest.mark.parametrize("nom", _PAPIERS)
def test_les_memes_octets_toujours(nom: str) -> None:
    """Made twice, the same bytes."""
    assert _PAPIERS[nom]() == _papier(nom)


@sans_moteur
def test_les_memes_octets_ailleurs(tmp_path: Path) -> None:
    """Another process, another zone, another « now », another order of the sets: the same bytes."""
    program = (
        "import hashlib, sys; sys.path[:0] = sys.argv[1:]; from test_papier import _papier; "
        "print(*(hashlib.sha256(_papier(nom)).hexdigest() for nom in ('acte', 'affiche')))"
    )
    paths = [str(RACINE / name) for name in ("hooks", "scripts", "tests")]
    known = {**os.environ, "SOURCE_DATE_EPOCH": "1", "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "TMPDIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", program, *paths], capture_output=True, text=True, check=True, env=known
    )
    assert done.stdout.split() == [hashlib.sha256(_papier(nom)).hexdigest() for nom in ("acte", "affiche")]


@sans_moteur
@pytest.mark.parametrize("nom", ["exemple", "vie", "reel"])
def test_un_acte_dit_tous_ses_mots(nom: str) -> None:
    """Every word of the text, the author and their quality, the day it went online; what it is, on the first page."""
    if nom == "reel" and not (ACTES / "scota").is_dir():
        pytest.skip("le registre réel n'est pas là")
    registre = build_registre(ACTES if nom == "reel" else RACINE / "tests" / nom / "acts")
    for fiche in registre.fiches:
        if not fiche.acte.texte.strip():
            continue
        content = _acte(fiche)
        read = _texte(content)
        expected = f"{texte_visible(lineaires(fiche.rendu().html))} {fiche.acte.objet} {MENTION}"
        if author := fiche.acte.auteur:
            expected += f" {author.prenom} {author.nom} {author.qualite}"
        assert [word for word in expected.split() if word.lstrip("-") not in _serre(read)] == [], fiche.adresse
        assert f"page 1 sur {len(pdfium.PdfDocument(content))}" in read


@sans_moteur
def test_les_dates_et_les_voix_sont_dites() -> None:
    """What R2131-1 asks for, legibly, and the life of the act in brief."""
    read = " ".join(_texte(_papier("acte")).split())
    assert "Mise en ligne le 25 mars 2025" in read
    assert "Ambre EXEMPLE, Maire" in read
    assert "7 présents, 2 pouvoirs, 9 votants, pour 11 membres en exercice" in read.replace("\u00a0", " ")
    assert "9 pour, 0 contre, 0 abstention" in read.replace("\u00a0", " ")
    assert "Envoyé le 24 mars 2025 et reçu le 25 mars 2025" in read
    assert read.count(MENTION) == 3  # the first page, and the foot of both


@sans_moteur
def test_les_numeros_d_une_liste_restent_les_siens() -> None:
    """A list that starts at 3 in the act starts at 3 on paper."""
    read = _serre(_texte(_acte(_fiche("valmont/2025/2025-02/"))))
    assert "3.lasalleestrenduebalayée" in read
    assert "1.lasalle" not in read


@pytest.mark.parametrize(
    ("latex", "dit"),
    [
        (r"\frac{1}{2}", "1/2"),
        (r"L_{1} = L_{0} × \frac{I_{1}}{I_{0}}", "L₁ = L₀ × I₁/I₀"),
        (r"P=(50*\text{Tp})+(\text{PUdoc}*\text{Nbdoc})", "P = (50*Tp)+(PUdoc*Nbdoc)"),
        (r"\frac{a + b}{2c}", "(a+b)/2c"),
        (r"\frac{a}{b \cdot c}", "a/(b · c)"),
        (r"\frac{\frac{a}{b}}{c}", "(a/b)/c"),
        (r"\sqrt{x^2 + 1}", "√(x²+1)"),
        (r"\sqrt[3]{x}", "³√x"),
        (r"x^{2k} + y_{max}", "x^2k+y_max"),
        (r"\sum_{i=1}^{n} x_i", "∑ᵢ₌₁ⁿxᵢ"),
        (r"a \le b", "a ≤ b"),
    ],
)
def test_une_formule_tient_sur_une_ligne(latex: str, dit: str) -> None:
    """A fraction is not read « 12 », nor a power as a number beside another."""
    assert texte_visible(lineaires(rendre(rf"\({latex}\)").html)).strip() == dit


def test_une_formule_inconnue_garde_sa_source() -> None:
    """What has no form on one line keeps the words that were typed."""
    html = rendre(r"\(\begin{matrix} a & b \\ c & d \end{matrix}\)").html
    assert "matrix" in texte_visible(lineaires(html))


@sans_moteur
def test_une_formule_se_lit_dans_le_pdf() -> None:
    """The formula of a real kind of act, as the PDF says it."""
    assert "L₁=L₀×I₁/I₀" in _serre(_texte(_papier("acte")))


@sans_moteur
def test_les_donnees_voyagent_avec_l_acte(tmp_path: Path) -> None:
    """The data that were joined, byte for byte; nothing for a PDF from elsewhere, or for what is no PDF."""
    (tmp_path / "acte.pdf").write_bytes(_papier("acte"))
    assert donnees_jointes(tmp_path / "acte.pdf") == _DONNEES
    assert donnees_jointes(_papier("acte")) == _DONNEES
    with pikepdf.open(io.BytesIO(_papier("acte"))) as opened:
        (spec,) = opened.Root.AF
        assert str(spec.AFRelationship) == "/Data"
        assert opened.attachments["donnees.json"].get_file().mime_type == "application/json"
    assert donnees_jointes(_papier("affiche")) is None
    assert donnees_jointes(pdf_fictif(["Bonjour"])) is None
    assert donnees_jointes(b"rien") is None
    with pytest.raises(OSError, match="absent"):
        donnees_jointes(tmp_path / "absent.pdf")


@sans_moteur
def test_un_pdf_d_ailleurs_qui_porte_des_donnees_n_est_pas_le_notre() -> None:
    """Its name for a file is no proof that the register made it."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_fictif(["Bonjour"]))) as opened:
        opened.attachments["donnees.json"] = pikepdf.AttachedFileSpec(opened, b"{}")  # type: ignore[call-arg]  # all have defaults
        opened.save(written)
    assert donnees_jointes(written.getvalue()) is None


@sans_moteur
def test_rien_n_est_demande_au_reseau(monkeypatch: pytest.MonkeyPatch) -> None:
    """A paper is made on a machine that has no network."""

    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert _PAPIERS["affiche_acte"]() == _papier("affiche_acte")


_REFUSES = [
    "http://127.0.0.1:9/x.png",
    "https://example.org/x.png",
    "ftp://example.org/x.png",
    "file:///etc/passwd",
    "file://example.org/etc/passwd",
    (RACINE / "README.md").as_uri(),
    f"{THEME.as_uri()}/../README.md",
    f"{THEME.as_uri()}/%2e%2e/README.md",
    f"{THEME.as_uri()}/main.html",
    f"{THEME.as_uri()}/absent.png",
    "data:text/css,*{color:red}",
    "data:image/png;base64,AAAA",
]


@sans_moteur
@pytest.mark.parametrize("url", _REFUSES)
def test_rien_hors_du_theme_n_est_lu(url: str) -> None:
    """Neither the network, nor a file of the machine; the paper is refused, not made without it."""
    page = (
        f'<html lang="fr-FR"><title>t</title><link rel="stylesheet" href="papier/papier.css"><img src="{url}" alt="x">'
    )
    with pytest.raises(PapierImpossible):
        pdf(page, identifiant="x", jour=_JOUR)


@sans_moteur
def test_un_dessin_ne_demande_rien_non_plus(monkeypatch: pytest.MonkeyPatch) -> None:
    """A drawing in the page may not ask for a picture or a style either: nobody is called."""
    asked: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda *seen: asked.append(seen))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *seen, **_: asked.append(seen))
    picture = "<style>@import url(http://127.0.0.1:9/x.css)</style><image href='http://127.0.0.1:9/x.png' width='9'/>"
    drawing = f"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{picture}</svg>"
    source = f"data:image/svg+xml;charset=utf-8,{quote(drawing)}"
    with suppress(PapierImpossible):  # WeasyPrint leaves the picture out of some drawings instead
        pdf(f'<html lang="fr-FR"><title>t</title><img src="{source}" alt="x">', identifiant="x", jour=_JOUR)
    assert asked == []


@sans_moteur
def test_un_raccourci_hors_du_theme_n_est_pas_suivi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A symbolic link in the theme leads nowhere."""
    from recueil.papier import moteur  # noqa: PLC0415 (it needs what may be missing)

    theme = tmp_path / "theme"
    theme.mkdir()
    (tmp_path / "secret.png").write_bytes(b"secret")
    (theme / "lien.png").symlink_to(tmp_path / "secret.png")
    monkeypatch.setattr(moteur, "THEME", theme)
    with pytest.raises(ValueError, match="outside the theme"):
        moteur.Lecteur()((theme / "lien.png").as_uri())


_PIEGE = """<script>alert(1)</script> & {{ 7*7 }} {% raw %} "'<img src=x> """


@cache
def _hostile() -> tuple[str, bytes]:
    """An act in which every field is a trap, with a word without end and a table without end."""
    word = "Anticonstitutionnellement" * 30
    rows = "\n".join(f"| ligne {i} | {i} € | {'mot ' * 5} | {word if i == 7 else i} |" for i in range(400))
    table = f"| Désignation | Prix | Note | Reste |\n|---|---:|---|---|\n{rows}"
    text = f"## {_PIEGE}\n\n{_PIEGE}\n\n{word}\n\n{table}\n\nFin du texte."
    said = {"objet": _PIEGE + word, "octets_texte": text.encode()}
    return text, _acte(replace(_loyer(), acte=_loyer().acte.model_copy(update=said)))


@sans_moteur
def test_un_acte_hostile_reste_du_texte() -> None:
    """What was typed is shown as it was typed, whole, and the PDF still lasts."""
    text, content = _hostile()
    read = _serre(_texte(content))
    assert read.count(_serre(_PIEGE)) >= 3
    assert "49" not in read.split("Texteintégral", 1)[0]
    assert "Findutexte." in read
    for word in {w for w in text.split() if w.strip("|-:#")}:
        assert word in read, word
    assert validate_written(io.BytesIO(content), "3b").passed


@sans_moteur
def test_rien_ne_sort_de_la_page() -> None:
    """No letter of a hostile act, nor of a hostile poster, is in the margins or beyond the edge."""
    long = _loyer().acte.model_copy(update={"objet": "Approbation de la convention de financement " * 12})
    posters = [affiche_acte_pdf(replace(_loyer(), acte=long), url=f"{_SITE}{'tres-long-' * 8}/2026/{'9' * 60}/")]
    for content in (_hostile()[1], *posters):
        for page in pdfium.PdfDocument(content):
            width, height = page.get_size()
            words = page.get_textpage()
            boxes = [words.get_rect(i) for i in range(words.count_rects())]
            assert boxes
            assert min(b[0] for b in boxes) > 40
            assert max(b[2] for b in boxes) < width - 40
            assert min(b[1] for b in boxes) > 20
            assert max(b[3] for b in boxes) < height - 20
    assert len(pdfium.PdfDocument(posters[0])) == 1


@sans_moteur
def test_la_liste_d_une_seance() -> None:
    """The day of the session, the objet of each délibération, and what became of it (CGCT L2121-25)."""
    tenue = _registre().seances[0]
    read = " ".join(_texte(_papier("liste")).split())
    assert "Conseil municipal, séance du jeudi 5 février 2026" in read
    for fiche in tenue.fiches:
        named = fiche.acte.type.value == "deliberation"
        assert (_serre(fiche.acte.objet) in _serre(read)) is named
    assert read.count("Adoptée") == 3
    assert "Non indiqué" in read
    with pytest.raises(PapierImpossible, match="pas de délibération"):
        liste_pdf(replace(tenue, fiches=tuple(f for f in tenue.fiches if f.acte.type.contractuel)), url=_SITE)


@sans_moteur
@pytest.mark.parametrize(
    ("nom", "url"), [("affiche", f"{_SITE}valmont/"), ("affiche_acte", f"{_SITE}valmont/2025/2025-03/")]
)
def test_une_affiche_se_scanne(nom: str, url: str) -> None:
    """One page; each square of the code is where the standard asks, dark or light, with its blank margin."""
    opened = pdfium.PdfDocument(_papier(nom))
    assert len(opened) == 1
    drawn = segno.make(url, error="m", micro=False)
    assert drawn.error in {"M", "Q", "H"}
    modules = [[bool(square) for square in row] for row in drawn.matrix_iter(border=4)]
    left, top, right, bottom = _figure(_papier(nom))
    scale = 4.0
    image = opened[0].render(scale=scale / 0.75).to_pil().convert("L")  # the figure is placed in 96ths of an inch
    side = (right - left) / len(modules)
    assert side * 25.4 / 96 > 1  # a module is over a millimetre: it is read from an arm's length
    read = [
        [
            image.getpixel((round((left + (x + 0.5) * side) * scale), round((top + (y + 0.5) * side) * scale))) < 128
            for x in range(len(modules))
        ]
        for y in range(len(modules))
    ]
    assert read == modules
    assert url.removeprefix("https://").rstrip("/") in _serre(_texte(_papier(nom)))
    assert bottom > top


def _figure(content: bytes) -> tuple[float, float, float, float]:
    """Where the only picture of a PDF is, as its structure says; it has words for those who do not see it."""
    with pikepdf.open(io.BytesIO(content)) as opened:
        (found,) = [
            o for o in opened.objects if isinstance(o, pikepdf.Dictionary) and str(o.get("/S", "")) == "/Figure"
        ]
        assert "Code à scanner" in str(found.Alt)
        left, top, right, bottom = (float(number) for number in found.A.BBox)
        return left, top, right, bottom


@sans_moteur
def test_l_attestation_de_publication() -> None:
    """Which act, where, from when to when, what the journal and the probe know, the files, and room to sign."""
    proven = _fiche("valmont/2025/2025-01/")
    read = " ".join(_texte(attestation_pdf(proven, _PUBLICATION, url=_SITE + proven.adresse)).split())
    for said in (
        "Je soussigné(e)",
        "maire, certifie",
        "au 2 novembre 2026",
        "sauf pendant les interruptions",
        "2 juillet 2026 à 10 h 15, heure locale (2026-07-02T08:15:09Z), ligne 12",
        "a1b2" * 16,
        "Vu en ligne, conforme au journal, depuis l'extérieur, le 2 juillet 2026 à 10 h 20",
        "Revu en ligne, conforme au journal, pour la dernière fois le 1er novembre 2026 à 4 h 00",
        "panne de l'hébergeur",
        "Fait à",
        "Signature et cachet (maire)",
        *(file.empreinte.sha256 for file in proven.fichiers),
    ):
        assert _serre(said) in _serre(read), said
    unseen = replace(_PUBLICATION, vu_le=None, revu_le=None, interruptions=())
    read = _texte(attestation_pdf(proven, unseen, url=_SITE))
    assert "pas encore été vu" in read
    assert "sauf pendant" not in read


@pytest.mark.parametrize(
    ("change", "dit"),
    [
        ({"publie_le": None}, "quel jour il a été mis en ligne"),
        ({"publie_le": date(2026, 12, 1)}, "ne peut pas s'arrêter le 2 novembre 2026"),
    ],
)
def test_une_attestation_sans_mise_en_ligne_est_refusee(change: dict[str, object], dit: str) -> None:
    """Nothing is certified that the register does not know."""
    fiche = replace(_loyer(), acte=_loyer().acte.model_copy(update=change))
    with pytest.raises(PapierImpossible, match=dit):
        attestation_pdf(fiche, _PUBLICATION, url=_SITE)


@sans_moteur
def test_le_certificat_de_caractere_executoire() -> None:
    """Since when, how that day is found, under which article, and room to sign."""
    read = _serre(_texte(_papier("certificat")))
    for said in ("certifie sous ma responsabilité", "exécutoire depuis le 25 mars 2025", "article L2131-1", "Fait à"):
        assert _serre(said) in read, said


def test_pas_de_certificat_pour_ce_qui_n_est_pas_executoire() -> None:
    """Awaited reception, refused proposal, minutes, too early, annulled: each refusal says why."""
    registre, lives = _registre(), registre_des_devenirs()
    told = {f.adresse: _refus(f, registre) for f in registre.fiches} | {
        f.adresse: _refus(f, lives) for f in lives.fiches
    }
    assert "la réception en préfecture manque" in told["valmont/2026/2026-03/"] + "".join(told.values())
    assert "ne décide rien par lui-même" in told["valmont/2025/proces-verbal/"]
    for fiche in lives.fiches:
        state = lives.vies.vie(fiche.acte).etat(_JOUR)
        if state in {EtatActe.ANNULE, EtatActe.ABROGE, EtatActe.SUSPENDU, EtatActe.RETIRE}:
            assert told[fiche.adresse], fiche.adresse
    assert any("l'acte est abrogé" in said for said in told.values())
    with pytest.raises(PasExecutoire, match="sera exécutoire le 25 mars 2025"):
        certificat_pdf(_loyer(), jour=date(2025, 3, 24), url=_SITE)
    rejected = _loyer().acte.votes.model_copy(update={"resultat": "rejetee"})  # type: ignore[union-attr]
    refused = replace(_loyer(), acte=_loyer().acte.model_copy(update={"votes": rejected}))
    with pytest.raises(PasExecutoire, match="rien à exécuter"):
        certificat_pdf(refused, jour=_JOUR, url=_SITE)
    lost = _loyer().acte.votes.model_copy(update={"pour": 1, "contre": 2, "resultat": None})  # type: ignore[union-attr]
    beaten = replace(_loyer(), acte=_loyer().acte.model_copy(update={"votes": lost}))
    with pytest.raises(PasExecutoire, match="voix contre"):
        certificat_pdf(beaten, jour=_JOUR, url=_SITE)


def _refus(fiche: Fiche, registre: Registre) -> str:
    """Why there is no certificate; nothing when there would be one, which is not made here."""
    from recueil.papier.certificat import _executoire  # noqa: PLC0415 (without the second that a PDF takes)

    try:
        _executoire(fiche.acte, _JOUR, registre.vies.vie(fiche.acte))
    except PasExecutoire as error:
        return str(error)
    return ""


def test_un_acte_sans_texte_ou_sans_jour_n_a_pas_de_pdf() -> None:
    """Nothing is made of nothing."""
    for change in ({"octets_texte": b" "}, {"publie_le": None, "affiche_le": None}):
        with pytest.raises(PapierImpossible):
            _acte(replace(_loyer(), acte=_loyer().acte.model_copy(update=change)))


def test_sans_pango_on_dit_quoi_faire(monkeypatch: pytest.MonkeyPatch) -> None:
    """A French sentence and the command to run, instead of a traceback."""

    def absent(*_: object) -> None:
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(module_pdf, "import_module", absent)
    assert not moteur_present()
    with pytest.raises(BibliothequeManquante, match=r"\./scripts/installer-pdf"):
        _acte(_loyer())


def test_un_pdf_qui_ne_dure_pas_est_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the validator does not approve is not kept, and the reason is told."""

    class Faux:
        @staticmethod
        def dessiner(*_: object) -> bytes:
            return pdf_fictif(["Bonjour"])

    monkeypatch.setattr(module_pdf, "_moteur", lambda: Faux)
    with pytest.raises(PdfNonConforme, match="PDF/A-3b"):
        pdf("", identifiant="x", jour=_JOUR)


def test_un_scan_est_reconnu(tmp_path: Path) -> None:
    """Pictures alone are a scan; one letter on the last page is a text; what cannot be opened is an error."""
    pages = [Image.new("L", (850, 1100), 240) for _ in range(3)]
    pages[0].save(tmp_path / "scan.pdf", save_all=True, append_images=pages[1:])
    (tmp_path / "texte.pdf").write_bytes(pdf_fictif(["", "", "a"]))
    (tmp_path / "blancs.pdf").write_bytes(pdf_fictif([" ", " "]))
    (tmp_path / "abime.pdf").write_bytes(b"%PDF-1.4 rien")
    with pikepdf.open(tmp_path / "texte.pdf") as opened:
        opened.save(tmp_path / "chiffre.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    assert est_image(tmp_path / "scan.pdf")
    assert est_image(tmp_path / "blancs.pdf")
    assert not est_image(tmp_path / "texte.pdf")
    for name in ("abime.pdf", "chiffre.pdf", "absent.pdf"):
        with pytest.raises((ValueError, OSError)):
            est_image(tmp_path / name)


@sans_moteur
def test_un_de_nos_pdf_n_est_pas_un_scan(tmp_path: Path) -> None:
    """Ours can be read aloud."""
    (tmp_path / "acte.pdf").write_bytes(_papier("acte"))
    assert not est_image(tmp_path / "acte.pdf")


def _imprimer(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(RACINE / "scripts" / "imprimer.py"), *map(str, arguments)]
    known = {**os.environ, "SITE_URL": _SITE}
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, cwd=folder, env=known)


@sans_moteur
@pytest.mark.parametrize(
    ("quoi", "nom"),
    [
        (("liste", "valmont/seances/2026-02-05/"), "liste-valmont-2026-02-05.pdf"),
        (("liste", f"{_SITE}base/valmont/seances/2026-02-05"), "liste-valmont-2026-02-05.pdf"),
        (("liste", "acts/valmont/2026/2026-02-05"), "liste-valmont-2026-02-05.pdf"),
        (("affiche", "valmont"), "affiche-valmont.pdf"),
        (("affiche", "acts/valmont/2026/2026-02-05/2026-01.md"), "affiche-valmont-2026-2026-01.pdf"),
        (("affiche", "valmont", "--sortie", "porte.pdf"), "porte.pdf"),
    ],
)
def test_imprimer(quoi: tuple[str, ...], nom: str, tmp_path: Path) -> None:
    """The program writes its paper where one is, says its name, and what is left to do."""
    shutil.copytree(RACINE / "tests" / "exemple" / "acts", tmp_path / "acts")
    done = _imprimer(tmp_path, *quoi, "--actes", tmp_path / "acts")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"Écrit : {nom}" in done.stdout
    assert (tmp_path / nom).read_bytes().startswith(b"%PDF-1.7")
    if quoi[0] == "liste":
        assert "au plus tard le 12 février 2026" in done.stdout
        assert "Résultat non indiqué : 2026-04." in done.stdout


@pytest.mark.parametrize(
    ("quoi", "dit"),
    [
        (("affiche",), "Dites laquelle : essarts, valmont."),
        (("affiche", "ailleurs"), "« ailleurs » n'est ni une collectivité ni un acte"),
        (("affiche", "acts/valmont/2026/2026-06-11/deliberation.md"), "n'est pas un acte publié"),
        (("liste",), "Dites quelle séance"),
        (("liste", "ailleurs"), "« ailleurs » n'est pas une séance du registre"),
        (("livre",), "« livre » n'est pas admis : écrivez liste, affiche"),
        ((), "il manque « papier »"),
        (("affiche", "valmont", "--actes", "absent"), "Le dossier « absent » n'existe pas."),
    ],
)
def test_imprimer_dit_ce_qu_il_ne_comprend_pas(quoi: tuple[str, ...], dit: str) -> None:
    """Exit status 2, and a sentence."""
    folder = RACINE / "tests" / "exemple"
    done = _imprimer(folder, *quoi, *(() if "--actes" in quoi else ("--actes", "acts")))
    assert done.returncode == 2
    assert dit in done.stderr


@sans_moteur
def test_imprimer_n_ecrit_pas_parmi_les_actes(depot: Path) -> None:
    """A paper never takes the place of a file of an act; a register with errors gives none."""
    signed = depot / "mairie" / "2026" / "2026-01-15" / "1.pdf"
    before = signed.read_bytes()
    done = _imprimer(depot, "affiche", "mairie", "--actes", depot, "--sortie", signed)
    assert (done.returncode, signed.read_bytes()) == (2, before)
    act = signed.with_suffix(".md")
    act.write_text(act.read_text("utf-8").replace("pour: 4", "pour: 3"), encoding="utf-8")
    done = _imprimer(depot.parent, "affiche", "mairie", "--actes", depot)
    assert done.returncode == 1
    assert "[VOTE-02]" in done.stderr
