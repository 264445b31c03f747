"""The closed lists of the field, in one place: kinds of act and of authority, @ctes natures and matières."""

import re
import unicodedata
from datetime import date
from enum import StrEnum
from types import MappingProxyType
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


_MATIERES = """
1 Commande publique
1.1 Marchés publics
1.2 Délégation de service public
1.3 Conventions de mandat
1.4 Autres types de contrats
1.5 Transactions, protocole d'accord transactionnel
1.6 Actes relatifs à la maîtrise d'œuvre
1.7 Actes spéciaux et divers
2 Urbanisme
2.1 Documents d'urbanisme
2.2 Actes relatifs au droit d'occupation ou d'utilisation des sols
2.3 Droit de préemption urbain
3 Domaine et patrimoine
3.1 Acquisitions
3.2 Aliénations
3.3 Locations
3.4 Limites territoriales
3.5 Autres actes de gestion du domaine public
3.6 Autres actes de gestion du domaine privé
4 Fonction publique
4.1 Personnels titulaires et stagiaires de la fonction publique territoriale
4.2 Personnels contractuels
4.3 Fonction publique hospitalière
4.4 Autres catégories de personnels
4.5 Régime indemnitaire
5 Institutions et vie politique
5.1 Élection de l'exécutif
5.2 Fonctionnement des assemblées
5.3 Désignation de représentants
5.4 Délégation de fonctions
5.5 Délégation de signature
5.6 Exercice des mandats locaux
5.7 Intercommunalité
5.8 Décision d'ester en justice
6 Libertés publiques et pouvoirs de police
6.1 Police municipale
6.2 Pouvoirs du président du conseil départemental
6.3 Pouvoirs du président du conseil régional
6.4 Autres actes réglementaires
6.5 Actes pris au nom de l'État et soumis au contrôle hiérarchique
7 Finances locales
7.1 Décisions budgétaires
7.2 Fiscalité
7.3 Emprunts
7.4 Interventions économiques
7.5 Subventions
7.6 Contributions budgétaires
7.7 Avances
7.8 Fonds de concours
7.9 Prises de participation (SEM, etc.)
7.10 Divers
8 Domaines de compétences par thèmes
8.1 Enseignement
8.2 Aide sociale
8.3 Voirie
8.4 Aménagement du territoire
8.5 Politique de la ville, habitat, logement
8.6 Emploi, formation professionnelle
8.7 Transports
8.8 Environnement
8.9 Culture
9 Autres domaines de compétences
9.1 Autres domaines de compétences des communes
9.2 Autres domaines de compétences des départements
9.3 Autres domaines de compétences des régions
9.4 Vœux et motions
"""

MATIERES = MappingProxyType(dict(line.split(" ", 1) for line in _MATIERES.strip().splitlines()))
"""Code → label: the 9 chapters and 57 matières common to all préfectures. Codes are text: 7.10 is not 7.1."""


def libelle_matiere(code: str) -> str:
    """« Commande publique, autres types de contrats » for ``1.4`` or any deeper code of it (``1.4.2``)."""
    chapter, _, rest = code.partition(".")
    label = MATIERES[f"{chapter}.{rest.split('.')[0]}"]
    return f"{MATIERES[chapter]} : {label[0].lower()}{label[1:]}"


def matiere_nationale(code: str) -> str:
    """The first two levels of a code: the ones that are the same in every département."""
    return ".".join(code.split(".")[:2])
