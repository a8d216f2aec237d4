"""Zip files that hold the same bytes for the same content: no time of making, no machine."""

from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip file can name, which says nothing about when it was made."""
READABLE_BY_ALL = 0o644 << 16


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip file of these files, in this order."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, READABLE_BY_ALL
            archive.writestr(entry, content)
    return made.getvalue()


def timeless(archive: bytes) -> bytes:
    """The same zip file without the time it was made."""
    with ZipFile(BytesIO(archive)) as found:
        return zipped({name: found.read(name) for name in found.namelist()})


def fingerprint(name: str | Path, content: bytes) -> dict[str, str | int]:
    """What tells a file from one that was changed: its name, its length, its SHA-256."""
    return {"name": str(name), "bytes": len(content), "sha256": sha256(content).hexdigest()}
