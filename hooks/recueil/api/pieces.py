"""What the twin of a page is made of: its session, its files, its links, its events, its lines of the journal."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from types import MappingProxyType
from typing import ClassVar

from pydantic import BaseModel, Field

from ..collectivite import Collectivite
from ..convention import Convention
from ..devenir import FichierRemplace, Jugement, Lien
from ..droit.avenants import CONDITIONS
from ..droit.evenements import EtatActe
from ..droit.terme import Mode
from ..journal.ligne import Mouvement as LigneDuJournal
from ..nomenclature import NatureLien
from ..seance import Seance
from .element import Derive, Element


class FichierDuJumeau(Element, title="Un fichier en ligne"):
    """A file that is online."""

    url: str
    """Adresse du fichier."""
    nom: str
    """Nom du fichier, tel que la collectivité l'a donné."""
    type: str
    """Type du fichier (MIME)."""
    taille: int
    """Taille, en octets."""
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    """Empreinte SHA-256."""


class AnnexeEnLigne(FichierDuJumeau, title="Une annexe en ligne"):
    """An annex that is online."""

    titre: str
    """Titre de l'annexe."""


class AnnexeAilleurs(Element, title="Une annexe qui n'est pas en ligne"):
    """An annex that is not."""

    titre: str
    """Titre de l'annexe."""
    non_publiee: str | None
    """Motif pour lequel elle n'est pas en ligne."""
    consultation: str | None
    """Où et comment la lire."""


class CollectiviteDuJumeau(Derive, title="La collectivité de l'acte ; ce qui n'est pas renseigné n'y est pas"):
    """The authority; only what it says."""

    DE: ClassVar[type[BaseModel]] = Collectivite
    FACULTATIFS: ClassVar[AbstractSet[str]] = frozenset(
        name for name, field in Collectivite.model_fields.items() if not field.is_required()
    )

    poids_maximum: int | None
    """Poids que l'hébergeur du site accepte, en octets."""


class MembreQuiBouge(Element, title="Un membre arrivé ou parti en cours de séance"):
    """A member who comes or goes."""

    membre: str
    """Nom du membre."""
    avant: str | None
    """Numéro du premier acte examiné après ce mouvement ; rien s'il précède tous les actes."""


class SeanceDuJumeau(Derive, title="La séance de l'acte, et la salle au moment de son examen"):
    """The session, and who was there when the act was examined."""

    DE: ClassVar[type[BaseModel]] = Seance

    url: str | None
    """Page de la séance."""
    pouvoirs: dict[str, str]
    """Pouvoirs donnés : le nom de l'absent, puis celui de qui vote pour lui."""
    arrivees: tuple[MembreQuiBouge, ...]
    """Membres arrivés en cours de séance."""
    departs: tuple[MembreQuiBouge, ...]
    """Membres partis en cours de séance."""
    nombre_presents: int | None
    """Membres présents à l'examen de l'acte."""
    nombre_pouvoirs: int | None
    """Pouvoirs qui comptent à ce moment."""
    votants: int | None
    """Présents et pouvoirs."""
    quorum: int | None
    """Présents qu'il faut pour délibérer (CGCT L2121-17)."""


class Explication(Element, title="Comment une date est calculée"):
    """How a date was computed."""

    etapes: tuple[str, ...]
    """Chaque étape, en une phrase."""
    articles: tuple[str, ...]
    """Textes appliqués."""


class EtatDepuis(Element, title="Un état de l'acte, avec le jour où il commence"):
    """A state and its first day."""

    depuis: date
    """Premier jour."""
    etat: EtatActe
    """État."""


class Evenement(Element, title="Ce qui est arrivé à l'acte"):
    """What happened to the act."""

    etat: EtatActe
    """État où l'évènement met l'acte."""
    le: date | None
    """Jour de l'effet."""
    phrase: str
    """En quelques mots."""
    article: str | None
    """Texte ou décision dont cela résulte."""
    portee: str | None
    """Partie de l'acte touchée ; rien si c'est tout l'acte."""
    par: str | None
    """Page de l'acte qui en est la cause."""
    jugement: Jugement | None
    """Décision de justice qui en est la cause."""


class LienDuJumeau(Derive, title="Ce que l'acte fait à un autre"):
    """What the act does to another."""

    DE: ClassVar[type[BaseModel]] = Lien
    SANS: ClassVar[AbstractSet[str]] = frozenset(nature.value for nature in NatureLien)

    nature: NatureLien
    """Ce que fait l'acte."""
    acte: str
    """Nom de l'autre acte, tel qu'il est écrit."""
    url: str | None
    """Page de l'autre acte, s'il est dans le registre."""


class LienSubi(Element, title="Ce qu'un autre acte fait à celui-ci"):
    """What another act does to this one."""

    nature: NatureLien
    """Ce que fait l'autre acte."""
    par: str | None
    """Page de l'autre acte."""
    sans_effet: str
    """Raison pour laquelle cela ne change rien ; vide si cela compte."""


class FichierRemplaceDuJumeau(Derive, title="Un ancien fichier de l'acte"):
    """An earlier file."""

    DE: ClassVar[type[BaseModel]] = FichierRemplace
    SANS: ClassVar[AbstractSet[str]] = frozenset({"fichier"})

    sha256: str | None
    """Empreinte SHA-256 de l'ancien fichier."""
    taille: int | None
    """Taille de l'ancien fichier, en octets."""
    url: str | None
    """Adresse de l'ancien fichier, s'il est encore en ligne."""


class LigneDuJournalDuJumeau(Derive, title="Une ligne du journal sur l'acte"):
    """A line of the journal."""

    DE: ClassVar[type[BaseModel]] = LigneDuJournal
    DITS: ClassVar[Mapping[str, str]] = MappingProxyType(
        {
            "rang": "Numéro de la ligne dans le journal, à partir de 1.",
            "precedent": "Empreinte SHA-256 de la ligne précédente.",
            "inscrit_le": "Moment de l'inscription, en temps universel.",
            "evenement": "Ce que la ligne inscrit.",
            "acte": "Page de l'acte, sans l'adresse du site.",
            "seance": "Page de la séance, sans l'adresse du site ; vide si l'acte n'en a pas.",
            "publie_le": "Jour de mise en ligne saisi ; vide si l'acte est rendu public autrement.",
            "fichiers": "Fichiers en ligne : nom et empreinte SHA-256.",
            "donnees": "Empreinte SHA-256 de ce qui a été saisi.",
            "texte": "Empreinte SHA-256 du texte de l'acte.",
        }
    )

    sceau: str
    """Empreinte SHA-256 de la ligne."""


class Changement(Element, title="Ce qu'un avenant a changé"):
    """What an amendment changed."""

    champ: str
    """Champ de la convention."""
    avant: str | int | None
    """Valeur d'avant."""
    apres: str | int | None
    """Valeur d'après."""
    depuis: date | None
    """Jour de l'effet."""


class Periode(Element, title="Une période de la convention"):
    """A stretch of time for which the convention binds, or may."""

    rang: int
    """0 pour la première, puis le numéro de la reconduction."""
    mode: Mode
    """Comment elle vient."""
    debut: date | None
    """Premier jour."""
    fin: date
    """Dernier jour."""
    preavis: date | None
    """Dernier jour pour dire que la convention ne sera pas reconduite après elle."""


class Conditions(Derive, title="Les conditions de la convention, avenants compris"):
    """The conditions as its amendments made them."""

    DE: ClassVar[type[BaseModel]] = Convention
    SANS: ClassVar[AbstractSet[str]] = frozenset(Convention.model_fields) - set(CONDITIONS)
