"""Why: the wordings of the publicity of an act and of its signature; a new one is one line."""

from datetime import date

from .formules import PROBABLE, Formule

_SEIZE = date(2026, 2, 16)
_LE = r"\s?:?\s{0,3}(?:,? ?(?:le|du)\s{0,2}:?\s{0,3})?<date>"
_UNE_VOIE = (
    r"(?:,? (?:(?:sous |au |par |en )?(?:voie |forme |format )?(?:electronique(?:ment)?|dematerialisee?)|en ligne"
    r"|(?:sur|au|dans) (?:le |la |l'|son )?(?:site|internet|recueil|registre|raa\b|portail|page"
    r"|www)[^\n:;\d]{0,45}?))"
)
_VOIE = rf"(?:{_UNE_VOIE}){{0,2}}"
"""How an act is published: between the verb and its day."""

_ACTE = (
    r"(?: (?:de l'acte|(?:de la |de cette |de la presente )?deliberation|(?:du present |de l')?(?:acte"
    r"|arrete)|en mairie))?"
)

PUBLICITE = (
    Formule("affiche", rf"date d'affichage{_ACTE}{_LE}", "Date d'affichage : 16/02/2026", _SEIZE),
    Formule("affiche", rf"\baffichage{_ACTE}{_LE}", "Affichage du : 16/02/2026", _SEIZE),
    Formule(
        "publie",
        rf"\bpubliee? sur (?:le|son) site(?: internet)?(?:\s(?:de|du)\s[^.;:\d]{{3,60}}?)?{_LE}",
        "publiée sur le site internet de la Communauté de communes le 16/02/2026",
        _SEIZE,
    ),
    Formule(
        "affiche",
        r"date d'affichage ?:?<dessous>",
        "    Date d'affichage :            le Conseil\n      16/02/2026                  municipal",
        _SEIZE,
    ),
    Formule(
        "affiche",
        rf"\baffichee?(?: (?:et|ou|et/ou) (?:notifiee?|publiee?|transmise?|mise? en ligne))?{_LE}",
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
        "affiche",
        rf"\baffich(?:ee?|age) (?:au|a l'|a la|en|sur l[ea]s?) ?(?:siege|mairie|hotel|panneau|porte|tableau"
        rf"|sous-prefecture)"
        rf"[^\n.;:\d]{{0,50}}?{_LE}",
        "Affichage au siège du syndicat le 16/02/2026",
        _SEIZE,
    ),
    Formule(
        "publie",
        rf"date de (?:publication|mise en ligne){_ACTE}{_VOIE}{_LE}",
        "Date de mise en ligne de l'acte : 16/02/2026",
        _SEIZE,
    ),
    Formule(
        "publie",
        rf"(?<!affiche et )\b(?:publie|mise? en ligne)e?(?: (?:et|ou|et/ou) notifiee?)?{_VOIE}{_LE}",
        "Mis en ligne et/ou notifié le 16 février 2026",
        _SEIZE,
    ),
    Formule("publie", rf"\bpublication{_ACTE}{_VOIE}{_LE}", "Publication électronique le 16 février 2026", _SEIZE),
    Formule(
        "publie",
        rf"\b(?:publie|mise? en ligne)e?{_VOIE}{_LE}",
        "Délibération publiée sous forme électronique le 16/02/2026",
        _SEIZE,
    ),
    Formule(
        "publie",
        rf"\b(?:mise en ligne|publication) (?:effectuee?|realisee?|intervenue){_VOIE}{_LE}",
        "mise en ligne effectuée sur le site de la ville le 16/02/2026",
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
        rf"reception (?:en|au|par l[ea]) (?:controle de legalite|(?:sous-)?prefe\w{{2,5}}|representant de"
        rf" l'etat){_LE}",
        "Réception au contrôle de légalité le : 16 février 2026",
        _SEIZE,
    ),
    Formule(
        "recu",
        r"(?:recue?|arrivee?)(?: le)?\s?:?\s{1,4}<date>[\s,]{1,6}(?:(?:a|en|par) )?(?:la )?(?:sous-)?prefecture",
        "REÇU LE\n16 FEV. 2026\nSOUS-PRÉFECTURE",
        _SEIZE,
    ),
    Formule(
        "recu",
        r"(?:sous-)?prefecture(?: (?:de|du|des) (?:la |l')?[a-z\-]{2,25})?\s{1,6}(?:courrier )?(?:recue?"
        r"|arrivee?) le\s?:?\s{1,4}<date>",
        "PRÉFECTURE DE LA FICTION\nReçu le 16 février 2026",
        _SEIZE,
    ),
    Formule(
        "recu",
        r"(?:sous-)?prefecture(?:\s{1,9}(?:de|du|des) (?:la |l')?[a-z\-]{2,25})?\s{1,9}<date>\s{1,9}(?:courrier )?"
        r"(?:arriv|recu)",
        "SOUS-PREFECTURE\n16 FEV. 2026\nARRIVEE",
        _SEIZE,
    ),
    Formule("recu", rf"visa de la (?:sous-)?prefecture{_LE}", "Visa de la Préfecture : 16-02-2026", _SEIZE),
    Formule(
        "envoye",
        r"(?:transmise?|envoyee?|deposee?)(?: le)?\s?:?\s{1,4}<date>\s{1,6}(?:a|en|au) (?:la )?(?:"
        r"(?:sous-)?prefecture|controle de|representant de)",
        "TRANSMIS LE\n16 FEV. 2026\nà la Sous-Préfecture",
        _SEIZE,
    ),
    Formule(
        "envoye",
        rf"\bteletransmi(?:se?|ssion)(?: electroniquement)?{_LE}",
        "Délibération télétransmise le 16/02/2026",
        _SEIZE,
    ),
    Formule(
        "envoye",
        rf"\b(?:(?:tele)?transmise?|envoyee?|envoi|adressee?) (?:(?:en|a la) (?:sous-)?prefecture|(?:a|au) "
        rf"(?:m\. le |monsieur le "
        rf"|madame la |mme la )?(?:sous-)?pref(?:et|ete)|aux services de (?:l'etat|la (?:sous-)?prefecture))\b"
        rf"[^\n.;:\d]{{0,50}}?{_LE}",
        "Délibération transmise à M. le Préfet par voie électronique le 16/02/2026",
        _SEIZE,
    ),
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
        r"|[^.;:\d\n]){1,50}?)?(?:,? en (?:\w+|\(\d+\)|\w+ \(\d+\)) (?:exemplaires?|originaux)(?:"
        r" originaux)?)?,?\s{1,3}(?:le|ce)\s?:?\s{1,3}<date>",
        "Fait à Sainte-Exemple, le 16 février 2026",
        _SEIZE,
    ),
    Formule(
        "date_acte",
        r"\n {0,80}(?! )(?![^\n]{0,60}(?:affich|publi|notifi|recu|recep|transmi|envoy|convo|mise? en|depos"
        r"|controle|legalite|prefecture|prefet|visa|retour|telet|execut|certifi|\bvu\b|seance))"
        r"(?!(?:l[ae]s?|du|des?|aux?|sur|et) [a-z '\-]{2,40} le \d)(?:a"
        r" )?[a-z][a-z '\-]{2,40},? le <date>(?= ?[,.]?(?:\n|$))",
        "\nSainte-Exemple, le 16 février 2026\n",
        _SEIZE,
    ),
    Formule(
        "date_acte",
        r"\n ?le <date>(?= ?[,.]?[ ]{0,3}\n\s{0,40}(?:l[ae] (?:maire|presid|vice|premier|adj|direct|secret)"
        r"|l'adj|pour l|mme |m\. |signe))",
        "\nLe 16 février 2026,\nLe Maire",
        _SEIZE,
        PROBABLE,
    ),
    Formule(
        "date_acte",
        r"\bfait (?:a|au|en) [^.;:\d\n]{1,50}\n ?le\s?:?\s{1,3}<date>",
        "Fait à Sainte-Exemple\nle 16 février 2026",
        _SEIZE,
    ),
    Formule(
        "date_acte",
        r"(?:^|\n) {0,40}(?:arrete|decision)(?: (?:du|de la|municipale?|temporaire|permanente?) ?[a-z]{0,12})?"
        r"(?: n ?° ?\S{1,20})? (?:en date )?du <date>",
        "ARRÊTÉ MUNICIPAL N° 2026-12 DU 16 FÉVRIER 2026",
        _SEIZE,
        PROBABLE,
    ),
    Formule("date_acte", r"date de signature(?: de l'acte)?\s?:\s?<date>", "Date de signature : 16/02/2026", _SEIZE),
)

JOUR_DE_SEANCE = (
    r"\bjours?\s{0,3},?\s{0,3}(?:le )?mois\s{0,3},?\s{0,3}(?:et\s{1,3})?(?:l')?an\w{0,4}\W{1,3}"
    r"(?:que\s{1,3}|les\s{1,3})?(?:susdit|susvise|ci-dessus|ci-avant|dessus|susmention|susindique|sus)"
)
"""« les jour, mois et an susdits »: the act is of the day of its session."""
