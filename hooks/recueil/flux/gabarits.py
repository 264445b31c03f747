"""The words of an article, from templates that a town changes: each prints a view, and escapes all that it prints."""

from ..papier.gabarits import environnement


def remplir(sorte: str, vue: object) -> str:
    """The HTML that a subscriber reads under a title.

    Args:
        sorte: the name of its template, in ``theme_overrides/flux/``, without its ending.
        vue: what it prints; a name that is not there stops it.
    """
    return environnement().get_template(f"flux/{sorte}.html").render(vue=vue)
