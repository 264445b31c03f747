"""The act: what it says, when it was sent and published, and by whom it is signed."""

from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic.json_schema import SkipJsonSchema

from .anomalie import Origine
from .champs import PAIRES_JSON, IdentifiantActes, Jour, Libelle, Matiere, NomFichier, Numero, Segment, paires
from .collectivite import Collectivite
from .modele import Modele
from .nomenclature import Nature, Regime, TypeActe
from .seance import Seance, Votes


class Personne(Modele):
    """Who signs an act: R2131-1 asks for the three, legibly."""

    prenom: Libelle
    """Prénom."""
    nom: Libelle
    """Nom."""
    qualite: Libelle
    """Qualité : « Maire », « Présidente »."""

    def __str__(self) -> str:
        return f"{self.prenom} {self.nom}"


class ControleLegalite(Modele):
    """What the stamp of the prefecture says (CGCT L2131-2)."""

    id: IdentifiantActes
    """Identifiant @ctes, tel qu'il est tamponné."""
    nature: Nature | None = None
    """Nature cochée à l'envoi, si elle n'est pas celle de l'identifiant."""
    envoye_le: Jour | None = None
    """Jour d'envoi en préfecture."""
    recu_le: Jour | None = None
    """Jour de réception en préfecture."""

    @property
    def nature_cochee(self) -> Nature:
        """The nature that was ticked: written apart, or the last two letters of the identifier."""
        return self.nature or Nature(self.id.nature)


class Annexe(Modele):
    """A document joined to the act, or the reason why it is not online."""

    titre: Libelle
    """Titre de l'annexe."""
    fichier: NomFichier | None = None
    """Fichier PDF, à côté de l'acte."""
    non_publiee: Libelle | None = None
    """Motif pour lequel l'annexe n'est pas en ligne."""
    consultation: Libelle | None = None
    """Où et comment lire une annexe qui n'est pas en ligne."""


class Derogation(Modele):
    """A rule that the act does not follow, with the reason why it is published all the same."""

    code: Libelle
    motif: Libelle


class Acte(Modele):
    """An act: délibération, arrêté, décision, procès-verbal; a convention adds its own keys."""

    type: TypeActe
    """Sorte de document."""
    numero: Numero | None = None
    """Numéro écrit sur l'acte."""
    objet: Libelle
    """Objet de l'acte, tel qu'il est écrit."""
    resume: Libelle | None = None
    """Résumé en langage courant, écrit par la collectivité."""
    date: Jour | None = None
    """Jour où l'acte a été adopté ou signé."""
    matiere: Matiere | None = None
    """Code de la nomenclature des matières."""
    auteur: Personne | None = None
    """Prénom, nom et qualité de l'auteur."""
    document: NomFichier | None = None
    """Fichier PDF de l'acte."""
    annexes: tuple[Annexe, ...] = ()
    """Annexes, en ligne ou non."""
    affiche_le: Jour | None = None
    """Jour de l'affichage."""
    publie_le: Jour | None = None
    """Jour de la mise en ligne ; sans lui l'acte est un brouillon."""
    controle_legalite: ControleLegalite | None = None
    """Transmission au contrôle de légalité."""
    votes: Votes | None = None
    """Résultat du vote."""
    adresse: Segment | None = None
    """Fin de l'adresse de la page, si le numéro ne suffit pas."""
    derogations: Annotated[tuple[Derogation, ...], BeforeValidator(paires("code", "motif")), PAIRES_JSON] = ()
    """Règles non suivies, avec le motif : « CODE: motif »."""

    seance: SkipJsonSchema[Seance | None] = Field(default=None, exclude=True)
    collectivite: SkipJsonSchema[Collectivite] = Field(exclude=True, repr=False)
    origine: SkipJsonSchema[Origine] = Field(exclude=True, repr=False)
    dossier: SkipJsonSchema[Path] = Field(exclude=True, repr=False)
    texte: SkipJsonSchema[str] = Field(default="", exclude=True, repr=False)
    """The words of the act, in the sober Markdown of ``texte.py``."""
    ligne_texte: SkipJsonSchema[int] = Field(default=1, exclude=True, repr=False)

    @property
    def publicite(self) -> Jour | None:
        """The day that makes the act public under the regime of its authority (CGCT L2131-1)."""
        return (self.affiche_le if self.par_affichage else None) or self.publie_le

    @property
    def par_affichage(self) -> bool:
        """Whether it is its posting that makes the act public."""
        return self.collectivite.regime is Regime.AFFICHAGE and self.affiche_le is not None

    @property
    def public(self) -> bool:
        """Whether the site may show anything of it; everything else is a draft."""
        return self.publicite is not None

    @property
    def intitule(self) -> str:
        """« Délibération n° 607 »."""
        return f"{self.type.libelle} n° {self.numero}" if self.numero else self.type.libelle

    @property
    def titre(self) -> str:
        """« Délibération n° 607 : Signature… »; the kind is not said twice to « Convention pour… »."""
        return self.objet if self.objet_suffit else f"{self.intitule} : {self.objet}"

    @property
    def objet_suffit(self) -> bool:
        """Whether the objet already says what the document is."""
        return self.objet.lower().startswith(self.intitule.lower())

    @property
    def fichiers(self) -> tuple[tuple[str, str], ...]:
        """Name and title of every file that the act puts online, the act's own first."""
        own = ((self.document, self.intitule),) if self.document else ()
        return own + tuple((a.fichier, a.titre) for a in self.annexes if a.fichier)
