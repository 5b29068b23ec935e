#!/usr/bin/env python3
"""Names, signs and numbers as a reader copies them out of the PDF: check_characters.py PROGRAM. Needs pdftotext.

What was typed must come out as it was typed, horizontal and vertical: variation selectors, compatibility kanji, sound
marks apart, either dash, upright figures, tate-chu-yoko, turned words. Kanji numerals come out as printed. A radical, a
code point and a variant that no font has are reported. White space is not compared: viewers break vertical lines. Each
stands within a sentence and at the head of one.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
if not shutil.which("pdftotext"):
    sys.exit(77)

NAMES = ["髙橋", "山﨑", "渡邊", "渡邉", "\U00020bb7田", "槗本", "濵田", "瀨戸", "德田",
         "邉\U000e0102", "邉\U000e010e", "邊\U000e0104", "葛\U000e0100", "辻\U000e0100", "斎\U000e0101",
         "\ufa19", "\ufa1b", "か\u309aき\u309aセ\u309aㇷ\u309a", "か\u3099は\u309a", "ｶﾞﾊﾟｱｲｳｰｯ", "人々", "〆切", "二〇二五年"]
# What is not seen is not in the text either; blanks and marks of direction come out of address books and browsers.
UNSEEN = ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u200e", "\u200f", "\u202a", "\u202c", "\u202d", "\u202e", "\u2066", "\u2069",
          "\u061c", "\u180e", "\u2063"]
# Code points that no font has: the code, and what the message says to write instead.
MISSING = [("\u216c", "K0606", "'L'"), ("\U0001f546", "K0607", "\u260e"), ("\ue000", "K0608", "variation selector"),
           ("\uac00", "K0603", "Noto Sans KR"), ("\u5f20", "K0603", "Noto Sans SC"), ("\u0627", "K0609", "picture")]
SIGNS = ["㍻", "㌔", "㌍", "㏄", "☀\ufe0f", "☀\ufe0e", "☎", "✉", "♪", "★", "😀", "👨\u200d👩\u200d👧", "🇯🇵", "\u2500\u2500",
         "は——と", "は――と", "は〜と", "は～と", "５−３", "５－３", "は……と", "は⋯⋯と", "“東京”と", "①⑳㉑㊱㊿",
         "ⅠⅡⅫ", "㈱㈲", "\u33ff㋿", "☑☎★", "👍🏽は", "３㎏", "２０２５年"]
VERTICAL = ["平成30年", "2019年", "100人", "えっ!?", "本当!!", "Unicodeや", "NPO法人", "A4判", "12,500円", "75％"]
NUMERALS = [("2019年6月15日", "二〇一九年六月十五日"), ("30名", "三十名"), ("12,500円", "一万二千五百円"), ("3.14は", "三・一四は"),
            ("^12^回", "12回"), ("電話0134-32-4111", "電話0134-32-4111")]


def build(folder, head, typed):
    (folder / "plan.yaml").write_text("title: 字\nchapters: [a.yaml]\noutput: t.pdf\n", encoding="utf-8")
    body = "".join(f"  {one}。\n\n" for one in typed)
    (folder / "a.yaml").write_text(f"kind: text\ntitle: 章\n{head}body: |\n{body}", encoding="utf-8")
    done = subprocess.run([PROGRAM, "build", folder, "--output", folder, "--lang", "en", "--no-cache"], capture_output=True,
                          text=True)
    text = subprocess.run(["pdftotext", folder / "t.pdf", "-"], capture_output=True).stdout.decode("utf-8", "replace")
    return "".join(text.split()), done.stdout + done.stderr


failed = 0


def expect(good, words):
    global failed
    if not good:
        failed += 1
        print(f"FAILED {words}")


with tempfile.TemporaryDirectory(prefix="kumihan-characters-") as made:
    made = pathlib.Path(made)
    for head, typed in (("", NAMES + SIGNS), ("writing: vertical\n", NAMES + SIGNS + VERTICAL)):
        sentences = [f"ここに、{one}と並べて組みます" for one in typed] + [f"{one}と書きます" for one in typed]
        text, said = build(made, head, sentences)
        for one in typed:
            expect(text.count(one) >= 2, f"{head.strip() or 'horizontal'}: {one} ({' '.join(f'{ord(c):04X}' for c in one)}) is not in the text twice")
        expect("K06" not in said, said)
    for head in ("", "writing: vertical\n"):
        text, said = build(made, head, [f"ここに、雪{one}国と並べて組みます" for one in UNSEEN])
        expect(text.count("雪国と並べ") == len(UNSEEN), f"{head.strip()}: unseen signs are in the text: {text}")
        expect("K06" not in said, said)
    for one, code, words in MISSING:
        text, said = build(made, "", [f"ここに、{one}と並べて組みます"])
        expect(code in said and words in said, f"{one} U+{ord(one):04X}: no {code} with {words}: {said}")
        expect(one in text, f"{one} U+{ord(one):04X} is not in the text")
    # A photo and a chapter whose names are composed in one place and not in the other
    text, said = build(made, "", [])
    (made / "plan.yaml").write_text("title: 字\nchapters: [か\u3099.yaml]\noutput: t.pdf\n", encoding="utf-8")
    (made / "が.yaml").write_text("kind: text\ntitle: 章\nbody: 雪。\n", encoding="utf-8")
    done = subprocess.run([PROGRAM, "build", made, "--output", made, "--lang", "en"], capture_output=True, text=True)
    expect(done.returncode == 0, f"a chapter named か + U+3099 in the plan: {done.stdout + done.stderr}")
    text, said = build(made, "writing: vertical\nnumerals: kanji\n", [one for one, _ in NUMERALS])
    for one, printed in NUMERALS:
        expect(printed in text, f"{one}: {printed} is not in the text")
    text, said = build(made, "", ["⼈の字", "小\U000e01efの字", "\U00013000の字"])
    for code in ("K0450", "K0604", "K0603"):
        expect(code in said, f"{code} is not reported: {said}")
    expect("〓の字" not in text and "\U00013000の字" in text, "a code point without a glyph stays in the text")

print(f"{failed} failed")
sys.exit(1 if failed else 0)
