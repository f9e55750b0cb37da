"""What of a document stands on paper, in one form for the YAML and for what was read back; and where they differ."""

from dvk.importing.comparing.differences import Difference, differences
from dvk.importing.comparing.projection import printed_fields, read_fields
from dvk.importing.comparing.unprinted import UNPRINTED

__all__ = ["UNPRINTED", "Difference", "differences", "printed_fields", "read_fields"]
