#!/usr/bin/env python3
"""`cmake --install` into a folder with spaces and Japanese letters; the program there finds its own layouts, fonts and
photo module, from any working folder, with nothing in the environment. check_install.py PROGRAM PLAN BUILD CMAKE"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

program, plan, build = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
cmake = sys.argv[4]
failed = 0


def check(condition, message):
    global failed
    if not condition:
        failed += 1
        print(message)


def run(*command, **options):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, **options)


with tempfile.TemporaryDirectory(prefix="据え付け 先 ") as folder:
    folder = pathlib.Path(folder)
    prefix, moved = folder / "組版 プログラム", folder / "移した 先"
    done = run(cmake, "--install", build, "--prefix", prefix)
    if done.returncode != 0:
        print(done.stdout, done.stderr)
        sys.exit(1)
    for name in ("bin/kumihan", "share/kumihan/layouts/a4-report.yaml", "share/kumihan/fonts/BIZUDMincho_400Regular.ttf",
                 "share/kumihan/fonts/licenses", "share/kumihan/templates/plan.yaml",
                 "share/doc/kumihan/plan-sources/README.md"):
        check((prefix / name).exists(), f"{name} is not installed")

    # A plan elsewhere, with a photo that no cache knows, so that the photo module is needed.
    sources = folder / "ほかの 場所" / "原稿"
    sources.mkdir(parents=True)
    photo = next(plan.glob("photos/*.jpg"))
    shutil.copy(photo, sources / "写真 一.jpg")
    (sources / "plan.yaml").write_text("題名: 計画\n章: [一.yaml]\n", encoding="utf-8")
    (sources / "一.yaml").write_text("種類: 本文\n題名: 冬\n図:\n  - {ファイル: 写真 一.jpg, 名前: f, 代替テキスト: 雪}\n"
                                     "本文: |\n  雪の朝。👩 𠮷 葛󠄀\n\n  [図:f]\n", encoding="utf-8")
    reference = folder / "見本.pdf"
    done = run(program, "build", sources, "--output", folder / "out", "--no-cache")
    check(done.returncode == 0, f"the program of the build folder: {done.stderr}")
    (made,) = (folder / "out").glob("*.pdf")
    made.rename(reference)

    for where in (prefix, moved):
        if where == moved:
            prefix.rename(moved)  # the whole folder may be moved
        # A layout that only this copy has shows whose files are used.
        layout = where / "share/kumihan/layouts/a4-report.yaml"
        shutil.copy(layout, where / "share/kumihan/layouts/only-here.yaml")
        done = run(where / "bin/kumihan", "build", sources, "--layout", "only-here", "--no-cache", cwd="/", env={})
        check(done.returncode == 0 and not done.stderr, f"{where.name}: status {done.returncode}: {done.stderr}")
        results = list((sources.parent / "output").glob("*.pdf"))
        check(len(results) == 1, f"{where.name}: the result is not beside the plan: {done.stdout}")
        if results:
            check(results[0].read_bytes() == reference.read_bytes(), f"{where.name}: other bytes than the build folder's")
            results[0].unlink()

    done = run(moved / "bin/kumihan", "new", folder / "新しい 計画", cwd="/", env={})
    check(done.returncode == 0, f"new: {done.stderr}")
    done = run(moved / "bin/kumihan", "check", folder / "新しい 計画", "--no-cache", cwd="/", env={})
    check(done.returncode == 0 and not done.stderr, f"the new plan: {done.stderr}")

    # Called by its name alone, and through a link.
    done = run("/bin/sh", "-c", "kumihan check --no-cache ほかの\\ 場所/原稿", cwd=folder,
               env={"PATH": f"{moved}/bin"})
    check(done.returncode == 0, f"by name: {done.stderr}")
    (folder / "k").symlink_to(moved / "bin/kumihan")
    done = run(folder / "k", "check", sources, "--no-cache", cwd="/", env={})
    check(done.returncode == 0, f"through a link: {done.stderr}")

print(f"{failed} problems")
sys.exit(1 if failed else 0)
