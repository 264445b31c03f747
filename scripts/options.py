"""What the programs have in common: their options are told, and refused, in French."""

import argparse
from typing import NoReturn


class Options(argparse.ArgumentParser):
    """The options of a program, with the help as it is typed and messages that a clerk can read."""

    def __init__(self, prog: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            add_help=False,
        )
        self.arguments = self.add_argument_group("arguments")

    def error(self, message: str) -> NoReturn:
        """Stop, in French; the words of argparse are kept for those who read them."""
        self.exit(2, f"Les options ne sont pas comprises ({message}). Voir : {self.prog} --help\n")

    def lire(self, arguments: list[str] | None) -> argparse.Namespace:
        """The options that were typed."""
        self.arguments.add_argument("-h", "--help", "--aide", action="help", help="donne cette aide")
        return self.parse_args(arguments)
