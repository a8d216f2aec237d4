"""Labels stand beside what they name and cover neither each other nor the marks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.placing import SPOTS, Label, around, between, place, spread, width

FRAME = (0.0, -28.0, 816.0, 276.0)


def box(label: Label, point: int, spot) -> tuple[float, float, float, float]:
    x, y = label.points[point]
    left = x + spot.right - label.width * {"left": 0, "center": 0.5, "right": 1}[spot.across]
    top = y + spot.down - label.height * {"top": 0, "middle": 0.5, "bottom": 1}[spot.along]
    return left, top, left + label.width, top + label.height


def overlap(one, other) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def boxes(labels: list[Label], obstacles=()) -> list[tuple[float, float, float, float]]:
    found = place(labels, obstacles, FRAME)
    return [box(label, point, spot) for label, (point, spot) in zip(labels, found, strict=True)]


def test_a_label_with_room_stands_at_the_right_of_its_point():
    [(point, spot)] = place([Label([(100, 100)], 80, 36)], [], FRAME)
    assert (point, spot) == (0, SPOTS[0])
    assert spot.right > 0 and (spot.across, spot.along) == ("left", "middle")


def test_a_label_at_the_right_edge_stands_elsewhere_but_inside():
    left, top, right, bottom = boxes([Label([(815, 100)], 80, 36)])[0]
    assert left >= FRAME[0] and top >= FRAME[1] and right <= FRAME[2] and bottom <= FRAME[3]


def test_a_label_gives_way_to_what_is_drawn():
    mark = around(160, 100, 10)
    assert overlap(boxes([Label([(100, 100)], 80, 36)], [mark])[0], mark) == 0


def test_a_label_may_stand_at_another_of_its_points_where_the_first_has_no_room():
    crowd = [around(x, y, 12) for x in range(0, 260, 20) for y in range(-20, 280, 20)]
    [(point, _)] = place([Label([(100, 100), (600, 100)], 80, 36, (0.0, 15.0))], crowd, FRAME)
    assert point == 1


def test_of_two_points_with_room_the_label_stands_at_the_one_that_is_liked_better():
    [(point, _)] = place([Label([(100, 100), (600, 100)], 80, 36, (15.0, 0.0))], [], FRAME)
    assert point == 1


@settings(derandomize=True, deadline=None, max_examples=150)
@given(st.lists(st.tuples(st.floats(0, 816), st.floats(0, 276)), min_size=2, max_size=8), st.booleans())
def test_two_to_eight_labels_never_cover_each_other(points, identical):
    points = [points[0]] * len(points) if identical else points
    found = boxes([Label([point], 110, 36) for point in points], [around(*point, 10) for point in points])
    for index, one in enumerate(found):
        assert all(overlap(one, other) == 0 for other in found[:index])


@settings(derandomize=True, deadline=None)
@given(st.lists(st.floats(0, 276), min_size=1, max_size=8))
def test_labels_in_the_margin_keep_their_order_their_distance_and_the_frame(wished):
    found = spread(wished, 34.0, 0.0, 276.0)
    room = min(34.0, 276.0 / max(1, len(wished) - 1))
    ordered = sorted(found)
    assert all(later - earlier >= room - 1e-6 for earlier, later in zip(ordered, ordered[1:], strict=False))
    assert ordered[0] >= -1e-6 and ordered[-1] <= 276 + 1e-6
    assert sorted(range(len(wished)), key=lambda index: (wished[index], index)) == sorted(
        range(len(wished)), key=lambda index: (found[index], index)
    )


def test_labels_with_room_in_the_margin_stay_where_they_belong():
    assert spread([10.0, 100.0, 200.0], 34.0, 0.0, 276.0) == [10.0, 100.0, 200.0]


def test_dots_along_a_line_leave_no_gap_wider_than_a_step():
    dots = between([(0, 0), (100, 50), (100, 200)], 8.0)
    assert dots[0] == (0, 0) and dots[-1] == (100, 200)
    steps = zip(dots, dots[1:], strict=False)
    assert all(max(abs(a - c), abs(b - d)) <= 8 for (a, b), (c, d) in steps)


@pytest.mark.parametrize(("words", "least"), [("", 0), ("Hybrid", 40), ("Microsoft Cloud", 105)])
def test_words_are_taken_for_at_least_as_wide_as_they_are(words, least):
    # Measured in Chromium: Source Sans, 15 px, 700.
    assert width(words, 15) >= least
