"""One case: a plan in a folder of its own, one run under limits, and what must come of it.

The program runs with ten seconds, 2 GB of address space and no terminal. Whatever happens it must end by itself with
the status the case names; the problem must be reported with its code, its file and its line; and a PDF that an earlier
run made must be there unchanged after every run that failed.
"""

import os
import pathlib
import re
import resource
import signal
import subprocess
import time

SECONDS = 10
ADDRESS_SPACE = 2 << 30
EARLIER = b"%PDF-1.7 made by an earlier run\n"
REPORT = re.compile(r"^(?:(?P<file>.+?):(?P<line>\d+):\d+: )?(?P<severity>error|warning|hint) (?P<code>K\d{4}): ")


class Case:
    """plan: text of plan.yaml, or None for the usual one with `chapters`; files: name -> bytes, text, or a function that
    makes what stands at the path. status: expected exit status. problem: (severity, code, file, line), line None where
    the place within the file is the program's choice, file None where the problem has no place in a source."""

    def __init__(self, name, status, problem=None, *, plan=None, chapters=("a.yaml",), files=None, arguments=(),
                 prepare=None, file_limit=None, environment=None, seconds=SECONDS):
        self.name, self.status, self.problem = name, status, problem
        self.plan, self.chapters, self.files = plan, chapters, files or {}
        self.arguments, self.prepare, self.file_limit = arguments, prepare, file_limit
        self.environment, self.seconds = environment or {}, seconds


def usual_plan(chapters, allowed=()):
    text = "title: 試験\noutput: t.pdf\n"
    if allowed:
        text += "allow_folders: [" + ", ".join(allowed) + "]\n"
    return text + "chapters:\n" + "".join(f"  - {name}\n" for name in chapters)


def put(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    if callable(content):
        content(path)
    elif isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_bytes(content.encode("utf-8"))


def limits(case):
    def apply():
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if case.file_limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (case.file_limit, case.file_limit))
    return apply


def run(program, case, folder):
    """Returns (list of complaints, seconds)."""
    plan, output = folder / "plan", folder / "out"
    put(plan / "plan.yaml", usual_plan(case.chapters) if case.plan is None else case.plan)
    for name, content in case.files.items():
        put(plan / name, content)
    output.mkdir()
    earlier = output / "t.pdf"
    earlier.write_bytes(EARLIER)
    if case.prepare:
        case.prepare(folder)
    command = [program, "build", str(plan), "--output", str(output), "--no-cache", "--format", "short", "--lang", "en",
               *case.arguments]
    environment = dict(os.environ, LC_ALL="C.UTF-8", **case.environment)
    begin = time.monotonic()
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=case.seconds,
                              preexec_fn=limits(case), env=environment, cwd=folder)
    except subprocess.TimeoutExpired:
        return [f"still running after {case.seconds} s"], time.monotonic() - begin
    seconds = time.monotonic() - begin
    return complaints(case, done, output, earlier), seconds


def complaints(case, done, output, earlier):
    out = []
    messages = done.stderr.decode("utf-8", "replace")
    if done.returncode < 0:
        return [f"ended by signal {signal.Signals(-done.returncode).name}"]
    if done.returncode != case.status:
        out.append(f"exit status {done.returncode}, expected {case.status}")
    reports = [match.groupdict() for match in map(REPORT.match, messages.splitlines()) if match]
    if case.problem:
        severity, code, file, line = case.problem
        found = [r for r in reports if (r["severity"], r["code"]) == (severity, code)]
        if not found:
            out.append(f"no {severity} {code}")
        elif file and not any(pathlib.PurePath(r["file"] or "").name == file and (line is None or int(r["line"]) == line)
                              for r in found):
            out.append(f"{code} does not stand at {file}:{line if line else 'some line'}")
    if case.status == 0:
        if any(r["severity"] == "error" for r in reports):
            out.append("an error, yet the status says done")
        if not earlier.read_bytes().startswith(b"%PDF-") or earlier.read_bytes() == EARLIER:
            out.append("no new PDF")
    else:
        if not messages.strip():
            out.append("failed without a word")
        if case.status == 1 and not any(r["severity"] == "error" for r in reports):
            out.append("failed without an error")
        if earlier.is_file() and earlier.read_bytes() != EARLIER:
            out.append("the earlier PDF was changed")
    left = [p.name for p in output.iterdir() if p != earlier] if output.is_dir() else []
    if left:
        out.append(f"left behind: {left}")
    return out + ([messages[:1500]] if out else [])
