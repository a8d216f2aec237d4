"""Sentences and number formats, built from an Appraisal and nothing else."""
