"""The feeds: what is new, for whoever asks to be told, in RSS, Atom and JSON Feed, back to the first act."""

from .ecrits import flux
from .edition import Edition

__all__ = ["Edition", "flux"]
