"""Why: the wordings of the session and of its convocation; a new one is one line."""

from datetime import date

from .formules import PROBABLE, Formule

_SEIZE = date(2026, 2, 16)
_ORGANE = (
    r"(?:conseil|comite|bureau|commission permanente|assemblee|conseil d'administration)"
    r"(?: (?:municipal|communautaire|syndical|departemental|regional|metropolitain|d'administration|de communaute))?"
)
_ENTRE = r"(?:(?!proces|compte[ -]rendu|convo|\d|\bvu\b|\bdeliberation n)[^.;:]){0,60}?"
"""What may part « séance » from its day."""

SEANCE = (
    Formule(
        "seance",
        r"(?<!de la )(?<!pv de )(?:seance|reunion|session)(?: \w+){0,2} (?:du|de ce)\s?:?\s{0,3}<date>",
        "SEANCE ORDINAIRE DU 16/02/2026",
        _SEIZE,
    ),
    Formule("seance", r"seance(?: du)?\s?:\s{0,3}<date>", "Séance du : 16 février 2026", _SEIZE),
    Formule(
        "seance",
        rf"(?:seance|reunion){_ENTRE}(?:du|le|en date du) <date>",
        "Séance publique du lundi 16 février 2026",
        _SEIZE,
    ),
    Formule(
        "seance",
        rf"{_ORGANE}\s{{1,3}}(?:-\s?seance )?(?:en date )?du\s{{1,3}}<date>",
        "Comité syndical du 16 février 2026",
        _SEIZE,
    ),
    Formule(
        "seance",
        r"date (?:de (?:la )?)?(?:seance|reunion)(?: du conseil)?\s?:?\s{0,3}<date>",
        "Date de la séance : 16/02/2026",
        _SEIZE,
    ),
    Formule(
        "seance",
        r"deliberations? (?:de la seance )?du\s{1,3}<date>",
        "Extrait des délibérations de la séance du 16 février 2026",
        _SEIZE,
    ),
    Formule(
        "seance",
        rf"(?:^|\n)[^\n:]{{0,30}}\b{_ORGANE}(?: (?:de|du|des|d')[^\n\d:]{{1,50}})? {{0,3}}(?:-|,|\n){{1,2}}"
        rf" {{0,40}}<date>(?= *(?:-|,|a \d|\n|$))",
        "BUREAU COMMUNAUTAIRE\n16 FÉVRIER 2026\n",
        _SEIZE,
    ),
    Formule("seance", r"(?=l'\s?an )<date>", "L'an deux mille vingt-six et le seize du mois de février", _SEIZE),
    Formule(
        "seance",
        r"(?:^|\n) {0,40}deliberation n ?° ?\S{1,20} (?:en date )?du <date>",
        "Délibération n° 2026/012 du 16 février 2026",
        _SEIZE,
        PROBABLE,
    ),
    Formule(
        "seance",
        rf"(?:^|\n) ?le <date>(?=(?:(?!publi|transmi|affich|recu|envoy|seance du|\n *\n| du \d| du \w{{4,8}}"
        rf" \d)[^.;]){{0,90}}(?:s'est|se sont"
        rf"|les (?:membres|delegues|conseillers)|{_ORGANE}))",
        "Le seize février deux mille vingt-six, à 20 h, le conseil municipal",
        _SEIZE,
    ),
    Formule(
        "seance",
        rf"{_ORGANE}[^.;]{{0,250}}? (?:s'est |se sont )?reunis?(?: [^.;\d]{{0,50}}?)?,? le <date>",
        "Le conseil municipal s'est réuni à la mairie, le 16 février 2026",
        _SEIZE,
    ),
)

_PAS_SEANCE = (
    r"(?:(?!pour l[ea] (?:[a-z]{5,8} )?\d|reuni|assemble|seance|session|affich|l'\s?an )(?:m\.|mme\.|[^.;:\d])){0,90}?"
)
"""What may part « convocation » from its day: never the meeting."""

CONVOCATION = (
    Formule(
        "convocation",
        r"convocation(?: du conseil(?: municipal)?)?(?:[ \n](?:et (?:d'"
        r"|de l'|de (?:son |la )?|son )?|/ ?)affichage)?\s?:\s{0,4}(?:le )?<date>",
        "Date de convocation et d'affichage : 16/02/2026",
        _SEIZE,
    ),
    Formule(
        "convocation",
        rf"convocation {_PAS_SEANCE}et (?:son )?affich(?:ee?s?|age)\b{_PAS_SEANCE}(?:le|du|:)\s{{0,4}}<date>",
        "Convocation adressée aux membres du conseil et affichée à l'hôtel de ville le 16 février 2026",
        _SEIZE,
    ),
    Formule(
        "convocation",
        rf"convocation\b{_PAS_SEANCE}(?:le|du|:)?\s{{0,4}}(?!l'\s?an )<date>",
        "sur la convocation adressée par M. le Président le mercredi 16 février 2026",
        _SEIZE,
    ),
    Formule(
        "convocation",
        r"convocation[ a-z']{0,40}?\s?:? ?(?:le |du )?\s{0,4}(?!l'\s?an )<date>",
        "Date convocation du Conseil Municipal 16/02/2026",
        _SEIZE,
    ),
    Formule(
        "convocation",
        r"convocation ?:?<dessous>",
        "Date de convocation      L'an deux mille\n16/02/2026               vingt-six",
        _SEIZE,
    ),
    Formule(
        "convocation",
        r"date de (?:la )?convocation ?: {1,4}(?!\d)[^\n\d:]{4,90}\n(?:[^\n\d]{0,40}\n)?(?=\d) ?<date>",
        "Date de convocation : FICTIF, Céleste FACTICE, vice-présidents\n16/02/2026 Firmin LEURRE",
        _SEIZE,
        PROBABLE,
    ),
    Formule(
        "convocation",
        rf"convoque(?:e?s?)\b{_PAS_SEANCE}(?:le|du|:)\s{{0,3}}<date>",
        "dûment convoqués par courrier en date du 16 février 2026",
        _SEIZE,
    ),
)
