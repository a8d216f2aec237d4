"""Where labels stand: beside what they name, clear of marks, lines and each other. All in px, y downwards.

A box is a row of an array: left, top, right, bottom.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

GAP = 11
"""From the middle of a mark to the edge of its label."""
TOUCHING = 1_000
"""As bad as standing sixteen rings further out: labels that share a corner are as hard to read as any that meet."""
LETTER = 0.52
"""Width of an average letter in ems, a little more than Source Sans needs, so estimates err to the safe side."""


@dataclass(frozen=True)
class Label:
    """A label as large as ``width`` x ``height`` that names a thing seen at these points.

    ``dislikes`` says how little each of the points would do, 0 for the best.
    """

    points: Sequence[tuple[float, float]]
    width: float
    height: float
    dislikes: Sequence[float] = (0.0,)


@dataclass(frozen=True)
class Spot:
    """A place for a label: how far from its point, which edge of it stands there, and how far out that is."""

    right: float
    down: float
    across: str
    along: str
    ring: int

    @property
    def far(self) -> bool:
        """Whether a reader would wonder what it belongs to."""
        return abs(self.right) > 60 or abs(self.down) > 24


_SIDES = (
    (1, 0, "left", "middle"), (0, -1, "center", "bottom"), (0, 1, "center", "top"), (-1, 0, "right", "middle"),
    (1, -1, "left", "bottom"), (1, 1, "left", "top"), (-1, -1, "right", "bottom"), (-1, 1, "right", "top"),
    (1, 0, "left", "bottom"), (-1, 0, "right", "bottom"), (1, 0, "left", "top"), (-1, 0, "right", "top"),
)  # fmt: skip
SPOTS = tuple(
    Spot(right * (GAP + 12 * ring), down * (GAP + 18 * ring), across, along, ring)
    for ring in (*range(7), 8, 10, 12, 14)
    for right, down, across, along in _SIDES
)
_OFFSETS = np.array([(spot.right, spot.down) for spot in SPOTS])
_EDGES = np.array([({"left": 0.0, "center": 0.5, "right": 1.0}[spot.across],
                    {"top": 0.0, "middle": 0.5, "bottom": 1.0}[spot.along]) for spot in SPOTS])  # fmt: skip
_DISLIKE = np.array([60.0 * spot.ring + number % len(_SIDES) for number, spot in enumerate(SPOTS)])
"""Nearer is better, and of two spots equally near the earlier: the right-hand side first."""


def around(x: float, y: float, half: float) -> tuple[float, float, float, float]:
    """The square box around a point."""
    return x - half, y - half, x + half, y + half


def between(points: Sequence[tuple[float, float]], step: float = 8.0) -> list[tuple[float, float]]:
    """Dots along the line through these points, ends included."""
    dots = []
    for (left, top), (right, bottom) in zip(points, points[1:], strict=False):
        parts = int(max(abs(right - left), abs(bottom - top)) / step) + 1
        dots += [(left + (right - left) * n / parts, top + (bottom - top) * n / parts) for n in range(parts)]
    return [*dots, points[-1]]


def place(
    labels: Sequence[Label], obstacles: Sequence[Sequence[float]], frame: Sequence[float]
) -> list[tuple[int, Spot]]:
    """For each label which of its points it stands at and the spot there.

    As little as possible is covered and nothing leaves the frame.
    """
    fixed = np.unique(np.array(obstacles, dtype=float).reshape(-1, 4).round(), axis=0)
    choices = [_boxes(label) for label in labels]
    costs = [
        np.add.outer(label.dislikes, _DISLIKE).ravel() + 4 * _covered(boxes, fixed) + 200 * _outside(boxes, frame)
        for label, boxes in zip(labels, choices, strict=True)
    ]
    numbers = range(len(labels))
    # Who chooses first matters: of a few orders the one that ends best is kept.
    orders = (numbers, numbers[::-1], sorted(numbers, key=lambda index: labels[index].points[0][1]))
    best, _ = min((_settle(order, choices, costs) for order in orders), key=lambda outcome: outcome[1])
    return [(best[index] // len(SPOTS), SPOTS[best[index] % len(SPOTS)]) for index in numbers]


def _settle(order: Sequence[int], choices: list[np.ndarray], costs: list[np.ndarray]) -> tuple[dict[int, int], float]:
    """Each label in turn takes its best spot, given the others; three rounds, so that early ones can give way."""
    taken: dict[int, int] = {}
    total = {}
    for index in [*order] * 3:
        others = np.array([choices[other][spot] for other, spot in taken.items() if other != index]).reshape(-1, 4)
        covered = _covered(choices[index], others)
        cost = costs[index] + 10 * covered + TOUCHING * (covered > 0)
        taken[index], total[index] = int(cost.argmin()), float(cost.min())
    return taken, sum(total.values())


def _boxes(label: Label) -> np.ndarray:
    """What the label covers from each spot at each of its points."""
    size = np.array([label.width, label.height])
    corners = np.array(label.points)[:, None, :] + (_OFFSETS - size * _EDGES)[None, :, :]
    corner = corners.reshape(-1, 2)
    return np.hstack([corner, corner + size])


def _covered(boxes: np.ndarray, others: np.ndarray) -> np.ndarray:
    """The area of the others that each box covers."""
    return (_shared(boxes, others, 0) * _shared(boxes, others, 1)).sum(axis=1)


def _shared(boxes: np.ndarray, others: np.ndarray, side: int) -> np.ndarray:
    """How far each box runs alongside each other one, across (0) or downwards (1)."""
    upper = np.minimum.outer(boxes[:, side + 2], others[:, side + 2])
    return np.maximum(upper - np.maximum.outer(boxes[:, side], others[:, side]), 0.0)


def _outside(boxes: np.ndarray, frame: Sequence[float]) -> np.ndarray:
    """How far each box sticks out of the frame."""
    edges = np.array(frame)
    return np.maximum(np.hstack([edges[:2] - boxes[:, :2], boxes[:, 2:] - edges[2:]]), 0.0).sum(axis=1)


def spread(heights: Sequence[float], room: float, top: float, bottom: float) -> list[float]:
    """Positions as near as may be to the heights wished for, ``room`` apart, between top and bottom."""
    order = sorted(range(len(heights)), key=lambda index: heights[index])
    room = min(room, (bottom - top) / max(1, len(heights) - 1))
    placed = [max(heights[index], top) for index in order]
    for index in range(1, len(placed)):
        placed[index] = max(placed[index], placed[index - 1] + room)
    limit = bottom
    for index in reversed(range(len(placed))):
        placed[index] = min(placed[index], limit)
        limit = placed[index] - room
    return [y for _, y in sorted(zip(order, placed, strict=True))]


def width(words: str, size: float) -> float:
    """Roughly how wide words are in this size."""
    return len(words) * size * LETTER
