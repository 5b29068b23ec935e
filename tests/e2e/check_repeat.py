#!/usr/bin/env python3
"""The same sources give the same bytes, wherever and whenever they are built. check_repeat.py PROGRAM PLAN

Another number of threads, working folder, time zone, language, a warm cache or none, output into a folder that is there:
none of it may show in the file, nor does the day: no clock is read.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

program, plan = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
kept = {key: value for key, value in os.environ.items()
        if not key.startswith("LC_") and key not in ("LANG", "TZ", "SOURCE_DATE_EPOCH")}

with tempfile.TemporaryDirectory(prefix="kumihan 二度 ") as folder:
    folder = pathlib.Path(folder)
    (folder / "elsewhere").mkdir()
    runs = [
        ("first, cold cache", plan.parent, [plan, "--jobs", "1", "--cache", folder / "cache"], {}),
        ("warm cache", plan.parent, [plan, "--jobs", "1", "--cache", folder / "cache"], {}),
        ("4 threads, no cache", plan.parent, [plan, "--jobs", "4", "--no-cache"], {}),
        ("relative path", folder / "elsewhere", [os.path.relpath(plan, folder / "elsewhere"), "--cache", folder / "cache"], {}),
        ("other zone", folder, [plan, "--cache", folder / "cache"], {"TZ": "Pacific/Apia", "SOURCE_DATE_EPOCH": "0"}),
        ("German", folder, [plan, "--cache", folder / "cache"], {"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}),
        ("English messages", folder, [plan, "--cache", folder / "cache", "--lang", "en", "--timings"], {"LC_ALL": "C"}),
    ]
    first, failed = None, 0
    for i, (name, cwd, arguments, environment) in enumerate(runs):
        out = folder / f"out{i}"
        done = subprocess.run([program, "build", *arguments, "--output", out], cwd=cwd, capture_output=True,
                              env=kept | environment)
        if done.returncode != 0:
            print(f"{name}: status {done.returncode}: {done.stderr.decode()}")
            sys.exit(1)
        (file,) = out.glob("*.pdf")
        data = file.read_bytes()
        if first is None:
            first = data
        elif data != first:
            failed += 1
            at = next((k for k, (a, b) in enumerate(zip(first, data)) if a != b), min(len(first), len(data)))
            print(f"{name}: differs from byte {at} on: {first[at - 20:at + 40]!r} {data[at - 20:at + 40]!r}")
    print(f"{len(runs)} runs, {failed} differ")
    sys.exit(1 if failed else 0)
