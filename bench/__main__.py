"""Prints how long each thing takes, one line each."""

from bench import board, equations, ready, screen

for part in (equations, screen, board, ready):
    for name, seconds in part.timings():
        print(f"{name:<42}{seconds * 1000:>9.2f} ms", flush=True)
