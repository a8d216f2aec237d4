"""Figures of an appraisal, one file a figure, each with its finding, its table and its description in words."""
