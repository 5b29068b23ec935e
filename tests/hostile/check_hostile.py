"""Sources that mean harm or are broken, broken photos, and machines that fail: check_hostile.py PROGRAM [WORD].

WORD runs only the cases whose name contains it. The cases stand in cases_*.py, each with the status and the problem it
must lead to, taken from src/diag/codes.inc.
"""

import pathlib
import sys
import tempfile

from cases_machine import CASES as MACHINE
from cases_photos import CASES as PHOTOS
from cases_sources import CASES as SOURCES
from harness import run


def main():
    program, word = str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2] if len(sys.argv) > 2 else ""
    failed, total = 0, 0.0
    cases = [case for case in SOURCES + PHOTOS + MACHINE if word in case.name]
    with tempfile.TemporaryDirectory(prefix="hostile ") as base:
        for number, case in enumerate(cases):
            folder = pathlib.Path(base) / str(number)
            folder.mkdir()
            wrong, seconds = run(program, case, folder)
            total += seconds
            print(f"{'FAILED' if wrong else 'ok':6} {seconds:6.2f} s  {case.name}", flush=True)
            for line in wrong:
                print("       ", line)
            failed += bool(wrong)
    print(f"{len(cases)} cases, {failed} failed, {total:.1f} s in the program")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
