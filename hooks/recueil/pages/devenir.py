"""What the page of an act says of its life: the warning at its top, what it does to others, what others do to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from ..devenir import Depublication, Jugement
from ..droit.evenements import FINS, SANS_EFFET, EtatActe, Evenement
from ..droit.vie import Subi
from ..ecriture import jour
from ..publies import Ancien, Fiche
from ..registre import Registre
from ..vies import Fait


@dataclass(frozen=True, slots=True)
class LienVu:
    """A link as it is shown: what is done, to which act or by which."""

    verbe: str
    fiche: Fiche | None
    texte: str
    """The name of an act that the register does not hold."""
    adresse_web: str
    precision: str


@dataclass(frozen=True, slots=True)
class Avis:
    """An event of which the reader of the act is warned."""

    evenement: Evenement
    par: Fiche | None
    jugement: str
    grave: bool
    """Whether the whole act is deprived of effect, for a time or for good."""

    @property
    def mot(self) -> str:
        """The word of the glossary that says what the event is, or nothing."""
        return MOTS.get(self.evenement.etat, "")

    @property
    def debut(self) -> str:
        """Its first word, which is that one: « Abrogé »."""
        return self.evenement.phrase.split(" ", 1)[0].rstrip(",")

    @property
    def suite(self) -> str:
        """What its sentence says then."""
        return self.evenement.phrase[len(self.debut) :]


MOTS = MappingProxyType(
    {
        EtatActe.ABROGE: "abrogation",
        EtatActe.RETIRE: "retrait",
        EtatActe.ANNULE: "annulation",
        EtatActe.SUSPENDU: "suspension",
    }
)
"""State → the key of its word in the glossary."""


@dataclass(frozen=True, slots=True)
class Devenir:
    """All that happened to an act, as its page tells it."""

    avis: tuple[Avis, ...]
    fait: tuple[LienVu, ...]
    subi: tuple[LienVu, ...]
    cite_par: tuple[Fiche, ...]
    """The acts that cite it in their « Vu »."""
    jugements: tuple[Jugement, ...]
    anciens: tuple[Ancien, ...]
    depublie: Depublication | None
    etat: EtatActe | None
    """Its state on the newest day of the register."""

    aneanti: bool
    """Whether it is held never to have existed."""

    @property
    def eteint(self) -> bool:
        """Whether the act has no effect any more, or none for now."""
        return self.etat in SANS_EFFET

    @property
    def grave(self) -> bool:
        """Whether the reader must be warned, and not only told."""
        return self.depublie is not None or any(one.grave for one in self.avis)

    @property
    def dit(self) -> bool:
        """Whether there is anything to tell beside the warning."""
        return bool(self.fait or self.subi or self.cite_par or self.jugements)


def devenir(fiche: Fiche, registre: Registre) -> Devenir:
    """What became of an act."""
    vies, acte = registre.vies, fiche.acte
    events = (event for event in vies.vie(acte).suites if event.etat is not EtatActe.EXPIRE)
    ended_first = sorted(events, key=lambda event: not (event.entier and event.etat in FINS))
    return Devenir(
        avis=tuple(_avis(event, registre) for event in ended_first),
        fait=tuple(_fait(done, registre) for done in vies.faits(acte)),
        subi=tuple(_subi(done, registre) for done in vies.subis(acte)),
        cite_par=registre.citent(fiche),
        jugements=acte.jugements,
        anciens=fiche.anciens,
        depublie=acte.depublie,
        etat=vies.etat(acte),
        aneanti=vies.vie(acte).aneanti is not None,
    )


def _avis(event: Evenement, registre: Registre) -> Avis:
    ruling = nommer(event.jugement) if event.jugement else ""
    return Avis(event, registre.fiche(event.par), ruling, event.entier and event.etat is not EtatActe.MODIFIE)


def nommer(ruling: Jugement) -> str:
    """« Tribunal administratif de Lille, n° 2601234, 14 septembre 2026 »."""
    return f"{ruling.juridiction}, n° {ruling.numero}, {jour(ruling.date)}"


def _fait(done: Fait, registre: Registre) -> LienVu:
    lien = done.lien
    return LienVu(
        lien.nature.libelle,
        registre.fiche(done.cible),
        "" if done.cible else lien.acte,
        lien.adresse_web or "",
        ", ".join(_precisions(done)),
    )


def _subi(done: Subi, registre: Registre) -> LienVu:
    return LienVu(f"{done.lien.nature.participe} par", registre.fiche(done.par), "", "", ", ".join(_precisions(done)))


def _precisions(done: Fait | Subi) -> Iterator[str]:
    """What the link says beside the act: the part that is touched, the day, the reason."""
    lien = done.lien
    if lien.article:
        yield lien.article
    if lien.effet_le:
        yield f"à compter du {jour(lien.effet_le)}"
    if lien.motif:
        yield lien.motif
    if done.sans_effet:
        yield f"sans effet : {done.sans_effet}"
