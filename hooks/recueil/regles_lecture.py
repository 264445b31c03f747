"""The rules that a file must keep to be read at all, each with its record; the sentences are made where it is read."""

from collections.abc import Mapping
from types import MappingProxyType

from .fiche import Fiche, fiche

_ACTES = "arrêté du 26 octobre 2005"

_FICHES = (
    fiche(
        "LIEN-03",
        """Un lien dit une seule chose d'un seul acte.

        Exemple : « abroge: 2024-07 » et « modifie: 2025-01 » sous le même tiret.
        Correction : écrivez un tiret par acte touché.
        """,
        "CRPA L240-1",
    ),
    fiche(
        "FICHIER-01",
        """Le fichier est un vrai fichier, du texte en UTF-8.

        Exemple : une fiche enregistrée en « ANSI » par un ancien éditeur de texte.
        Correction : enregistrez-le de nouveau en choisissant « UTF-8 » ; un fichier créé sur GitHub l'est toujours.
        """,
    ),
    fiche(
        "FICHIER-02",
        """Chaque dossier de « acts » est une collectivité et contient « collectivite.yml ».

        Exemple : un dossier « acts/Mairie » avec une majuscule, ou un acte posé à côté des dossiers.
        Correction : créez ce fichier, renommez le dossier (minuscules, chiffres, tirets), ou déplacez l'acte dans le
            dossier de sa collectivité.
        """,
    ),
    fiche(
        "FICHIER-03",
        """Le fichier ne contient aucun signe invisible.

        Exemple : un signe de sens d'écriture apporté par un copier-coller.
        Correction : effacez le mot autour de la place indiquée et retapez-le.
        """,
    ),
    fiche(
        "YAML-01",
        """L'en-tête est lisible : une rubrique par ligne, alignée, les textes à deux-points entre guillemets.

        Exemple : « objet: Cantine : tarifs » sans guillemets, ou une tabulation en début de ligne.
        Correction : mettez le texte entre guillemets droits, fermez le guillemet ouvert, remplacez les tabulations par
            des espaces, alignez la ligne.
        """,
    ),
    fiche(
        "YAML-02",
        """Une rubrique n'est écrite qu'une fois.

        Exemple : deux lignes « objet: » dans le même en-tête.
        Correction : gardez une seule des deux lignes.
        """,
    ),
    fiche(
        "YAML-03",
        """Les rubriques sont écrites en clair, sans renvoi.

        Exemple : « objet: !urgent », dont YAML ferait autre chose qu'un texte.
        Correction : ne commencez pas une valeur par « ! », « & » ou « * » ; si c'est le texte, mettez-le entre
            guillemets.
        """,
    ),
    fiche(
        "YAML-04",
        """L'acte commence par un en-tête entre deux lignes « --- ».

        Exemple : une fiche qui commence par le texte de l'acte, ou un fichier vide.
        Correction : ajoutez la ligne qui manque, ou remplissez le fichier s'il est vide.
        """,
    ),
    fiche(
        "YAML-05",
        """Rien ne suit une valeur sur sa ligne, pas même un commentaire.

        Exemple : « objet: Lot #3 », dont la fin serait perdue.
        Correction : mettez tout le texte entre guillemets, ou le commentaire sur sa propre ligne.
        """,
    ),
    fiche(
        "CHAMP-01",
        """Les rubriques obligatoires sont remplies.

        Exemple : une délibération sans « numero », ou un vote sans « contre ».
        Correction : remplissez la rubrique nommée ; pour un vote, les trois chiffres.
        """,
    ),
    fiche(
        "CHAMP-02",
        """Seules les rubriques connues sont admises.

        Exemple : « publié_le » à la place de « publie_le ».
        Correction : écrivez le nom proposé, sans accent, ou supprimez la ligne.
        """,
    ),
    fiche(
        "CHAMP-03",
        """La valeur est l'une de la liste.

        Exemple : « type: délibération » à la place de « type: deliberation ».
        Correction : écrivez la valeur proposée, sans accent ni majuscule.
        """,
    ),
    fiche(
        "CHAMP-04",
        """La valeur a la forme attendue : texte, liste ou rubriques.

        Exemple : « auteur: Ambre EXEMPLE » sur une ligne, sans « prenom », « nom » et « qualite ».
        Correction : une liste s'écrit avec un tiret par ligne, des rubriques en retrait de deux espaces sous leur nom.
        """,
    ),
    fiche(
        "CHAMP-05",
        """Une date existe et s'écrit AAAA-MM-JJ.

        Exemple : « 2026-02-30 », ou « 27/05/2026 ».
        Correction : écrivez par exemple « 2026-05-27 ».
        """,
    ),
    fiche(
        "CHAMP-06",
        """Un nombre est entier.

        Exemple : « pour: huit ».
        Correction : écrivez-le en chiffres, par exemple « 8 ».
        """,
    ),
    fiche(
        "CHAMP-07",
        """Un titre ou un nom ne contient pas de HTML.

        Exemple : « objet: Tarifs <br> de la cantine ».
        Correction : retirez la balise, gardez le texte.
        """,
    ),
    fiche(
        "CHAMP-08",
        """Un titre ou un nom tient sur une ligne.

        Exemple : un « objet » écrit sur deux lignes avec « | ».
        Correction : mettez tout sur une seule ligne.
        """,
    ),
    fiche(
        "CHAMP-09",
        """La valeur suit le modèle demandé.

        Exemple : « heure: 18h30 », ou « departement: 62 ».
        Correction : imitez l'exemple du message : « 18:30 », « 062 », « 5 ans », « 607.pdf », « arrete-12 ».
        """,
    ),
    fiche(
        "CHAMP-10",
        """On répond par oui ou par non.

        Exemple : « document_de_reference: peut-être ».
        Correction : écrivez « oui » ou « non ».
        """,
    ),
    fiche(
        "SIREN-01",
        """Un SIREN ou un SIRET a le bon nombre de chiffres et une clé juste.

        Exemple : « siren: 219900017 », dont le dernier chiffre est faux.
        Correction : recopiez-le depuis l'avis de situation de l'INSEE.
        """,
        "code de commerce R123-221",
    ),
    fiche(
        "ID-01",
        """L'identifiant @ctes a la forme département-SIREN-date-numéro-nature.

        Exemple : « 099-219900016-2026_07-DE », où la date manque.
        Correction : recopiez celui du tampon, tirets compris.
        """,
        _ACTES,
    ),
    fiche(
        "ID-02",
        """Le SIREN de l'identifiant @ctes a une clé juste.

        Exemple : « 099-219900017-20260521-2026_07-DE ».
        Correction : un de ses 9 chiffres est mal recopié : relisez le tampon.
        """,
        _ACTES,
    ),
    fiche(
        "MAT-01",
        """La matière est un code de la nomenclature nationale.

        Exemple : « matiere: 7 », ou « matiere: 12.1 ».
        Correction : choisissez un code à deux niveaux au moins, avec un point : « 7.10 ».
        """,
        _ACTES,
    ),
)

LECTURE: Mapping[str, Fiche] = MappingProxyType({fiche.code: fiche for fiche in _FICHES})
"""Code → its rule, for every finding made while reading."""
