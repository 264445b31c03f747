"""The index of the texts that the « Vu » of acts cite: codes and their articles, laws, décrets, délibérations."""

from .lecture import citations
from .modele import Citation, Entree, ParArticle, Sorte, Texte
from .table import index

__all__ = ["Citation", "Entree", "ParArticle", "Sorte", "Texte", "citations", "index"]
