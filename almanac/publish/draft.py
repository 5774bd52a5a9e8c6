"""The draft: a new tree while it grows, of files written anew and of hard links to what did not change."""

import errno
import os
import shutil
import stat
from collections.abc import Iterable

from almanac.publish.plan import folders_of

_NOT_LINKABLE = {errno.EXDEV, errno.EPERM, errno.EACCES, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS}
"""What a disk says that has no hard links, has no more of them for this file, or keeps them from us."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW


class Draft:
    """A tree that nobody reads yet. Its files may share inodes with the tree before: none is opened twice."""

    def __init__(self, root: str) -> None:
        """Start a draft at a path where nothing stands; the folder is made when the first file comes."""
        self._root = root
        self._folders: set[str] = set()

    def begin(self) -> None:
        """Make the root of the tree, if no file has done so."""
        if "" not in self._folders:
            os.mkdir(self._root)
            self._folders.add("")

    def write(self, path: str, data: bytes) -> None:
        """Put a new file with these bytes at a path."""
        target = self._place(path)
        try:
            handle = os.open(target, _NEW, 0o666)
            try:
                _write_all(handle, data)
            finally:
                os.close(handle)
        except OSError as error:
            error.filename = target  # a failed write does not say where
            raise

    def link(self, path: str, origin: str) -> None:
        """Put a file or link that stands elsewhere at a path: a hard link, or a copy where there are none."""
        target = self._place(path)
        try:
            os.link(origin, target, follow_symlinks=False)
        except OSError as error:
            if error.errno not in _NOT_LINKABLE:
                raise
            shutil.copy2(origin, target, follow_symlinks=False)

    def folder(self, path: str) -> None:
        """Put a folder at a path."""
        self._place(f"{path}/")

    def adopt_modes(self, folders: Iterable[str], *, origin: str) -> None:
        """Give folders the modes that they have in another tree: a private folder stays private."""
        for folder in folders:
            mode = stat.S_IMODE(os.lstat(os.path.join(origin, folder)).st_mode)
            os.chmod(os.path.join(self._root, folder), mode)

    def _place(self, path: str) -> str:
        """Make the folders that a path needs, and return where it lies."""
        self.begin()
        for folder in folders_of(path):
            if folder not in self._folders:
                os.mkdir(f"{self._root}/{folder}")
                self._folders.add(folder)
        return f"{self._root}/{path}"


def _write_all(handle: int, data: bytes) -> None:
    """Write everything: a disk that is nearly full takes a part and says how much."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]
