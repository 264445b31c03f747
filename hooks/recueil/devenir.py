"""What became of an act after it was adopted: other acts that touch it, judgments, files replaced, pages emptied."""

from collections.abc import Iterator
from typing import Self

from pydantic import model_validator

from .champs import Adresse, Empreinte256, Entier, Jour, Libelle, NomFichier, OuiNon, Texte, refus
from .modele import Modele
from .nomenclature import MotifRemplacement, NatureLien, SensJugement


class Lien(Modele):
    """What an act does to another: one of the eight verbs, with the act that it names."""

    modifie: Texte | None = None
    """Acte dont il change une partie."""
    abroge: Texte | None = None
    """Acte auquel il met fin pour l'avenir (CRPA L240-1)."""
    retire: Texte | None = None
    """Acte qu'il fait disparaître, pour le passé comme pour l'avenir (CRPA L240-1)."""
    rectifie: Texte | None = None
    """Acte dont il corrige une erreur matérielle."""
    complete: Texte | None = None
    """Acte auquel il ajoute."""
    applique: Texte | None = None
    """Acte dont il fait application."""
    remplace: Texte | None = None
    """Acte dont il prend la place."""
    approuve: Texte | None = None
    """Acte ou document qu'il approuve."""
    effet_le: Jour | None = None
    """Jour de l'effet, s'il n'est pas celui où cet acte devient exécutoire."""
    article: Libelle | None = None
    """Article de l'autre acte qui est touché ; rien si c'est tout l'acte."""
    motif: Libelle | None = None
    """Raison, en quelques mots."""
    hors_registre: OuiNon = False
    """L'autre acte n'est pas dans ce registre."""
    adresse_web: Adresse | None = None
    """Page de l'autre acte, s'il est publié ailleurs."""

    @model_validator(mode="after")
    def _un_seul_verbe(self) -> Self:
        """Two verbs in one link would share its date and its article."""
        if len([*self._nommes()]) != 1:
            known = ", ".join(f"« {nature.value} »" for nature in NatureLien)
            raise refus("LIEN-03", f"un lien dit une seule chose d'un seul acte : écrivez l'un de {known}")
        return self

    def _nommes(self) -> Iterator[tuple[NatureLien, str]]:
        for nature in NatureLien:
            if name := getattr(self, nature.value):
                yield nature, name

    @property
    def nature(self) -> NatureLien:
        """What is done."""
        return next(self._nommes())[0]

    @property
    def acte(self) -> str:
        """The name of the other act, or its description when the register does not hold it."""
        return next(self._nommes())[1]

    @property
    def exterieur(self) -> bool:
        """Whether the other act is not looked for in the register."""
        return self.hors_registre or self.adresse_web is not None


class Jugement(Modele):
    """What a court decided of the act (code de justice administrative L521-1, L911-1; CGCT L2131-6)."""

    juridiction: Libelle
    """Tribunal, cour, ou Conseil d'État."""
    numero: Libelle
    """Numéro de la décision."""
    date: Jour
    """Jour de la décision."""
    sens: SensJugement
    """Ce que la décision fait de l'acte."""
    effet_le: Jour | None = None
    """Jour de l'effet, si le juge l'a fixé."""
    article: Libelle | None = None
    """Partie de l'acte que vise la décision ; rien si c'est tout l'acte."""
    adresse_web: Adresse | None = None
    """Page où lire la décision."""


class Caducite(Modele):
    """The act has no more object, or a condition that it set was not met in time."""

    le: Jour
    """Jour depuis lequel l'acte est sans effet."""
    motif: Libelle
    """Raison, en quelques mots."""


class FichierRemplace(Modele):
    """An earlier file of the act, which another has replaced; its fingerprint proves what it was."""

    fichier: NomFichier | None = None
    """Ancien fichier PDF, à côté de l'acte, s'il peut rester en ligne."""
    annexe: Libelle | None = None
    """Titre de l'annexe dont c'était le fichier ; rien si c'était celui de l'acte."""
    publie_le: Jour
    """Jour où il avait été mis en ligne."""
    remplace_le: Jour
    """Jour où il a été remplacé."""
    motif: MotifRemplacement
    """Raison du remplacement."""
    precision: Libelle | None = None
    """Ce qui a changé, en quelques mots."""
    sha256: Empreinte256 | None = None
    """Empreinte SHA-256 de l'ancien fichier, s'il n'est plus là."""
    taille: Entier | None = None
    """Taille de l'ancien fichier en octets, s'il n'est plus là."""


class Depublication(Modele):
    """The text and the files are no longer online; the page stays and says why."""

    le: Jour
    """Jour du retrait de la page."""
    motif: MotifRemplacement
    """Raison du retrait."""
    precision: Libelle | None = None
    """Où et comment lire l'acte, ou ce qui s'est passé."""
