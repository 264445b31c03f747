"""The models: what an authority, a session, an act and a convention are, once read and typed."""

from pathlib import Path

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema
from typing_extensions import Annotated

from .anomalie import Origine
from .champs import (
    Departement,
    Duree,
    Entier,
    Heure,
    IdentifiantActes,
    Jour,
    JourOuInconnu,
    Libelle,
    Matiere,
    NomFichier,
    OuiNon,
    Segment,
    Siren,
    SirenOuInconnu,
    Siret,
    Texte,
    paires,
)
from .nomenclature import (
    Nature,
    Reconduction,
    Regime,
    Resultat,
    Scrutin,
    Territoire,
    TypeActe,
    TypeCollectivite,
)


class Modele(BaseModel):
    """A record of the file: nothing more than its keys, nothing changed after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True)


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


class Tribunal(Modele):
    """The administrative court before which the acts can be contested."""

    nom: Libelle
    """Nom du tribunal."""
    adresse: Libelle
    """Adresse postale du tribunal."""


class Collectivite(Modele):
    """An authority: the file ``collectivite.yml`` at the top of its folder."""

    nom: Libelle
    """Nom complet."""
    sigle: Libelle | None = None
    """Nom court, pour les titres et les listes."""
    type: TypeCollectivite
    """Sorte de collectivité."""
    siren: Siren
    """SIREN, 9 chiffres."""
    siret: Siret | None = None
    """SIRET du siège, 14 chiffres."""
    departement: Departement
    """Département de la préfecture, sur trois caractères."""
    population: Entier | None = None
    """Population municipale."""
    membres: Entier | None = None
    """Nombre légal de membres de l'assemblée."""
    adresse: Libelle | None = None
    """Adresse postale du siège."""
    courriel: Libelle | None = None
    """Adresse de courriel."""
    telephone: Libelle | None = None
    """Numéro de téléphone."""
    site: Libelle | None = None
    """Site de la collectivité."""
    regime: Regime = Regime.ELECTRONIQUE
    """Manière de rendre les actes publics (CGCT L2131-1)."""
    deliberation_regime: Libelle | None = None
    """Délibération qui a choisi ce régime."""
    tribunal: Tribunal | None = None
    """Tribunal administratif compétent."""
    jours_feries: Territoire = Territoire.METROPOLE
    """Territoire dont les jours fériés s'appliquent."""

    cle: SkipJsonSchema[str] = Field(default="", exclude=True)
    """Name of the folder; first segment of every address."""
    origine: SkipJsonSchema[Origine] = Field(default=Origine(""), exclude=True, repr=False)

    @property
    def nom_court(self) -> str:
        """The acronym where there is one."""
        return self.sigle or self.nom


class Pouvoir(Modele):
    """A member who is away and the colleague who votes in their name (CGCT L2121-20)."""

    mandant: Libelle
    mandataire: Libelle


class Seance(Modele):
    """What the acts of one session share: the file ``seance.yml``."""

    organe: Libelle
    """Assemblée : « Conseil municipal », « Comité syndical »."""
    date: Jour
    """Jour de la séance."""
    heure: Heure | None = None
    """Heure d'ouverture."""
    lieu: Libelle | None = None
    """Lieu de la séance."""
    convocation: Jour | None = None
    """Jour d'envoi de la convocation."""
    ordre_du_jour: tuple[Libelle, ...] = ()
    """Questions inscrites, dans l'ordre."""
    presidence: Libelle | None = None
    """Qui a présidé."""
    secretaire: Libelle | None = None
    """Secrétaire de séance."""
    membres_en_exercice: Entier | None = None
    """Nombre de membres en exercice."""
    presents: tuple[Libelle, ...] = ()
    """Membres présents."""
    absents: tuple[Libelle, ...] = ()
    """Membres absents sans excuse ni pouvoir."""
    excuses: tuple[Libelle, ...] = ()
    """Membres excusés qui n'ont pas donné pouvoir."""
    pouvoirs: Annotated[tuple[Pouvoir, ...], BeforeValidator(paires("mandant", "mandataire"))] = ()
    """Pouvoirs donnés : « mandant: mandataire »."""

    cle: SkipJsonSchema[str] = Field(default="", exclude=True)
    """Name of the folder that the acts of the session share."""

    @property
    def votants(self) -> int:
        """Members who can vote: those present and those who gave a proxy (CGCT L2121-20)."""
        return len(self.presents) + len(self.pouvoirs)


class Votes(Modele):
    """The figures of a vote, as the act gives them."""

    pour: Entier
    """Voix pour."""
    contre: Entier
    """Voix contre."""
    abstention: Entier
    """Abstentions."""
    nppv: Entier = 0
    """Membres qui n'ont pas pris part au vote."""
    scrutin: Scrutin = Scrutin.ORDINAIRE
    """Sorte de scrutin."""
    resultat: Resultat | None = None
    """Ce que l'assemblée a décidé."""

    @property
    def total(self) -> int:
        """Everyone accounted for."""
        return self.pour + self.contre + self.abstention + self.nppv


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
    numero: Libelle | None = None
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
    derogations: Annotated[tuple[Derogation, ...], BeforeValidator(paires("code", "motif"))] = ()
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
        if self.collectivite.regime is Regime.AFFICHAGE:
            return self.publie_le or self.affiche_le
        return self.publie_le

    @property
    def public(self) -> bool:
        """Whether the site may show anything of it; everything else is a draft."""
        return self.publicite is not None

    @property
    def intitule(self) -> str:
        """« Délibération n° 607 »."""
        return f"{self.type.libelle} n° {self.numero}" if self.numero else self.type.libelle

    @property
    def fichiers(self) -> tuple[tuple[str, str], ...]:
        """Name and title of every file that the act puts online, the act's own first."""
        own = ((self.document, self.intitule),) if self.document else ()
        return own + tuple((a.fichier, a.titre) for a in self.annexes if a.fichier)


class Partie(Modele):
    """A party to a convention; what the document leaves blank is ``inconnu``."""

    nom: Libelle
    """Nom de la partie."""
    sigle: Libelle | None = None
    """Nom court, le même dans toutes ses conventions."""
    siren: SirenOuInconnu | None = None
    """SIREN, 9 chiffres."""
    siege: Libelle | None = None
    """Adresse du siège."""
    representant: Libelle | None = None
    """Qui signe pour elle."""
    qualite: Libelle | None = None
    """Qualité du signataire."""
    deliberation: Libelle | None = None
    """Délibération qui l'autorise à signer."""
    signe_le: JourOuInconnu | None = None
    """Jour de sa signature."""

    @property
    def nom_court(self) -> str:
        """The acronym where there is one."""
        return self.sigle or self.nom


class ActeSource(Modele):
    """The act of another authority to which a reference document was annexed: what its stamp says, no more."""

    id: IdentifiantActes
    """Identifiant @ctes de l'acte."""
    envoye_le: Jour | None = None
    """Jour de télétransmission."""
    recu_le: Jour | None = None
    """Jour de réception en préfecture."""


class Convention(Acte):
    """A convention, an amendment to one, or a model of one."""

    parties: tuple[Partie, ...] = ()
    """Parties à la convention."""
    approuvee_par: Texte | None = None
    """Délibération qui approuve la convention."""
    modele: Texte | None = None
    """Modèle que suit la convention."""
    avenants: tuple[Texte, ...] = ()
    """Avenants, dans l'ordre."""
    debut: JourOuInconnu | None = None
    """Premier jour."""
    fin: JourOuInconnu | None = None
    """Dernier jour."""
    terme: Libelle | None = None
    """Ce que la convention dit de sa fin, dans ses mots."""
    duree: Duree | None = None
    """Durée écrite dans la convention."""
    reconduction: Reconduction | None = None
    """Ce qui se passe à la fin."""
    nombre_reconductions: Entier | None = None
    """Combien de fois la convention peut être reconduite."""
    preavis: Duree | None = None
    """Préavis de dénonciation."""
    montant: Libelle | None = None
    """Montant ou règle de prix, dans les mots de la convention."""
    juridiction: Libelle | None = None
    """Tribunal désigné par la convention."""
    document_de_reference: OuiNon = False
    """Pour un modèle : le montrer, sans en faire un acte du registre."""
    annexe_de: ActeSource | None = None
    """Acte d'une autre collectivité auquel le document est annexé."""

    @property
    def public(self) -> bool:
        """A reference document is shown without being an act of the register."""
        return super().public or self.document_de_reference
