"""Rules on the numbers that belong to a person: insurance number, bank account, telephone.

The law puts personal data before the duty to publish an act whole (CRPA L312-1-2 and L311-6; CADA, opinion 20226150).
A finding is read in logs that anyone can see: it never repeats the value, only its ends.
"""

import re
from collections.abc import Iterator

from ..acte import Acte
from ..anomalie import Severite
from ..recherche import OCCULTER, lieu, longs_nombres
from .regle import Constat, regle

_B = r"[ .\-\u00a0\u202f]?"
_CLE = r"\s?(?:,?\s?cl[ée]\s?:?|/|-|–)\s?"
_NIR = re.compile(
    rf"(?<![0-9A-Za-z])(?P<corps>[1-478]{_B}[0-9]{{2}}{_B}(?:0[1-9]|1[0-2]|[2-9][0-9]){_B}"
    rf"(?:[0-9]{{2}}|2[AB]){_B}[0-9]{{3}}{_B}[0-9]{{3}})(?:{_B}|{_CLE})(?P<cle>[0-9]{{2}})(?![0-9A-Za-z])"
)
_IBAN = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{2}[ \u00a0-]?[0-9]{2}(?:[ \u00a0\u202f-]?[0-9A-Za-z]){11,31}")
_LONGUEURS = (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 "
    "FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 "
    "LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SE24 SI19 SK24 SM27 "
    "TN24 TR26 UA29 VA22 VG24 XK20"
)
_IBAN_PAYS = {entry[:2]: int(entry[2:]) for entry in _LONGUEURS.split()}
"""Country → length of its IBAN (ISO 13616)."""

_BANQUE_DE_FRANCE = "30001"
"""The bank of public accountants: their accounts are printed on every bill, and are nobody's own."""

_TELEPHONE = re.compile(
    rf"(?<![0-9A-Za-z])(?<![0-9][ .\-])(?:(?:\+|00)33{_B}(?:\(0\){_B})?|0)(?P<debut>[1-79])(?P<blanc>{_B})[0-9]{{2}}"
    rf"(?:{_B}[0-9]{{2}}){{3}}(?![0-9])(?![ .\-][0-9]{{2}}\b)"
)
_REFERENCE = re.compile(r"(?:\bn[o°º]?|réf\w*|facture|contrat|compteur)[ .:]*$", re.IGNORECASE)
_APPEL = re.compile(r"t[ée]l|phone|portable|mobile|appel|joindre|joignable|contact", re.IGNORECASE)
_INSTITUTION = re.compile(
    r"tribuna|greffe|préfecture|mairie|hôtel de ville|commun|syndicat|service|centre|secrétariat|trésor|comptab"
    r"|société|entreprise|association|siège|standard|accueil|office|agence|télécopie|fax|ministère|département"
    r"|région|établissement|école|\bSARL|\bSAS\b|\bSCI\b|cabinet|notaire",
    re.IGNORECASE,
)


@regle("PERSO-01", "CRPA L312-1-2", derogeable=True)
def numero_de_securite_sociale(acte: Acte) -> Iterator[Constat]:
    """Un acte publié ne donne le numéro de sécurité sociale de personne.

    Exemple : l'arrêté de nomination d'un agent, avec son numéro de sécurité sociale.
    Correction : remplacez le numéro par « [occulté] » dans le texte et dans le fichier PDF.
    """
    for start, end in longs_nombres(acte.texte):
        for match in _NIR.finditer(acte.texte, start, end + 10):
            if nir_exact(match["corps"], match["cle"]):
                shown = f"{match[0][0]} {_chiffres(match[0])[1:3]} … {match['cle']}"
                yield lieu(acte, match.start()), f"numéro de sécurité sociale « {shown} » : {OCCULTER}"


@regle("PERSO-02", "CRPA L311-6", severite=Severite.AVERTISSEMENT, derogeable=True)
def compte_bancaire(acte: Acte) -> Iterator[Constat]:
    """Un acte publié ne donne pas de compte bancaire (IBAN), sauf celui d'un comptable public.

    Exemple : une convention avec l'IBAN de l'association subventionnée.
    Correction : remplacez l'IBAN par « [occulté] » dans le texte et dans le fichier PDF.
    """
    told = set()
    for start, end in longs_nombres(acte.texte):
        for match in _IBAN.finditer(acte.texte, max(0, start - 12), end + 24):
            compact = re.sub(r"[\s-]", "", match[0]).upper()
            iban = compact[: _IBAN_PAYS.get(compact[:2], 0)]
            if iban_exact(iban) and iban[4:9] != _BANQUE_DE_FRANCE and iban not in told:
                told.add(iban)
                yield lieu(acte, match.start()), f"compte bancaire « {iban[:4]} … {iban[-2:]} » : {OCCULTER}"


@regle("PERSO-03", "CRPA L311-6", severite=Severite.AVERTISSEMENT, derogeable=True)
def telephone(acte: Acte) -> Iterator[Constat]:
    """Un acte publié ne donne pas le numéro de téléphone d'une personne.

    Exemple : le téléphone portable du président d'une association.
    Correction : remplacez le numéro par « [occulté] » ; si c'est celui de la collectivité, ajoutez « telephone » dans
        « collectivite.yml ».
    """
    told = {_chiffres(number)[-9:] for number in re.split(r"[/;,]", acte.collectivite.telephone or "")}
    for start, end in longs_nombres(acte.texte):
        for match in _TELEPHONE.finditer(acte.texte, max(0, start - 1), end + 3):
            number = _chiffres(match[0])[-9:]
            if number not in told and _personnel(acte.texte, match):
                told.add(number)
                yield (
                    lieu(acte, match.start()),
                    (
                        f"numéro de téléphone « 0{number[0]} … {number[-2:]} » : si c'est celui d'une personne, "
                        f"{OCCULTER} ; si c'est celui de la collectivité, ajoutez « telephone » dans "
                        "« collectivite.yml »"
                    ),
                )


def nir_exact(corps: str, cle: str) -> bool:
    """Whether the two last digits of a NIR are the key of the others; Corsica counts as 19 and 18."""
    body = re.sub(r"[^0-9AB]", "", corps).replace("2A", "19").replace("2B", "18")
    return int(cle) == 97 - int(body) % 97


def iban_exact(iban: str) -> bool:
    """Whether an IBAN, given without blanks, has the length of its country and the right key (ISO 7064)."""
    if not iban or len(iban) != _IBAN_PAYS.get(iban[:2]):
        return False
    return int("".join(str(int(sign, 36)) for sign in iban[4:] + iban[:4])) % 97 == 1


def _personnel(texte: str, match: re.Match[str]) -> bool:
    """Whether a number may be a person's: a mobile, or a fixed line that no institution is named beside."""
    before = texte[max(0, match.start() - 160) : match.start()].rsplit("\n\n", 1)[-1]
    if not match["blanc"] and _REFERENCE.search(before):
        return False
    if match["debut"] in "67":
        return True
    return not _INSTITUTION.search(before) and (bool(match["blanc"]) or bool(_APPEL.search(before[-40:])))


def _chiffres(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)
