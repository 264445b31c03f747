"""The convention: an act with parties, a term and an approval; what the document leaves blank is « inconnu »."""

from typing import Self

from .acte import Acte
from .champs import Duree, Entier, IdentifiantActes, Jour, JourOuInconnu, Libelle, OuiNon, SirenOuInconnu, Texte
from .modele import Modele
from .nomenclature import Reconduction, TypeActe


class Partie(Modele):
    """A party to a convention; what the document leaves blank is ``inconnu``."""

    nom: Libelle
    """Nom de la partie."""
    sigle: Libelle | None = None
    """Nom court, le même dans toutes ses conventions."""
    siren: SirenOuInconnu | None = None
    """SIREN, 9 chiffres."""
    siege: Libelle | None = None
    """Adresse du siège."""
    representant: Libelle | None = None
    """Qui signe pour elle."""
    qualite: Libelle | None = None
    """Qualité du signataire."""
    deliberation: Libelle | None = None
    """Délibération qui l'autorise à signer."""
    signe_le: JourOuInconnu | None = None
    """Jour de sa signature."""

    @property
    def nom_court(self) -> str:
        """The acronym where there is one."""
        return self.sigle or self.nom


class ActeSource(Modele):
    """The act of another authority to which a reference document was annexed: what its stamp says, no more."""

    id: IdentifiantActes
    """Identifiant @ctes de l'acte."""
    envoye_le: Jour | None = None
    """Jour de télétransmission."""
    recu_le: Jour | None = None
    """Jour de réception en préfecture."""


class Convention(Acte):
    """A convention, an amendment to one, or a model of one."""

    parties: tuple[Partie, ...] = ()
    """Parties à la convention."""
    approuvee_par: Texte | None = None
    """Délibération qui approuve la convention."""
    modele: Texte | None = None
    """Modèle que suit la convention."""
    avenants: tuple[Texte, ...] = ()
    """Avenants, dans l'ordre."""
    debut: JourOuInconnu | None = None
    """Premier jour."""
    fin: JourOuInconnu | None = None
    """Dernier jour."""
    terme: Libelle | None = None
    """Ce que la convention dit de sa fin, dans ses mots."""
    duree: Duree | None = None
    """Durée écrite dans la convention."""
    reconduction: Reconduction | None = None
    """Ce qui se passe à la fin."""
    nombre_reconductions: Entier | None = None
    """Combien de fois la convention peut être reconduite."""
    duree_reconduction: Duree | None = None
    """Durée de chaque reconduction, si elle n'est pas celle de la convention."""
    reconduite_par: tuple[Texte, ...] = ()
    """Actes qui ont décidé une reconduction expresse, dans l'ordre."""
    preavis: Duree | None = None
    """Préavis de dénonciation."""
    denoncee_le: Jour | None = None
    """Jour où une partie a dit qu'elle ne la reconduirait pas."""
    resiliee_le: Jour | None = None
    """Dernier jour, si la convention a pris fin avant son terme."""
    montant: Libelle | None = None
    """Montant ou règle de prix, dans les mots de la convention."""
    juridiction: Libelle | None = None
    """Tribunal désigné par la convention."""
    document_de_reference: OuiNon = False
    """Pour un modèle : le montrer, sans en faire un acte du registre."""
    annexe_de: ActeSource | None = None
    """Acte d'une autre collectivité auquel le document est annexé."""

    @property
    def vide(self) -> Self:
        """The same, without its price and its words on its end, which may name somebody."""
        return super().vide.model_copy(update={"montant": None, "terme": None})

    @property
    def a_des_conditions(self) -> bool:
        """Whether the document says anything of its term, its price or its court."""
        said = (self.debut, self.fin, self.terme, self.duree, self.reconduction, self.preavis, self.montant)
        return any(said) or bool(self.juridiction)

    @property
    def public(self) -> bool:
        """A reference document is shown without being an act of the register."""
        return super().public or (self.document_de_reference and self.type is TypeActe.MODELE_CONVENTION)
