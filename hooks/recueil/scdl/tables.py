"""Our three tables: what the national file does not say of délibérations, and the acts that have no national file."""

from ..droit.terme import Situation
from ..nomenclature import Reconduction, Resultat, Scrutin, TypeActe
from . import lire
from .colonnes import Colonne, Genre, Table
from .partagees import ADRESSES, DEVENIR, identite

_JOUR, _ADRESSE, _ENTIER, _OUI_NON = Genre.JOUR, Genre.ADRESSE, Genre.ENTIER, Genre.OUI_NON
_ASSEMBLEE = (
    Colonne(
        "convocation", "Convocation", "Jour d'envoi de la convocation à la séance.", lire.seance("convocation"), _JOUR
    ),
    Colonne(
        "membres_en_exercice",
        "Membres en exercice",
        "Nombre de membres en exercice au jour de la séance.",
        lire.seance("membres_en_exercice"),
        _ENTIER,
    ),
    Colonne(
        "presents",
        "Présents",
        "Nombre de membres présents à l'examen de l'acte.",
        lire.presence(lambda room: len(room.presents)),
        _ENTIER,
    ),
    Colonne(
        "pouvoirs",
        "Pouvoirs",
        "Nombre de pouvoirs qui valent à ce moment.",
        lire.presence(lambda room: len(room.pouvoirs)),
        _ENTIER,
    ),
    Colonne("votants", "Votants", "Présents et représentés.", lire.presence(lambda room: room.votants), _ENTIER),
)
_VOTES = (
    Colonne("pour", "Pour", "Voix pour.", lire.votes("pour"), _ENTIER),
    Colonne("contre", "Contre", "Voix contre.", lire.votes("contre"), _ENTIER),
    Colonne("abstention", "Abstentions", "Abstentions.", lire.votes("abstention"), _ENTIER),
    Colonne("blancs", "Blancs", "Bulletins blancs.", lire.votes("blancs"), _ENTIER),
    Colonne("nuls", "Nuls", "Bulletins nuls.", lire.votes("nuls"), _ENTIER),
    Colonne("nppv", "N'ont pas pris part", "Membres qui n'ont pas pris part au vote.", lire.votes("nppv"), _ENTIER),
    Colonne(
        "voix_preponderante",
        "Voix prépondérante",
        "« oui » quand la voix du président a départagé l'assemblée.",
        lire.votes("voix_preponderante"),
        _OUI_NON,
    ),
    Colonne("scrutin", "Scrutin", "Sorte de scrutin, si l'acte la dit.", lire.votes("scrutin"), valeurs=tuple(Scrutin)),
    Colonne("resultat", "Résultat", "Ce que l'assemblée a décidé.", lire.votes("resultat"), valeurs=tuple(Resultat)),
)
_TEMPORAIRE = (
    Colonne(
        "effet_jusqu_au",
        "Effet jusqu'au",
        "Dernier jour d'effet d'un acte temporaire.",
        lire.acte("effet_jusqu_au"),
        _JOUR,
    ),
)
_PARTIES = (
    Colonne("parties", "Parties", "Noms des parties, séparés par « | ».", lire.parties(lambda party: party.nom)),
    Colonne(
        "parties_siren",
        "SIREN des parties",
        "SIREN des parties, dans le même ordre, séparés par « | » ; « inconnu » s'il n'est pas dit.",
        lire.parties(lambda party: party.siren),
    ),
    Colonne(
        "signee_le",
        "Dernière signature",
        "Jour de la dernière signature, quand elles sont toutes connues.",
        lire.signee_le,
        _JOUR,
    ),
    Colonne(
        "approuvee_par",
        "Approuvée par",
        "Page de l'acte du registre qui approuve la convention.",
        lambda vue: vue.url(vue.approuvee_par),
        _ADRESSE,
    ),
    Colonne(
        "avenants",
        "Avenants",
        "Nombre d'avenants au registre ; les conditions qui suivent en tiennent compte.",
        lambda vue: len(vue.contrat.avenants) if vue.contrat else None,
        _ENTIER,
    ),
)
_CONDITIONS = (
    Colonne("debut", "Début", "Premier jour.", lire.actuel("debut"), _JOUR),
    Colonne("fin", "Fin", "Dernier jour écrit dans le document.", lire.actuel("fin"), _JOUR),
    Colonne(
        "fin_calculee",
        "Fin calculée",
        "Dernier jour de la première période, écrit ou compté.",
        lire.fin_calculee,
        _JOUR,
    ),
    Colonne("terme", "Terme", "Ce que la convention dit de sa fin, dans ses mots.", lire.actuel("terme")),
    Colonne("duree", "Durée", "Durée écrite dans la convention.", lire.actuel("duree")),
    Colonne(
        "reconduction",
        "Reconduction",
        "Ce qui se passe à la fin.",
        lire.actuel("reconduction"),
        valeurs=tuple(kind for kind in Reconduction if kind is not Reconduction.INCONNU),
    ),
    Colonne(
        "nombre_reconductions",
        "Nombre de reconductions",
        "Combien de fois la convention peut être reconduite.",
        lire.actuel("nombre_reconductions"),
        _ENTIER,
    ),
    Colonne(
        "duree_reconduction",
        "Durée de reconduction",
        "Durée de chaque reconduction, si elle n'est pas celle de la convention.",
        lire.actuel("duree_reconduction"),
    ),
    Colonne("preavis", "Préavis", "Préavis de dénonciation.", lire.actuel("preavis")),
    Colonne("denoncee_le", "Dénonciation", "Jour où une partie l'a dénoncée.", lire.actuel("denoncee_le"), _JOUR),
    Colonne(
        "resiliee_le",
        "Résiliation",
        "Dernier jour, si la convention a pris fin avant son terme.",
        lire.actuel("resiliee_le"),
        _JOUR,
    ),
    Colonne(
        "situation",
        "Situation",
        "Où en est la convention au jour de « etat_au ».",
        lire.situation,
        valeurs=tuple(Situation),
    ),
    Colonne("montant", "Montant", "Montant ou règle de prix, dans les mots de la convention.", lire.actuel("montant")),
    Colonne("juridiction", "Juridiction", "Tribunal désigné par la convention.", lire.actuel("juridiction")),
)

_COMMENT = (
    "Une ligne par acte public, du plus ancien au plus récent. CSV en UTF-8, séparé par des virgules. Une cellule vide "
    "n'est pas dite ; « inconnu » est un blanc du document. Un texte qu'un tableur exécuterait comme une formule est "
    "précédé d'une apostrophe."
)
_DELIBERATIONS = frozenset({TypeActe.DELIBERATION})
_ARRETES = frozenset({TypeActe.ARRETE, TypeActe.DECISION})
_CONVENTIONS = frozenset({TypeActe.CONVENTION, TypeActe.AVENANT})

TABLES = (
    Table(
        "deliberations",
        "Délibérations",
        f"Les délibérations du registre, avec ce que le schéma national ne dit pas. {_COMMENT}",
        _DELIBERATIONS,
        (*identite(_DELIBERATIONS), *_ASSEMBLEE, *_VOTES, *DEVENIR, *_TEMPORAIRE, *ADRESSES),
    ),
    Table(
        "arretes",
        "Arrêtés et décisions",
        f"Les arrêtés et les décisions du registre. {_COMMENT}",
        _ARRETES,
        (*identite(_ARRETES), *DEVENIR, *_TEMPORAIRE, *ADRESSES),
    ),
    Table(
        "conventions",
        "Conventions et avenants",
        f"Les conventions du registre et leurs avenants. {_COMMENT}",
        _CONVENTIONS,
        (*identite(_CONVENTIONS), *_PARTIES, *_CONDITIONS, *DEVENIR, *ADRESSES),
    ),
)
