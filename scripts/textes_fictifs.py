"""What invented acts are made of: sentences drawn from a small stock, in the forms that real ones have."""

from collections.abc import Iterator
from random import Random

from collectivites_fictives import Assemblee

_SUJETS = (
    "Le conseil municipal",
    "Madame la Maire",
    "La commission des finances",
    "Le service technique",
    "L'assemblée",
    "Le syndicat imaginaire",
    "Monsieur le premier adjoint",
    "Le comptable public de Fictiville",
)
_VERBES = (
    "rappelle que",
    "indique aux membres de l'assemblée que",
    "constate qu'à ce jour",
    "propose, dans le cadre de sa politique d'accompagnement, que",
    "expose que, compte tenu des crédits inscrits au budget,",
    "précise qu'en application de la convention n° 12,",
)
_FAITS = (
    "la mise en œuvre du service mutualisé n'engendre pas de coût supplémentaire pour la collectivité",
    "les travaux de la rue de l'Invention seront engagés dès la notification du marché, pour un montant de 12 450,50 €",
    "les dépenses d'investissement s'élèvent à 1 250 000 € hors taxes, soit 37,5 % des crédits ouverts",
    "le prestataire retenu assurera la maintenance des équipements pendant une durée de 36 mois (reconductible)",
    "l'avis du comité social a été recueilli le 15 janvier ; il est favorable à l'unanimité",
    "la subvention demandée auprès de l'État et du département fictif n° 099 couvre 80 % de la dépense",
    "les agents habilités reçoivent l'information « sans délai », selon les modalités décrites à l'annexe 1",
    "le tableau des effectifs est modifié à compter du 1er septembre, sous réserve des nominations à venir",
    "la parcelle cadastrée section AB n° 123 (4 500 m²) est classée dans le domaine public communal",
)
_VISAS = (
    "le Code général des collectivités territoriales, et notamment ses articles L2121-29 et L2131-1",
    "le Code général de la fonction publique",
    "le Code de la commande publique, notamment l'article R2123-1",
    "la loi n° 84-53 du 26 janvier 1984 modifiée portant dispositions statutaires",
    "le décret n° 85-643 du 26 juin 1985 modifié, relatif aux centres de gestion",
    "la délibération n° 2020-12 du 4 juin 2020 portant délégations à la Maire",
    "l'avis favorable de la commission des finances réunie le 3 du mois",
    "le budget primitif de l'exercice en cours et ses décisions modificatives",
)
_OBJETS = (
    "Tarif de la salle polyvalente",
    "Signature d'une convention de mise à disposition de personnel",
    "Adoption du règlement intérieur de la médiathèque",
    "Demande de subvention pour la rénovation de l'école des Simulacres",
    "Approbation du compte financier de l'eau et de l'assainissement",
    "Création d'un emploi permanent au service technique",
    "Acquisition d'une parcelle rue de l'Invention",
    "Groupement de commandes pour l'achat d'énergie",
)
_POSTES = ("Études et diligences", "Travaux de voirie", "Équipement scolaire", "Subventions versées", "Aléas")
_FORMULE = r"$$P = (50 * \text{Tp}) + \frac{a}{b} \leq 1\,500$$"


def objet(rng: Random) -> str:
    """What an act is about."""
    return rng.choice(_OBJETS)


def phrase(rng: Random) -> str:
    """One sentence."""
    return f"{rng.choice(_SUJETS)} {rng.choice(_VERBES)} {rng.choice(_FAITS)}."


def visas(rng: Random) -> str:
    """The « Vu » lines, one under the other."""
    return "\n".join(f"Vu {text}," for text in rng.sample(_VISAS, rng.randint(3, len(_VISAS))))


def considerants(rng: Random) -> str:
    """The « Considérant » paragraphs."""
    return "\n\n".join(f"Considérant que {rng.choice(_FAITS)} ;" for _ in range(rng.randint(1, 4)))


def paragraphes(rng: Random) -> Iterator[str]:
    """Blocks of the statement, for ever: mostly paragraphs, some lists, few tables, hardly a formula."""
    while True:
        drawn = rng.random()
        if drawn < 0.12:
            yield _liste(rng)
        elif drawn < 0.17:
            yield _tableau(rng)
        elif drawn < 0.175:
            yield _FORMULE
        else:
            yield " ".join(phrase(rng) for _ in range(rng.randint(1, 4)))


def articles(rng: Random) -> Iterator[str]:
    """The articles of what is decided, for ever."""
    yield f"## Article 1^er^ : objet\n\n{phrase(rng)}"
    number = 2
    while True:
        yield f"## Article {number} : {rng.choice(_POSTES).lower()}\n\n{phrase(rng)} {phrase(rng)}"
        if number % 3 == 0:
            yield _liste(rng)
        number += 1


def corps(rng: Random, least: int, most: int) -> Iterator[str]:
    """The blocks of a text, until it has the size drawn for it: half are short, few are very long."""
    wanted = int(rng.triangular(least, most, least + (most - least) // 4))
    opening = [visas(rng), considerants(rng)]
    yield from opening
    wanted -= sum(map(len, opening))
    for block in paragraphes(rng):
        if wanted < most // 3:
            break
        yield block
        wanted -= len(block)
    yield "Après en avoir délibéré, décide :"
    for block in articles(rng):
        if wanted <= 0:
            return
        yield block
        wanted -= len(block)


def proces(nom: str, jour: str, membres: int, room: Assemblee, subject: str, votes: tuple[int, ...]) -> list[str]:
    """What the minutes say at the top: the session, those who were there, the vote."""
    borne = [f"{name} donne pouvoir à {room.presents[i]}" for i, name in enumerate(room.pouvoirs)]
    away = ", ".join([*borne, *room.excuses])
    return [
        f"{nom.upper()}\n\nSéance du {jour}\n\nPrésidence de {room.presents[0]}",
        f"Étaient présents :\n\n{', '.join(room.presents)}.",
        f"Absents excusés / Pouvoirs :\n\n{away or 'aucun'}.",
        f"Nombre de membres en exercice : {membres}",
        f"- Présents : {len(room.presents)}\n- Votants : {room.votants}\n- Pouvoirs : {len(room.pouvoirs)}",
        "Vote :\n\n- Pour : {}\n- Contre : {}\n- Abstention : {}".format(*votes),
        f"## {subject}",
    ]


def _liste(rng: Random) -> str:
    """A list, with dashes or numbers; some of its words are bold."""
    count = rng.randint(2, 7)
    marks = [f"{n}." for n in range(1, count + 1)] if rng.random() < 0.15 else ["-"] * count
    items = [f"{mark} {_gras(rng, rng.choice(_FAITS))} ;" for mark in marks]
    return "\n".join(["Il est proposé :", "", *items])


def _gras(rng: Random, text: str) -> str:
    first, _, rest = text.partition(" ")
    return f"**{first}** {rest}" if rng.random() < 0.1 else text


def _tableau(rng: Random) -> str:
    rows = [f"| {poste} | {rng.randint(1, 999)} 000,00 € | {rng.randint(1, 99)} % |" for poste in _POSTES]
    return "\n".join(["| Poste | Montant | Part |", "|---|---:|---:|", *rows])
