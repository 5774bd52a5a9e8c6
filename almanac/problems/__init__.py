"""Problems: what is wrong with the content, where, and what to do about it."""

from almanac.problems.codes import Code, codes
from almanac.problems.failures import MachineError, UsageError
from almanac.problems.formats import FORMATS, render
from almanac.problems.problem import Place, Problem, problem

__all__ = ["FORMATS", "Code", "MachineError", "Place", "Problem", "UsageError", "codes", "problem", "render"]
