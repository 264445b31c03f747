"""A store that speaks S3, as most hosts rent one: Scaleway, OVHcloud, Outscale, Amazon, or a MinIO of one's own."""

import os
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from hashlib import sha256
from typing import TypeVar
from urllib.parse import urlsplit

from depots import EchecDepot, Trace
from greffe import Refus
from pieces import Piece

try:
    import obstore
    from obstore.exceptions import BaseError
    from obstore.store import S3Store
except ImportError as error:  # those who do not use it do not install it
    raise Refus("Il manque « obstore », qui parle aux dépôts S3 : lancez ./scripts/deposer, qui l'installe.") from error

_T = TypeVar("_T")

CLE = "RECUEIL_DEPOT_CLE"
"""The variable of the environment that holds the name of the key."""

REGION = "RECUEIL_DEPOT_REGION"
"""The same, of the region, when the address does not tell it."""

_ICI = ("127.0.0.1", "localhost")
_CODE = re.compile(r"<Code>(\w+)</Code>")
_MD5 = re.compile(r'"?([0-9a-f]{32})"?')
_DITS = {
    "InvalidAccessKeyId": "cette clé n'existe pas chez cet hébergeur : vérifiez RECUEIL_DEPOT_CLE",
    "SignatureDoesNotMatch": "la clé secrète n'est pas la bonne : vérifiez RECUEIL_DEPOT_SECRET",
    "AccessDenied": "cette clé n'a pas le droit de le faire : demandez le droit de lire, d'écrire et de lister ce seau",
    "NoSuchBucket": "ce seau n'existe pas : vérifiez son nom, ou créez-le chez l'hébergeur",
    "RequestTimeTooSkewed": "l'horloge de cette machine n'est pas à l'heure",
    "AuthorizationHeaderMalformed": "la région n'est pas la bonne : donnez-la dans RECUEIL_DEPOT_REGION",
    "PermanentRedirect": "ce seau est dans une autre région : vérifiez l'adresse de l'hébergeur",
    "QuotaExceeded": "il n'y a plus de place dans ce seau",
}
_SANS_CONDITION = frozenset({"NotImplemented", "InvalidArgument"})
"""What a store answers that cannot be asked to write only where nothing is."""


class DepotS3:
    """Objects of a bucket."""

    maximum = 5 * 10**9

    def __init__(self, store: S3Store, nom: str) -> None:
        self._store, self._nom = store, nom

    def presents(self, noms: Iterable[str]) -> Mapping[str, Trace]:
        """The objects, a thousand at a time; their « ETag » is an MD5 with most hosts."""
        wanted = frozenset(noms)
        try:
            pages = obstore.list(self._store)
            return {o["path"]: _trace(o["size"], o["e_tag"]) for page in pages for o in page if o["path"] in wanted}
        except (BaseError, OSError) as error:
            raise Refus(f"Le dépôt « {self._nom} » ne peut pas être lu : {_pourquoi(error)}.") from error

    def relire(self, nom: str) -> str:
        """The SHA-256 of the bytes that it gives back."""
        return _essayer(lambda: self._relire(nom))

    def _relire(self, nom: str) -> str:
        digest = sha256()
        for block in obstore.get(self._store, nom):
            digest.update(block)
        return digest.hexdigest()

    def poser(self, piece: Piece) -> None:
        """Put an object only where there is none; a host that does not know how was just asked what is there."""
        try:
            self._poser(piece, sur_rien=True)
        except (BaseError, OSError) as error:
            if _code(error) not in _SANS_CONDITION:
                raise EchecDepot(_pourquoi(error)) from error
            _essayer(lambda: self._poser(piece, sur_rien=False))

    def _poser(self, piece: Piece, *, sur_rien: bool) -> None:
        obstore.put(
            self._store,
            piece.nom,
            piece.chemin,
            mode="create" if sur_rien else "overwrite",
            use_multipart=False,
            attributes={
                "Content-Type": "application/pdf",
                "Content-Disposition": f'inline; filename="{piece.titre}"',
                "Cache-Control": "public, max-age=3600",
            },
        )

    def retirer(self, nom: str) -> None:
        """Delete an object."""
        _essayer(lambda: obstore.delete(self._store, nom))


def depot_s3(adresse: str, secrete: str) -> DepotS3:
    """The bucket that an address tells: that of the host, then the name of the bucket, then a folder if one is wanted.

    Raises:
        Refus: it is not such an address, or the name of the key is missing.
    """
    parts, key = urlsplit(adresse), os.environ.get(CLE, "").strip()
    bucket, _, prefix = parts.path.strip("/").partition("/")
    here = parts.hostname in _ICI
    if not bucket or not parts.hostname or parts.scheme not in ({"http", "https"} if here else {"https"}):
        raise Refus(
            f"« s3:{adresse} » : écrivez l'adresse de l'hébergeur puis le seau : s3:https://s3.exemple.fr/seau."
        )
    if not key:
        raise Refus(f"Il manque le nom de la clé du dépôt : mettez-le dans la variable {CLE}.")
    store = S3Store(
        bucket,
        prefix=prefix or None,
        endpoint=f"{parts.scheme}://{parts.netloc}",
        region=os.environ.get(REGION, "").strip() or region(parts.hostname),
        access_key_id=key,
        secret_access_key=secrete,
        virtual_hosted_style_request=False,
        client_options={"allow_http": here, "timeout": timedelta(minutes=5), "connect_timeout": timedelta(seconds=10)},
        retry_config={"max_retries": 3, "retry_timeout": timedelta(minutes=1)},
    )
    return DepotS3(store, adresse)


def region(hote: str) -> str:
    """The region that the name of a host tells: that of s3.fr-par.scw.cloud is « fr-par »."""
    labels = hote.split(".")
    return labels[1] if labels[0] == "s3" and len(labels) > 3 else "us-east-1"


def _trace(size: int, tag: str | None) -> Trace:
    known = _MD5.fullmatch(tag or "")
    return Trace(size, md5=known[1] if known else "")


def _essayer(fait: Callable[[], _T]) -> _T:
    try:
        return fait()
    except (BaseError, OSError) as error:
        raise EchecDepot(_pourquoi(error)) from error


def _code(error: Exception) -> str:
    """What the host calls the fault."""
    found = _CODE.search(str(error))
    return found[1] if found else "NotImplemented" if "501 Not Implemented" in str(error) else ""


def _pourquoi(error: Exception) -> str:
    """In French, and never more of what the host said than its word for it."""
    code = _code(error)
    if code:
        return _DITS.get(code, f"l'hébergeur refuse ({code})")
    if isinstance(error, FileNotFoundError):
        return "ce fichier n'y est pas"
    found = re.search(r"non-2xx status code: (\d+)", str(error))
    return f"l'hébergeur répond par l'erreur {found[1]}" if found else "l'hébergeur ne répond pas"
