"""The columns that all our tables have: whose the act is, what it is, what became of it, where it is."""

from ..droit.evenements import EtatActe
from ..droit.executoire import Statut
from ..matieres import libelle_matiere
from ..nomenclature import Nature, TypeActe, TypeCollectivite
from . import lire
from .colonnes import Colonne, Genre

_JOUR, _ADRESSE, _ENTIER, _OUI_NON = Genre.JOUR, Genre.ADRESSE, Genre.ENTIER, Genre.OUI_NON


def identite(types: frozenset[TypeActe]) -> tuple[Colonne, ...]:
    """Whose the act is, and what it is about."""
    kinds = tuple(sorted(types))
    titre = "Sorte de document"
    return (*_COLLECTIVITE, Colonne("type", titre, f"{titre}.", lire.acte("type"), requis=True, valeurs=kinds), *_ACTE)


_COLLECTIVITE = (
    Colonne(
        "collectivite",
        "Collectivité",
        "Nom complet de la collectivité qui a pris l'acte.",
        lire.collectivite("nom"),
        requis=True,
    ),
    Colonne(
        "collectivite_type",
        "Sorte de collectivité",
        "Sorte de collectivité.",
        lire.collectivite("type"),
        requis=True,
        valeurs=tuple(TypeCollectivite),
    ),
    Colonne("siren", "SIREN", "SIREN de la collectivité.", lire.collectivite("siren"), requis=True, motif=r"^\d{9}$"),
    Colonne(
        "siret", "SIRET", "SIRET de son siège, quand elle l'a donné.", lire.collectivite("siret"), motif=r"^\d{14}$"
    ),
    Colonne(
        "departement",
        "Département",
        "Département de sa préfecture, sur trois caractères : 062, 02A, 974.",
        lire.collectivite("departement"),
        requis=True,
        motif=r"^\d{2}[0-9AB]$",
    ),
)
_ACTE = (
    Colonne(
        "nature",
        "Nature @ctes",
        "Nature cochée à l'envoi en préfecture ; elle peut ne pas être celle du document.",
        lire.nature,
        valeurs=tuple(Nature),
    ),
    Colonne("numero", "Numéro", "Numéro écrit sur l'acte.", lire.acte("numero")),
    Colonne("objet", "Objet", "Objet de l'acte, tel qu'il est écrit.", lire.acte("objet"), requis=True),
    Colonne("date", "Date", "Jour où l'acte a été adopté ou signé.", lire.acte("date"), _JOUR),
    Colonne(
        "matiere",
        "Code de la matière",
        "Code de la nomenclature @ctes. C'est un texte : 7.10 n'est pas 7.1.",
        lire.acte("matiere"),
        motif=r"^[1-9]\.\d{1,2}(\.\d{1,2}){0,3}$",
    ),
    Colonne(
        "matiere_libelle",
        "Matière",
        "Intitulés des deux premiers niveaux de la matière.",
        lambda vue: libelle_matiere(vue.fiche.acte.matiere) if vue.fiche.acte.matiere else None,
    ),
    Colonne(
        "organe",
        "Organe",
        "Assemblée qui a adopté l'acte, ou qualité de qui l'a pris seul.",
        lambda vue: vue.fiche.organe or None,
    ),
    Colonne("auteur_prenom", "Prénom de l'auteur", "Prénom du signataire.", lire.auteur("prenom")),
    Colonne("auteur_nom", "Nom de l'auteur", "Nom du signataire.", lire.auteur("nom")),
    Colonne("auteur_qualite", "Qualité de l'auteur", "Qualité du signataire.", lire.auteur("qualite")),
)
DEVENIR = (
    Colonne(
        "identifiant_actes",
        "Identifiant @ctes",
        "Identifiant attribué à l'envoi, tel qu'il est tamponné ; une convention porte celui de sa délibération.",
        lambda vue: vue.fiche.acte.identifiant or None,
    ),
    Colonne("envoye_le", "Envoi en préfecture", "Jour de l'envoi en préfecture.", lire.controle("envoye_le"), _JOUR),
    Colonne(
        "recu_le", "Réception en préfecture", "Jour de la réception en préfecture.", lire.controle("recu_le"), _JOUR
    ),
    Colonne("affiche_le", "Affichage", "Jour de l'affichage.", lire.acte("affiche_le"), _JOUR),
    Colonne("publie_le", "Mise en ligne", "Jour de la mise en ligne.", lire.acte("publie_le"), _JOUR),
    Colonne(
        "publicite",
        "Publicité",
        "Jour qui a rendu l'acte public, par l'affichage ou par la mise en ligne selon la collectivité.",
        lire.acte("publicite"),
        _JOUR,
        requis=True,
    ),
    Colonne(
        "executoire_le",
        "Exécutoire depuis",
        "Premier jour où l'acte est exécutoire, calculé d'après le CGCT ; vide s'il n'est pas connu.",
        lire.executoire_le,
        _JOUR,
    ),
    Colonne(
        "executoire_statut",
        "Caractère exécutoire",
        "Ce que le registre peut en dire ; vide pour un document qui ne décide rien.",
        lire.executoire_statut,
        valeurs=tuple(Statut),
    ),
    Colonne(
        "recours_jusqu_au",
        "Recours jusqu'au",
        "Dernier jour pour saisir le tribunal administratif, calculé ; vide s'il ne peut pas l'être.",
        lire.recours_jusqu_au,
        _JOUR,
    ),
    Colonne(
        "etat",
        "État",
        "État de l'acte au jour de « etat_au ».",
        lambda vue: vue.etat.value if vue.etat else None,
        valeurs=tuple(EtatActe),
    ),
    Colonne(
        "etat_au",
        "Jour de l'état",
        "Dernier jour que le registre connaît : l'état est dit ce jour-là.",
        lambda vue: vue.vu_le,
        _JOUR,
    ),
    Colonne(
        "depublie_le",
        "Retrait de la page",
        "Jour où le texte et les fichiers ont été retirés du site.",
        lambda vue: vue.fiche.acte.depublie.le if vue.fiche.acte.depublie else None,
        _JOUR,
    ),
)
ADRESSES = (
    Colonne(
        "url",
        "Page",
        "Adresse de la page de l'acte : la clé de la table, et « DELIB_URL » du fichier national.",
        lambda vue: vue.url(vue.fiche.adresse),
        _ADRESSE,
        requis=True,
        unique=True,
    ),
    Colonne(
        "url_permanente",
        "Adresse à citer",
        "Adresse par l'identifiant @ctes, ou celle de la page.",
        lambda vue: vue.url(vue.permanente),
        _ADRESSE,
        requis=True,
    ),
    Colonne(
        "document_nom", "Fichier", "Nom du fichier PDF, tel qu'il est servi.", lire.document(lambda f: f.servi_sous)
    ),
    Colonne(
        "document_url",
        "Adresse du fichier",
        "Adresse du fichier PDF.",
        lambda vue: vue.url(vue.fiche.document.lien) if vue.fiche.document else None,
        _ADRESSE,
    ),
    Colonne(
        "document_sha256",
        "Empreinte du fichier",
        "Empreinte SHA-256 du fichier PDF, en hexadécimal.",
        lire.document(lambda f: f.empreinte.sha256),
        motif=r"^[0-9a-f]{64}$",
    ),
    Colonne(
        "document_taille",
        "Taille du fichier",
        "Taille du fichier PDF, en octets.",
        lire.document(lambda f: f.empreinte.taille),
        _ENTIER,
    ),
    Colonne(
        "document_du_registre",
        "Fichier fait par le registre",
        "« oui » quand le PDF a été fait à partir du texte : ce n'est pas l'original signé.",
        lambda vue: vue.fiche.acte.document_du_registre if vue.fiche.document else None,
        _OUI_NON,
    ),
    Colonne(
        "annexes",
        "Annexes en ligne",
        "Nombre d'annexes qui sont en ligne.",
        lambda vue: len(vue.fiche.annexes),
        _ENTIER,
        requis=True,
    ),
)
