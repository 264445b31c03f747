"""The life of acts and conventions as data: states, events, links both ways, terms, what amendments changed."""

from collections.abc import Sequence
from datetime import date

from .acte import Acte
from .convention import Convention
from .devenir import Lien
from .droit.avenants import CONDITIONS
from .droit.evenements import Evenement
from .droit.transmission import decide
from .nomenclature import NatureLien
from .objets import Objet, ecrire, iso
from .pages.page import Reglages
from .publies import Fiche
from .registre import Registre


def devenir_json(fiche: Fiche, registre: Registre, reglages: Reglages) -> Objet:
    """What became of the act: its state, each event with its day and its source, its links both ways."""
    acte, vies = fiche.acte, registre.vies
    state = vies.etat(acte)
    return {
        "etat": state.value if state else None,
        "etat_au": iso(vies.vues_le),
        "etats": _etats(fiche, registre) if acte.publicite else [],
        "evenements": [_evenement(event, registre, reglages) for event in vies.vie(acte).evenements],
        "liens": [
            lien | {"url": reglages.url(page.adresse) if (page := registre.fiche(fait.cible)) else None}
            for lien, fait in zip(_champs(acte.liens), vies.faits(acte), strict=True)
        ],
        "liens_subis": [
            {"nature": s.lien.nature.value, "par": _url(s.par, registre, reglages), "sans_effet": s.sans_effet}
            for s in vies.subis(acte)
        ],
        "fichiers_remplaces": [
            old.dit.model_dump(mode="json", exclude={"fichier", "sha256", "taille"})
            | {
                "sha256": old.sha256,
                "taille": old.taille,
                "url": reglages.url(old.fichier.lien) if old.fichier else None,
            }
            for old in fiche.anciens
        ],
    }


def _champs(liens: Sequence[Lien]) -> list[Objet]:
    """Each link with its verb and the act named as values, not as a key of its own."""
    verbs = {nature.value for nature in NatureLien}
    return [
        {"nature": lien.nature.value, "acte": lien.acte} | lien.model_dump(mode="json", exclude=verbs) for lien in liens
    ]


def _evenement(event: Evenement, registre: Registre, reglages: Reglages) -> Objet:
    return {
        "etat": event.etat.value,
        "le": iso(event.le),
        "phrase": event.phrase,
        "article": event.article or None,
        "portee": event.portee or None,
        "par": _url(event.par, registre, reglages),
        "jugement": event.jugement.model_dump(mode="json") if event.jugement else None,
    }


def _url(acte: Acte | None, registre: Registre, reglages: Reglages) -> str | None:
    page = registre.fiche(acte)
    return reglages.url(page.adresse) if page else None


def contrat_json(fiche: Fiche, registre: Registre) -> Objet:
    """The time of a convention, as computed; its own keys stay what its file says."""
    acte, seen = fiche.acte, registre.vies.vues_le
    if not isinstance(acte, Convention) or not acte.publicite or seen is None:
        return {}
    known = registre.vies.contrat(acte)
    term = known.terme
    return {
        "conditions_actuelles": known.actuel.model_dump(mode="json", include=set(CONDITIONS)),
        "changements": [
            {"champ": c.champ, "avant": _valeur(c.avant), "apres": _valeur(c.apres), "depuis": iso(c.depuis)}
            for c in known.changements
        ],
        "situation": term.situation(seen).value,
        "situation_au": iso(seen),
        "fin_calculee": iso(term.fin.valeur),
        "prochaine_fin": iso(term.prochaine_fin(seen)),
        "fin_certaine": None if term.sans_limite else iso(term.fin_certaine),
        "reconductions_restantes": term.restantes,
        "periodes": [
            {"rang": p.rang, "mode": p.mode.value, "debut": iso(p.debut), "fin": iso(p.fin), "preavis": iso(p.preavis)}
            for p in term.periodes
        ],
    }


def _valeur(value: object) -> object:
    return iso(value) if isinstance(value, date) else value


def etats_json(registre: Registre, reglages: Reglages) -> str:
    """The states of every act that decides something, each with the day from which it holds (for the view by date)."""
    return ecrire(
        {
            "vu_le": iso(registre.vies.vues_le),
            "actes": [
                {
                    "url": reglages.url(fiche.adresse),
                    "titre": fiche.acte.titre,
                    "collectivite": fiche.collectivite.nom_court,
                    "etats": _etats(fiche, registre),
                }
                for fiche in registre.fiches
                if decide(fiche.acte)
            ],
        }
    )


def _etats(fiche: Fiche, registre: Registre) -> list[Objet]:
    return [{"depuis": iso(day), "etat": state.value} for day, state in registre.vies.vie(fiche.acte).etats]
