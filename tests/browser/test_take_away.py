"""What a visitor takes away is the figures on screen, in the format that was asked for."""

import pytest

BEGINNINGS = {"Slides": b"PK", "Workbook": b"PK", "Briefing, PDF": b"%PDF", "Briefing, Word": b"PK", "Tables": b"PK"}


@pytest.fixture(scope="module")
def shown():
    return "/?preset=north-council&staff=5200&view=Take+away"


def test_each_button_hands_over_a_file_of_its_kind(open_page, axe, shown):
    page = open_page(shown)
    for label, beginning in BEGINNINGS.items():
        with page.expect_download(timeout=90_000) as download:
            page.get_by_role("button", name=label, exact=True).click()
        assert download.value.path().read_bytes().startswith(beginning), label
    assert axe(page) == []
