"""How good the records are: scores against gold reports, clean or damaged, and a page of the mistakes."""

from konon.evaluation.comparison import CLEAN, compared, losses
from konon.evaluation.damage import DAMAGES, damaged
from konon.evaluation.gold import GoldReport, load_gold, reports_file
from konon.evaluation.mistakes import KINDS, Mistake, by_cause
from konon.evaluation.page import mistakes_page
from konon.evaluation.run import load_records, read_records
from konon.evaluation.scores import Evaluation, evaluate

__all__ = [
    "CLEAN", "DAMAGES", "KINDS", "Evaluation", "GoldReport", "Mistake", "by_cause", "compared", "damaged", "evaluate",
    "load_gold", "load_records", "losses", "mistakes_page", "read_records", "reports_file",
]  # fmt: skip
