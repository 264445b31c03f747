"""Stamps: what they say is read wherever they stand, what is empty stays empty, and another's is not taken."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fichiers_fictifs import AUTRE_ID, CORPS, ID, TAMPON
from recueil.importation.cachets.libelles import LIBELLES, Libelle, plier
from recueil.importation.cachets.marques import marques
from recueil.importation.cachets.mentions import MENTIONS, Mention, mentions
from recueil.importation.cachets.tampons import lire_tampons
from recueil.importation.document import Document, document
from recueil.importation.faits import Surete

_16, _17, _18 = date(2026, 2, 16), date(2026, 2, 17), date(2026, 2, 18)


def _lu(texte: str) -> Document:
    return document("acte.pdf", texte.split("\f"))


def _faits(texte: str, mini: Surete = Surete.PROBABLE) -> dict[str, object]:
    """What the stamps of a text say, and is sure enough to be written."""
    return {f.cle: f.valeur for f in lire_tampons(_lu(texte)).faits if f.surete >= mini}


def _reste(texte: str) -> str:
    """The text without its stamps."""
    lu, at, kept = _lu(texte), 0, ""
    for start, end in lire_tampons(lu).etendues:
        kept, at = kept + lu.texte[at:start], end
    return kept + lu.texte[at:]


@pytest.mark.parametrize("libelle", LIBELLES, ids=lambda lib: lib.exemple)
def test_each_label_reads_its_example(libelle: Libelle) -> None:
    """A line of the table is its own test."""
    first = marques(libelle.exemple)[0]
    assert first.cle == libelle.cle
    assert libelle.cle is None or first.valeur == libelle.attendu


@pytest.mark.parametrize("mention", MENTIONS, ids=lambda m: m.exemple)
def test_each_mention_reads_its_example(mention: Mention) -> None:
    """A line of the table is its own test."""
    assert (mention.cle, mention.attendu) in {(m.cle, m.valeur) for m in mentions(mention.exemple)}


TAMPONS = {
    "A": (TAMPON, {"envoye": _16, "recu": _17}),
    "A, affiché": (TAMPON.replace("Publié le", "Affiché le 1er juillet 2026"), {"affiche": date(2026, 7, 1)}),
    "A, publié": (TAMPON.replace("Publié le", "Publié le 18/02/2026"), {"publie": _18}),
    "A sur une ligne": (TAMPON.replace("\n", " "), {"envoye": _16, "recu": _17}),
    "A, dates sous les libellés": (
        f"Envoyé en préfecture le\nReçu en préfecture le\nPublié le\n16/02/2026\n17/02/2026\n18/02/2026\nID : {ID}",
        {"envoye": _16, "recu": _17, "publie": _18},
    ),
    "A, libellés puis valeurs": (
        f"Envoyé en préfecture le Reçu en préfecture le Publié le ID :\n16/02/2026 17/02/2026 18/02/2026 {ID}",
        {"envoye": _16, "recu": _17, "publie": _18},
    ),
    "A avec l'heure": (TAMPON.replace("16/02/2026", "16/02/2026 à 14:22"), {"envoye": _16, "recu": _17}),
    "G": (f"AR CONTROLE DE LEGALITE : {ID}\nen date du 17/02/2026 ; REFERENCE ACTE : 607", {"recu": _17}),
    "A abîmé par le scanner": (
        f"Envoye en prefecture Ie 16/02/2O26\nRegu en préfecture le 17/02/2026\nPublie le\n1D : O{ID[1:]}",
        {"envoye": _16, "recu": _17},
    ),
    "A mêlé à une phrase": (
        (
            f"Considérant que Envoyé en préfecture le 16/02/2026 il faut Reçu en préfecture le 17/02/2026 que Sainte-Ex"
            f" S²LO Publié le souhaite ID : {ID} vendre"
        ),
        {"envoye": _16, "recu": _17},
    ),
    "B": (
        (
            f"Accusé de réception en préfecture\n{ID}\nDate de télétransmission : 16/02/2026\n"
            "Date de réception préfecture : 17/02/2026"
        ),
        {"envoye": _16, "recu": _17},
    ),
    "C": (
        (
            "Acte reçu par: Préfecture Fictive\nNature: Délibérations\nMatière: 7.10-Divers\n"
            f"Identifiant Acte: {ID}\nDate d'émission de l'accusé de réception: 2026-02-17(GMT+1)"
        ),
        {"recu": _17},
    ),
    "D": (
        (
            f"Accusé de réception en préfecture\nIdentifiant : {ID}\nDate de réception : 17/02/2026\n"
            "Date de notification :\nDate d'affichage : du 18/02/2026 au 18/04/2026"
        ),
        {"recu": _17, "affiche": _18},
    ),
    "D, ministère": (
        (
            f"Accusé de réception - Ministère de l'Intérieur\n{ID}\nAccusé certifié exécutoire\n"
            "Réception par le préfet : 17/02/2026\nAffichage : 18/02/2026\n"
            'Pour l\'"autorité Compétente" par délégation'
        ),
        {"recu": _17, "affiche": _18},
    ),
    "E": (f"AR Prefecture\n\n{ID}\nReçu le 17/02/2026\nPublié le 18/02/2026", {"recu": _17, "publie": _18}),
}


@pytest.mark.parametrize(("tampon", "dates"), TAMPONS.values(), ids=TAMPONS)
@pytest.mark.parametrize("forme", ["{t}", f"{CORPS}\n{{t}}\n{CORPS}", f"{{t}}\n{CORPS}\f{CORPS}\n{{t}}"])
def test_stamps_are_read_anywhere(tampon: str, dates: dict[str, date], forme: str) -> None:
    """Alone, in the middle of a page, on every page: the same facts, and no other date."""
    found = _faits(forme.format(t=tampon))
    assert found.pop("id") == ID
    assert found.pop("nature_actes") == "DE"
    assert found.keys() >= dates.keys()
    assert {key: found[key] for key in dates} == dates
    assert found.keys() <= {"envoye", "recu", "matiere", *dates}


@pytest.mark.parametrize("nom", ["A", "A, publié", "A sur une ligne", "B", "D, ministère", "E"])
def test_stamps_are_taken_out_whole(nom: str) -> None:
    """What is stamp is told apart, so that only the words of the act are published."""
    assert _reste(f"Avant\n{TAMPONS[nom][0]}\nAprès") == "Avant\n\nAprès"


@pytest.mark.parametrize(
    "suite",
    ["Publié le", "Affiché le", "Publié le :", "Affiché le\n", "Publié le SLO"],
)
@pytest.mark.parametrize(
    "apres", ["", "\nSéance du 11 février 2026", "\n12 mars 2026\nTarif de la salle", f"\nID : {ID}\n18/02/2026"]
)
def test_an_empty_label_stays_empty(suite: str, apres: str) -> None:
    """The next date is not that of the label, and the missing one is not asked for."""
    text = f"Envoyé en préfecture le 16/02/2026\nReçu en préfecture le 17/02/2026\n{suite}{apres}"
    assert _faits(text).keys() <= {"envoye", "recu", "id", "nature_actes"}
    assert not lire_tampons(_lu(text)).questions


def test_fewer_dates_than_labels_are_not_shared_out() -> None:
    """Three labels, two dates below: which is whose cannot be known."""
    text = f"Envoyé en préfecture le\nReçu en préfecture le\nPublié le\n16/02/2026\n17/02/2026\nID : {ID}"
    assert set(_faits(text)) == {"id", "nature_actes"}
    assert {q.cle for q in lire_tampons(_lu(text)).questions} == {"envoye", "recu"}


def test_the_stamp_of_another_authority_is_left() -> None:
    """That of a joined document gives no fact, stays in the text, and is asked about."""
    joined = (
        f"Envoyé en préfecture le 12/01/2026\nReçu en préfecture le 13/01/2026\nPublié le 14/01/2026\nID : {AUTRE_ID}"
    )
    text = f"{TAMPON}\n{CORPS}\f{TAMPON}\n{CORPS}\f{joined}\n{CORPS}"
    assert _faits(text) == {"id": ID, "nature_actes": "DE", "envoye": _16, "recu": _17}
    assert joined in _reste(text)
    assert [q.cle for q in lire_tampons(_lu(text)).questions] == ["id"]


@pytest.mark.parametrize(
    "texte",
    [
        f"Vu la délibération {ID} reçue en préfecture le 3 mars 2026,\n{CORPS}",
        "Vu la délibération n° 12 du 5 mars 2026 transmise en préfecture le 6 mars 2026 et publiée le 7 mars 2026,",
        "La convocation a été affichée le 05/02/2026. Date d'affichage : 05/02/2026",
        "Publié le 12/03/2026 dans la presse. Reçu le 12/03/2026 le courrier.",
        "l'accusé de réception en préfecture fait courir le délai",
    ],
)
def test_what_the_act_cites_is_not_its_stamp(texte: str) -> None:
    """A date of another act, a posting of the convocation, a bare « Reçu le » are no facts of a stamp."""
    assert not _faits(texte)
    assert _reste(texte) == _lu(texte).texte


def test_a_stamp_that_is_not_filled_is_taken_out() -> None:
    """Its labels are no words of the act, and the dates that it lacks are asked for."""
    empty = (
        "Accusé de réception en préfecture\nIdentifiant :\nDate de réception :\nDate de notification :\n"
        "Date d'affichage : du au\nDate de publication :"
    )
    assert not _faits(empty)
    assert "Date de" not in _reste(f"Avant\n{empty}\nAprès")
    assert [q.cle for q in lire_tampons(_lu(empty)).questions] == ["recu"]


def test_header_dates_near_a_stamp_are_not_its_dates() -> None:
    """« Date d'affichage » typed under a stamp of platform A is a word of the act."""
    text = f"{TAMPON}\nDate de convocation : 05/02/2026\nDate d'affichage : 05/02/2026"
    assert "affiche" not in _faits(text)
    assert "Date d'affichage : 05/02/2026" in _reste(text)


def test_a_receipt_of_a_whole_page_is_taken_out() -> None:
    """The page that a platform adds is no page of the act; it states the matière."""
    text = f"{CORPS}\f{TAMPONS['C'][0]}\nObjet: Tarif"
    assert _reste(text) == f"{CORPS}\f"
    assert _faits(text)["matiere"] == "7.10"


def test_a_mention_by_hand_is_read_and_left() -> None:
    """Certified in the text: its dates are facts, its words are the act's."""
    text = "Exécutoire compte tenu de la transmission en Préfecture le : 16/02/2026 et de la publication le 17/02/2026"
    assert _faits(text) == {"envoye": _16, "publie": _17}
    assert _reste(text) == text


def test_disagreements_are_questions() -> None:
    """Two days for one event: the most frequent is only probable; received before sent: none is written."""
    pages = "\f".join([TAMPON, TAMPON, TAMPON.replace("17/02/2026", "27/02/2026")])
    assert _faits(pages)["recu"] == _17
    assert "recu" not in _faits(pages, Surete.SURE)
    assert [q.cle for q in lire_tampons(_lu(pages)).questions] == ["recu"]
    inverse = "Envoyé en préfecture le 17/02/2026\nReçu en préfecture le 16/02/2026"
    assert not _faits(inverse)
    assert "avant" in lire_tampons(_lu(inverse)).questions[0].texte


_MORCEAUX = st.sampled_from(
    [
        "Envoyé en préfecture le ",
        "Reçu le ",
        "Publié le\n",
        "16/02/2026",
        ID,
        AUTRE_ID,
        "ID : ",
        "\n",
        "\f",
        " mot ",
        "AR Prefecture",
    ]
)


@given(st.lists(_MORCEAUX | st.text(max_size=20), max_size=30).map("".join))
def test_any_text_is_read(texte: str) -> None:
    """Spans are in order and apart, and each proof shows words of the text."""
    lu = _lu(texte)
    read = lire_tampons(lu)
    ends = [0, *(at for span in read.etendues for at in span)]
    assert ends == sorted(ends)
    assert ends[-1] <= len(lu.texte)
    for fait in read.faits:
        assert "".join(fait.preuve.mots.split()) in "".join(lu.texte.split())


@given(st.text())
def test_folding_keeps_places(texte: str) -> None:
    """Without accents, each sign stands where it stood."""
    assert len(plier(texte)) == len(texte)


@pytest.mark.parametrize(
    "piece", ["1 ", "Publié le\n", "convocation ", "099-219900016-20260211-", "Reçu le ", f"{TAMPON}\n"]
)
def test_a_hostile_text_is_read_in_a_moment(piece: str) -> None:
    """Time grows as the text does."""
    assert lire_tampons(_lu(piece * (200_000 // len(piece)))) is not None
