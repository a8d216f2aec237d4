"""The scenes of a preset as pictures for a room, in one file of HTML that needs no server or as parts of the page."""
