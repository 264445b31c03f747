"""What a paper says of an act in brief: who decided it, when, with how many votes, and what is joined to it."""

from collections.abc import Iterable, Iterator
from datetime import date

from ..acte import Acte, Annexe, ControleLegalite
from ..convention import Convention, Partie
from ..droit.assemblee import salle
from ..droit.transmission import MOTIFS
from ..ecriture import compte, jour, sans_point
from ..nomenclature import Regime
from ..publies import Fiche
from ..seance import Seance, Votes
from .cadre import Rubrique


def mise_en_ligne(acte: Acte) -> str:
    """« Mise en ligne le 16 février 2026 », which R2131-1 asks for; the words of its regime otherwise."""
    if acte.publie_le is None:
        return ""
    done = "Publication sur papier" if acte.regime is Regime.PAPIER else "Mise en ligne"
    return f"{done} le {jour(acte.publie_le)}"


def rubriques(fiche: Fiche) -> Iterator[Rubrique]:
    """The facts of an act, in their order; those that nothing is known of are left out."""
    return (Rubrique(name, said) for name, lines in _rubriques(fiche.acte) if (said := tuple(filter(None, lines))))


def _rubriques(acte: Acte) -> Iterator[tuple[str, Iterable[str]]]:
    yield "Auteur", [f"{acte.auteur}, {acte.auteur.qualite}"] if acte.auteur else []
    yield "Date de l'acte", [jour(acte.date)] if acte.date else []
    if acte.seance:
        yield "Séance", [f"{acte.seance.organe}, {jour(acte.seance.date)}"]
        yield "Assemblée", [presence(acte.seance, acte.numero)]
    if acte.votes:
        yield "Vote", _vote(acte.votes)
    if isinstance(acte, Convention):
        yield "Parties", map(_partie, acte.parties)
    yield "Affichage", [jour(acte.affiche_le)] if acte.affiche_le else []
    if acte.controle_legalite:
        yield "Contrôle de légalité", _controle(acte.controle_legalite)
    yield "Annexes", map(_annexe, acte.annexes)


def presence(seance: Seance, numero: str | None) -> str:
    """« 27 présents, 8 pouvoirs, 35 votants, pour 49 membres en exercice », when the act is examined."""
    if not seance.presents:
        return ""
    room = salle(seance, numero)
    counts = (
        compte(len(room.presents), "présent"),
        compte(len(room.pouvoirs), "pouvoir") if room.pouvoirs else "",
        compte(room.votants, "votant"),
    )
    whole = compte(seance.membres_en_exercice, "membre") if seance.membres_en_exercice else ""
    return ", ".join(filter(None, counts)) + (f", pour {whole} en exercice" if whole else "")


def _vote(votes: Votes) -> Iterator[str]:
    if votes.compte:
        yield ", ".join(_voix(votes))
    if votes.scrutin:
        yield votes.scrutin.libelle
    if votes.voix_preponderante:
        yield "Voix partagées également : celle du président de séance l'a emporté"
    if votes.resultat:
        yield votes.resultat.libelle


def _voix(votes: Votes) -> Iterator[str]:
    """The figures of a vote; those that are nought are said for the three that every vote has."""
    yield f"{votes.pour or 0}\u00a0pour"
    yield f"{votes.contre or 0}\u00a0contre"
    yield compte(votes.abstention or 0, "abstention")
    if cast := votes.blancs + votes.nuls:
        yield compte(cast, "bulletin blanc ou nul", "bulletins blancs ou nuls")
    if votes.nppv:
        yield f"{votes.nppv}\u00a0sans prendre part au vote"


def _partie(partie: Partie) -> str:
    signer = ", ".join(filter(None, (partie.representant, partie.qualite)))
    signed = f", signature le {jour(partie.signe_le)}" if isinstance(partie.signe_le, date) else ""
    return partie.nom + (f" (représentant : {signer})" if signer else "") + signed


def _controle(controle: ControleLegalite) -> Iterator[str]:
    """When the act was sent to the préfet and received, or why it was not to be sent."""
    if controle.transmissible is False:
        label, _ = MOTIFS.get(controle.motif or "", (controle.motif or "motif non indiqué", ""))
        yield f"Non soumis à la transmission au préfet : {label}"
    days = (("envoyé le", controle.envoye_le), ("reçu le", controle.recu_le))
    yield " et ".join(f"{done} {jour(day)}" for done, day in days if day).capitalize()
    yield f"Identifiant {controle.id.texte}" if controle.id else ""


def _annexe(annexe: Annexe) -> str:
    """An annex, with where it is: its own file, or the reason why it is not online and where to read it."""
    if annexe.non_publiee is None:
        return f"{annexe.titre} (fichier à part)" if annexe.fichier else annexe.titre
    where = f". Consultation : {sans_point(annexe.consultation)}" if annexe.consultation else ""
    return f"{annexe.titre}, non mise en ligne : {sans_point(annexe.non_publiee)}{where}"
