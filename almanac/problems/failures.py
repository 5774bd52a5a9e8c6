"""The two failures that are no fault of the content: a command was called wrongly, or the machine gave up."""


class UsageError(Exception):
    """The command was called in a way that cannot work; the one argument is a full sentence. Exit code 2."""


class MachineError(Exception):
    """The machine failed (disk full, unwritable folder); the one argument is a full sentence. Exit code 3."""
