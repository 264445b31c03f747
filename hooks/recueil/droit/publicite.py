"""What makes an act public: the regime of its authority, the day that counts, what the publication must bear."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType

from dateutil.relativedelta import relativedelta

from ..acte import Acte
from ..collectivite import Collectivite
from ..ecriture import jour
from ..nomenclature import Regime, TypeCollectivite
from .calcul import Calcul, Etape
from .textes import TEXTES

DUREE_MOIS = 2
"""The least time of publicity, in months (CGCT R2131-1, I)."""

SEUIL = 3500
"""Inhabitants from which a commune has no choice of regime (CGCT L2131-1, IV)."""

_CHOISISSENT = {TypeCollectivite.SYNDICAT_COMMUNES, TypeCollectivite.SM_FERME}
_SELON_POPULATION = {TypeCollectivite.COMMUNE, TypeCollectivite.ETABLISSEMENT}


@dataclass(frozen=True, slots=True)
class Formalite:
    """A way of making an act public."""

    champ: str
    """The key of the act that holds its day; also the word of ``publicite_base``."""
    fait: str
    """« publié »: what was done, for a sentence."""
    nom: str
    """« date de mise en ligne »: what its day is called."""
    mentions: tuple[str, ...]
    """What the published act must bear or be offered with."""


FORMALITES: Mapping[Regime, Formalite] = MappingProxyType(
    {
        Regime.ELECTRONIQUE: Formalite(
            "publie_le",
            "publié",
            "date de mise en ligne",
            (
                "le prénom, le nom et la qualité de l'auteur",
                "la date de mise en ligne",
                "l'acte entier, dans un format non modifiable, à télécharger",
            ),
        ),
        Regime.AFFICHAGE: Formalite("affiche_le", "affiché", "date de l'affichage", ("la date de l'affichage",)),
        Regime.PAPIER: Formalite(
            "publie_le",
            "publié sur papier",
            "date de publication sur papier",
            ("l'acte tenu à la disposition du public, en permanence et gratuitement",),
        ),
    }
)
"""Regime → what it asks (CGCT L2131-1, III and IV; R2131-1)."""

NOTIFICATION = Formalite("notifie_le", "notifié", "date de notification", ())
"""An individual act is notified to the person it concerns (CGCT L2131-1, II)."""


def choix_ouvert(collectivite: Collectivite) -> bool | None:
    """Whether the authority may choose another regime than the electronic one; None when its population is needed.

    Communes under 3 500 inhabitants, syndicats de communes and closed syndicats mixtes may (CGCT L2131-1, IV;
    L5211-3; L5711-1). A threshold is never applied to the members of a syndicat.
    """
    if collectivite.type in _CHOISISSENT:
        return True
    if collectivite.type not in _SELON_POPULATION:
        return False
    return None if collectivite.population is None else collectivite.population < SEUIL


def formalite(acte: Acte) -> Formalite:
    """The formality that makes this act public."""
    return NOTIFICATION if acte.individuel else FORMALITES[acte.regime]


def publicite(acte: Acte) -> Calcul[date]:
    """The day that starts the time to contest an act.

    Never one date for another: under the regime of posting, an act that is only online has no such day.
    """
    done = formalite(acte)
    article = TEXTES[acte.collectivite.type].publicite
    day: date | None = getattr(acte, done.champ)
    if day is None:
        return Calcul(None, (Etape(f"La {done.nom} n'est pas indiquée.", article),))
    return Calcul(day, (Etape(f"L'acte a été {done.fait} le {jour(day)} : c'est la {done.nom} qui compte.", article),))


def par_urgence(acte: Acte) -> bool:
    """Whether an emergency puts the act in force on its posting; not when it was already public otherwise."""
    public = publicite(acte).valeur
    sooner = public is not None and acte.affiche_le is not None and public < acte.affiche_le
    return acte.affichage_urgence and not acte.individuel and not sooner


def entree_en_vigueur(acte: Acte) -> Calcul[date]:
    """The day of the formality that puts an act in force: in an emergency its posting is enough (L2131-1, V)."""
    if not par_urgence(acte):
        return publicite(acte)
    article = TEXTES[acte.collectivite.type].publicite
    if acte.affiche_le is None:
        return Calcul(
            None, (Etape("L'urgence est invoquée, mais la date de l'affichage n'est pas indiquée.", article),)
        )
    said = f"L'acte a été affiché le {jour(acte.affiche_le)} : l'urgence le met en vigueur dès son affichage."
    return Calcul(acte.affiche_le, (Etape(said, article),))


@dataclass(frozen=True, slots=True)
class DureePublicite:
    """How long an act must be online at least (CGCT R2131-1, I: two months)."""

    initiale: date
    """The last day when nothing interrupts it."""
    jours: int
    """Days during which it was not seen online, and by which it goes on."""

    @property
    def fin(self) -> date:
        """The last day."""
        return self.initiale + timedelta(days=self.jours)


def duree_publicite(depuis: date, coupures: Iterable[tuple[date, date | None]]) -> DureePublicite:
    """The two months of an act, made longer by the days on which it was not seen online.

    The code asks for two months online; that a day without counts for nothing, and is added, is our reading, the
    prudent one. A cut that has not ended adds the day on which it was seen alone: no more is known.

    Args:
        depuis: the day of the publication.
        coupures: first day without, and the day on which it was seen again; in order, apart from one another.
    """
    first = depuis + relativedelta(months=DUREE_MOIS)
    known = DureePublicite(first, 0)
    for start, end in coupures:
        if depuis <= (end or start) and start <= known.fin:
            lost = max(1, ((end or start) - max(start, depuis)).days)
            known = replace(known, jours=known.jours + lost)
    return known
