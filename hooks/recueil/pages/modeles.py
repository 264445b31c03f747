"""The families: a model of convention, those that follow it across the authorities, and what each changes in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from .. import adresses
from ..comparaison import Comparaison, comparer
from ..convention import Convention
from ..droit.vie import Subi
from ..nomenclature import NatureLien, TypeActe
from ..publies import Fiche
from ..registre import Registre
from ..vies import Fait
from .page import Differee, Lien, Page


@dataclass(frozen=True, slots=True)
class VueDifferences:
    """What a convention changes in its model."""

    titre: str
    modele: Fiche
    convention: Fiche
    comparaison: Comparaison
    retour: Lien
    version: bool
    """Whether two versions of a model are compared."""


@dataclass(frozen=True, slots=True)
class Famille:
    """What surrounds a model: who follows it, and the models before and after it."""

    adoptions: tuple[tuple[Fiche, str], ...]
    """The conventions that follow it, each with the page of its differences, or nothing."""
    versions: tuple[Fiche, ...]
    """The model and those that replaced one another, oldest first; empty when there is but one."""


def famille(fiche: Fiche, registre: Registre) -> Famille:
    """The family of a model; empty for any other act."""
    adopted = tuple((f, differences(f, registre)) for f in registre.suivent(fiche))
    return Famille(adopted, _versions(fiche, registre) if fiche.acte.type is TypeActe.MODELE_CONVENTION else ())


def differences(fiche: Fiche, registre: Registre) -> str:
    """The address of the page of differences, or nothing."""
    return adresses.differences(fiche.adresse) if comparable(fiche, registre) else ""


def _versions(fiche: Fiche, registre: Registre) -> tuple[Fiche, ...]:
    """The models linked by « remplace », whichever of them is looked at."""
    chain = [fiche]
    while (before := _remplace(chain[0], registre)) and before not in chain:
        chain.insert(0, before)
    while (after := _remplacant(chain[-1], registre)) and after not in chain:
        chain.append(after)
    return tuple(chain) if len(chain) > 1 else ()


def _remplace(fiche: Fiche, registre: Registre) -> Fiche | None:
    """The model that this one takes the place of."""
    done = (f for f in registre.vies.faits(fiche.acte) if _en_entier(f) and f.cible)
    found = (registre.fiche(f.cible) for f in done)
    return next((f for f in found if f and f.acte.type is TypeActe.MODELE_CONVENTION), None)


def _remplacant(fiche: Fiche, registre: Registre) -> Fiche | None:
    """The model that takes the place of this one."""
    found = (registre.fiche(s.par) for s in registre.vies.subis(fiche.acte) if _en_entier(s))
    return next((f for f in found if f and f.acte.type is TypeActe.MODELE_CONVENTION), None)


def _en_entier(link: Fait | Subi) -> bool:
    """Whether the whole of a model takes the place of another."""
    return link.lien.nature is NatureLien.REMPLACE and not link.lien.article and not link.sans_effet


def pages_differences(registre: Registre) -> Iterator[Page]:
    """A page per convention whose text and whose model's text are both there."""
    for fiche in registre.toutes:
        model = comparable(fiche, registre)
        if model:
            version = fiche.acte.type is TypeActe.MODELE_CONVENTION
            title = f"Différences avec {'la version précédente' if version else 'le modèle'} : {fiche.acte.objet}"
            back = Lien(fiche.adresse, fiche.acte.titre)
            view = Differee(partial(_differences, title, model, fiche, back, version=version))
            yield Page(adresses.differences(fiche.adresse), "actes/comparaison.html", title, view, fiche.acte.publicite)


def _differences(title: str, model: Fiche, fiche: Fiche, back: Lien, *, version: bool) -> VueDifferences:
    return VueDifferences(title, model, fiche, comparer(model.acte.texte, fiche.acte.texte), back, version)


def comparable(fiche: Fiche, registre: Registre) -> Fiche | None:
    """The model that a convention can be compared with, if there is one; for a model, the one that it replaces."""
    acte = fiche.acte
    model = registre.cible(fiche, acte.modele) if isinstance(acte, Convention) else None
    if acte.type is TypeActe.MODELE_CONVENTION:
        model = _remplace(fiche, registre)
    return model if model and model.acte.texte.strip() and fiche.acte.texte.strip() else None
