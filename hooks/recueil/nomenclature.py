"""The closed lists of the field, in one place: kinds of act and of authority, @ctes natures, what acts do."""

import re
import unicodedata
from datetime import date
from enum import StrEnum
from typing import Self


def _plat(text: str) -> str:
    plain = unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[\s_-]+", "_", plain.strip().lower())


class Liste(StrEnum):
    """A closed list: the value is what the clerk writes, ``libelle`` is what the public reads."""

    libelle: str

    def __new__(cls, valeur: str, libelle: str = "") -> Self:
        """Keep the label beside the value."""
        member = str.__new__(cls, valeur)
        member._value_ = valeur
        member.libelle = libelle
        return member

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """« Délibération », « Alsace-Moselle »: accents, capitals and hyphens do not make another word."""
        typed = _plat(str(value))
        return next((member for member in cls if _plat(member.value) == typed), None)


class Licence(Liste):
    """Under what the data may be used again: one of the two licences that CRPA D323-2-1 names."""

    LO = "licence-ouverte", "Licence Ouverte 2.0"
    ODBL = "odbl", "Open Database License 1.0"

    @property
    def url(self) -> str:
        """The address of its text."""
        return _TEXTES_DES_LICENCES[self.value]


_TEXTES_DES_LICENCES = {
    "licence-ouverte": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    "odbl": "https://opendatacommons.org/licenses/odbl/1-0/",
}


class TypeActe(Liste):
    """What a document is; never deduced from the nature ticked in @ctes."""

    DELIBERATION = "deliberation", "Délibération"
    DECISION = "decision", "Décision"
    ARRETE = "arrete", "Arrêté"
    PROCES_VERBAL = "proces_verbal", "Procès-verbal"
    LISTE_DELIBERATIONS = "liste_deliberations", "Liste des délibérations"
    CONVENTION = "convention", "Convention"
    AVENANT = "avenant", "Avenant"
    MODELE_CONVENTION = "modele_convention", "Modèle de convention"
    AUTRE = "autre", "Autre acte"

    @property
    def defini(self) -> str:
        """« la délibération », « l'arrêté »: how a sentence names it."""
        name = self.libelle.lower()
        if name[0] in "aeiou":
            return f"l'{name}"
        return f"{'le' if self in {TypeActe.PROCES_VERBAL, TypeActe.MODELE_CONVENTION} else 'la'} {name}"

    @property
    def contractuel(self) -> bool:
        """Whether the document binds parties, and so has parties, a term and an approval."""
        return self in {TypeActe.CONVENTION, TypeActe.AVENANT, TypeActe.MODELE_CONVENTION}


class Nature(Liste):
    """The six natures of @ctes, as the clerk ticked them on sending (norme d'échange ACTES)."""

    DE = "DE", "Délibérations"
    AR = "AR", "Actes réglementaires"
    AI = "AI", "Actes individuels"
    CC = "CC", "Contrats, conventions et avenants"
    BF = "BF", "Documents budgétaires et financiers"
    AU = "AU", "Autres"


class TypeCollectivite(Liste):
    """Kinds of authority; the rules of publicity differ (CGCT L2131-1, L5211-3, L5711-1, L5721-4)."""

    COMMUNE = "commune", "Commune"
    EPCI_FP = "epci_fp", "Établissement public de coopération intercommunale à fiscalité propre"
    SYNDICAT_COMMUNES = "syndicat_communes", "Syndicat de communes"
    SM_FERME = "sm_ferme", "Syndicat mixte fermé"
    SM_OUVERT = "sm_ouvert", "Syndicat mixte ouvert"
    DEPARTEMENT = "departement", "Département"
    REGION = "region", "Région"
    ETABLISSEMENT = "etablissement", "Établissement public"


class Regime(Liste):
    """How acts are made public (CGCT L2131-1, III and IV)."""

    ELECTRONIQUE = "electronique", "Publication sous forme électronique"
    AFFICHAGE = "affichage", "Affichage"
    PAPIER = "papier", "Publication sur papier"


REFORME = date(2022, 7, 1)
"""First day of publication online, of the list of délibérations and of the new minutes (ordonnance n° 2021-1310)."""


class Territoire(Liste):
    """Which public holidays apply (code du travail L3133-1, L3134-13 and L3422-2)."""

    METROPOLE = "metropole", "Métropole"
    ALSACE_MOSELLE = "alsace_moselle", "Alsace-Moselle"
    GUADELOUPE = "guadeloupe", "Guadeloupe"
    MARTINIQUE = "martinique", "Martinique"
    GUYANE = "guyane", "Guyane"
    REUNION = "reunion", "La Réunion"
    MAYOTTE = "mayotte", "Mayotte"
    SAINT_BARTHELEMY = "saint_barthelemy", "Saint-Barthélemy"
    SAINT_MARTIN = "saint_martin", "Saint-Martin"
    SAINT_PIERRE_ET_MIQUELON = "saint_pierre_et_miquelon", "Saint-Pierre-et-Miquelon"

    @property
    def fuseau(self) -> str:
        """Its time zone, by its IANA name: an act goes online on the day that it is there."""
        return _FUSEAUX.get(self, "Europe/Paris")


_FUSEAUX = {
    Territoire.GUADELOUPE: "America/Guadeloupe",
    Territoire.MARTINIQUE: "America/Martinique",
    Territoire.GUYANE: "America/Cayenne",
    Territoire.REUNION: "Indian/Reunion",
    Territoire.MAYOTTE: "Indian/Mayotte",
    Territoire.SAINT_BARTHELEMY: "America/St_Barthelemy",
    Territoire.SAINT_MARTIN: "America/Marigot",
    Territoire.SAINT_PIERRE_ET_MIQUELON: "America/Miquelon",
}


class Scrutin(Liste):
    """How a vote is held (CGCT L2121-21)."""

    ORDINAIRE = "ordinaire", "Scrutin ordinaire"
    PUBLIC = "public", "Scrutin public"
    SECRET = "secret", "Scrutin secret"


class Resultat(Liste):
    """What became of a proposal put to the assembly (CGCT L2121-25: approved or refused)."""

    ADOPTEE = "adoptee", "Adoptée"
    REJETEE = "rejetee", "Rejetée"
    AJOURNEE = "ajournee", "Ajournée"
    PRISE_ACTE = "prise_acte", "Il en est pris acte"


class Reconduction(Liste):
    """How a convention goes on after its term."""

    AUCUNE = "aucune", "Aucune reconduction"
    TACITE = "tacite", "Reconduction tacite"
    EXPRESSE = "expresse", "Reconduction expresse"
    INCONNU = "inconnu", "Reconduction inconnue"


class NatureLien(Liste):
    """What an act does to another; the label is said of the act that does it."""

    MODIFIE = "modifie", "Modifie"
    ABROGE = "abroge", "Abroge"
    RETIRE = "retire", "Retire"
    RECTIFIE = "rectifie", "Rectifie"
    COMPLETE = "complete", "Complète"
    APPLIQUE = "applique", "Applique"
    REMPLACE = "remplace", "Remplace"
    APPROUVE = "approuve", "Approuve"

    @property
    def participe(self) -> str:
        """What is said of the other act, which is masculine: « Abrogé »."""
        return _SUBIS[self]

    @property
    def met_fin(self) -> bool:
        """Whether the other act is in force no more."""
        return self in {NatureLien.ABROGE, NatureLien.RETIRE, NatureLien.REMPLACE}


_SUBIS = {
    NatureLien.MODIFIE: "Modifié",
    NatureLien.ABROGE: "Abrogé",
    NatureLien.RETIRE: "Retiré",
    NatureLien.RECTIFIE: "Rectifié",
    NatureLien.COMPLETE: "Complété",
    NatureLien.APPLIQUE: "Appliqué",
    NatureLien.REMPLACE: "Remplacé",
    NatureLien.APPROUVE: "Approuvé",
}


class SensJugement(Liste):
    """What a court decides of an act."""

    SUSPENSION = "suspension", "Suspension"
    FIN_SUSPENSION = "fin_suspension", "Fin de la suspension"
    ANNULATION = "annulation", "Annulation"
    ANNULATION_PARTIELLE = "annulation_partielle", "Annulation partielle"
    REJET = "rejet", "Rejet du recours"
    INFIRMATION = "infirmation", "Annulation de la décision précédente"


class MotifRemplacement(Liste):
    """Why a file is replaced, or a page emptied: on some grounds the earlier file cannot stay online."""

    ERREUR_MATERIELLE = "erreur_materielle", "Erreur matérielle"
    FICHIER_ILLISIBLE = "fichier_illisible", "Fichier illisible ou incomplet"
    AUTRE_FICHIER = "autre_fichier", "Un autre fichier avait été mis en ligne"
    ORIGINAL_SIGNE = "original_signe", "L'original signé remplace la copie établie par le registre"
    DONNEES_PERSONNELLES = "donnees_personnelles", "Données personnelles (CRPA L312-1-2)"
    SECRET = "secret", "Secret protégé par la loi (CRPA L311-5 et L311-6)"
    DECISION_DE_JUSTICE = "decision_de_justice", "Décision de justice"

    @property
    def occulte(self) -> bool:
        """Whether what was online before must not be served any more."""
        return self in {
            MotifRemplacement.DONNEES_PERSONNELLES,
            MotifRemplacement.SECRET,
            MotifRemplacement.DECISION_DE_JUSTICE,
        }
