"""The options' shapes where only letters can stand."""

LETTERS = "○■▲◆✚▼★✖"
"""In the order of `charts.style.SHAPES`; few fonts have an hourglass, so the last is a cross."""
