#!/usr/bin/env python3
"""Builds a plan and judges its pages: check_plan.py PROGRAM PLAN [--layout NAME] [options of pagecheck.py].

Findings in accepted.txt beside this file are known, with their reasons. Programs: qpdf, mutool; exit status 77 where
one is missing.
"""
import argparse
import glob
import os
import shutil
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("plan")
    parser.add_argument("--layout")
    given, options = parser.parse_known_args()
    for each in ("mutool", "qpdf"):
        if shutil.which(each) is None:
            print(f"skipped: {each} is not installed")
            return 77
    with tempfile.TemporaryDirectory(prefix="pagecheck-") as folder:
        command = [given.program, "build", given.plan, "--output", folder, "--lang", "en"]
        built = subprocess.run(command + (["--layout", given.layout] if given.layout else []), stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT)
        files = glob.glob(os.path.join(folder, "*.pdf"))
        if built.returncode != 0 or len(files) != 1:
            print(built.stdout.decode("utf-8", "replace"))
            return 1
        return subprocess.run([sys.executable, "-B", os.path.join(here, "pagecheck.py"), files[0], "--accepted",
                               os.path.join(here, "accepted.txt")] + options).returncode


if __name__ == "__main__":
    sys.exit(main())
