"""The words of the register by their first letter: what a word that no act holds may have been meant for."""

import string
from collections import Counter, defaultdict
from collections.abc import Mapping

from ..objets import ecrire
from .annee import Annee


def lexique(annees: list[Annee]) -> Mapping[str, str]:
    """Name of a file → its JSON: the words that begin with a letter, as they are mostly written, commonest first."""
    acts: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for analyse in (bloc.analyse for year in annees for bloc in year.blocs):
        for word, form in analyse.formes.items():
            held = len(analyse.mots[word].poids)
            acts[word] += held
            forms[word][form] += held
    letters: dict[str, list[str]] = defaultdict(list)
    for word, _ in sorted(acts.items(), key=lambda pair: (-pair[1], pair[0])):
        letters[word[0]].append(min(forms[word].items(), key=lambda pair: (-pair[1], pair[0]))[0])
    return {f"{letter}.json": ecrire({"mots": " ".join(letters[letter])}) for letter in string.ascii_lowercase}
