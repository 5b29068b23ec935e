"""The machine fails: nowhere to write, no room left, no memory. Status 3, and an earlier PDF stays as it is."""

import os

from harness import Case

MACHINE = 3
CHAPTER = {"a.yaml": "kind: text\ntitle: 章\nbody: 雪の坂を登る。\n"}


def file_for_folder(folder):
    (folder / "out/t.pdf").unlink()
    (folder / "out").rmdir()
    (folder / "out").write_text("a file, not a folder")


def full_device(folder):
    (folder / "out/t.pdf").unlink()
    (folder / "out/t.pdf").symlink_to("/dev/full")


def folder_for_file(folder):
    (folder / "out/t.pdf").unlink()
    (folder / "out/t.pdf").mkdir()


CASES = [
    Case("file where the output folder should be", MACHINE, ("error", "K0901", None, None), files=CHAPTER,
         prepare=file_for_folder),
    Case("folder where the PDF should be", MACHINE, ("error", "K0901", None, None), files=CHAPTER,
         prepare=folder_for_file),
    Case("disk full (/dev/full)", MACHINE, ("error", "K0902", None, None), files=CHAPTER, prepare=full_device),
    Case("limit of file size", MACHINE, ("error", "K0901", None, None), files=CHAPTER, file_limit=4096),
    Case("no room for one byte", MACHINE, ("error", "K0901", None, None), files=CHAPTER, file_limit=0),
]
if os.geteuid() != 0:  # root may write anywhere
    CASES.append(Case("output folder not writable", MACHINE, ("error", "K0901", None, None), files=CHAPTER,
                      prepare=lambda folder: (folder / "out").chmod(0o555)))
