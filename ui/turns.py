"""Whose turn it is: pages are worked out one after the other.

Python computes on one core however many visitors it answers. Runs that share it are all done late, and each slows the
part of the server that hands answers out; runs that take turns are done sooner on average, and none is done later.
"""

from threading import BoundedSemaphore

TURN = BoundedSemaphore(1)
"""Held while a page is worked out. Nothing in it may wait: what takes long is made elsewhere (ui/making.py)."""
