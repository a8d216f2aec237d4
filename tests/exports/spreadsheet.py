"""An .xlsx file taken apart: its XML to be changed by hand, and its cells as a reader finds them."""

import re
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NONSENSE = "-987654321"

Rows = list[list[object]]


@dataclass
class Parts:
    """The parts of an .xlsx file, to be changed as a person changes cells: by hand, one at a time."""

    parts: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, content: bytes) -> "Parts":
        with ZipFile(BytesIO(content)) as file:
            return cls({name: file.read(name).decode() for name in file.namelist()})

    def saved(self, path: Path) -> None:
        with ZipFile(path, "w") as file:
            for name, part in self.parts.items():
                file.writestr(name, part)

    def change(self, name: str, pattern: str, put: str, times: int | None = 1) -> None:
        self.parts[name], found = re.subn(pattern, put, self.parts[name])
        assert found == times or (times is None and found), f"{pattern} stands {found} times in {name}"

    def set_input(self, name: str, value: float) -> None:
        """What typing a number into a named cell does to the file."""
        sheet, row = re.search(rf'name="{name}">(Inputs)!\$B\$(\d+)<', self.parts["xl/workbook.xml"]).groups()
        self.change("xl/worksheets/sheet2.xml", rf'(<c r="B{row}"[^>]*><v>)[^<]*', rf"\g<1>{value!r}")

    def forget_figures(self) -> None:
        """Nonsense instead of every value stored with a formula."""
        for name in [part for part in self.parts if part.startswith("xl/worksheets/sheet")]:
            if "<f>" in self.parts[name]:
                self.change(name, r"</f><v>[^<]*</v>", f"</f><v>{NONSENSE}</v>", times=None)


def values(content: bytes) -> dict[str, Rows]:
    """Every sheet by name: rows of what is stored in the cells, None where nothing is."""
    parts = Parts.of(content).parts
    strings = _strings(parts["xl/sharedStrings.xml"])
    names = re.findall(r'<sheet name="([^"]+)"', parts["xl/workbook.xml"])
    return {name: _rows(parts[f"xl/worksheets/sheet{number}.xml"], strings) for number, name in enumerate(names, 1)}


def _strings(part: str) -> list[str]:
    items = ElementTree.fromstring(part.encode()).iter(f"{SPREADSHEET}si")
    return ["".join(run.text or "" for run in item.iter(f"{SPREADSHEET}t")) for item in items]


def _rows(part: str, strings: list[str]) -> Rows:
    rows: Rows = []
    for cell in ElementTree.fromstring(part.encode()).iter(f"{SPREADSHEET}c"):
        letters, number = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r")).groups()
        rows += [[] for _ in range(int(number) - len(rows))]
        row, column = rows[int(number) - 1], _column(letters)
        row += [None] * (column + 1 - len(row))
        row[column] = _value(cell, strings)
    widest = max(map(len, rows))
    return [row + [None] * (widest - len(row)) for row in rows]


def _column(letters: str) -> int:
    place = 0
    for letter in letters:
        place = 26 * place + ord(letter) - 64
    return place - 1


def _value(cell: ElementTree.Element, strings: list[str]) -> object:
    stored = cell.findtext(f"{SPREADSHEET}v")
    if not stored:
        return None
    if cell.get("t") == "s":
        return strings[int(stored)] or None
    return stored if cell.get("t") in ("str", "e") else float(stored)
