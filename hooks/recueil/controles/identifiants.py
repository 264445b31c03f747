"""Rules on the @ctes identifier: it is that of this authority and of this act."""

import re
from collections.abc import Iterator

from ..acte import Acte
from ..anomalie import Severite
from ..ecriture import jour
from ..nomenclature import Nature, TypeActe
from .regle import Constat, regle

_ANNEE = re.compile(r"(?:19|20)[0-9]{2}")

_NATURES = {
    TypeActe.DELIBERATION: (Nature.DE, Nature.BF),
    TypeActe.ARRETE: (Nature.AR, Nature.AI),
}
"""The natures that suit a kind of act; the others take several."""


@regle("ID-03", "arrêté du 26 octobre 2005")
def siren_de_la_collectivite(acte: Acte) -> Iterator[Constat]:
    """Le SIREN de l'identifiant @ctes est celui de la collectivité.

    Exemple : l'acte d'un syndicat rangé dans le dossier de la commune.
    Correction : vérifiez que l'acte est dans le bon dossier, puis l'identifiant, puis « siren » de
        « collectivite.yml ».
    """
    control = acte.controle_legalite
    if control and control.id and control.id.siren != acte.collectivite.siren:
        yield (
            ("controle_legalite", "id"),
            (
                f"cet identifiant est celui d'une autre collectivité : SIREN {control.id.siren}, "
                f"alors que celui de « {acte.collectivite.nom} » est {acte.collectivite.siren}"
            ),
        )


@regle("ID-04", "arrêté du 26 octobre 2005", derogeable=True)
def departement_de_la_collectivite(acte: Acte) -> Iterator[Constat]:
    """Le département de l'identifiant @ctes est celui de la collectivité.

    Exemple : un identifiant qui commence par 059 pour une commune du 062.
    Correction : vérifiez l'identifiant, puis « departement » de « collectivite.yml ».
    """
    control = acte.controle_legalite
    if control and control.id and control.id.departement != acte.collectivite.departement:
        yield (
            ("controle_legalite", "id"),
            (
                f"l'identifiant commence par {control.id.departement}, "
                f"alors que la collectivité est dans le département {acte.collectivite.departement}"
            ),
        )


@regle("ID-06", "arrêté du 26 octobre 2005", severite=Severite.AVERTISSEMENT, derogeable=True)
def date_de_l_identifiant(acte: Acte) -> Iterator[Constat]:
    """La date de l'identifiant @ctes est celle de l'acte : le jour de la séance pour une délibération.

    Exemple : un identifiant du 16 février, jour de l'envoi, pour une séance du 11.
    Correction : rien à corriger dans la fiche si le tampon porte cette date ; au prochain envoi, saisissez la date de
        la décision.
    """
    control = acte.controle_legalite
    if control and control.id and acte.date and not acte.type.contractuel and control.id.jour != acte.date:
        of = "séance" if acte.seance and acte.seance.date == acte.date else "signature"
        yield (
            ("controle_legalite", "id"),
            (
                f"l'identifiant porte le {jour(control.id.jour)}, et non la date de {of}, le {jour(acte.date)} : "
                "vérifiez le tampon"
            ),
        )


@regle("ID-07", "arrêté du 26 octobre 2005", severite=Severite.AVERTISSEMENT, derogeable=True)
def numero_de_l_identifiant(acte: Acte) -> Iterator[Constat]:
    """Le numéro de l'identifiant @ctes est celui de l'acte.

    Exemple : « -608-DE » dans l'identifiant de la délibération 607.
    Correction : relisez le tampon et « numero » ; si les deux sont justes, dites-le dans « derogations ».
    """
    control = acte.controle_legalite
    if not (control and control.id and acte.numero) or acte.type.contractuel:
        return
    if not meme_numero(acte.numero, control.id.numero):
        yield (
            ("controle_legalite", "id"),
            (
                f"l'identifiant porte le numéro « {control.id.numero} », l'acte le numéro « {acte.numero} » : "
                "relisez le tampon"
            ),
        )


def meme_numero(one: str, other: str) -> bool:
    """Whether two spellings may be of one number.

    « 2026-07 » is sent as ``2026_07``, ``202607``, ``DEL07`` or ``7``, and « 12/2026 » as ``2026_12``.
    """
    first, second = _chiffres(one), _chiffres(other)
    if not first or not second:
        return _lettres(one) == _lettres(other)
    return bool(_lectures(first) & _lectures(second)) or _finit(first, second) or _finit(second, first)


def _chiffres(numero: str) -> list[str]:
    """Its groups of figures, without the zeros before them."""
    return [figures.lstrip("0") or "0" for figures in re.findall(r"\d+", numero)]


def _lectures(groups: list[str]) -> set[str]:
    """What the groups may be called: the last alone, all in their order, all but the year."""
    bare = [group for group in groups if not _ANNEE.fullmatch(group)]
    return {groups[-1], "".join(groups), *(["".join(bare)] if bare else [])}


def _finit(groups: list[str], other: list[str]) -> bool:
    """Whether the other, in one group, is a year or a date and then this number: ``2026007`` for « 2026-007 »."""
    glued, serial = other[0], groups[-1]
    before = glued.removesuffix(serial).rstrip("0") if len(other) == 1 and glued.endswith(serial) else "-"
    return bool(re.fullmatch(r"(?:19|20)?[0-9]{1,2}(?:[0-9]{2}){0,2}", before)) and len(glued) > 4


def _lettres(numero: str) -> str:
    return re.sub(r"[^a-z0-9]", "", numero.lower())


@regle("ID-08", "arrêté du 26 octobre 2005", severite=Severite.AVERTISSEMENT, derogeable=True)
def nature_de_l_acte(acte: Acte) -> Iterator[Constat]:
    """La nature cochée dans @ctes convient à l'acte : DE ou BF pour une délibération, AR ou AI pour un arrêté.

    Exemple : une délibération envoyée sous la nature CC, celle des contrats.
    Correction : rien à corriger dans la fiche si c'est bien la nature cochée ; au prochain envoi, cochez la bonne.
    """
    control = acte.controle_legalite
    ticked = control.nature_cochee if control else None
    suited = _NATURES.get(acte.type)
    if control and ticked and suited and ticked not in suited:
        yield (
            ("controle_legalite", "nature" if control.nature else "id"),
            (
                f"la nature cochée est {ticked} ({ticked.libelle.lower()}), pour un acte du type "
                f"« {acte.type.libelle.lower()} » : {' ou '.join(suited)} est attendue"
            ),
        )
