"""Rules on the transmission to the prefecture: the identifier is that of this authority."""

from collections.abc import Iterator

from ..acte import Acte
from .regle import Constat, regle


@regle("ID-03", "arrêté du 26 octobre 2005")
def siren_de_la_collectivite(acte: Acte) -> Iterator[Constat]:
    """Le SIREN de l'identifiant @ctes est celui de la collectivité.

    Exemple : l'acte d'un syndicat rangé dans le dossier de la commune.
    Correction : vérifiez que l'acte est dans le bon dossier, puis l'identifiant, puis « siren » de «
        collectivite.yml ».
    """
    control = acte.controle_legalite
    if control and control.id and control.id.siren != acte.collectivite.siren:
        yield (
            ("controle_legalite", "id"),
            (
                f"cet identifiant est celui d'une autre collectivité : SIREN {control.id.siren}, "
                f"alors que celui de « {acte.collectivite.nom} » est {acte.collectivite.siren}"
            ),
        )


@regle("ID-04", "arrêté du 26 octobre 2005", derogeable=True)
def departement_de_la_collectivite(acte: Acte) -> Iterator[Constat]:
    """Le département de l'identifiant @ctes est celui de la collectivité.

    Exemple : un identifiant qui commence par 059 pour une commune du 062.
    Correction : vérifiez l'identifiant, puis « departement » de « collectivite.yml ».
    """
    control = acte.controle_legalite
    if control and control.id and control.id.departement != acte.collectivite.departement:
        yield (
            ("controle_legalite", "id"),
            (
                f"l'identifiant commence par {control.id.departement}, "
                f"alors que la collectivité est dans le département {acte.collectivite.departement}"
            ),
        )
