"""The readers of the words of an act: tables of wordings, and what applies them."""
