"""The command line: what `python build.py` and `almanac` understand, what they print, and how they end."""

import sys
from collections.abc import Sequence

from almanac.cli.arguments import parser
from almanac.cli.commands import COMMANDS
from almanac.problems import MachineError, UsageError

USAGE, MACHINE = 2, 3
"""Exit codes beside 0 for done and 1 for problems in the content (spec/site.md section 1)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Nothing that a user can cause ends in a traceback."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0] not in COMMANDS and given[0] not in {"-h", "--help"}):
        given = ["build", *given]
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


def _say(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code
