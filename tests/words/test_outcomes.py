"""An outcome in words says neither all of what is nearly all, nor less of what is as much."""

import pytest

from words.outcomes import lost_work


@pytest.mark.parametrize(
    ("lost", "words"),
    [
        (0, "100% less lost work"), (4, "99.6% less lost work"), (400, "60% less lost work"), (997, "0.3% less lost work"),
        (1_000, "As much lost work"), (1_100, "10% more lost work"),
    ],
)  # fmt: skip
def test_lost_work_is_told_against_the_benchmarks(lost, words):
    assert lost_work(lost, 1_000, is_benchmark=False) == words
