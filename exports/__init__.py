"""What a person takes away: files built from an Appraisal, the same bytes for the same input."""
