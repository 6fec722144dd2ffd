"""Packages: folders that hold one source in several files, read as a zip file of them is."""

from __future__ import annotations

import os
import zipfile
from io import BytesIO

from eventnotes.decoding import file_bytes, opened

DESCRIPTOR = "datapackage.json"
"""The file that says what is in the others."""
_BEGINNING = 200  # bytes in which a descriptor of ours says whose it is


def is_package(path: str) -> bool:
    """Whether a path is a folder that holds a package of ours."""
    try:
        with open(os.path.join(path, DESCRIPTOR), "rb", opener=opened) as file:
            return b'"eventnotes"' in file.read(_BEGINNING)
    except OSError:
        return False


def package_files(path: str) -> list[str]:
    """The tables in a folder, which its package is read from, in the order of their names."""
    names = sorted(one for one in os.listdir(path) if one.lower().endswith(".csv"))
    return [place for one in names if not os.path.islink(place := os.path.join(path, one))]


def package_bytes(path: str, most: int) -> tuple[bytes, int]:
    """The tables in a folder as one zip file, and how many bytes they are; of those over `most` not all.

    Raises:
        OSError: where one cannot be read, or is no regular file.
    """
    whole, size = BytesIO(), 0
    with zipfile.ZipFile(whole, "w") as archive:
        for place in package_files(path):
            data, length = file_bytes(place, most - size)
            size += length
            if size > most:
                return b"", size
            archive.writestr(zipfile.ZipInfo(os.path.basename(place)), data)
    return whole.getvalue(), size
