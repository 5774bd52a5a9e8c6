"""Variables: under which name an environment can hold what a provider calls by another."""


def variable(name: str) -> str:
    """Return the name to use for an environment variable: no shell takes one that begins with a digit."""
    return f"_{name}" if name[:1].isdigit() else name
