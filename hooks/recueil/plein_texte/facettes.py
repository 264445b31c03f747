"""What the results are sorted by: for each value, the acts that have it; small enough to be asked for whole."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..adresses import annee, slug
from ..droit.evenements import FINS, EtatActe
from ..matieres import libelle_matiere, matiere_nationale
from ..objets import Objet
from ..pages.conventions import Partenaire, partenaires
from ..publies import Fiche
from ..registre import Registre
from .codage import coder, ecarts

_A_DIRE = FINS | {EtatActe.SUSPENDU}
"""The states that a result must tell: the act has no effect, or none for now."""


@dataclass(frozen=True)
class Classement:
    """The values of the acts of a register."""

    registre: Registre

    def facettes(self, fiches: Sequence[Fiche], debut: int) -> Objet:
        """How far each act is from a first of January, then name of a facet → code of a value → label and acts."""
        found: dict[str, dict[str, tuple[str, list[int]]]] = defaultdict(dict)
        for rank, fiche in enumerate(fiches):
            for name, code, label in dict.fromkeys(self._valeurs(fiche)):
                found[name].setdefault(code, (label, []))[1].append(rank)
        return {"jours": coder(_jour(fiche, debut) for fiche in fiches)} | {
            name: {code: [label, ecarts(ranks)] for code, (label, ranks) in sorted(values.items())}
            for name, values in sorted(found.items())
        }

    def fins(self, fiches: Sequence[Fiche]) -> dict[str, str]:
        """« Abrogé » → the acts of which a result must say so."""
        found: dict[str, list[int]] = defaultdict(list)
        for rank, fiche in enumerate(fiches):
            state = self.registre.vies.etat(fiche.acte)
            if state in _A_DIRE:
                found[state.libelle].append(rank)
        return {label: ecarts(found[label]) for label in sorted(found)}

    def _valeurs(self, fiche: Fiche) -> Iterator[tuple[str, str, str]]:
        """Name of a facet, code, label."""
        acte = fiche.acte
        control, state, body = acte.controle_legalite, self.registre.vies.etat(acte), fiche.organe
        year = annee(acte)
        yield "annee", str(year), str(year or "Sans date")
        yield "collectivite", fiche.collectivite.cle, fiche.collectivite.nom_court
        yield "type", acte.type.value, acte.type.libelle
        if control and control.nature_cochee:
            yield "nature", control.nature_cochee.value, control.nature_cochee.libelle
        if acte.matiere:
            yield "matiere", matiere_nationale(acte.matiere), libelle_matiere(acte.matiere)
        if body:
            yield "organe", slug(body), body
        for partner in self._partenaires.get(fiche.adresse, ()):
            yield "partenaire", partner.adresse.rstrip("/").rpartition("/")[2], partner.sigle or partner.nom
        if state:
            yield "etat", state.value, state.libelle

    @cached_property
    def _partenaires(self) -> dict[str, list[Partenaire]]:
        found: dict[str, list[Partenaire]] = defaultdict(list)
        for partner in partenaires(self.registre.conventions):
            for fiche in partner.fiches:
                found[fiche.adresse].append(partner)
        return found


def _jour(fiche: Fiche, debut: int) -> int:
    day = fiche.acte.date or fiche.acte.publicite
    return (day - date(debut, 1, 1)).days if day and debut else 0
