"""A zip file depends on what is in it and on nothing else."""

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from exports.archive import timeless, zipped

FILES = {"b.txt": b"second by name, first here", "folder/a.txt": "größer £".encode()}


def made_at(moment: datetime) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in FILES.items():
            archive.writestr(ZipInfo(name, moment.timetuple()[:6]), content)
    return stream.getvalue()


def test_the_same_files_make_the_same_bytes_whenever_they_were_packed():
    early, late = made_at(datetime(2001, 2, 3)), made_at(datetime(2026, 11, 2))
    assert early != late
    assert timeless(early) == timeless(late) == zipped(FILES)


def test_nothing_is_lost_and_the_order_is_kept():
    with ZipFile(BytesIO(zipped(FILES))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == FILES
        assert archive.namelist() == list(FILES)
        assert archive.testzip() is None


def test_no_file_says_when_or_where_it_was_packed():
    with ZipFile(BytesIO(zipped(FILES))) as archive:
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.create_system, entry.external_attr >> 16) == (3, 0o644)
