"""The rules of the journal, as the guide and the catalogue tell them."""

from ..anomalie import Severite
from ..fiche import Famille, fiche

CHAINE = fiche(
    "JOURNAL-01",
    """Le journal n'est jamais retouché : chaque ligne scelle celle d'avant, et la première dit de qui il est.

    Exemple : une ligne effacée, déplacée ou corrigée à la main.
    Correction : reprenez le fichier dans l'historique du dépôt ; « ./scripts/publier » seul y ajoute des lignes.
    """,
    "CGCT R2131-1",
)
CHANGE = fiche(
    "JOURNAL-02",
    """Un acte public est celui que dit sa dernière ligne du journal : son texte, ses données et ses fichiers.

    Exemple : un PDF remplacé sous le même nom, ou un objet corrigé, sans ligne de rectification.
    Correction : si le changement est voulu, lancez « ./scripts/publier », qui l'inscrit ; sinon reprenez l'original.
    """,
    "CGCT R2131-1",
)
DISPARU = fiche(
    "JOURNAL-03",
    """Une adresse publiée ne disparaît pas.

    Exemple : le numéro d'un acte changé, une fiche effacée, ou un dossier de séance renommé.
    Correction : redonnez à l'acte son numéro et son dossier ; pour le retirer, écrivez « depublie » dans sa fiche.
    """,
    "CGCT L2131-1",
)
DATE = fiche(
    "JOURNAL-04",
    """Le premier jour de mise en ligne ne change jamais.

    Exemple : « publie_le » reculé d'une semaine après coup.
    Correction : remettez le jour que donne le journal ; s'il était faux, dites pourquoi en dérogation.
    """,
    "CGCT R2131-1",
    derogeable=True,
)
OUBLIE = fiche(
    "JOURNAL-05",
    """Un acte public est inscrit au journal.

    Exemple : un acte ajouté avec « publie_le », avant que la mise en ligne l'inscrive.
    Correction : lancez « ./scripts/publier » ; la mise en ligne le fait d'elle-même.
    """,
    "CGCT R2131-1",
    Severite.AVERTISSEMENT,
)

SUITE = fiche(
    "JOURNAL-06",
    """Un changement ne fait qu'ajouter des lignes au journal.

    Exemple : une proposition qui recommence le journal, ou qui en efface la fin.
    Correction : reprenez le journal d'avant, puis lancez « ./scripts/publier ».
    """,
    "CGCT R2131-1",
)

REMPLACE = fiche(
    "JOURNAL-07",
    """Un fichier qui a été en ligne n'est pas changé sans le dire : l'ancien reste, ou son empreinte est notée.

    Exemple : un PDF remplacé sous le même nom, ou une annexe supprimée, sans « fichiers_remplaces ».
    Correction : rendez au fichier ses octets ; ou ajoutez à « fichiers_remplaces » l'ancien, avec son « sha256 ».
    """,
    "CGCT R2131-1",
)

PERIME = fiche(
    "JOURNAL-08",
    """Le PDF établi par le registre dit ce que dit l'acte.

    Exemple : un texte rectifié, alors que le PDF fait à partir de l'ancien texte est toujours en ligne.
    Correction : renommez l'ancien PDF et nommez-le dans « fichiers_remplaces » ; la mise en ligne fait le nouveau.
    """,
    "CGCT R2131-1",
)

REPARABLES = frozenset({CHANGE.code, OUBLIE.code})
"""What « publier » settles by itself."""

FAMILLE = Famille("journal", "Journal", (CHAINE, CHANGE, DISPARU, DATE, OUBLIE, SUITE, REMPLACE, PERIME))
