"""Why: the wordings of the publicity of an act and of its signature; a new one is one line."""

from datetime import date

from .formules import PROBABLE, Formule

_SEIZE = date(2026, 2, 16)
_LE = r"\s?:?\s{0,3}(?:(?:le|du)\s{0,2}:?\s{0,3})?<date>"
_ACTE = r"(?: (?:de l'acte|(?:de la |de cette |de la presente )?deliberation|(?:du present |de l')?(?:acte|arrete)))?"

PUBLICITE = (
    Formule("affiche", rf"date d'affichage{_ACTE}{_LE}", "Date d'affichage : 16/02/2026", _SEIZE),
    Formule("affiche", rf"\baffichage{_ACTE}{_LE}", "Affichage du : 16/02/2026", _SEIZE),
    Formule(
        "affiche",
        rf"\baffichee?(?: (?:et|ou|et/ou) (?:notifiee?|publiee?|transmise?))?{_LE}",
        "Affiché ou notifié le 16/02/26",
        _SEIZE,
    ),
    Formule("affiche", rf"publiee?(?:/| et | ou )affichee?{_LE}", "Publiée/affichée le 16/02/2026", _SEIZE),
    Formule(
        "affiche",
        rf"\baffichee? (?:a la porte de|en|a) (?:la )?mairie{_LE}",
        "affiché à la porte de la mairie le 16 février 2026",
        _SEIZE,
    ),
    Formule(
        "publie",
        rf"date de (?:publication|mise en ligne){_ACTE}(?: sur (?:le site|internet)[ \w]{{0,25}})?{_LE}",
        "Date de mise en ligne de l'acte : 16/02/2026",
        _SEIZE,
    ),
    Formule(
        "publie",
        rf"(?<!affiche et )\b(?:publie|mise? en ligne)e?(?: (?:et|ou|et/ou) notifiee?)?(?: sur "
        rf"(?:le site|internet)[ \w.]{{0,40}}?)?{_LE}",
        "Mis en ligne et/ou notifié le 16 février 2026",
        _SEIZE,
    ),
    Formule(
        "publie",
        r"\bpublication(?: (?:et/ou|ou|et) (?:notification|affichage))?\s(?:le|du)(?: ?:)? <date>",
        "et publication du 16/02/2026",
        _SEIZE,
    ),
    Formule(
        "recu",
        rf"recue? (?:par|en|a la) (?:(?:le |la )?(?:sous-)?(?:prefet|prefecture|representant de"
        rf" l'etat))[ \w']{{0,30}}?{_LE}",
        "Reçu par le représentant de l'Etat le 16/02/2026",
        _SEIZE,
    ),
    Formule(
        "recu",
        rf"reception (?:en|au|par l[ea]) (?:controle de legalite|(?:sous-)?prefe\w{{2,5}}|representant de l'etat){_LE}",
        "Réception au contrôle de légalité le : 16 février 2026",
        _SEIZE,
    ),
    Formule("recu", rf"visa de la (?:sous-)?prefecture{_LE}", "Visa de la Préfecture : 16-02-2026", _SEIZE),
    Formule(
        "envoye",
        rf"(?:transmi(?:se?|ssion)|deposee?|depot|televersee?|teletransmi(?:se?|ssion)) (?:(?:en|a"
        rf" la|au|de l'acte en) )?(?:controle de legalite|(?:sous-)?prefecture|representant de"
        rf" l'etat)[ \w']{{0,20}}?{_LE}",
        "transmis en Sous-Préfecture le : 16/02/2026",
        _SEIZE,
    ),
)

SIGNATURE = (
    Formule(
        "date_acte",
        r"\bfait(?: et (?:delibere|decide|arrete|clos|juge))?(?: en (?:l'hotel|mairie|seance"
        r"|double|\w+ exemplaires?)[ \w\-']{0,40}?)?(?:,? (?:a|au|en) (?:m\."
        r"|[^.;:\d\n]){1,50}?)?,?\s{1,3}(?:le|ce)\s?:?\s{1,3}<date>",
        "Fait à Sainte-Exemple, le 16 février 2026",
        _SEIZE,
    ),
    Formule(
        "date_acte",
        r"\n ?(?![^\n]{0,60}(?:affich|publi|notifi|recu|transmi|envoy|convo|mise? en|depos"
        r"|certifi|\bvu\b|seance))(?:a )?[a-z][a-z '\-]{2,40},? le <date>(?= ?[,.]?(?:\n|$))",
        "\nSainte-Exemple, le 16 février 2026\n",
        _SEIZE,
    ),
    Formule(
        "date_acte",
        r"\n ?le <date>(?= ?[,.]?\s{1,6}(?:le |la |l'|pour |mme |m\. |signe))",
        "\nLe 16 février 2026,\nLe Maire",
        _SEIZE,
        PROBABLE,
    ),
    Formule("date_acte", r"date de signature(?: de l'acte)?\s?:\s?<date>", "Date de signature : 16/02/2026", _SEIZE),
)

JOUR_DE_SEANCE = (
    r"\bjours?,? (?:le )?mois,? et (?:l')?an\w{0,4}\W{1,3}(?:que )?(?:susdit|ci-dessus|dessus|susmention|sus)"
)
"""« les jour, mois et an susdits »: the act is of the day of its session."""
