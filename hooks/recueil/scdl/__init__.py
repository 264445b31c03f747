"""The acts as tables that anybody can open: the national file of délibérations (SCDL), and ours, which say more.

One direction::

    registre ─▶ vue (an act, with what the law and the register say of it) ─▶ colonnes ─▶ cellules ─▶ one file a level
"""

from .fichiers import fichiers
from .national import bilan, lacunes

__all__ = ["bilan", "fichiers", "lacunes"]
