"""A message is one visible line, whatever somebody wrote."""

from hypothesis import given
from hypothesis import strategies as st

from model import text


@given(st.text())
def test_any_text_becomes_one_visible_line_of_at_most_400_characters(written):
    line = text.sentence(written)
    assert len(line) <= 400
    assert "\n" not in line and not any(text._hides(character) for character in line)


def test_a_text_without_end_is_cut_and_says_so():
    assert text.sentence("x" * 1_000) == "x" * 399 + "…"


def test_a_text_that_fits_is_kept_as_it_is():
    assert text.sentence("x" * 400) == "x" * 400


def test_hidden_characters_leave_a_gap():
    assert text.sentence("one\u202etwo\r\nthree\x00") == "one two three"


def test_a_number_is_written_as_people_write_it():
    assert [text.plain(number) for number in (1234567, 0.5, 12.0)] == ["1,234,567", "0.5", "12"]
