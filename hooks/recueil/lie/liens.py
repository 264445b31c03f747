"""What an act does to others, in the words of schema.org and of ELI."""

from collections import defaultdict
from collections.abc import Iterator

from .. import adresses
from ..convention import Convention
from ..nomenclature import NatureLien
from ..publies import Fiche
from ..vies import Fait
from .ensemble import Ensemble
from .noeud import Dire

_PROPRIETES = {
    NatureLien.MODIFIE: ("legislationAmends", "eli:amends"),
    NatureLien.COMPLETE: ("legislationAmends", "eli:amends"),
    NatureLien.RECTIFIE: ("legislationCorrects", "eli:corrects"),
    NatureLien.ABROGE: ("legislationRepeals", "eli:repeals"),
    NatureLien.REMPLACE: ("legislationRepeals", "eli:repeals"),
    NatureLien.RETIRE: ("legislationRepeals", "eli:repeals"),
    NatureLien.APPLIQUE: ("eli:based_on",),
    NatureLien.APPROUVE: ("eli:basis_for",),
}
"""ELI has no word for what undoes an act from its first day: ``repeals`` is the nearest. Its ``applies`` is said of a
text carried from one law to another: an act that applies another is founded on it."""


def liens(fiche: Fiche, ensemble: Ensemble) -> dict[str, Dire]:
    """Property → addresses of the acts that it touches; nothing of a link that has no effect."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, address in _tous(fiche, ensemble):
        found[name].append(address)
    return {**found}


def _tous(fiche: Fiche, ensemble: Ensemble) -> Iterator[tuple[str, str]]:
    for fait in ensemble.registre.vies.faits(fiche.acte):
        target = _cible(fait, ensemble)
        if target and not fait.sans_effet:
            yield from ((name, target) for name in _PROPRIETES[fait.lien.nature])
    for approved in ensemble.registre.approuve(fiche):
        yield "eli:basis_for", ensemble.url(approved.adresse)
    for changed in ensemble.registre.amende(fiche):
        yield from ((name, ensemble.url(changed.adresse)) for name in _PROPRIETES[NatureLien.MODIFIE])


def _cible(fait: Fait, ensemble: Ensemble) -> str:
    """The address of the act that a link names, in the register or elsewhere; nothing when it has none."""
    if fait.cible is None:
        return fait.lien.adresse_web or ""
    return ensemble.url(adresses.acte(fait.cible))


def fondements(fiche: Fiche, ensemble: Ensemble) -> dict[str, Dire]:
    """What a convention rests on: the act that approves it, the model that it follows."""
    acte = fiche.acte
    if not isinstance(acte, Convention):
        return {}
    registre = ensemble.registre
    approved = registre.fiche(registre.vies.approbation(acte))
    found = {"eli:based_on": approved, "isBasedOn": registre.cible(fiche, acte.modele)}
    return {name: ensemble.url(one.adresse) for name, one in found.items() if one}


def citations(fiche: Fiche, ensemble: Ensemble) -> dict[str, Dire]:
    """The acts of the register that it cites in its « Vu »."""
    cited = ensemble.visas.get(fiche.adresse, ())
    return {"citation": cited, "eli:cites": cited}
