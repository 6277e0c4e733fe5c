from __future__ import annotations

import stat
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest

from tests.vectorstore.readers.files import packed, put
from vectorstore.errors import UnreadableFile
from vectorstore.readers.kinds import contents, files_in
from vectorstore.readers.source import Source
from vectorstore.readers.zip_file import DEEPEST, Allowance, members
from vectorstore.types import Failure

KINDS = (".txt", ".zip")


def inside(source: Source) -> list[str]:
    return ["/".join(one.inside) for one in files_in(source) if isinstance(one, Source)]


def reasons(source: Source) -> list[str]:
    return [one.reason for one in files_in(source) if isinstance(one, Failure)]


def nested(depth: int) -> bytes:
    content: bytes = packed({"a.txt": "It voted."})
    for level in range(depth):
        content = packed({f"{level}.zip": content})
    return content


def test_members_are_files_in_the_order_of_the_archive(tmp_path: Path) -> None:
    source = put(
        tmp_path, "a.zip", packed({"z.txt": "One.", "folder/a.txt": "Two.", "in.zip": packed({"b.txt": "3."})})
    )

    assert inside(source) == ["z.txt", "folder/a.txt", "in.zip/b.txt"]


def test_a_member_is_named_after_its_archive(tmp_path: Path) -> None:
    source = put(tmp_path, "a.zip", packed({"folder/b.txt": ""}))

    (found,) = (found for member in files_in(source) if isinstance(member, Source) for found in contents(member))

    assert found == Failure(place=f"{tmp_path}/a.zip/folder/b.txt", reason="it is empty")


def test_what_is_left_out_is_said_once(tmp_path: Path) -> None:
    others = {".hidden.txt": "", "__MACOSX/._a.txt": "", "a.css": "", "b.css": "", "README": ""}

    found = list(members(put(tmp_path, "a.zip", packed({"a.txt": "One.", **others})), KINDS, Allowance()))

    assert isinstance(found[1], Failure)
    assert found[1].reason == ("3 files left out (2 .css, 1 no extension): only .txt .zip and .gz of these can be read")


def test_a_link_in_an_archive_is_left_out(tmp_path: Path) -> None:
    link = ZipInfo("passwords.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr(link, "/etc/passwd")

    assert reasons(put(tmp_path, "a.zip", stream.getvalue()))[0].endswith("1 file left out (1 links)")


def test_an_archive_within_too_many_others_is_refused(tmp_path: Path) -> None:
    assert inside(put(tmp_path, "a.zip", nested(DEEPEST - 1))) == ["1.zip/0.zip/a.txt"]
    assert reasons(put(tmp_path, "b.zip", nested(DEEPEST)))[0].startswith("it is a zip file within 3 others")


@pytest.mark.parametrize(("members", "unpacked"), [(1, 1_000), (1_000, 10)])
def test_an_archive_that_holds_more_than_is_allowed_is_refused(tmp_path: Path, members: int, unpacked: int) -> None:
    source = put(tmp_path, "a.zip", packed({"a.txt": "It voted.", "b.txt": "It voted."}))

    (failure,) = files_in(source, Allowance(members=members, unpacked=unpacked))

    assert isinstance(failure, Failure)
    assert failure.reason.endswith("unpack it, and add the folder")


def test_archives_within_an_archive_share_what_is_allowed() -> None:
    allowance = Allowance(members=3)
    allowance.take([ZipInfo("a"), ZipInfo("b")])

    with pytest.raises(UnreadableFile, match="too many files"):
        allowance.take([ZipInfo("a"), ZipInfo("b")])


def test_a_member_that_leads_nowhere_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": "It voted.", "b.txt": "It voted."}))
    at = data.find(b"PK\x01\x02") + 42  # where the archive says that its first member begins
    data[at : at + 4] = (2**31).to_bytes(4, "little")

    (failure, member) = files_in(put(tmp_path, "a.zip", bytes(data)))

    assert isinstance(failure, Failure)
    assert failure.reason == "it is packed in a way that is damaged or not known: get it anew"
    assert isinstance(member, Source)


def test_a_member_without_a_name_is_passed_over(tmp_path: Path) -> None:
    data = packed({"~~~": "It voted.", "a.txt": "It voted."}).replace(b"~~~", b"\0\0\0")

    assert inside(put(tmp_path, "a.zip", data)) == ["a.txt"]
