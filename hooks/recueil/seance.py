"""The session of an assembly and its votes: what the acts of one day share."""

from datetime import date as date_du_jour
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator, model_validator
from pydantic.json_schema import SkipJsonSchema

from .champs import NOMS_OU_PAIRES_JSON, PAIRES_JSON, Entier, Heure, Jour, Libelle, OuiNon, paires, refus
from .modele import Dits, Modele
from .nomenclature import Resultat, Scrutin


class Pouvoir(Modele):
    """A member who is away and the colleague who votes in their name (CGCT L2121-20)."""

    mandant: Libelle
    mandataire: Libelle


class Mouvement(Modele):
    """A member who comes or goes while the session is held."""

    membre: Libelle
    avant: Libelle | None = None
    """Numéro du premier acte examiné après ce mouvement ; sans lui, avant tous ceux du fichier."""


def _noms_ou_paires(value: object) -> object:
    """Read ``[nom]`` as ``nom`` moving before every act, and ``nom: numéro`` as it is."""
    if isinstance(value, list | tuple):
        return [{"membre": item} if isinstance(item, str) else item for item in value]
    return paires("membre", "avant")(value)


Mouvements = Annotated[tuple[Mouvement, ...], BeforeValidator(_noms_ou_paires), NOMS_OU_PAIRES_JSON]


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
    convocation_urgence: OuiNon = False
    """Convocation dans le délai abrégé de l'urgence."""
    seconde_convocation: OuiNon = False
    """Séance tenue sur une seconde convocation, faute de quorum à la première."""
    annoncee_le: Jour | None = None
    """Jour où la séance est annoncée en ligne ; sans lui, elle y paraît avec son premier acte."""
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
    arrivees: Mouvements = ()
    """Membres arrivés en cours de séance : « nom: numéro du premier acte auquel ils ont pris part »."""
    departs: Mouvements = ()
    """Membres partis en cours de séance : « nom: numéro du premier acte auquel ils n'ont plus pris part »."""
    deports: tuple[Libelle, ...] = ()
    """Membres intéressés à l'affaire, qui n'y ont pas pris part."""

    @field_validator("annoncee_le")
    @classmethod
    def _annoncee_avant(cls, value: date_du_jour | None, info: ValidationInfo) -> date_du_jour | None:
        """A session is announced before it is held."""
        held = info.data.get("date")
        if value and held and value > held:
            told = f"la séance serait annoncée le {value:%d/%m/%Y}, après le jour où elle est tenue ({held:%d/%m/%Y})"
            raise refus("CHAMP-05", f"{told} : corrigez ce jour")
        return value

    cle: SkipJsonSchema[str] = Field(default="", exclude=True)
    """Name of the folder that the acts of the session share."""
    dits: SkipJsonSchema[Dits] = Field(default={}, exclude=True, repr=False)


class Votes(Modele):
    """The figures of a vote, as the act gives them."""

    pour: Entier | None = None
    """Voix pour."""
    contre: Entier | None = None
    """Voix contre."""
    abstention: Entier | None = None
    """Abstentions."""
    blancs: Entier = 0
    """Bulletins blancs."""
    nuls: Entier = 0
    """Bulletins nuls."""
    nppv: Entier = 0
    """Membres qui n'ont pas pris part au vote."""
    voix_preponderante: OuiNon = False
    """La voix du président a départagé l'assemblée."""
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
        cast = (self.pour or 0) + (self.contre or 0) + self.blancs + self.nuls
        return cast + (self.abstention or 0) + self.nppv
