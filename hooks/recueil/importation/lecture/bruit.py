"""Why: a scanner reads « l » for « i » and « I » for « l »; a label that is misread hides the value after it.

Only the words of the labels and of the days are put right, and each sign keeps its place: names and titles stay as
read.
"""

import re

MOTS = (
    "abstention abstentions accuse adjoint adjointe administration affichage affiche affichee article assemblee"
    " avril "
    "certifie collectivite comite commission communal communautaire conforme conseil conseiller conseillers "
    "conseillere conseilleres considerant controle convention convocation date decide decidons decision decisions "
    "delegation delibere deliberation deliberations deliberative departement departemental designe designee dessus "
    "deux directeur directrice dix effectif elu elue envoye etaient excuse excuses executoire exercice extrait fait "
    "fevrier huit identifiant janvier juillet juin legalement legalite ligne liste madame maire mairie mandataire "
    "membre membres mil mille mise mois monsieur municipal municipale municipalite municipaux nombre notifie"
    " novembre "
    "objet octobre officiel ordinaire permanente pour pouvoir pouvoirs prefecture presents presidence president "
    "presidente procuration procurations publication publicite publie publiee reception registre represente "
    "representes republique reunion reuni reunis seance secretaire session signataire site six souscrit "
    "sous-prefecture suffrages susdits susdit syndical syndicat teletransmission titulaires transmis transmise "
    "transmission trois unanimite ville vingt voix votants vote votes"
)
"""A word that must be known in spite of the scanner is one more word here."""

_FORME = str.maketrans({"i": "l", "1": "l", "|": "l", "!": "l", "0": "o"})
_CONNUS = {mot.translate(_FORME): mot for mot in MOTS.split()}
_JETON = re.compile(r"(?<![\w|])[^\W_][^\W_|!]{1,16}(?![\w|])")
_DOUTEUX = re.compile(r"[il1|!0]")
_PETITS = re.compile(r"(?<![^\W_])I(?=(?:e|a|es|ui|eur)(?![^\W_])|')|(?<=[a-zà-ÿ])I(?=[a-zà-ÿ']|(?![^\W_]))")
"""« Ie », « Ia », « I' », « pubIic », « conseiI »: a capital that no word bears there."""

_LE_JOUR = re.compile(r"(?<![^\W_])1(?=e \d{1,2}[/. ])")
"""« 1e 10/06/2022 »."""


def redresser(texte: str, plat: str) -> str:
    """The folded text in which the words of the labels are those that the author wrote.

    >>> redresser("Ie Présldent du conseiI", "ie presldent du conseii")
    'le president du conseil'
    """
    letters = [m.start() for m in _PETITS.finditer(texte)] + [m.start() for m in _LE_JOUR.finditer(plat)]
    if letters:
        signs = [*plat]
        for at in letters:
            signs[at] = "l"
        plat = "".join(signs)
    return _JETON.sub(_mot, plat)


def _mot(found: re.Match[str]) -> str:
    """The word of a label that this one is, but for signs that look alike."""
    word = found[0]
    if not _DOUTEUX.search(word):
        return word
    low = word.lower()
    known = _CONNUS.get(low.translate(_FORME), low)
    if known == low:
        return word
    return known.upper() if word[1:].upper() == word[1:] and word[1:].lower() != word[1:] else word[0] + known[1:]
