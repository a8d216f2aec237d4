"""How firm a number is, where there is no room for a picture: a mark, a word and what they mean."""

from model.provenance import Status

MARKS = {
    Status.PUBLISHED: "●",
    Status.SOURCED: "◐",
    Status.DERIVED: "═",
    Status.ASSUMPTION: "◌",
    Status.YOURS: "✎",
}
"""The shapes of the screen as letters: no status is ever told by a colour."""

MEANINGS = {
    Status.PUBLISHED: "Stands in the document that the scenario rests on.",
    Status.SOURCED: "Stands in another public document, which is named.",
    Status.DERIVED: "Arithmetic on those; the sum is shown.",
    Status.ASSUMPTION: "Our judgement. Change it where you know better.",
    Status.YOURS: "Changed from the preset.",
}


def marked(status: Status) -> str:
    """● published."""
    return f"{MARKS[status]} {status}"
