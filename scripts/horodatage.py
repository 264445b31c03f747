"""Time stamps of lines (RFC 3161): asked of an authority, and checked by openssl before they are kept."""

import re
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from appel import SansReponse, demander, hote
from greffe import Refus
from outillage import Avis, Verdict, lancer
from recueil.ecriture import jour
from recueil.journal.ligne import Ligne
from recueil.journal.temoins import AUTORITE

AVANCE = timedelta(minutes=5)
"""By how much a line may seem newer than its time stamp, between two clocks."""

_OUTIL = "openssl"
_HEURE = re.compile(
    rb"^Time stamp: (?P<mois>[A-Z][a-z]{2}) +(?P<jour>\d{1,2}) "
    rb"(?P<heure>\d\d:\d\d:\d\d)(?:\.\d+)? (?P<annee>\d{4}) GMT$",
    re.MULTILINE,
)
_MOIS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def demander_heure(ligne: Ligne, adresse: str, autorite: Path | None) -> tuple[bytes, Avis]:
    """The answer of an authority that was asked to date a line, and what it is worth.

    Args:
        ligne: what is dated; only its SHA-256 leaves this machine.
        adresse: the address of the authority.
        autorite: the certificates that are trusted; without them the answer is only known to be about the line.

    Raises:
        SansReponse: no answer, or one that is not a right time stamp of this line, asked now.
        Refus: openssl or the certificates cannot be used.
    """
    if autorite and not _lisible(autorite):
        raise Refus(f"« {autorite} » ne contient pas de certificat : prenez le fichier PEM de l'autorité d'horodatage.")
    with TemporaryDirectory() as folder:
        query, reply = Path(folder) / "demande.tsq", Path(folder) / "reponse.tsr"
        asked = lancer(_OUTIL, "ts", "-query", "-digest", ligne.sceau, "-sha256", "-cert", "-out", query)
        if asked.returncode:
            raise Refus("La demande d'horodatage ne s'est pas faite : openssl la refuse.")
        content = demander(adresse, query.read_bytes())
        reply.write_bytes(content)
        found = _avis(reply, ("-queryfile", query), ligne, autorite)
    if found.verdict is Verdict.JUSTE or (autorite is None and found.verdict is Verdict.NON_VERIFIE):
        return content, found
    raise SansReponse(f"la réponse de « {hote(adresse)} » est refusée : {found}")


def avis_horodatage(reponse: Path, ligne: Ligne, autorite: Path | None) -> Avis:
    """What a time stamp that was kept is worth: of this line, by an authority that is trusted."""
    return _avis(reponse, ("-digest", ligne.sceau), ligne, autorite)


def _avis(reponse: Path, sujet: tuple[str, str | Path], ligne: Ligne, autorite: Path | None) -> Avis:
    when = _heure(reponse)
    if when is None or not _est_de_la_ligne(reponse, sujet):
        return Avis(Verdict.FAUX, "ce n'est pas un horodatage de cette ligne")
    if when < datetime.fromisoformat(ligne.inscrit_le) - AVANCE:
        return Avis(Verdict.FAUX, f"{_dite(when)} : c'est avant la ligne, l'une des deux horloges se trompe")
    return _confiance(reponse, sujet, when, autorite)


def _confiance(reponse: Path, sujet: tuple[str, str | Path], when: datetime, autorite: Path | None) -> Avis:
    """Whether the hour that an answer gives comes from an authority that is trusted."""
    told = _dite(when)
    if autorite is None:
        return Avis(Verdict.NON_VERIFIE, f"{told} ; « {AUTORITE} » manque, rien ne dit de qui vient cette heure")
    if not _lisible(autorite):
        return Avis(Verdict.NON_VERIFIE, f"{told} ; « {AUTORITE} » ne contient pas de certificat")
    if _verifie(reponse, sujet, "-CAfile", autorite):
        return Avis(Verdict.JUSTE, told)
    # what was right on its day stays so: an authority whose certificate has ended still told the time while it ran
    if _verifie(reponse, sujet, "-CAfile", autorite, "-attime", str(int(when.timestamp()))):
        return Avis(Verdict.EXPIRE, told)
    return Avis(Verdict.NON_VERIFIE, f"{told} ; ce n'est pas une autorité de « {AUTORITE} »")


def _dite(when: datetime) -> str:
    return f"{jour(when)} à {when:%H:%M:%S}, temps universel"


def _heure(reponse: Path) -> datetime | None:
    """The time that an answer gives, in UTC; None when it is not an answer, or gives none.

    Read in the token alone: the words around it are not signed, and could give another time.
    """
    done = lancer(_OUTIL, "ts", "-reply", "-in", reponse, "-token_out", "-text")
    said = _HEURE.search(done.stdout)
    if done.returncode or not said:
        return None
    year, month, day, time = (said[part].decode() for part in ("annee", "mois", "jour", "heure"))
    return datetime.fromisoformat(f"{year}-{_MOIS.index(month) + 1:02}-{int(day):02}T{time}+00:00")


def _est_de_la_ligne(reponse: Path, sujet: tuple[str, str | Path]) -> bool:
    """Whether an answer is one about this line, signed with the certificate that it carries, whoever's it is."""
    token = lancer(_OUTIL, "ts", "-reply", "-in", reponse, "-token_out").stdout
    carried = lancer(_OUTIL, "pkcs7", "-inform", "DER", "-print_certs", entree=token).stdout
    with TemporaryDirectory() as folder:
        certificates = Path(folder) / "portes.pem"
        certificates.write_bytes(carried)
        return _verifie(reponse, sujet, "-CAfile", certificates, "-partial_chain", "-no_check_time")


def _verifie(reponse: Path, sujet: tuple[str, str | Path], *confiance: str | Path) -> bool:
    return not lancer(_OUTIL, "ts", "-verify", *sujet, "-in", reponse, *confiance).returncode


def _lisible(autorite: Path) -> bool:
    return not lancer(_OUTIL, "x509", "-in", autorite, "-noout").returncode
