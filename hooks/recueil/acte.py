"""The act: what it says, when it was sent and published, and by whom it is signed."""

from pathlib import Path
from typing import Annotated, Self

from pydantic import BeforeValidator, Field
from pydantic.fields import FieldInfo
from pydantic.json_schema import SkipJsonSchema

from .anomalie import Origine
from .champs import (
    PAIRES_JSON,
    IdentifiantActes,
    Jour,
    Libelle,
    Matiere,
    NomFichier,
    Numero,
    OuiNon,
    Segment,
    paires,
)
from .collectivite import Collectivite
from .devenir import Caducite, Depublication, FichierRemplace, Jugement, Lien
from .modele import Dits, Modele
from .nomenclature import REFORME, Nature, Regime, TypeActe
from .seance import Seance, Votes

INDIVIDUEL = "INDIV-01"
"""The rule that keeps an individual act off the site; its waiver publishes it."""

_GARDES = frozenset(
    (
        *("type", "numero", "objet", "date", "adresse", "auteur", "votes", "document_de_reference"),
        *("affiche_le", "affichage_urgence", "notifie_le", "publie_le", "controle_legalite", "derogations"),
        *("liens", "jugements", "caducite", "fichiers_remplaces", "non_indexe", "depublie"),
    )
)
"""What an emptied page still says; everything else of its file leaves it, names of partners first."""


def _vide(name: str, field: FieldInfo) -> bool:
    """Whether a field is of the file and leaves an emptied page."""
    return not field.exclude and name not in _GARDES and not field.is_required()


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
    """What the stamp of the prefecture says, or why the act was not sent to it (CGCT L2131-2)."""

    id: IdentifiantActes | None = None
    """Identifiant @ctes, tel qu'il est tamponné ; un envoi sur papier n'en a pas."""
    nature: Nature | None = None
    """Nature cochée à l'envoi, si elle n'est pas celle de l'identifiant."""
    envoye_le: Jour | None = None
    """Jour d'envoi en préfecture."""
    recu_le: Jour | None = None
    """Jour de réception en préfecture."""
    transmissible: OuiNon | None = None
    """Si la loi demande de transmettre cet acte, quand son type ne suffit pas à le dire."""
    motif: Libelle | None = None
    """Motif pour lequel l'acte n'est pas soumis à la transmission."""

    @property
    def nature_cochee(self) -> Nature | None:
        """The nature that was ticked: written apart, or the last two letters of the identifier."""
        return self.nature or (Nature(self.id.nature) if self.id else None)


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
    document_du_registre: OuiNon = False
    """Le PDF a été fait par le registre, à partir du texte : ce n'est pas l'original signé."""
    document_numerise: OuiNon = False
    """Le PDF n'est qu'une image : le texte de la page en est la version accessible."""
    annexes: tuple[Annexe, ...] = ()
    """Annexes, en ligne ou non."""
    affiche_le: Jour | None = None
    """Jour de l'affichage."""
    affichage_urgence: OuiNon = False
    """L'acte entre en vigueur dès son affichage, en raison de l'urgence."""
    notifie_le: Jour | None = None
    """Jour de la notification à la personne que vise une décision individuelle."""
    publier_le: Jour | None = None
    """Jour prévu de la mise en ligne d'un brouillon."""
    publie_le: Jour | None = None
    """Jour de la mise en ligne ; sans lui l'acte est un brouillon."""
    controle_legalite: ControleLegalite | None = None
    """Transmission au contrôle de légalité."""
    arrete_le: Jour | None = None
    """Pour un procès-verbal : jour de la séance qui l'a arrêté."""
    votes: Votes | None = None
    """Résultat du vote."""
    effet_jusqu_au: Jour | None = None
    """Dernier jour d'effet d'un acte temporaire."""
    liens: tuple[Lien, ...] = ()
    """Ce que l'acte fait à d'autres actes."""
    jugements: tuple[Jugement, ...] = ()
    """Décisions de justice sur l'acte."""
    caducite: Caducite | None = None
    """Perte d'effet de l'acte, sans qu'un autre l'abroge."""
    fichiers_remplaces: tuple[FichierRemplace, ...] = ()
    """Anciens fichiers de l'acte, du plus ancien au plus récent."""
    non_indexe: Libelle | None = None
    """Motif pour lequel les moteurs de recherche ne doivent pas donner la page : des données personnelles."""
    depublie: Depublication | None = None
    """Retrait du texte et des fichiers ; la page reste."""
    adresse: Segment | None = None
    """Fin de l'adresse de la page, si le numéro ne suffit pas."""
    derogations: Annotated[tuple[Derogation, ...], BeforeValidator(paires("code", "motif")), PAIRES_JSON] = ()
    """Règles non suivies, avec le motif : « CODE: motif »."""

    seance: SkipJsonSchema[Seance | None] = Field(default=None, exclude=True)
    collectivite: SkipJsonSchema[Collectivite] = Field(exclude=True, repr=False)
    origine: SkipJsonSchema[Origine] = Field(exclude=True, repr=False)
    dossier: SkipJsonSchema[Path] = Field(exclude=True, repr=False)
    octets_texte: SkipJsonSchema[bytes] = Field(default=b"", exclude=True, repr=False)
    """Its words in UTF-8: half of what they take as ``str``, for ten thousand acts."""
    ligne_texte: SkipJsonSchema[int] = Field(default=1, exclude=True, repr=False)
    dits: SkipJsonSchema[Dits] = Field(default={}, exclude=True, repr=False)

    @property
    def texte(self) -> str:
        """The words of the act, in the sober Markdown of ``texte.py``."""
        return self.octets_texte.decode()

    @property
    def publicite(self) -> Jour | None:
        """The day that makes the act public under the regime of its authority (CGCT L2131-1)."""
        return (self.affiche_le if self.par_affichage else None) or self.publie_le

    @property
    def par_affichage(self) -> bool:
        """Whether it is its posting that makes the act public."""
        return self.regime is Regime.AFFICHAGE and self.affiche_le is not None

    @property
    def regime(self) -> Regime:
        """The regime of publicity on the day of this act; before the reform of 2022, posting was enough everywhere."""
        posted = self.affiche_le
        if posted and posted < REFORME and self.publie_le and not self.collectivite.anciens_regimes:
            return Regime.AFFICHAGE
        return self.collectivite.regime_le(posted or self.publie_le or self.date)

    @property
    def public(self) -> bool:
        """Whether the site may show anything of it; everything else is a draft."""
        return self.publicite is not None and (not self.individuel or self.deroge(INDIVIDUEL))

    @property
    def individuel(self) -> bool:
        """Whether the act concerns named persons: it is notified, and is not published by default (L2131-1, II)."""
        control = self.controle_legalite
        return self.notifie_le is not None or bool(control and control.nature_cochee is Nature.AI)

    @property
    def identifiant(self) -> str:
        """The @ctes identifier, or nothing."""
        control = self.controle_legalite
        return control.id.texte if control and control.id else ""

    @property
    def vide(self) -> Self:
        """The act without what an emptied page must not say; its dates, its objet and what became of it stay."""
        kept = {key: value for key, value in self.dits.items() if key in _GARDES}
        gone = {name: field.get_default() for name, field in type(self).model_fields.items() if _vide(name, field)}
        return self.model_copy(update={"octets_texte": b"", "dits": kept, **gone})

    def deroge(self, code: str) -> bool:
        """Whether the act says why it does not follow a rule."""
        return any(d.code == code for d in self.derogations)

    @property
    def intitule(self) -> str:
        """« Délibération n° 607 »."""
        return f"{self.type.libelle} n° {self.numero}" if self.numero else self.type.libelle

    @property
    def designation(self) -> str:
        """« la délibération n° 607 », inside a sentence."""
        return f"{self.type.defini} n° {self.numero}" if self.numero else self.type.defini

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
