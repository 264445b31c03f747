"""The session of an assembly and its votes: what the acts of one day share."""

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic.json_schema import SkipJsonSchema

from .champs import PAIRES_JSON, Entier, Heure, Jour, Libelle, paires, refus
from .modele import Modele
from .nomenclature import Resultat, Scrutin


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
    pouvoirs: Annotated[tuple[Pouvoir, ...], BeforeValidator(paires("mandant", "mandataire")), PAIRES_JSON] = ()
    """Pouvoirs donnés : « mandant: mandataire »."""

    cle: SkipJsonSchema[str] = Field(default="", exclude=True)
    """Name of the folder that the acts of the session share."""

    @property
    def votants(self) -> int:
        """Members who can vote: those present and those who gave a proxy (CGCT L2121-20)."""
        return len(self.presents) + len(self.pouvoirs)


class Votes(Modele):
    """The figures of a vote, as the act gives them."""

    pour: Entier | None = None
    """Voix pour."""
    contre: Entier | None = None
    """Voix contre."""
    abstention: Entier | None = None
    """Abstentions."""
    nppv: Entier = 0
    """Membres qui n'ont pas pris part au vote."""
    scrutin: Scrutin | None = None
    """Sorte de scrutin, si l'acte la dit."""
    resultat: Resultat | None = None
    """Ce que l'assemblée a décidé."""

    @model_validator(mode="after")
    def _tous_ou_aucun(self) -> Self:
        """When the assembly takes note or puts off, there are no figures; when there are, there are three."""
        figures = (self.pour, self.contre, self.abstention)
        if any(figure is None for figure in figures) and (self.compte or self.resultat is None):
            raise refus("CHAMP-01", "le vote est incomplet : écrivez « pour », « contre » et « abstention »")
        return self

    @property
    def compte(self) -> bool:
        """Whether the votes were counted."""
        return any(figure is not None for figure in (self.pour, self.contre, self.abstention))

    @property
    def total(self) -> int:
        """Everyone accounted for."""
        return (self.pour or 0) + (self.contre or 0) + (self.abstention or 0) + self.nppv
