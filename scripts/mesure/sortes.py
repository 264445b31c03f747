"""What each file of a site is, by its address: Recueil and Hugo write the same, and are counted by the same table."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ACTES = "pages d'actes"
CONVENTIONS = "pages de conventions"
SEUL_HUGO = "renvois de Hugo (page/1)"
SEUL_RECUEIL = "données ouvertes, images (Recueil seul)"

_CLE = r"(?!registre/|conventions/|flux/|donnees/|id/|assets/|recherche/|preuve/)[^/]+"
_SORTES = tuple(
    (re.compile(form), name)
    for form, name in (
        (r".*/page/1/index\.html", SEUL_HUGO),
        (r".*/apercu\.png", SEUL_RECUEIL),
        (_CLE + r"/\d{4}/(page/\d+/)?index\.html", "actes d'une année"),
        (_CLE + r"/\d{4}/[^/]+/index\.html", ACTES),
        (_CLE + r"/conventions/[^/]+/differences/index\.html", "comparaisons"),
        (_CLE + r"/conventions/(page/\d+/)?index\.html", "listes de conventions"),
        (_CLE + r"/conventions/[^/]+/index\.html", CONVENTIONS),
        (_CLE + r"/.*/index\.json", "données des actes (JSON)"),
        (_CLE + r"/.*\.pdf", "fichiers PDF"),
        (r"id/.*", "renvois d'identifiants"),
        (_CLE + r"/seances/(page/\d+/)?index\.html|registre/seances/.*", "listes de séances"),
        (_CLE + r"/seances/.*", "pages de séances"),
        (_CLE + r"/tables/.*", "tables R2121-9"),
        (_CLE + r"/journal/.*", "journal"),
        (r"registre/en-vigueur/.*", "actes en vigueur"),
        (r"registre/textes-cites/.*", "textes cités"),
        (r"registre/.*", "listes du registre"),
        (r"conventions/echeances/.*", "échéances"),
        (r".*\.ics", "calendriers"),
        (r"(flux|conventions/partenaires)/.*\.(xml|json)", "flux"),
        (r"conventions/.*", "listes de conventions"),
        (r"donnees/(?!index\.html|etats\.json|SHA256SUMS|empreintes/).*", SEUL_RECUEIL),
        (r"donnees/.+\.(json|txt)|(donnees/)?SHA256SUMS.*", "états et empreintes"),
        (r"sitemap\.xml.*", "plan du site"),
        (r"assets/.*", "feuilles, polices, scripts"),
        (r".*", "accueil, collectivités, pages fixes"),
    )
)


@dataclass(frozen=True, slots=True)
class Compte:
    """The files of one kind."""

    fichiers: int
    octets: int


@dataclass(frozen=True)
class Contenu:
    """Everything that a site holds."""

    sortes: Mapping[str, Compte]
    pages: int
    """HTML files."""
    octets_max: int
    """Of the heaviest page of an act or of a convention."""

    @property
    def fichiers(self) -> int:
        """How many files."""
        return sum(one.fichiers for one in self.sortes.values())

    @property
    def octets(self) -> int:
        """How many bytes."""
        return sum(one.octets for one in self.sortes.values())

    @property
    def octets_par_acte(self) -> int:
        """Bytes of HTML of the page of an act, or of a convention, on average."""
        own = [self.sortes[name] for name in (ACTES, CONVENTIONS) if name in self.sortes]
        return round(sum(one.octets for one in own) / max(1, sum(one.fichiers for one in own)))


def contenu(site: Path) -> Contenu:
    """What a site holds, by kind."""
    sizes: dict[str, list[int]] = defaultdict(list)
    pages = 0
    for path in sorted(site.rglob("*")):
        if path.is_file():
            pages += path.suffix == ".html"
            sizes[sorte(path.relative_to(site).as_posix())].append(path.stat().st_size)
    heaviest = max((*sizes[ACTES], *sizes[CONVENTIONS]), default=0)
    return Contenu({name: Compte(len(own), sum(own)) for name, own in sizes.items() if own}, pages, heaviest)


def sorte(adresse: str) -> str:
    """The kind of a file."""
    return next(name for form, name in _SORTES if form.fullmatch(adresse))
