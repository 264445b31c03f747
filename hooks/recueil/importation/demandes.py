"""What the clerk is asked and told of each key, in French: a new key, or a better sentence, is a line here."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Demande:
    """A key as it is told to a person."""

    nom: str
    """What it is, to begin a line with."""
    question: str = ""
    """What is asked when the document does not say it; empty when it may well be absent."""
    types: frozenset[str] = frozenset()
    """The kinds of document that need it; none named: all of them."""


_DECIDE = frozenset({"deliberation", "decision", "arrete"})
_EN_SEANCE = frozenset({"deliberation", "proces_verbal", "liste_deliberations"})
_DELIBERE = frozenset({"deliberation"})
_INCONNU = ""
"""The kind of a document that was not read."""

DEMANDES: Mapping[str, Demande] = MappingProxyType(
    {
        "type_document": Demande(
            "Sorte de document", "Quelle sorte de document est-ce : délibération, arrêté, décision ?"
        ),
        "numero": Demande("Numéro", "Quel est le numéro écrit sur l'acte ?", _DECIDE),
        "objet": Demande("Objet", "Quel est l'objet de l'acte, mot pour mot ?", _DECIDE | {"convention", _INCONNU}),
        "seance": Demande("Séance", "Quel est le jour de la séance ?", _EN_SEANCE),
        "date_acte": Demande(
            "Date de l'acte", "Quel jour l'acte a-t-il été signé ?", frozenset({"arrete", "decision"})
        ),
        "convocation": Demande("Convocation", "Quel jour la convocation a-t-elle été envoyée ?", _DELIBERE),
        "membres_en_exercice": Demande(
            "Membres en exercice", "Combien l'assemblée compte-t-elle de membres en exercice ?", _DELIBERE
        ),
        "presents": Demande("Présents"),
        "absents": Demande("Absents"),
        "pouvoirs": Demande("Pouvoirs"),
        "votants": Demande("Votants"),
        "suffrages_exprimes": Demande("Suffrages exprimés"),
        "pour": Demande("Pour"),
        "contre": Demande("Contre"),
        "abstention": Demande("Abstentions"),
        "unanimite": Demande("Unanimité"),
        "envoye": Demande("Envoi en préfecture"),
        "recu": Demande("Réception en préfecture", "Quel jour la préfecture a-t-elle reçu l'acte ?", _DELIBERE),
        "publie": Demande(
            "Publication", "Quel jour l'acte est-il mis en ligne ? Sans cette date, il reste un brouillon."
        ),
        "affiche": Demande("Affichage"),
        "id": Demande("Identifiant @ctes", "Quel est l'identifiant @ctes du tampon ?", _DELIBERE),
        "nature_actes": Demande("Nature @ctes"),
        "matiere": Demande("Matière"),
        "president": Demande("Présidence", "Qui a présidé la séance (prénom et nom) ?", _DELIBERE),
        "secretaire": Demande("Secrétaire", "Qui était secrétaire de séance (prénom et nom) ?", _DELIBERE),
        "signataire": Demande("Signataire", "Qui a signé l'acte (prénom, nom et qualité) ?", _DECIDE),
        "liste_presents": Demande("Noms des présents"),
        "liste_excuses": Demande("Noms des excusés"),
        "liste_absents": Demande("Noms des absents"),
        "liste_pouvoirs": Demande("Noms des pouvoirs"),
        "organe": Demande("Assemblée"),
    }
)


def nom(cle: str) -> str:
    """How a key is told to a person."""
    return DEMANDES[cle].nom if cle in DEMANDES else cle
