"""The authority whose acts are published: the file ``collectivite.yml`` at the top of its folder."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from .anomalie import Origine
from .champs import Adresse, Courriel, Departement, Entier, Jour, Libelle, Siren, Siret
from .hebergement import Domicile, Poids
from .modele import Dits, Modele
from .nomenclature import Regime, Territoire, TypeCollectivite


class Tribunal(Modele):
    """The administrative court before which the acts can be contested."""

    nom: Libelle
    """Nom du tribunal."""
    adresse: Libelle
    """Adresse postale du tribunal."""


class AncienRegime(Modele):
    """A regime of publicity that the authority has left: its acts keep the day that made them public."""

    regime: Regime
    """Manière de rendre les actes publics."""
    jusqu_au: Jour
    """Dernier jour de ce régime."""


class Demenagement(Modele):
    """A host that closed: what it held is elsewhere, and the addresses that it served are lost."""

    ancienne: Domicile
    """Début des adresses d'avant."""
    nouvelle: Domicile
    """Début des adresses d'aujourd'hui."""


class Collectivite(Modele):
    """An authority: the file ``collectivite.yml`` at the top of its folder."""

    nom: Libelle
    """Nom complet."""
    sigle: Libelle | None = None
    """Nom court, pour les titres et les listes."""
    type: TypeCollectivite
    """Sorte de collectivité."""
    siren: Siren
    """SIREN, 9 chiffres."""
    siret: Siret | None = None
    """SIRET du siège, 14 chiffres."""
    departement: Departement
    """Département de la préfecture, sur trois caractères."""
    population: Entier | None = None
    """Population municipale."""
    membres: Entier | None = None
    """Nombre légal de membres de l'assemblée."""
    adresse: Libelle | None = None
    """Adresse postale du siège."""
    courriel: Courriel | None = None
    """Adresse de courriel."""
    telephone: Libelle | None = None
    """Numéro de téléphone."""
    site: Adresse | None = None
    """Site de la collectivité."""
    regime: Regime = Regime.ELECTRONIQUE
    """Manière de rendre les actes publics (CGCT L2131-1)."""
    deliberation_regime: Libelle | None = None
    """Délibération qui a choisi ce régime."""
    anciens_regimes: tuple[AncienRegime, ...] = ()
    """Régimes précédents, avec leur dernier jour."""
    tribunal: Tribunal | None = None
    """Tribunal administratif compétent."""
    jours_feries: Territoire = Territoire.METROPOLE
    """Territoire dont les jours fériés s'appliquent."""
    horodatage: Adresse | None = None
    """Adresse d'une autorité d'horodatage (RFC 3161), qui atteste le jour des lignes du journal."""

    documents: Domicile | None = None
    """Début des adresses où sont les fichiers des actes inscrits désormais, quand le site ne les contient pas."""
    documents_deplaces: tuple[Demenagement, ...] = ()
    """Hébergeurs de fichiers qui ont fermé, et ceux qui les remplacent."""
    poids_maximum: Poids | None = None
    """Poids que l'hébergeur du site accepte ; 1 Go (GitHub Pages) si rien n'est écrit."""

    cle: SkipJsonSchema[str] = Field(default="", exclude=True)
    """Name of the folder; first segment of every address."""
    origine: SkipJsonSchema[Origine] = Field(default=Origine(""), exclude=True, repr=False)
    dits: SkipJsonSchema[Dits] = Field(default={}, exclude=True, repr=False)

    @property
    def nom_court(self) -> str:
        """The acronym where there is one."""
        return self.sigle or self.nom

    @property
    def regimes(self) -> frozenset[Regime]:
        """The regime of today and those of before."""
        return frozenset({self.regime, *(former.regime for former in self.anciens_regimes)})

    def heberge(self, domicile: str) -> str:
        """Where the files are today that the journal told to be somewhere."""
        moved = {one.ancienne: one.nouvelle for one in self.documents_deplaces}
        return moved.get(domicile, domicile)

    def ici(self, moment: datetime) -> datetime:
        """A moment by the clocks of the authority."""
        return moment.astimezone(ZoneInfo(self.jours_feries.fuseau))

    def regime_le(self, day: date | None) -> Regime:
        """The regime in force on a day; that of today when the day is not known."""
        if not self.anciens_regimes:
            return self.regime
        past = sorted((r for r in self.anciens_regimes if day and day <= r.jusqu_au), key=lambda r: r.jusqu_au)
        return past[0].regime if past else self.regime
