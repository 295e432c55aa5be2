"""Indonesian: its tables and word forms."""

from konon.language.base import Language
from konon.language.id.morphology import IndonesianMorphology

INDONESIAN = Language("id", "Indonesian", __name__, IndonesianMorphology())
