"""Prints one table: what was measured, ours, what it is measured against, and what it must reach."""

from bench import board, change, charts, crowd, equations, exports, ready, screen, soak

PARTS = (equations, exports, screen, board, charts, ready, change, crowd, soak)


def main() -> None:
    lines = []
    for part in PARTS:
        for line in part.lines():
            print(line, flush=True)
            lines.append(line)
    bound = [line for line in lines if line.bound]
    print(f"\n{sum(line.met for line in bound)} of {len(bound)} targets met.")


main()
