"""Files written whole or not at all: under another name first, and given their own only when all are there."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from model.text import quoted


class SavingError(OSError):
    """What could not be written; the message is one plain sentence: what, why, what to do."""


def save(files: Mapping[Path, bytes]) -> None:
    """Write every file, in place of one of that name; folders that are missing are made, other files in them stay.

    Raises SavingError, and then everything is as it was before.
    """
    waiting: dict[Path, Path] = {}
    made: list[Path] = []
    try:
        for path, content in files.items():
            _make_folder(path.parent, made)
            _refuse_folder(path)
            waiting[path] = path.with_name(f".{path.name}.part")
            waiting[path].write_bytes(content)
        for path in files:
            waiting[path].replace(path)
            del waiting[path]
    except (OSError, ValueError) as error:  # ValueError: a name no file system takes
        raise _said(path, error) from None
    finally:
        for part in waiting.values():
            with suppress(OSError, ValueError):
                part.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):  # one with files in it stays
                folder.rmdir()


def _make_folder(folder: Path, made: list[Path]) -> None:
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(0, f"{quoted(folder.name)} is a file, not a folder")
    if not folder.exists():
        _make_folder(folder.parent, made)
        folder.mkdir()
        made.append(folder)


def _refuse_folder(path: Path) -> None:
    if path.is_dir():
        raise IsADirectoryError(0, "there is a folder of that name")


def _said(path: Path, error: OSError | ValueError) -> SavingError:
    reason = getattr(error, "strerror", None) or "no file can have that name"
    why = f"{reason[0].lower()}{reason[1:]}"
    return SavingError(f"{quoted(path.name)} could not be written: {why}. Nothing was written; give another place.")
