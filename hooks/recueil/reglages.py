"""The settings of the site: what ``extra`` says in mkdocs.yml, typed, and refused whole when a part is wrong."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from .champs import Adresse, Courriel, Entier, Jour, Libelle, Texte, motif, refus
from .couleurs import BLANC, LISIBLE, NOIR, Couleur, contraste, lisible_sur
from .messages import message
from .modele import Modele
from .nomenclature import Licence

CRITERES = 106
"""Those of the RGAA 4.1."""


class ReglagesInvalides(ValueError):  # noqa: N818 (the name says what a person is told)
    """Settings that cannot be used: a line for each fault, for the person who wrote them."""


def _lisible(value: str) -> Couleur:
    """A colour under the white words of the header."""
    colour = Couleur(value.lower())
    found = contraste(colour, BLANC)
    if found < LISIBLE:
        near = lisible_sur(colour, BLANC, NOIR)
        raise refus(
            "CHAMP-09",
            "le blanc du bandeau ne se lit pas sur « {trouve} » (contraste {mesure}, il faut 4,5) : écrivez "
            "par exemple {proche}",
            trouve=value,
            mesure=f"{found:.1f}".replace(".", ","),
            proche=near,
        )
    return colour


_IMAGE = r"[^/\\.][^/\\]*\.(svg|png|webp)"
_FORME = motif(r"#[0-9a-fA-F]{6}", "une couleur entre guillemets : '#1d4e4a'")
_Couleur = Annotated[Couleur, AfterValidator(_FORME), AfterValidator(_lisible)]
_Image = Annotated[Texte, AfterValidator(motif(_IMAGE, "le nom d'une image rangée dans pages/ : blason.svg"))]
_Contact = Annotated[Texte, AfterValidator(motif(r"https://\S+|[^\s@:]+@[^\s@]+", "une adresse : mairie@exemple.fr"))]


class Identite(Modele):
    """The face of the authority: its colour and its coat of arms."""

    couleur: _Couleur | None = None
    """Couleur du bandeau et des liens, « #rrggbb »."""
    blason: _Image | None = None
    """Image du blason ou du logotype, rangée dans pages/."""


class Audit(Modele):
    """What the last audit of accessibility found (arrêté du 20 septembre 2019, annexe)."""

    le: Jour
    """Jour de l'audit."""
    par: Libelle
    """Qui l'a fait."""
    conformes: Entier
    """Critères conformes."""
    non_conformes: Entier
    """Critères non conformes."""
    non_applicables: Entier
    """Critères non applicables."""
    ecarts: tuple[Libelle, ...] = ()
    """Ce qui n'est pas accessible, un défaut par tiret."""
    derogations: tuple[Libelle, ...] = ()
    """Contenus laissés de côté pour charge disproportionnée, chacun avec sa raison."""

    @model_validator(mode="after")
    def _complet(self) -> "Audit":
        total = self.conformes + self.non_conformes + self.non_applicables
        if total != CRITERES:
            raise refus("CHAMP-09", "les critères font {total} : le RGAA en a 106", total=total)
        return self

    @property
    def taux(self) -> float:
        """The share of the criteria that apply which are met, from 0 to 1."""
        applicable = self.conformes + self.non_conformes
        return self.conformes / applicable if applicable else 1.0

    @property
    def etat(self) -> str:
        """What the law calls it: « totalement conforme », « partiellement conforme » or « non conforme »."""
        if not self.non_conformes:
            return "totalement conforme"
        return "partiellement conforme" if self.taux >= 0.5 else "non conforme"


class Hebergeur(Modele):
    """Who serves the site (loi n° 2004-575, article 1-1)."""

    nom: Libelle
    """Nom de l'hébergeur."""
    adresse: Libelle
    """Adresse postale."""
    telephone: Libelle | None = None
    """Numéro de téléphone."""


class Mentions(Modele):
    """What a site must say of those who make it (loi n° 2004-575, article 1-1)."""

    responsable: Libelle | None = None
    """Directeur ou directrice de la publication."""
    hebergeur: Hebergeur | None = None
    """Hébergeur du site."""
    delegue: Courriel | Adresse | None = None
    """Où écrire au délégué à la protection des données."""


class Securite(Modele):
    """Whom to tell of a weakness of the site (RFC 9116)."""

    contact: _Contact
    """Adresse de courriel, ou page où écrire."""
    expire_le: Jour
    """Jour à partir duquel ce contact n'est plus sûr : un an au plus."""


def _nomme(value: object) -> object:
    return value or Licence.LO.value


class Options(BaseModel):
    """The parts of ``extra`` that are typed; what else is there belongs to the theme."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    licence: Annotated[Licence, BeforeValidator(_nomme)] = Licence.LO
    relais: str | None = None
    identite: Identite = Field(default_factory=Identite)
    audit: Audit | None = None
    mentions: Mentions = Field(default_factory=Mentions)
    securite: Securite | None = None


def options(extra: Mapping[str, Any], pages: Path) -> Options:
    """The settings, from what MkDocs read.

    Args:
        extra: that part of mkdocs.yml.
        pages: the folder of the written pages, where the coat of arms is.

    Raises:
        ReglagesInvalides: one line for each fault, with its place, the value found, and what to write.
    """
    try:
        found = Options.model_validate({key: value for key, value in extra.items() if value is not None})
    except ValidationError as error:
        raise ReglagesInvalides("\n".join(map(_dire, error.errors()))) from error
    arms = found.identite.blason
    if arms and not (pages / arms).is_file():
        raise ReglagesInvalides(
            f"mkdocs.yml : extra : identite : blason : l'image « {arms} » n'est pas dans {pages.name}/"
        )
    return found


def _dire(error: ErrorDetails) -> str:
    place = " : ".join(str(part) for part in error["loc"] if isinstance(part, str))
    return f"mkdocs.yml : extra : {place} : {message(error, _connus(error))[1]}"


def _connus(error: ErrorDetails) -> tuple[str, ...]:
    """The keys that are known where a fault is."""
    sections: dict[str, type[BaseModel]] = {
        "identite": Identite,
        "audit": Audit,
        "mentions": Mentions,
        "securite": Securite,
        "hebergeur": Hebergeur,
    }
    named = [part for part in error["loc"][:-1] if part in sections]
    return tuple(sections[str(named[-1])].model_fields) if named else tuple(Options.model_fields)
