"""The life of acts and conventions as data: states, events, links both ways, terms, what amendments changed."""

from collections.abc import Sequence
from datetime import date

from .devenir import Lien
from .droit.avenants import CONDITIONS
from .droit.evenements import Evenement
from .droit.transmission import decide
from .droit.vie import Vie
from .jumeau import Jumeau
from .nomenclature import NatureLien
from .objets import Objet, ecrire, iso, licence
from .pages.page import Reglages
from .registre import Registre


def devenir_json(jumeau: Jumeau) -> Objet:
    """What became of the act: its state, each event with its day and its source, its links both ways."""
    fiche, acte = jumeau.fiche, jumeau.fiche.acte
    return {
        "etat": jumeau.etat.value if jumeau.etat else None,
        "etats": [] if jumeau.reference else _etats(jumeau.vie),
        "evenements": [_evenement(event, jumeau) for event in jumeau.vie.evenements],
        "liens": [
            lien | {"url": jumeau.url(target)} for lien, target in zip(_champs(acte.liens), jumeau.cibles, strict=True)
        ],
        "liens_subis": [
            {"nature": s.lien.nature.value, "par": jumeau.url_de(s.par), "sans_effet": s.sans_effet}
            for s in jumeau.subis
        ],
        "fichiers_remplaces": [
            old.dit.model_dump(mode="json", exclude={"fichier", "sha256", "taille"})
            | {
                "sha256": old.sha256,
                "taille": old.taille,
                "url": jumeau.url(old.fichier.lien) if old.fichier else None,
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


def _evenement(event: Evenement, jumeau: Jumeau) -> Objet:
    return {
        "etat": event.etat.value,
        "le": iso(event.le),
        "phrase": event.phrase,
        "article": event.article or None,
        "portee": event.portee or None,
        "par": jumeau.url_de(event.par),
        "jugement": event.jugement.model_dump(mode="json") if event.jugement else None,
    }


def contrat_json(jumeau: Jumeau) -> Objet:
    """The time of a convention, as computed; its own keys stay what its file says."""
    known, seen = jumeau.contrat, jumeau.vu_le
    if known is None or seen is None:
        return {}
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
            "source": reglages.site_name,
            "licence": licence(reglages.licence),
            "vu_le": iso(registre.vies.vues_le),
            "actes": [
                {
                    "url": reglages.url(fiche.adresse),
                    "titre": fiche.acte.titre,
                    "collectivite": fiche.collectivite.nom_court,
                    "etats": _etats(registre.vies.vie(fiche.acte)),
                }
                for fiche in registre.fiches
                if decide(fiche.acte)
            ],
        }
    )


def _etats(vie: Vie) -> list[Objet]:
    return [{"depuis": iso(day), "etat": state.value} for day, state in vie.etats]
