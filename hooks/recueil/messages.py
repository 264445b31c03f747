"""What the clerk is told when a field cannot be read: pydantic's error types, in French, with our codes."""

from difflib import get_close_matches

from pydantic_core import ErrorDetails

from .regles_lecture import LECTURE

REFERENCES = {
    "auteur": "CGCT R2131-1",
    "publie_le": "CGCT R2131-1",
    "siren": "code de commerce R123-221",
}
"""Field → the article that asks for it."""

_EXEMPLES = {
    "auteur": "écrivez « auteur: », puis en retrait ses lignes « prenom: », « nom: » et « qualite: »",
    "date": "écrivez par exemple « date: 2026-02-16 »",
    "parties": "écrivez « parties: », puis une ligne « - nom: » par partie",
}

_AUTREMENT_DIT = {
    "syndicat mixte": "« sm_ferme » (communes et intercommunalités seules) ou « sm_ouvert »",
    "communauté de communes": "« epci_fp »",
    "communauté d'agglomération": "« epci_fp »",
    "communauté urbaine": "« epci_fp »",
    "métropole": "« epci_fp »",
    "intercommunalité": "« epci_fp »",
    "syndicat": "« syndicat_communes », « sm_ferme » ou « sm_ouvert »",
    "ccas": "« etablissement »",
    "sivu": "« syndicat_communes »",
    "sivom": "« syndicat_communes »",
}
"""What a kind of authority is called in a town hall → the word of the register."""

FORMES = {
    "string_type": "un texte est attendu ici",
    "string_too_short": "un texte est attendu ici",
    "string_too_long": "ce texte est trop long pour cette rubrique",
    "too_long": "ce texte est trop long pour cette rubrique",
    "tuple_type": "une liste est attendue ici : un tiret par ligne ; s'il n'y a rien à dire, supprimez la rubrique",
    "model_type": "des rubriques sont attendues ici, en retrait sous ce mot",
    "int_type": "un nombre est attendu ici",
    "date_type": "une date est attendue ici",
}
"""Error type of pydantic → what should have been typed."""


def message(error: ErrorDetails, known: tuple[str, ...]) -> tuple[str, str]:
    """The code and the French sentence of a pydantic error.

    Args:
        error: as pydantic gives it.
        known: the fields that the record may have, to guess what was meant.
    """
    kind, name = error["type"], _nom(error["loc"])
    if kind in LECTURE:
        return kind, error["msg"]
    if kind == "missing":
        return rubrique_manquante(name)
    if kind == "extra_forbidden":
        return rubrique_inconnue(name, known)
    if kind == "enum":
        return "CHAMP-03", f"« {error['input']} » n'est pas admis pour « {name} » : {_conseil(error)}"
    return "CHAMP-04", f"« {name} » : {FORMES.get(kind, 'cette valeur ne peut pas être lue')}"


def article(code: str, rubrique: str) -> str:
    """The article of a finding: that of its rule, or that which asks for the field."""
    return LECTURE[code].reference or REFERENCES.get(rubrique, "")


def _nom(chemin: tuple[str | int, ...]) -> str:
    """« prenom », or « annexes, ligne 2 » for an item of a list."""
    *before, last = chemin
    return f"{before[-1]}, ligne {last + 1}" if isinstance(last, int) and before else str(last)


def rubrique_manquante(name: str) -> tuple[str, str]:
    """The finding of a key that must be there."""
    example = _EXEMPLES.get(name, "remplissez-la")
    return "CHAMP-01", f"la rubrique « {name} » manque ou est vide : {example}"


def proche(name: str, known: tuple[str, ...]) -> str:
    """The known key that was probably meant, or nothing."""
    return next(iter(get_close_matches(name.lower(), known, n=1, cutoff=0.6)), "")


def rubrique_inconnue(name: str, known: tuple[str, ...]) -> tuple[str, str]:
    """The finding of a key that nobody knows, with the one that was probably meant."""
    if near := proche(name, known):
        return "CHAMP-02", f"la rubrique « {name} » est inconnue : vouliez-vous écrire « {near} » ?"
    listed = ", ".join(sorted(known))
    return "CHAMP-02", f"la rubrique « {name} » est inconnue : supprimez-la, ou écrivez l'une de : {listed}"


def _conseil(error: ErrorDetails) -> str:
    """The value that was probably meant (accents and capitals aside), or all those that are admitted."""
    admitted = str(error["ctx"]["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
    if meant := _AUTREMENT_DIT.get(str(error["input"]).lower().replace("_", " ")):
        return f"écrivez {meant}"
    if near := proche(str(error["input"]), tuple(admitted)):
        return f"vouliez-vous écrire « {near} » ?"
    return f"écrivez l'un de : {', '.join(admitted)}"
