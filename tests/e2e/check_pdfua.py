#!/usr/bin/env python3
"""The sample against PDF/UA-1, by veraPDF where it is to be had. check_pdfua.py PROGRAM PLAN LAYOUT"""
import os
import pathlib
import subprocess
import sys
import tempfile

program, plan, layout = sys.argv[1:4]
verapdf = pathlib.Path(__file__).parent.parent / "pdf" / "verapdf.sh"
with tempfile.TemporaryDirectory() as folder:
    subprocess.run([program, "build", plan, "--layout", layout, "--output", folder], check=True, stdout=subprocess.DEVNULL)
    (name,) = (n for n in os.listdir(folder) if n.endswith(".pdf"))
    sys.exit(subprocess.run(["bash", verapdf, "--offline", os.path.join(folder, name)]).returncode)
