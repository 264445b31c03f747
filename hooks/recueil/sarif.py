"""The findings in SARIF 2.1.0 (OASIS), which GitHub code scanning and many editors read.

No library: ``sarif-om``, the only one in use, is of 2019, and gives classes that another old library has to write out.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from . import adresses
from .anomalie import Anomalie, Severite
from .catalogue import FAMILLES, FICHES, markdown
from .fiche import Famille, Fiche
from .rapport import Identite, identite

Objet = dict[str, object]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
EMPREINTE = "recueilAnomalie/v1"
"""The name of our fingerprint; GitHub adds its own, made from the line, beside it."""

_RANGS = {fiche.code: rank for rank, fiche in enumerate(FICHES)}
_NIVEAUX = {Severite.ERREUR: "error", Severite.AVERTISSEMENT: "warning"}


def en_sarif(anomalies: Iterable[Anomalie], site_url: str) -> str:
    """One run: all the rules, and every finding, the waived ones suppressed with their reason.

    Args:
        anomalies: the findings.
        site_url: the public address of the site, where the rules are explained; empty when it has none.
    """
    rules = [_regle(fiche, famille, site_url) for famille in FAMILLES for fiche in famille.fiches]
    address: Objet = {"informationUri": site_url} if site_url else {}
    driver: Objet = {"name": "Recueil", "rules": rules, **address}
    run: Objet = {
        "tool": {"driver": driver},
        "language": "fr",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": _texte("Le dossier qui contient celui des actes.")}},
        "results": _resultats(sorted(anomalies)),
    }
    log: Objet = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _regle(fiche: Fiche, famille: Famille, site_url: str) -> Objet:
    article = f" ({fiche.reference})" if fiche.reference else ""
    waiver = "possible, avec un motif" if fiche.derogeable else "impossible"
    parts = (("Exemple de faute", fiche.exemple), ("Comment corriger", fiche.correction), ("Dérogation", waiver))
    rule: Objet = {
        "id": fiche.code,
        "shortDescription": _texte(fiche.enonce),
        "fullDescription": _texte(f"{fiche.enonce}{article}"),
        "help": {
            **_texte("\n".join(f"{name} : {said}" for name, said in parts)),
            "markdown": _litteral("\n".join(f"- **{name}** : {markdown(said)}" for name, said in parts)),
        },
        "defaultConfiguration": {"level": _NIVEAUX[fiche.severite]},
        "properties": {"tags": [famille.ancre, *(["derogeable"] if fiche.derogeable else [])]},
    }
    return rule | ({"helpUri": f"{site_url}{adresses.REGLES}#{fiche.ancre}"} if site_url else {})


def _resultats(anomalies: Sequence[Anomalie]) -> list[Objet]:
    """The results; two findings that say the same of one file are told apart by their rank."""
    seen: Counter[Identite] = Counter()
    results = []
    for anomalie in anomalies:
        same = identite(anomalie)
        seen[same] += 1
        results.append(_resultat(anomalie, _empreinte(same, seen[same])))
    return results


def _resultat(anomalie: Anomalie, fingerprint: str) -> Objet:
    article = f" ({anomalie.reference})" if anomalie.reference else ""
    result: Objet = {
        "ruleId": anomalie.code,
        "ruleIndex": _RANGS[anomalie.code],
        "level": _NIVEAUX[anomalie.severite],
        "message": _texte(anomalie.message + article),
        "locations": [{"physicalLocation": _place(anomalie)}],
        "partialFingerprints": {EMPREINTE: fingerprint},
    }
    reason: Objet = {"suppressions": [{"kind": "inSource", "justification": anomalie.derogation}]}
    return result | (reason if anomalie.derogation else {})


def _place(anomalie: Anomalie) -> Objet:
    uri = quote(anomalie.lieu.path, errors="surrogateescape")
    return {
        "artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": anomalie.lieu.line, "startColumn": anomalie.lieu.column},
    }


def _texte(said: str) -> Objet:
    """A plain text in which nothing is a link (SARIF 2.1.0, 3.11.6)."""
    return {"text": _litteral(said).replace("](", "\\](")}


def _litteral(said: str) -> str:
    """A text whose braces are no placeholder: ``m^{2}`` says what it says (SARIF 2.1.0, 3.11.5)."""
    return said.replace("{", "{{").replace("}", "}}")


def _empreinte(same: Identite, rank: int) -> str:
    told = "\n".join((*same, str(rank)))
    return hashlib.sha256(told.encode(errors="backslashreplace")).hexdigest()
