from pathlib import Path

import pytest

PAGES = Path(__file__).parent / "pages"


@pytest.fixture
def pages():
    """The folder of saved pages, all of them made up."""
    return PAGES
