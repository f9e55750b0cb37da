"""What no template may even say, refused before any of it runs."""

from dvk.printing.word.following.commands import Commands
from dvk.printing.word.sandbox import Sandbox


class NotAllowed(Exception):
    """A tag that no template may hold; ``lineno`` is its line."""

    def __init__(self, lineno: int, needle: str) -> None:
        super().__init__(f"'{needle}'")
        self.lineno = lineno


def see_that_all_is_allowed(environment: Sandbox, source: str) -> None:
    """Refuse what a template may not hold, whether it would ever be reached or not.

    Other templates, macros, output that is not escaped, what leads out of the data, loops without an end.

    Raises:
        TemplateSyntaxError: where a tag cannot be read.
        NotAllowed: for the first of them.
    """
    for problem in Commands(environment, {}).problems_in(environment.parse(source)):
        if problem.code == "DVK504":
            raise NotAllowed(problem.line, problem.needle)
