"""Why: the wordings of who presides, keeps the record and signs; a new one is one line."""

from .formules import PROBABLE, Formule

_SEANCE_DE = r"(?: de (?:la )?(?:seance|reunion))?"
_SECRETAIRE = (
    r"(?:secretaire|secretariat)(?! (?:de mairie|general|d'etat|administrati))"
    rf"{_SEANCE_DE}(?: (?:elue?|designee?)(?= ?:))?"
)
_CHOISI = r"(?:nomme|designe|elu|choisi)e?"
_ROLE = (
    r"(?:,?[ \n]?(?:comme|en qualite de|en tant que|pour (?:assurer|tenir|exercer) le|pour (?:remplir|exercer"
    r"|assurer) (?:les|la)"
    r" fonctions? de|aux fonctions de|a l'unanimite|la|le)){0,2}[ \n]?"
)

PERSONNES = (
    Formule(
        "president",
        r"presidente? de (?:la )?seance\s?:?\s<nom>",
        "Président de séance : M. Basile FICTIF",
        "Basile FICTIF",
    ),
    Formule(
        "president",
        r"sous la[ \n]?presidence (?:de|du|d'|effective de)\s{0,3}<nom>",
        "sous la présidence de Monsieur Basile FICTIF, Maire",
        "Basile FICTIF",
    ),
    Formule(
        "president",
        r"\bpresidence\s?:?\s?(?:de |d'|assuree par )?<nom>",
        "Présidence de Ambre EXEMPLE",
        "Ambre EXEMPLE",
    ),
    Formule(
        "president", r"(?<!vice-)(?<!vice )\bpresidente?\s?:\s?<nom>", "Présidente : Ambre EXEMPLE", "Ambre EXEMPLE"
    ),
    Formule(
        "president",
        r"(?:seance|reunion|assemblee) (?:est |a ete |etait )?(?:presidee|ouverte) par <nom>",
        "La séance est présidée par M. Basile FICTIF",
        "Basile FICTIF",
    ),
    Formule(
        "president",
        r"<nom>(?:le )?(?:maire|presidente?),? (?:de [a-z\-]{2,30},? )?(?:ouvre|declare|preside|a ouvert)",
        "Monsieur Basile FICTIF, Maire, ouvre la séance",
        "Basile FICTIF",
    ),
    Formule(
        "president",
        r"l[ea] (?:maire|presidente?),? <nom>,? (?:ouvre|declare|preside|a ouvert)",
        "Monsieur le Maire, Basile FICTIF, ouvre la séance",
        "Basile FICTIF",
    ),
    Formule(
        "president",
        r"(?:presidait|preside) (?:la |cette )?(?:seance|reunion|assemblee)\s?:?\s<nom>",
        "Présidait la séance : M. Basile FICTIF",
        "Basile FICTIF",
    ),
    Formule(
        "president",
        r"<nom>(?:(?:la |le )?(?:maire|presidente?"
        r"|doyenne?(?: d'age)?),? )?(?:[^,.;\n]{0,40}, )?(?:presid(?:ant|e|ait)\b"
        r"|assur(?:ant|e) la presidence|ayant ouvert|ouvrant|a preside|etant president)",
        "Mme Ambre EXEMPLE, maire, présidant l'assemblée",
        "Ambre EXEMPLE",
    ),
    Formule(
        "president",
        r"(?:preside|presidee|ouverte?) par (?:m\. |mme |monsieur |madame )?(?:l[ea] )?(?:maire|presidente?)?,? ?<nom>",
        "réuni et présidé par Mme le Maire, Ambre EXEMPLE",
        "Ambre EXEMPLE",
    ),
    Formule(
        "secretaire", rf"{_SECRETAIRE}\s?:\s{{0,3}}<nom>", "Secrétaire de séance : Mme Ambre EXEMPLE", "Ambre EXEMPLE"
    ),
    Formule(
        "secretaire",
        rf"<nom>(?:a ete |est |soit |ayant ete |etant )?(?:\w{{3,14}}ment )?{_CHOISI}{_ROLE}{_SECRETAIRE}",
        "Mme Ambre EXEMPLE a été nommée secrétaire de séance",
        "Ambre EXEMPLE",
    ),
    Formule(
        "secretaire",
        rf"<nom>a ete {_CHOISI}{_ROLE}{_SECRETAIRE}",
        "Mme Ambre EXEMPLE, ayant obtenu la majorité des suffrages, a été désignée pour remplir"
        " les fonctions de secrétaire",
        "Ambre EXEMPLE",
    ),
    Formule(
        "secretaire",
        rf"{_CHOISI}{_ROLE}{_SECRETAIRE}\s?:?\s{{0,2}}<nom>",
        "A été désignée secrétaire de séance Mme Ambre EXEMPLE",
        "Ambre EXEMPLE",
    ),
    Formule(
        "secretaire",
        rf"(?:{_CHOISI}|nommer|designer|elire|propose)\s?:? <nom>{_ROLE},? ?{_SECRETAIRE}",
        "a désigné Ambre EXEMPLE secrétaire de séance",
        "Ambre EXEMPLE",
    ),
    Formule(
        "secretaire",
        r"candidature de <nom> (?:en qualite de|comme) secretaire",
        "la candidature de Mme Ambre EXEMPLE en qualité de secrétaire",
        "Ambre EXEMPLE",
    ),
    Formule(
        "secretaire",
        r"<nom>(?:a |est |etait )?(?:rempli[t]?|remplissait|assur\w{1,4}|exer\w{1,5}|accept\w{1,5}|occup\w{1,4}"
        r"|tient|charge\w? "
        r"(?:de|d'|du)) ?(?:les fonctions de secretaire|(?:le )?secretariat)",
        "Mme Ambre EXEMPLE remplit les fonctions de secrétaire",
        "Ambre EXEMPLE",
    ),
    Formule(
        "secretaire",
        rf"<nom>(?:est|etait|sera|,) (?:le |la )?{_SECRETAIRE}",
        "Ambre EXEMPLE est secrétaire de séance",
        "Ambre EXEMPLE",
    ),
    Formule(
        "secretaire",
        rf"{_SECRETAIRE},?\s{{1,3}}<nom>",
        "La secrétaire de séance, Ambre EXEMPLE",
        "Ambre EXEMPLE",
        PROBABLE,
    ),
    Formule(
        "secretaire",
        r"secretariat(?: de (?:la )?seance)?(?: (?:est|a ete|etait))?(?: (?:assure|tenu|confie|exerce|rempli))?"
        r"(?: par| a)?(?: ?:)?\s<nom>",
        "Le secrétariat a été assuré par Mme Ambre EXEMPLE",
        "Ambre EXEMPLE",
    ),
    Formule(
        "secretaire",
        r"fonctions? de secretaire(?: de (?:la )?(?:seance|reunion))?(?: \w{3,9}){0,2} "
        r"(?:remplies?|exercees?|assurees?|tenues?|confiees?|devolues?)(?: par| a) <nom>",
        "Les fonctions de secrétaire sont remplies par Mme Ambre EXEMPLE",
        "Ambre EXEMPLE",
    ),
    Formule("secretaire", rf"<nom>{_SECRETAIRE}", "Ambre EXEMPLE, secrétaire de séance", "Ambre EXEMPLE", PROBABLE),
    Formule(
        "signataire",
        r"pour (?:extrait|copie|expedition)[^\n.]{0,60}?,? l[ea] (?:maire|presidente?)\W{1,3}<nom>",
        "Pour extrait conforme, le Maire, Basile FICTIF",
        "Basile FICTIF",
        PROBABLE,
    ),
    Formule(
        "signataire",
        r"\bsigne (?:electroniquement |numeriquement )?(?:le [^\n]{6,25} )?(?:par\s?:?|:)\s{0,3}<nom>",
        "Signé électroniquement par : Basile FICTIF",
        "Basile FICTIF",
        PROBABLE,
    ),
    Formule(
        "signataire",
        r"signature (?:electronique |numerique )?(?:de|par)\s?:?\s{0,3}<nom>",
        "Signature numérique de Basile FICTIF",
        "Basile FICTIF",
        PROBABLE,
    ),
)
