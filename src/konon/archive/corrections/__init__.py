"""What people decided on the parts of a record: confirmed, corrected, rejected, added; kept, applied, taken back."""

from konon.archive.corrections.keeping import Correction

__all__ = ["Correction"]
