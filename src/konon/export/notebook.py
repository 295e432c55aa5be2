"""The page of a record within a notebook."""

from html import escape

from konon.export.html import page
from konon.record import Record


def frame(record: Record) -> str:
    """The page in a frame, so that neither its style nor its script touches the notebook around it."""
    title = escape(f"Record of {record.document.title or record.document.id}")
    return (
        f'<iframe title="{title}" srcdoc="{escape(page(record))}" sandbox="allow-scripts" loading="lazy" '
        'style="width:100%;height:640px;border:1px solid #8884;border-radius:8px"></iframe>'
    )
