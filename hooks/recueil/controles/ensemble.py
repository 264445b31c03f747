"""Rules between acts: a number, an address and an identifier serve one act."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from .. import adresses
from ..acte import Acte
from ..anomalie import Chemin
from ..nomenclature import TypeActe
from ..renvois import Ensemble
from .regle import regle_ensemble

Trouve = tuple[Acte, Chemin, str]

_ADMIS = {
    "approuvee_par": (TypeActe.DELIBERATION, TypeActe.DECISION),
    "modele": (TypeActe.MODELE_CONVENTION,),
    "avenants": (TypeActe.AVENANT,),
    "reconduite_par": (TypeActe.DELIBERATION, TypeActe.DECISION, TypeActe.AVENANT),
    "liens": tuple(TypeActe),
}


@regle_ensemble("NUM-01", "CGCT R2121-9")
def numero_unique(actes: Sequence[Acte]) -> Iterator[Trouve]:
    """Dans une année, deux actes de même sorte d'une collectivité n'ont pas le même numéro.

    Exemple : deux délibérations n° 12 dans la même année.
    Correction : corrigez l'un des deux numéros d'après l'acte signé.
    """
    numbered = [a for a in actes if a.numero and not a.type.contractuel]
    for acte, first in _doubles(numbered, lambda a: (a.collectivite.cle, a.type, adresses.annee(a), a.numero)):
        yield (
            acte,
            ("numero",),
            f"le numéro « {acte.numero} » est déjà celui de {first.origine.path} : corrigez l'un des deux",
        )


@regle_ensemble("ADR-01", "CGCT L2131-1")
def adresse_unique(actes: Sequence[Acte]) -> Iterator[Trouve]:
    """Deux actes n'ont pas la même adresse.

    Exemple : un arrêté et une délibération n° 12 dans la même année.
    Correction : ajoutez à l'acte le plus récent la rubrique « adresse » que propose le message.
    """
    for acte, first in _doubles(actes, adresses.acte):
        if acte.numero and (acte.type, acte.numero) == (first.type, first.numero):
            continue  # the number is the fault, and is told as such
        yield (
            acte,
            ("numero",),
            (
                f"l'adresse « {adresses.acte(acte)} » est déjà celle de {first.origine.path} : "
                f"ajoutez par exemple « adresse: {adresses.slug(acte.type)}-{adresses.slug(acte.numero or '2')} »"
            ),
        )


@regle_ensemble("ADR-02")
def adresse_de_fichier_unique(actes: Sequence[Acte]) -> Iterator[Trouve]:
    """Deux fichiers d'un acte n'ont pas le même nom, une fois écrits en minuscules et sans accents.

    Exemple : « Plan.pdf » et « plan.pdf » dans le même acte.
    Correction : renommez l'un des deux PDF.
    """
    for acte in actes:
        page = adresses.acte(acte)
        earlier = [old.fichier for old in acte.fichiers_remplaces if old.fichier]
        names = [adresses.fichier(page, name) for name in (*(name for name, _ in acte.fichiers), *earlier)]
        for name in sorted({n for n in names if names.count(n) > 1}):
            yield acte, ("annexes",), f"deux fichiers auraient l'adresse « {name} » : renommez l'un des deux"


@regle_ensemble("ADR-03", "CGCT L2131-1")
def seance_unique(actes: Sequence[Acte]) -> Iterator[Trouve]:
    """Deux séances d'une collectivité n'ont pas la même adresse : leurs dossiers ont des noms différents.

    Exemple : « 2026-05-21 » dans deux sous-dossiers.
    Correction : renommez l'un des dossiers, par exemple « 2026-05-21-bureau ».
    """
    held = [a for a in actes if a.seance]
    for acte, first in _doubles(held, lambda a: adresses.seance(a.collectivite, a.seance.cle) if a.seance else ""):
        if acte.seance and first.seance and acte.seance.cle != first.seance.cle:
            message = (
                f"deux séances sont rangées dans « {acte.seance.cle} » et « {first.seance.cle} » : renommez un dossier"
            )
            yield acte, ("organe",), message


@regle_ensemble("ID-05", "arrêté du 26 octobre 2005")
def identifiant_unique(actes: Sequence[Acte]) -> Iterator[Trouve]:
    """Un identifiant @ctes désigne un seul acte, et les conventions envoyées avec lui.

    Exemple : le même identifiant recopié dans deux délibérations.
    Correction : relisez le tampon des deux actes.
    """
    sent = [a for a in actes if a.identifiant]
    sent.sort(key=lambda a: a.type.contractuel)  # the délibération first, then what was sent with it
    for acte, first in _doubles(sent, lambda a: a.identifiant):
        if acte.type.contractuel and not first.type.contractuel:
            continue
        yield (
            acte,
            ("controle_legalite", "id"),
            f"cet identifiant est déjà celui de {first.origine.path} : vérifiez le tampon",
        )


@regle_ensemble("LIEN-01")
def renvois_trouves(actes: Ensemble) -> Iterator[Trouve]:
    """Un acte que nomme un autre acte est dans le registre, et il est seul à porter ce nom.

    Exemple : « approuvee_par: 2026-07 » alors que cet acte est en brouillon.
    Correction : corrigez le nom, publiez l'acte nommé, ou écrivez l'un des noms complets que donne le message.
    """
    for acte in actes:
        for chemin, name in actes.renvois.nommes(acte):
            found = actes.renvois.trouve(acte, name)
            if not found:
                yield acte, chemin, _introuvable(name, chemin)
            elif len({adresses.acte(a) for a in found}) > 1:
                known = ", ".join(f"« {adresses.acte(a).rstrip('/')} »" for a in found)
                yield acte, chemin, f"« {name} » désigne plusieurs actes : écrivez l'un de {known}"


@regle_ensemble("LIEN-02")
def renvois_du_bon_type(actes: Ensemble) -> Iterator[Trouve]:
    """Une convention est approuvée par une délibération ou une décision, suit un modèle, et ses avenants en sont.

    Exemple : « approuvee_par » qui nomme un arrêté.
    Correction : vérifiez le « type » de l'acte nommé.
    """
    for acte in actes:
        for chemin, name in actes.renvois.nommes(acte):
            found = actes.renvois.trouve(acte, name)
            admitted = _ADMIS[str(chemin[0])]
            if len(found) == 1 and found[0].type not in admitted:
                wanted = " ou ".join(f"« {kind.libelle.lower()} »" for kind in admitted)
                yield acte, chemin, f"« {name} » est du type « {found[0].type.libelle.lower()} » : {wanted} est attendu"


def _introuvable(name: str, chemin: Chemin) -> str:
    elsewhere = " ; s'il n'est pas dans ce registre, ajoutez « hors_registre: oui »" if chemin[0] == "liens" else ""
    told = (
        f"aucun acte public ne s'appelle « {name} » : corrigez, ou remplissez son « publie_le » s'il est en brouillon"
    )
    return told + elsewhere


def _doubles(actes: Sequence[Acte], key: Callable[[Acte], Hashable]) -> Iterator[tuple[Acte, Acte]]:
    """Each act whose key was already that of an earlier one, with that one."""
    groups: dict[Hashable, list[Acte]] = defaultdict(list)
    for acte in actes:
        groups[key(acte)].append(acte)
    for first, *others in groups.values():
        for other in others:
            yield other, first
