"""The command line: what `python build.py` and `almanac` understand, what they print, and how they end."""

import sys
from collections.abc import Sequence

from almanac.cli.arguments import parser
from almanac.cli.commands import COMMANDS
from almanac.problems import MachineError, UsageError
from almanac.problems.suggestions import did_you_mean

USAGE, MACHINE = 2, 3
"""Exit codes beside 0 for done and 1 for problems in the content (spec/site.md section 1)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Nothing that a user can cause ends in a traceback."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0].startswith("-"):
        given = given if given[:1] in (["-h"], ["--help"]) else ["build", *given]
    elif given[0] not in COMMANDS:
        return _say(f'There is no command "{given[0]}".{suggestion(given[0])} {known_commands()}', USAGE)
    try:
        options = parser(COMMANDS).parse_args(given)
        return int(options.run(options))
    except UsageError as error:
        return _say(str(error), USAGE)
    except MachineError as error:
        return _say(str(error), MACHINE)
    except KeyboardInterrupt:
        return _say("Stopped. What was published before stands as it was.", MACHINE)
    except BrokenPipeError:
        return MACHINE


def suggestion(word: str) -> str:
    """Return the question whether a near command was meant, set off by a space."""
    return f" {asked}" if (asked := did_you_mean(word, COMMANDS)) else ""


def known_commands() -> str:
    """Return the sentence that lists the commands."""
    return f"The commands are {', '.join(COMMANDS)}; without one, build is meant."


def _say(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code
