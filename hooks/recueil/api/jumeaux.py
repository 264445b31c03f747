"""The twin of a page of an act (``index.json``), key by key: those of its file, then what ``donnees`` computes."""

from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any, ClassVar

from pydantic import BaseModel

from ..acte import Acte
from ..convention import Convention
from ..droit.evenements import EtatActe
from ..droit.executoire import Statut
from ..droit.terme import Situation
from .element import Derive
from .listes import LicenceDesDonnees
from .pieces import (
    AnnexeAilleurs,
    AnnexeEnLigne,
    Changement,
    CollectiviteDuJumeau,
    Conditions,
    EtatDepuis,
    Evenement,
    Explication,
    FichierDuJumeau,
    FichierRemplaceDuJumeau,
    LienDuJumeau,
    LienSubi,
    LigneDuJournalDuJumeau,
    Periode,
    SeanceDuJumeau,
)

_ECRITS_AUTREMENT = frozenset({"adresse", "document", "annexes", "derogations", "liens", "fichiers_remplaces"})
_REFAITS = frozenset({"approuvee_par", "modele", "avenants", "reconduite_par"})


class ActeDuJumeau(Derive, title="Un acte, en entier"):
    """An act with all that the register knows of it."""

    DE: ClassVar[type[BaseModel]] = Acte
    SANS: ClassVar[AbstractSet[str]] = _ECRITS_AUTREMENT

    intitule: str
    """Sorte et numéro : « Délibération n° 607 »."""
    publicite: date | None
    """Jour qui a rendu l'acte public."""
    matiere_libelle: str | None
    """Matière, en toutes lettres."""
    source: str
    """De qui viennent ces données."""
    licence: LicenceDesDonnees
    """La licence des données."""
    mise_a_jour: date | None
    """Dernier jour où quelque chose a été dit de l'acte."""
    url: str
    """Page de l'acte."""
    url_permanente: str
    """Adresse à citer."""
    document_de_reference: bool
    """Le document est montré, sans être un acte du registre."""
    collectivite: CollectiviteDuJumeau
    """La collectivité."""
    seance: SeanceDuJumeau | None
    """La séance."""
    document: FichierDuJumeau | None
    """Le fichier de l'acte."""
    annexes: tuple[AnnexeEnLigne | AnnexeAilleurs, ...]
    """Les annexes, dans l'ordre de l'acte."""
    derogations: dict[str, str]
    """Règles de contrôle non suivies : code et motif."""
    approuve: tuple[str, ...]
    """Pages des conventions que l'acte approuve."""
    modifie: tuple[str, ...]
    """Pages des conventions que cet avenant modifie."""
    suivi_par: tuple[str, ...]
    """Pages des conventions qui suivent ce modèle."""
    precedent: str | None
    """Page de l'acte d'avant, dans la séance."""
    suivant: str | None
    """Page de l'acte d'après, dans la séance."""
    journal: tuple[LigneDuJournalDuJumeau, ...]
    """Ce que dit de l'acte le journal des mises en ligne."""
    scelle: dict[str, Any]
    """Ce qui a été saisi, mot pour mot : ce dont le journal garde l'empreinte."""
    texte: str
    """Texte de l'acte, en Markdown."""
    texte_html: str
    """Texte de l'acte, en HTML."""
    executoire_le: date | None
    """Jour depuis lequel l'acte est exécutoire."""
    executoire_statut: Statut | None
    """Ce qui peut être dit de son caractère exécutoire."""
    executoire_phrase: str | None
    """La même chose, en une phrase."""
    recours_jusqu_au: date | None
    """Dernier jour, en principe, pour saisir le tribunal."""
    recours_gracieux_jusqu_au: date | None
    """Dernier jour, en principe, du recours gracieux."""
    definitif_apres: date | None
    """Jour après lequel, en principe, l'acte ne peut plus être contesté."""
    defere_jusqu_au: date | None
    """Dernier jour, en principe, du déféré du préfet."""
    publicite_base: str | None
    """Champ dont le jour fait courir les délais."""
    explications: dict[str, Explication]
    """Pour chacune de ces dates, comment elle est calculée."""
    etat: EtatActe | None
    """État de l'acte, au dernier jour que connaît le registre."""
    etats: tuple[EtatDepuis, ...]
    """États successifs."""
    evenements: tuple[Evenement, ...]
    """Ce qui est arrivé à l'acte."""
    liens: tuple[LienDuJumeau, ...]
    """Ce que l'acte fait à d'autres."""
    liens_subis: tuple[LienSubi, ...]
    """Ce que d'autres actes font à celui-ci."""
    fichiers_remplaces: tuple[FichierRemplaceDuJumeau, ...]
    """Anciens fichiers."""


class ConventionDuJumeau(ActeDuJumeau, title="Une convention, un avenant ou un modèle, en entier"):
    """A convention; the keys of its term are there when it was published."""

    DE: ClassVar[type[BaseModel]] = Convention
    SANS: ClassVar[AbstractSet[str]] = _ECRITS_AUTREMENT | _REFAITS
    FACULTATIFS: ClassVar[AbstractSet[str]] = frozenset(
        ("conditions_actuelles", "changements", "situation", "situation_au", "fin_calculee", "prochaine_fin")
    ) | {"fin_certaine", "reconductions_restantes", "periodes"}

    approuvee_par: str | None
    """Page de l'acte qui l'approuve."""
    modele: str | None
    """Page du modèle qu'elle suit."""
    avenants: tuple[str, ...]
    """Pages de ses avenants."""
    reconduite_par: tuple[str, ...]
    """Pages des actes qui ont décidé une reconduction."""
    conditions_actuelles: Conditions
    """Les conditions, avenants compris."""
    changements: tuple[Changement, ...]
    """Ce que les avenants ont changé."""
    situation: Situation
    """Où en est la convention."""
    situation_au: date
    """Jour pour lequel cela est dit : le dernier que connaît le registre."""
    fin_calculee: date | None
    """Dernier jour de la première période."""
    prochaine_fin: date | None
    """Dernier jour de la période en cours."""
    fin_certaine: date | None
    """Dernier jour après lequel rien ne la reconduit sans une nouvelle décision."""
    reconductions_restantes: int | None
    """Reconductions encore possibles."""
    periodes: tuple[Periode, ...]
    """Les périodes, dans l'ordre."""
