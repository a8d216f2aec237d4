"""The model: pure Python and numpy. It knows no screen, no file format but the preset's, no clock, no network."""

MODEL_VERSION = "1.0"
"""Grows by one whenever an equation or a default changes an answer; links and files carry it."""
