"""Prints how long each thing takes, one line each."""

from bench import model

for name, seconds in model.timings():
    print(f"{name:<42}{seconds * 1000:>9.2f} ms")
