"""The palettes and shapes of `charts.style` as CSS; the browser picks light or dark by the page's colour scheme."""

from functools import cache

from charts.style import DARK, LIGHT, SHAPES

COLOURS = ("ground", "panel", "ink", "ink2", "grey", "control", "rule", "rule2", "track", "first")


@cache
def palette() -> str:
    """Each neutral as a variable, each option's colour as ``--c`` of its class, each shape as a class."""
    names = "".join(f"--{name}:{either(getattr(LIGHT, name), getattr(DARK, name))};" for name in COLOURS)
    marks = "".join(
        f".o{index}{{--c:{either(LIGHT.colours[index], DARK.colours[index])}}}"
        f'.mark-{shape.name}{{clip-path:path("{shape.path}")}}'
        for index, shape in enumerate(SHAPES)
    )
    return f"{names}{marks}"


def either(light: str, dark: str) -> str:
    """A colour in both themes; the same in both needs no choice."""
    return light if light == dark else f"light-dark({light},{dark})"
