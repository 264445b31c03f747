"""The page of an act, of a convention, and of a reference document."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from .. import lie
from ..acte import Acte
from ..apercu import illustrees
from ..convention import Convention
from ..droit.assemblee import Salle, nommes, quorum, salle
from ..droit.etat import Etat, etat
from ..droit.recours import distance
from ..droit.textes import TEXTES, Textes
from ..ecriture import jour
from ..lie import Noeud
from ..matieres import libelle_matiere
from ..nomenclature import Regime, TypeActe
from ..publies import Fiche, SeancePubliee
from ..registre import Registre
from ..seance import Seance, Votes
from ..texte import Rendu
from .contrats import VueContrat, contrat
from .devenir import Devenir, devenir
from .essentiel import Essentiel, essentiel
from .inscrit import Inscrit, inscrit
from .modeles import Famille, differences, famille
from .page import Differee, Lien, Page, Reglages
from .themes import theme_de


@dataclass(frozen=True, slots=True)
class Etape:
    """A date in the life of an act."""

    libelle: str
    jour: date
    precision: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A share of a vote, placed on a bar that is 100 wide."""

    nom: str
    libelle: str
    voix: int
    debut: float
    largeur: float


@dataclass(frozen=True, slots=True)
class Assemblee:
    """Who was there, counted."""

    seance: Seance
    salle: Salle
    quorum: int | None
    moment: str
    """The moment of the count, when the room changed during the session."""
    non_nommes: int
    """Members in office of whom nothing is said."""


@dataclass(frozen=True)
class VueActe:
    """Everything that the page of an act shows."""

    fiche: Fiche
    url: str
    apercu: bool
    """Whether it has an image for social networks."""
    etapes: tuple[Etape, ...]
    votes: tuple[Part, ...]
    assemblee: Assemblee | None
    distance: str
    textes: Textes
    seance: SeancePubliee | None
    matiere: str
    theme: Lien | None
    """The same in everyday words, where its lists and its feed are told."""
    citation: str
    approuve: tuple[Fiche, ...]
    approuvee_par: Fiche | None
    envoyee_avec: Fiche | None
    """The act whose @ctes identifier the document shares."""
    modele: Fiche | None
    avenants: tuple[Fiche, ...]
    famille: Famille
    amende: tuple[Fiche, ...]
    differences: str
    """The page that compares it with its model, or nothing."""
    devenir: Devenir
    contrat: VueContrat | None
    """The life of a convention."""
    inscrit: Inscrit | None
    """When the journal recorded it."""
    lie: Noeud
    """The same as linked data."""
    precedent: Fiche | None
    suivant: Fiche | None

    @property
    def acte(self) -> Acte:
        """The act itself."""
        return self.fiche.acte

    @cached_property
    def etat(self) -> Etat | None:
        """What the law says of the act; None for a document that decides nothing by itself."""
        return etat(self.acte)

    @property
    def essentiel(self) -> Essentiel:
        """What the first screen answers."""
        return essentiel(self.acte, self.etat, self.devenir, self.contrat, self.inscrit)

    @property
    def rendu(self) -> Rendu:
        """Its text as HTML, rendered when the page is drawn."""
        return self.fiche.rendu()


def pages_actes(ensemble: lie.Ensemble, reglages: Reglages) -> Iterator[Page]:
    """A page per act and per reference document."""
    registre = ensemble.registre
    shown = frozenset(fiche.adresse for fiche in illustrees(registre))
    for fiche in registre.toutes:
        yield Page(
            adresse=fiche.adresse,
            template=_template(fiche.acte),
            titre=fiche.acte.titre,
            vue=Differee(partial(_vue, fiche, ensemble, reglages, apercu=fiche.adresse in shown)),
            modifiee_le=derniere_nouvelle(fiche, registre),
            description=_description(fiche),
            plan=not fiche.acte.non_indexe,
        )


def derniere_nouvelle(fiche: Fiche, registre: Registre) -> date | None:
    """The day on which its page last changed: its publication, or what was decided of it since."""
    since = registre.vies.nouvelles(fiche.acte)
    return max(since, default=None)


def _template(acte: Acte) -> str:
    return "actes/convention.html" if isinstance(acte, Convention) else "actes/acte.html"


def _description(fiche: Fiche) -> str:
    day = f", publication du {jour(fiche.publicite)}" if fiche.acte.publicite else ""
    return f"{fiche.acte.intitule}, {fiche.collectivite.nom}{day}. {fiche.acte.resume or fiche.acte.objet}"


def _vue(fiche: Fiche, ensemble: lie.Ensemble, reglages: Reglages, *, apercu: bool) -> VueActe:
    acte, registre = fiche.acte, ensemble.registre
    contract = acte if isinstance(acte, Convention) else None
    before, after = registre.voisins(fiche)
    amendments = (registre.cible(fiche, name) for name in (contract.avenants if contract else ()))
    return VueActe(
        fiche=fiche,
        url=reglages.url(fiche.adresse),
        apercu=apercu,
        etapes=etapes(acte),
        votes=parts(acte.votes) if acte.votes and acte.votes.compte else (),
        assemblee=assemblee(acte.seance, acte.numero) if acte.seance and acte.seance.presents else None,
        distance=distance(fiche.collectivite.jours_feries),
        textes=TEXTES[fiche.collectivite.type],
        seance=registre.seance_de(fiche),
        matiere=libelle_matiere(acte.matiere) if acte.matiere else "",
        theme=theme_de(acte),
        citation=citation(fiche, reglages.url(registre.permanente(fiche))),
        approuve=registre.approuve(fiche),
        approuvee_par=registre.cible(fiche, contract.approuvee_par) if contract else None,
        envoyee_avec=registre.titulaire(fiche),
        modele=registre.cible(fiche, contract.modele) if contract else None,
        avenants=tuple(a for a in amendments if a),
        famille=famille(fiche, registre),
        amende=registre.amende(fiche),
        differences=differences(fiche, registre),
        devenir=devenir(fiche, registre),
        contrat=contrat(fiche, registre),
        inscrit=inscrit(fiche, registre),
        lie=lie.acte(fiche, ensemble),
        precedent=before,
        suivant=after,
    )


def etapes(acte: Acte) -> tuple[Etape, ...]:
    """The dates of an act in the order of time; none is deduced from another."""
    return tuple(sorted(_etapes(acte), key=lambda e: e.jour))


def _etapes(acte: Acte) -> Iterator[Etape]:
    control, seance = acte.controle_legalite, acte.seance
    if seance and seance.convocation:
        yield Etape("Convocation", seance.convocation, "envoi de la convocation aux membres")
    if seance:
        yield Etape("Séance", seance.date, seance.organe)
    if acte.date and not (seance and seance.date == acte.date):
        yield Etape("Signature", acte.date)
    if acte.affiche_le:
        yield Etape("Affichage", acte.affiche_le, "en urgence" if acte.affichage_urgence else "")
    if acte.notifie_le:
        yield Etape("Notification", acte.notifie_le, "à la personne que vise l'acte")
    if control and control.envoye_le:
        yield Etape("Envoi en préfecture", control.envoye_le)
    if control and control.recu_le:
        yield Etape("Réception en préfecture", control.recu_le)
    if acte.publie_le:
        paper = acte.regime is Regime.PAPIER
        yield Etape("Publication sur papier" if paper else "Mise en ligne", acte.publie_le)


_SI_EXISTE = {"blancs", "nppv"}
"""Shares of a vote that are shown only when there are some."""


def parts(votes: Votes) -> tuple[Part, ...]:
    """The shares of a vote, end to end on a bar; the empty ones are kept for the figures."""
    found, start = [], 0.0
    named = (
        ("pour", "Pour", votes.pour or 0),
        ("contre", "Contre", votes.contre or 0),
        ("abstention", "Abstention", votes.abstention or 0),
        ("blancs", "Blancs et nuls", votes.blancs + votes.nuls),
        ("nppv", "N'ont pas pris part au vote", votes.nppv),
    )
    for nom, libelle, voix in named:
        width = round(100 * voix / votes.total, 2) if votes.total else 0.0
        if voix or nom not in _SI_EXISTE:
            found.append(Part(nom, libelle, voix, round(start, 2), width))
        start += width
    return tuple(found)


def assemblee(seance: Seance, numero: str | None = None) -> Assemblee:
    """The attendance when an act is examined, with the quorum that the law asks (CGCT L2121-17)."""
    needed = quorum(seance.membres_en_exercice) if seance.membres_en_exercice else None
    unnamed = (seance.membres_en_exercice or 0) - len(nommes(seance))
    moved = seance.arrivees or seance.departs or seance.deports
    moment = f"l'examen de l'acte n° {numero}" if numero else "l'ouverture de la séance"
    return Assemblee(seance, salle(seance, numero), needed, moment if moved else "", unnamed)


def citation(fiche: Fiche, url: str) -> str:
    """How to name the act in a letter or a brief."""
    acte = fiche.acte
    if not acte.publicite:
        return f"« {acte.objet} », document de référence consulté au registre de {fiche.collectivite.nom}, {url}"
    of = f" du {jour(acte.date)}" if acte.date else ""
    kind = acte.intitule if acte.type is not TypeActe.AUTRE else "Acte"
    named = f"{fiche.collectivite.nom}, {kind[0].lower()}{kind[1:]}{of}"
    return f"{named}, « {acte.objet} », publication du {jour(fiche.publicite)}, {url}"
