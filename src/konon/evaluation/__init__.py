"""How good the records are: scores against gold reports, and a page of the mistakes."""

from konon.evaluation.gold import GoldReport, load_gold, reports_file
from konon.evaluation.mistakes import KINDS, Mistake
from konon.evaluation.page import mistakes_page
from konon.evaluation.run import load_records, read_records
from konon.evaluation.scores import Evaluation, evaluate

__all__ = [
    "KINDS", "Evaluation", "GoldReport", "Mistake", "evaluate", "load_gold", "load_records", "mistakes_page",
    "read_records", "reports_file",
]  # fmt: skip
