"""The national file of délibérations: schema SCDL « Délibérations » 2.1.5, its columns in its order, its row rules.

The schema says https://schema.data.gouv.fr/scdl/deliberations/; its validator asks for more than the columns: figures
of the vote all together or not at all, that add up; a reception that is not before the adoption; a matière « level
1/level 2 ». What an act says that could not keep these rules is left out of its line, never mended.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from .. import adresses
from ..acte import Acte
from ..colonnes_scdl import nom_matiere
from ..ecriture import compte
from ..matieres import matiere_nationale
from ..nomenclature import Resultat, TypeActe
from ..pages.page import Reglages
from ..publies import Fiche
from ..registre import Registre
from .cellules import Valeur
from .ordre import anciennes

Lacune = tuple[Fiche, str]
"""A délibération that the national file leaves out, and why."""

_SANS_VOTE: tuple[Valeur, ...] = (None,) * 5


def lacunes(registre: Registre) -> tuple[Lacune, ...]:
    """The public délibérations that the national file cannot hold, oldest first, one pair for each reason."""
    held = anciennes(f for f in registre.fiches if f.acte.type is TypeActe.DELIBERATION)
    return tuple((fiche, reason) for fiche in held for reason in manques(fiche))


def bilan(registre: Registre) -> Iterator[str]:
    """The same for who publishes, a sentence for each reason."""
    for reason, count in Counter(reason for _, reason in lacunes(registre)).items():
        yield f"{compte(count, 'délibération')} hors du tableau national (SCDL) : {reason}"


def manques(fiche: Fiche) -> Iterator[str]:
    """What keeps a délibération out of the national file."""
    yield from (sentence for missing, sentence in _MANQUES if missing(fiche.acte))


def valeurs(fiche: Fiche, reglages: Reglages) -> tuple[Valeur, ...]:
    """The cells of a délibération that lacks nothing; no act of the register says its budget."""
    acte, authority = fiche.acte, fiche.collectivite
    subject = matiere_nationale(acte.matiere or "")
    return (
        *(authority.nom, authority.siret, acte.numero, acte.date, subject, nom_matiere(subject), acte.objet),
        *(None, None, *_prefecture(acte)),
        *(*_votes(acte), adresses.absolue(reglages.site_url, fiche.adresse)),
    )


def _prefecture(acte: Acte) -> tuple[Valeur, Valeur]:
    """To whom the act was sent, and when it was received; a day before the adoption is no day of reception."""
    control = acte.controle_legalite
    if control is None or not (control.id or control.envoye_le or control.recu_le):
        return None, None
    received = control.recu_le if control.recu_le and acte.date and control.recu_le >= acte.date else None
    return f"PREF{acte.collectivite.departement}", received


def _votes(acte: Acte) -> tuple[Valeur, ...]:
    """The five figures or none: blank and void ballots would make « REEL » either false or unlike its sum."""
    votes, members = acte.votes, acte.seance.membres_en_exercice if acte.seance else None
    if votes is None or not votes.compte or votes.blancs or votes.nuls or members is None:
        return _SANS_VOTE
    figures = (votes.pour or 0, votes.contre or 0, votes.abstention or 0)
    return (members, sum(figures), *figures) if sum(figures) <= members else _SANS_VOTE


def _ajournee(acte: Acte) -> bool:
    return acte.votes is not None and acte.votes.resultat is Resultat.AJOURNEE


def _siret_d_un_autre(acte: Acte) -> bool:
    authority = acte.collectivite
    return authority.siret is not None and not authority.siret.startswith(authority.siren)


_MANQUES: tuple[tuple[Callable[[Acte], bool], str], ...] = (
    (lambda acte: acte.depublie is not None, "son texte a été retiré du site"),
    (_ajournee, "la proposition a été ajournée : rien n'a été adopté"),
    (lambda acte: acte.numero is None, "son numéro manque"),
    (lambda acte: acte.date is None, "sa date manque"),
    (lambda acte: acte.matiere is None and acte.depublie is None, "sa matière manque"),
    (lambda acte: acte.collectivite.siret is None, "le SIRET de la collectivité manque dans « collectivite.yml »"),
    (_siret_d_un_autre, "le SIRET de la collectivité ne commence pas par son SIREN, dans « collectivite.yml »"),
)
