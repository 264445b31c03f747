"""The full-text search: small files that a browser asks for by the words that are typed; no server, no other library.

An authority's year is read once (``analyse``), kept (``reserve``), and put end to end with others (``assemblage``,
``lot``): a finished year costs its reading and no more. Exact numbers (``numeros``), facets and spellings
(``lexique``) have files of their own. ``theme_overrides/assets/recherche/`` reads all of this.
"""

from .construction import indexer

__all__ = ["indexer"]
