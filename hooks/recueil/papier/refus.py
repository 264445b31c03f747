"""Why a paper cannot be made: each refusal is a French sentence that a clerk can act upon."""


class PapierImpossible(Exception):  # noqa: N818 (the name says what a person is told)
    """A paper cannot be made; the text, in French, says why."""


class BibliothequeManquante(PapierImpossible):
    """The system lacks what sets a text in pages."""


class PdfNonConforme(PapierImpossible):
    """What was made is not PDF/A-3b: it would not last as a document that is to be kept must."""


class PasExecutoire(PapierImpossible):
    """No certificate can be given: the register does not show that the act is executory."""
