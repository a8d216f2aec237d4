"""One file a section: read, call, draw."""
