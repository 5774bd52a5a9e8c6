"""Quality: how sure the catalogue is of itself, and every fact that is old, undated, unsourced, disputed or waived."""

from almanac.outputs.quality.pages import outputs

__all__ = ["outputs"]
