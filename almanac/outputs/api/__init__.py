"""The data of the catalogue as files that programs read: `/api/v1/`."""

from almanac.outputs.api.files import outputs

__all__ = ["outputs"]
