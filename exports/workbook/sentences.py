"""Sentences that stay true of the workbook: each is a formula, with the words it has in the app."""

from collections.abc import Callable
from dataclasses import dataclass

from exports.workbook.book import Cell, span
from exports.workbook.inputs import Inputs
from exports.workbook.outcomes import OutcomeCells, Row
from model.provenance import Status
from words.numbers import money, score, whole
from words.provenance import status
from words.statuses import marked


@dataclass(frozen=True)
class Sentence:
    """A formula, and what it says before anything is computed."""

    formula: str
    value: str


@dataclass(frozen=True)
class Figure:
    """How a number is said: as a formula around a cell or a range's maximum, and in words."""

    formula: str
    words: str


@dataclass(frozen=True)
class Claim:
    """What is said of the option with most of a figure, of several that have as much, and where there is none."""

    one: str
    many: str
    none: str
    near: float
    """Figures closer than this are as much."""
    say: Callable[[Row], Figure]


def verdict(found: OutcomeCells) -> Sentence:
    """Who comes first, on what grounds."""
    weights, ranks = span(found.weights), found.rows["rank"]
    counted = sum(cell.value > 0 for cell in found.weights)
    first = [index for index, cell in enumerate(ranks.cells) if cell.value == 1]
    points = points_of(found.rows["overall"])
    nobody = "No option comes first: every weight is nil."
    tie, on = " options tie for first place with ", ", by the weights of "
    many = f'SUMPRODUCT(--({weights}>0))&IF(SUMPRODUCT(--({weights}>0))=1," outcome"," outcomes")'
    cost = f"INDEX({found.rows['cost']},MATCH(1,{ranks},0))"
    alone = (
        f'INDEX({span(found.names)},MATCH(1,{ranks},0))&" comes first: it costs "&{pounds(cost)}&" and scores "'
        f'&{points.formula}&"{on}"&{many}&"."'
    )
    together = f'COUNTIF({ranks},1)&"{tie}"&{points.formula}&"{on}"&{many}&"."'
    grounds = f"{points.words}{on}{counted} outcome{'' if counted == 1 else 's'}."
    if not counted:
        said = nobody
    elif len(first) > 1:
        said = f"{len(first)}{tie}{grounds}"
    else:
        price = in_pounds(found.rows["cost"].cells[first[0]].value)
        said = f"{found.names[first[0]].value} comes first: it costs {price} and scores {grounds}"
    return Sentence(f'IF(SUM({weights})=0,"{nobody}",IF(COUNTIF({ranks},1)>1,{together},{alone}))', said)


def standing(inputs: Inputs) -> Sentence:
    """How firm the inputs are, by count."""
    found = [status(inputs.now, lever) for lever in inputs.levers]
    words = {each: f" {each}{'s' if each is Status.ASSUMPTION else ''}" for each in Status}
    counts = [f'COUNTIF({inputs.statuses()},"{marked(each)}")&"{word}"' for each, word in words.items()]
    said = ", ".join(f"{found.count(each)}{word}" for each, word in words.items())
    return Sentence('"Inputs: "&' + '&", "&'.join(counts) + '&"."', f"Inputs: {said}.")


def most(row: Row, names: list[Cell], claim: Claim) -> Sentence:
    """Which option has most of a figure."""
    top, figure = max(cell.value for cell in row.cells), claim.say(row)
    leaders = [name.value for name, cell in zip(names, row.cells, strict=True) if cell.value > top - claim.near]
    who = f"{leaders[0]} {claim.one}" if len(leaders) == 1 else f"{len(leaders)} options {claim.many}"
    count = f"SUMPRODUCT(--({row}>MAX({row})-{claim.near}))"
    alone = f'INDEX({span(names)},MATCH(MAX({row}),{row},0))&" {claim.one}: "'
    together = f'{count}&" options {claim.many}: "'
    formula = f'IF(MAX({row})<{claim.near},"{claim.none}",IF({count}>1,{together},{alone})&{figure.formula})'
    return Sentence(formula, claim.none if top < claim.near else f"{who}: {figure.words}")


def pounds(cell: str) -> str:
    """Money in words, as a formula: £5.994bn, £2.775m, £3,480, nothing."""
    small = f'IF({cell}>=0.5,"£"&TEXT({cell},"#,##0"),"nothing")'
    less = f'IF({cell}>=999999.5,"£"&TEXT({cell}/1000000,"#,##0.000")&"m",{small})'
    return f'IF({cell}>=999999500,"£"&TEXT({cell}/1000000000,"#,##0.000")&"bn",{less})'


def in_pounds(value: float) -> str:
    """The same in words."""
    said = money(value)
    return "nothing" if said == "nil" else said


def pounds_of(row: Row) -> Figure:
    """The most money of a row."""
    return Figure(pounds(f"MAX({row})"), in_pounds(max(cell.value for cell in row.cells)))


def points_of(row: Row) -> Figure:
    """The most points of a row: 72.7 of 100."""
    top = score(max(cell.value for cell in row.cells))
    return Figure(f'TEXT(MAX({row}),"0.0")&" of 100"', f"{top} of 100")


def whole_of(row: Row) -> Figure:
    """The most of a row, without places: 7,088 staff-months."""
    top = whole(max(cell.value for cell in row.cells))
    return Figure(f'TEXT(MAX({row}),"#,##0")&" {row.line.unit}"', f"{top} {row.line.unit}")
