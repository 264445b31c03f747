"""Words for invented acts: as many different ones as a real register holds, a few very common, most of them rare.

The acts of ``actes_fictifs`` say the same few hundred words, which is enough for pages; an index of words is small or
large by how many there are. These are made of French syllables, and drawn as words are in life (Zipf).
"""

import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

NOMBRE = 50_000
"""Words that may be drawn; ten thousand acts hold nearly all of them."""

_PAR_ACTE = 200
_DECALAGE = 20
"""The commonest is not much commoner than the next ones: the acts have « de » and « commune » already."""

_DEBUTS = [
    "b",
    "bl",
    "br",
    "c",
    "ch",
    "cl",
    "cr",
    "d",
    "dr",
    "f",
    "fl",
    "fr",
    "g",
    "gl",
    "gr",
    "j",
    "l",
    "m",
    "n",
    "p",
    "ph",
    "pl",
    "pr",
    "qu",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
]
_COEURS = ["a", "e", "é", "i", "o", "u", "ai", "au", "eau", "eu", "oi", "ou", "an", "en", "in", "on"]
_FINS = ["", *["r", "l", "s", "t", "nt", "rt", "ble", "ge", "que", "tion", "té", "ment", "sse", "lle"]]

PLANTES = {
    "Le columbarium du cimetière est agrandi.": 40,
    "Le recensement des chauves-souris est confié à l'association des Essais.": 3,
    "Les horaires de la piscine intercommunale changent.": 10,
    "L'éclairage public des hameaux est coupé la nuit.": 800,
    "Les associations sportives locales sont consultées.": 1500,
    "Les journaux et les animaux sont admis.": 150,
}
"""Sentence → in how many acts of ten thousand it is."""


def enrichir(actes: Path) -> None:
    """Add words to the text of every act of a folder, always the same ones."""
    rng = random.Random(20261122)  # noqa: S311 (a draw that is always the same)
    words = list(_inventer(rng))
    weights = list(accumulate(1 / (rank + _DECALAGE) for rank in range(len(words))))
    paths = sorted(path for path in actes.rglob("*.md") if path.with_suffix(".pdf").exists())
    for rank, path in enumerate(paths):
        drawn = " ".join(rng.choices(words, cum_weights=weights, k=_PAR_ACTE))
        planted = (said for said, often in PLANTES.items() if (rank * often) % 10_000 < often)
        text = "\n\n".join([path.read_text(encoding="utf-8").rstrip(), f"{drawn.capitalize()}.", *planted])
        path.write_text(f"{text}\n", encoding="utf-8")


def _inventer(rng: random.Random) -> Iterator[str]:
    seen: set[str] = set()
    while len(seen) < NOMBRE:
        count = rng.choice((2, 2, 3, 3, 4))
        word = "".join(rng.choice(_DEBUTS) + rng.choice(_COEURS) for _ in range(count)) + rng.choice(_FINS)
        if word not in seen:
            seen.add(word)
            yield word
