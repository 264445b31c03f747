"""What the programs have in common: their options are told, and refused, in French."""

import argparse
import re
from collections.abc import Iterable
from typing import NoReturn

CACHEE = argparse.SUPPRESS
"""The help of an option that only the tests use."""

_OPTION = r"argument (?P<option>[^:]+): "
_MESSAGES = tuple(
    (re.compile(form), told)
    for form, told in (
        (_OPTION + r"expected one argument", "« {option} » attend une valeur"),
        (_OPTION + r"expected at least one argument", "« {option} » attend une valeur au moins"),
        (_OPTION + r"expected (?P<n>\d+) arguments?", "« {option} » attend {n} valeurs"),
        (_OPTION + r"invalid choice: '(?P<v>.*?)' \(choose from (?P<c>.+)\)", "« {v} » n'est pas admis : écrivez {c}"),
        (_OPTION + r"invalid \w+ value: '(?P<v>.*)'", "« {option} » n'admet pas « {v} »"),
        (_OPTION + r"ignored explicit argument '(?P<v>.*)'", "« {option} » n'attend pas de valeur (« {v} »)"),
        (_OPTION + r"not allowed with argument (?P<v>.+)", "« {option} » ne va pas avec « {v} »"),
        (r"unrecognized arguments: (?P<v>.+)", "« {v} » n'existe pas"),
        (r"ambiguous option: (?P<v>\S+) could match (?P<c>.+)", "« {v} » peut être {c} : écrivez-la en entier"),
        (r"the following arguments are required: (?P<v>.+)", "il manque « {v} »"),
    )
)
"""The sentences of argparse, and ours; a sentence that is not here is not shown."""


def en_francais(message: str) -> str:
    """What is wrong with the options, in French; empty when argparse says something that is not known."""
    for form, told in _MESSAGES:
        if found := form.fullmatch(message):
            said = {name: value.replace("'", "") for name, value in found.groupdict().items()}
            return told.format(**said)
    return ""


class _Aide(argparse.RawDescriptionHelpFormatter):
    """The help, as it is typed, with « utilisation » before the options."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "utilisation : ")


class Options(argparse.ArgumentParser):
    """The options of a program, with the help as it is typed and messages that a clerk can read."""

    def __init__(self, prog: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=_Aide,
            add_help=False,
        )
        self.arguments = self.add_argument_group("arguments")

    def error(self, message: str) -> NoReturn:
        """Stop, and say in French what is wrong."""
        what = en_francais(message)
        self.exit(2, f"Les options ne sont pas comprises{f' : {what}' if what else ''}. Voir : {self.prog} --help\n")

    def lire(self, arguments: list[str] | None) -> argparse.Namespace:
        """The options that were typed."""
        self.arguments.add_argument("-h", "--help", "--aide", action="help", help="donne cette aide")
        return self.parse_args(arguments)
