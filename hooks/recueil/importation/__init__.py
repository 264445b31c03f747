"""From what comes back from the prefecture to the files of an act: every value with its proof, nothing invented.

One direction, as for the engine::

    files ─▶ entrees (pages of text, XML facts) ─▶ lecteurs (facts) ─▶ assemblage (one value a key, questions)
          ─▶ texte (what is published of the text) ─▶ ecriture (the act, its session, its file)
"""
