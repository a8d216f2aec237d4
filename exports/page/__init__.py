"""What the one-page briefing is made of: its contents in words, its two drawings, its typesetting, its letters."""
