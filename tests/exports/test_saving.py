"""Files are written whole or not at all."""

import os
from pathlib import Path

import pytest

from exports.saving import SavingError, save


def inside(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_files_and_the_folders_they_need_are_there_and_nothing_else(tmp_path):
    save({tmp_path / "a.txt": b"a", tmp_path / "new" / "deep" / "b.txt": b"b"})
    assert inside(tmp_path) == {"a.txt", "new", "new/deep", "new/deep/b.txt"}
    assert (tmp_path / "new/deep/b.txt").read_bytes() == b"b"


def test_a_file_is_as_readable_as_any_other(tmp_path):
    (tmp_path / "other").write_bytes(b"")
    save({tmp_path / "a.txt": b"a"})
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ("folder", "'folder' could not be written: there is a folder of that name. "),
        ("file/below.txt", "'below.txt' could not be written: 'file' is a file, not a folder. "),
        ("nul\0.txt", "'nul .txt' could not be written: no file can have that name. "),
        ("x" * 300, "could not be written: file name too long. "),
    ],
)
def test_where_one_cannot_be_written_none_is(tmp_path, bad, says):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(SavingError) as refused:
        save({tmp_path / "file": b"new", tmp_path / "made" / "a.txt": b"a", tmp_path / bad: b"b"})
    assert says in str(refused.value) and str(refused.value).endswith("Nothing was written; give another place.")
    assert inside(tmp_path) == {"folder", "file"}
    assert (tmp_path / "file").read_bytes() == b"mine"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_full_disk_is_said_so_and_leaves_no_part(tmp_path):
    os.symlink("/dev/full", tmp_path / ".a.txt.part")
    with pytest.raises(SavingError, match=r"^'a.txt' could not be written: no space left on device\. Nothing"):
        save({tmp_path / "a.txt": b"a" * 10_000})
    assert inside(tmp_path) == set()
