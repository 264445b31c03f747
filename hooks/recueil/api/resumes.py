"""The objects of the lists: an act, a session, a convention and an authority in a few keys, with where the rest is."""

from typing import Literal

from pydantic import Field

from ..champs import Jour
from ..droit.evenements import EtatActe
from ..droit.terme import Situation
from ..nomenclature import Nature, Regime, Resultat, TypeActe, TypeCollectivite
from .element import Element


class FichierResume(Element, title="Le fichier d'un acte"):
    """The file of an act."""

    url: str
    """Adresse du fichier."""
    type: Literal["application/pdf"] = "application/pdf"
    """Type du fichier (MIME)."""
    taille: int
    """Taille, en octets."""
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    """Empreinte SHA-256."""


class ActeResume(Element, title="Un acte, en résumé"):
    """An act."""

    url: str
    """Page de l'acte."""
    donnees: str
    """L'acte en entier, en JSON."""
    collectivite: str
    """Clé de la collectivité."""
    type: TypeActe
    """Sorte de document."""
    nature: Nature | None
    """Nature cochée à la télétransmission."""
    numero: str | None
    """Numéro écrit sur l'acte."""
    identifiant: str | None
    """Identifiant @ctes, s'il désigne cet acte seul."""
    objet: str
    """Objet de l'acte."""
    matiere: str | None
    """Code de la nomenclature des matières."""
    date: Jour | None
    """Jour où l'acte a été adopté ou signé."""
    publicite: Jour
    """Jour qui a rendu l'acte public."""
    executoire_le: Jour | None
    """Jour depuis lequel l'acte est exécutoire."""
    etat: EtatActe | None
    """État de l'acte, au dernier jour que connaît le registre."""
    resultat: Resultat | None
    """Ce que l'assemblée a décidé."""
    seance: str | None
    """Page de la séance."""
    document: FichierResume | None
    """Le fichier de l'acte."""


class SeanceResume(Element, title="Une séance"):
    """A session."""

    url: str
    """Page de la séance."""
    collectivite: str
    """Clé de la collectivité."""
    organe: str
    """Assemblée."""
    date: Jour
    """Jour de la séance."""
    heure: str | None
    """Heure d'ouverture."""
    lieu: str | None
    """Lieu."""
    annoncee_le: Jour | None
    """Jour où la séance a été annoncée en ligne."""
    membres_en_exercice: int | None
    """Nombre de membres en exercice."""
    actes: tuple[str, ...]
    """Ses actes publics, en JSON, dans l'ordre de la séance."""


class PartieResume(Element, title="Une partie à une convention"):
    """A party."""

    nom: str
    """Nom de la partie."""
    siren: str | None
    """SIREN, ou « inconnu »."""


class ConventionResume(Element, title="Une convention, en résumé"):
    """A convention."""

    url: str
    """Page de la convention."""
    donnees: str
    """La convention en entier, en JSON."""
    collectivite: str
    """Clé de la collectivité."""
    numero: str | None
    """Numéro écrit sur la convention."""
    objet: str
    """Objet de la convention."""
    date: Jour | None
    """Jour de la signature."""
    publicite: Jour
    """Jour qui l'a rendue publique."""
    parties: tuple[PartieResume, ...]
    """Parties à la convention."""
    approuvee_par: str | None
    """Page de l'acte qui l'approuve."""
    debut: str | None
    """Premier jour, ou « inconnu »."""
    prochaine_fin: Jour | None
    """Dernier jour de la période en cours."""
    situation: Situation
    """Où en est la convention."""
    situation_au: Jour
    """Jour pour lequel cela est dit : le dernier que connaît le registre."""


class CollectiviteResume(Element, title="Une collectivité"):
    """An authority."""

    cle: str
    """Clé : début des adresses de ses pages."""
    nom: str
    """Nom complet."""
    sigle: str | None
    """Nom court."""
    type: TypeCollectivite
    """Sorte de collectivité."""
    siren: str
    """SIREN, 9 chiffres."""
    siret: str | None
    """SIRET du siège, 14 chiffres."""
    departement: str
    """Département de la préfecture, sur trois caractères."""
    regime: Regime
    """Manière de rendre les actes publics."""
    url: str
    """Page de la collectivité."""
    site: str | None
    """Site de la collectivité."""
    actes: int
    """Nombre d'actes publics."""
    seances: int
    """Nombre de séances."""


class AnneeResume(Element, title="Les actes d'une année"):
    """The acts of a year."""

    annee: int
    """Année de l'acte, ou celle de sa publication s'il n'a pas de date."""
    nombre: int
    """Nombre d'actes."""
    url: str
    """Première page de la liste."""
