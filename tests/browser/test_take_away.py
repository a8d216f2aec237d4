"""What a visitor takes away is the figures on screen, in the format that was asked for."""

from io import BytesIO
from zipfile import ZipFile

SHOWN = "/?preset=north-council&staff=5200&view=Take+away"
FILES = {
    "Save slides": "north-council.pptx", "Save scenes": "north-council.html", "Save workbook": "north-council.xlsx",
    "Save PDF": "north-council.pdf", "Save Word file": "north-council.docx",
    "Save pictures": "north-council-pictures.zip",
    "Save tables": "north-council-tables.zip", "Save everything": "north-council.zip",
}  # fmt: skip


def test_each_button_hands_over_its_file_and_the_page_is_accessible(open_page, axe):
    page = open_page(SHOWN)
    saved = {}
    for label, name in FILES.items():
        page.get_by_role("button", name=label, exact=True).wait_for(timeout=90_000)
        with page.expect_download() as download:
            page.get_by_role("button", name=label, exact=True).click()
        assert download.value.suggested_filename == name
        saved[name] = download.value.path().read_bytes()
    with ZipFile(BytesIO(saved.pop("north-council.zip"))) as everything:
        for name in ("north-council.pptx", "north-council.xlsx", "north-council.pdf", "north-council.docx"):
            assert everything.read(name) == saved[name]
    picture = page.get_by_role("img", name="The briefing page: Briefing: North Council, as published")
    assert picture.evaluate("image => image.complete && image.naturalWidth > 500")
    assert axe(page) == []


def test_a_visitor_goes_on_while_files_are_made(open_page, settled, axe):
    page = open_page(SHOWN, "phone", "dark")
    page.get_by_role("status").filter(has_text="ready").wait_for()
    assert axe(page) == []
    page.get_by_role("tab", name="Compare").click()
    page.locator(".summary").first.wait_for()
    settled(page)
    page.get_by_role("tab", name="Take away").click()
    page.get_by_role("button", name="Save everything").wait_for(timeout=90_000)
    assert axe(page) == []
