"""The register for programs: lists of its acts, sessions, conventions and authorities, their schemas, their OpenAPI.

One class for each object (``resumes``, ``listes``) both writes it and gives its schema. The twins of the pages keep
their addresses and their writer (``donnees``): ``jumeaux`` says what is in them, from the same records.
"""

from .production import fichiers

__all__ = ["fichiers"]
