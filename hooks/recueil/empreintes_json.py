"""What each fingerprint designates, cut in small files: the page that checks a file asks for one of them alone."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from . import adresses
from .objets import Objet, ecrire, iso
from .publies import Ancien, Fiche
from .registre import Registre


def empreintes_json(registre: Registre) -> Mapping[str, str]:
    """Address → object of the fingerprints that begin with the same two signs, each with what it designates.

    For each file: the page of its act, its title, the days since which and until which it was online (ISO 8601; the
    second is null for a file of today), and whether it can still be downloaded. Beside them, when files live outside
    the site, their list.
    """
    parts: dict[str, Objet] = defaultdict(dict)
    for fiche in registre.toutes:
        for digest, said in _fichiers(fiche, registre):
            parts[digest[:2]].setdefault(digest, said)
    elsewhere = _ailleurs(registre)
    lists = {adresses.EMPREINTES_AILLEURS: elsewhere} if elsewhere else {}
    return {adresses.empreintes(start): ecrire(parts[start]) for start in sorted(parts)} | lists


def _ailleurs(registre: Registre) -> str:
    """The fingerprints of the files that live outside the site, as ``sha256sum --check`` reads them in a copy of it."""
    files = (f for fiche in registre.toutes for f in fiche.servis if f.ailleurs)
    lines = {("/".join(f.ailleurs.rsplit("/", 2)[1:]), f.empreinte.sha256) for f in files}
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(lines))


def _fichiers(fiche: Fiche, registre: Registre) -> Iterator[tuple[str, Objet]]:
    """Those of today first: a file that was replaced by itself is one of today."""
    for file in fiche.fichiers:
        since = _depuis(fiche, file.empreinte.sha256, registre)
        yield file.empreinte.sha256, _dit(fiche, since, None) | {"telechargeable": True}
    for old in fiche.anciens:
        if old.sha256:
            yield old.sha256, _ancien(fiche, old)


def _depuis(fiche: Fiche, digest: str, registre: Registre) -> str | None:
    """The day of the publication for a file of the first line of the act; for a later one, that of its line."""
    lines = registre.inscriptions(fiche)
    told = next((line for line in lines if digest in line.fichiers.values()), None)
    if told is None or told is lines[0]:
        return iso(fiche.acte.publicite)
    return told.inscrit_le[:10]


def _ancien(fiche: Fiche, old: Ancien) -> Objet:
    said = _dit(fiche, iso(old.dit.publie_le), iso(old.dit.remplace_le))
    return said | {"motif": old.dit.motif.libelle, "telechargeable": old.fichier is not None}


def _dit(fiche: Fiche, depuis: str | None, jusqu_au: str | None) -> Objet:
    return {"acte": fiche.adresse, "titre": fiche.acte.titre, "depuis": depuis, "jusqu_au": jusqu_au}
