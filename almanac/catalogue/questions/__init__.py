"""Questions: those that a model's facts answer, in sentences, and those that a person has answered."""

from almanac.catalogue.questions.asked import questions
from almanac.catalogue.questions.subject import Asked

__all__ = ["Asked", "questions"]
