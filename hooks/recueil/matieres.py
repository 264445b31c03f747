"""The matières of @ctes: what an act is about, by the codes that all préfectures share."""

from types import MappingProxyType

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


_THEMES = """
1 Marchés publics et contrats
2 Urbanisme et permis de construire
3 Terrains et bâtiments
4 Agents de la collectivité
5 Élus, assemblée et intercommunalité
6 Sécurité et règles de police
6.5 Actes pris au nom de l'État
7 Budget, impôts et emprunts
7.4 Aides à l'économie
7.5 Subventions
8 Services aux habitants
8.1 École et enseignement
8.2 Aide sociale
8.3 Rues et routes
8.4 Aménagement du territoire
8.5 Logement et quartiers
8.6 Emploi et formation
8.7 Transports
8.8 Environnement
8.9 Culture
9 Autres sujets
9.4 Vœux et prises de position
"""

THEMES = MappingProxyType(dict(line.split(" ", 1) for line in _THEMES.strip().splitlines()))
"""Chapter or matière → what it is about, in everyday words; a matière that has none goes with its chapter."""


def theme(code: str) -> str:
    """« Subventions » for ``7.5`` and any deeper code of it, « Budget, impôts et emprunts » for ``7.1``."""
    national = matiere_nationale(code)
    return THEMES.get(national) or THEMES[national.partition(".")[0]]


def matiere_nationale(code: str) -> str:
    """The first two levels of a code: the ones that are the same in every département."""
    return ".".join(code.split(".")[:2])
