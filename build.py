"""Build the site: `python build.py` is the command `almanac`, started from the repository."""

import sys

if __name__ == "__main__":
    try:
        import tomllib  # noqa: F401 - a Python before 3.11 has none, and is told so here

        from almanac.cli import main

        sys.exit(main())
    except ModuleNotFoundError as missing:
        sys.stderr.write(f"Python 3.11+ with {missing.name} is needed: run `make site`, or see README.md.\n")
        sys.exit(3)
