"""Classes of characters and the spaces between them (JLReq 3.9.2, appendices A, B, C and E; the checker's own table).

Classes are JLReq's numbers (cl-01 … cl-30). Two are the checker's: AMBIGUOUS, Western signs beside Japanese text about
which houses differ (brackets, slashes, percent: any space from none to half an em passes), and BLANK.
"""
import unicodedata

OPENING = set("‘“（〔［｛〈《「『【｟〘〖«〝｢")
CLOSING = set("’”）〕］｝〉》」』】｠〙〗»〟｣")
STOPS = set("。．｡")
COMMAS = set("、，､")
DOTS = set("・：；･")
BANGS = set("！？‼⁇⁈⁉")
HYPHENS = set("‐–゠〜～")
DASHES = set("—―…‥⋯⸺⸻─〳〴〵")
ITERATION = set("々〻ゝゞヽヾ")
SMALL_KANA = set("ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ")
PREFIXES = set("¥$£#€№￥＄￡＃")
POSTFIXES = set("°′″℃¢%‰㏋ℓ￠％㌃㌍㌔㌘㌢㌣㌦㌧㌫㌶㌻㍉㍊㍍㍑㍗㎎㎏㎜㎝㎞㎡㏄")
MATH = set("＜＝＞≠≦≧≒≡∞∈∋⊂⊃∪∩⇒⇔")
OPERATORS = set("＋－±×÷−∓")

BLANK, AMBIGUOUS = 0, 99
JAPANESE = {9, 10, 11, 15, 16, 19}
LETTERS = JAPANESE | {30}   # beside Western text 縦中横 is as a letter
WESTERN = {24, 25, 27}
PUNCTUATION = {1, 2, 5, 6, 7}

# Never at a line's head at any level in use here; small kana, ー and 々 by level (JLReq C.3).
NOT_AT_HEAD = CLOSING | STOPS | COMMAS | DOTS | BANGS | HYPHENS | set("ゝゞヽヾ〻")
NOT_AT_HEAD_VERY_STRICT = NOT_AT_HEAD | SMALL_KANA | ITERATION | {"ー"}
NOT_AT_END = OPENING
# Western signs next to Japanese text: the same, but only where they stand for the Japanese ones.
WESTERN_NOT_AT_HEAD = set(")]},.!?;")
WESTERN_NOT_AT_END = set("([{")


def class_of(char, wide):
    """wide: the glyph fills (nearly) an em, or stands upright in a vertical line."""
    first = char[:1]
    if first == "\u200b":
        return AMBIGUOUS    # a letter that another glyph speaks for
    if first in ("", " ", "\u00a0", "\u3000", "\u2003", "\u2002", "\u00ad", "\t", "\n"):
        return BLANK
    if wide:
        for number, members in ((1, OPENING), (2, CLOSING), (3, HYPHENS), (4, BANGS), (5, DOTS), (6, STOPS), (7, COMMAS),
                                (8, DASHES), (12, PREFIXES), (13, POSTFIXES), (17, MATH), (18, OPERATORS)):
            if first in members:
                return number
    else:
        for number, members in ((1, OPENING - set("‘“«")), (2, CLOSING - set("’”»")), (5, set("・･：；")),
                                (6, set("。｡．")), (7, set("、､，")), (3, set("゠〜"))):
            if first in members:
                return number
    if first in ITERATION:
        return 9
    if first in "ーｰ":
        return 10
    if first in SMALL_KANA:
        return 11
    if "ぁ" <= first <= "ゖ":
        return 15
    if "ァ" <= first <= "ヺ" or "ｦ" <= first <= "ﾟ":
        return 16
    if first.isdigit() and first.isascii():
        return 19 if wide else 24
    if unicodedata.east_asian_width(first) in "WF":
        return 19
    if wide and not first.isascii() and not ("ﬀ" <= first <= "ﬆ"):
        return 19
    if first.isalpha():
        return 19 if wide and first.isascii() and first not in "MWm" else 27
    return AMBIGUOUS


def space(before, after):
    """Natural space in em (JLReq appendix B, table 1), or None where the table does not say."""
    if AMBIGUOUS in (before, after) or BLANK in (before, after):
        return None
    if before == 5 and after == 5:
        return 0.5
    if before == 5:
        return 0.25
    if after == 5:
        return 0.75 if before == 6 else 0.25
    if before in (2, 6, 7):
        return 0 if after in (2, 6, 7, 20) else 0.5
    if after == 1:
        return 0 if before == 1 else 0.5
    if before == 1 or after in (2, 3, 4, 6, 7):
        return 0
    if (before in LETTERS or before == 4) and after in WESTERN or before in WESTERN and after in LETTERS:
        return 0.25
    if (before, after) in ((24, 25), (25, 24), (27, 25)):
        return 0.25
    return 0


def least(before, after):
    """The least space that reduction may leave (JLReq appendix D): none after a full stop, ⅛ at 和欧間."""
    natural = space(before, after)
    if natural is None or natural == 0:
        return 0
    if before == 6 and after != 5:
        return natural
    if natural == 0.25 and (before in WESTERN or after in WESTERN) and 5 not in (before, after):
        return 0.125
    return 0


def expand_stage(before, after):
    """JLReq appendix E, table 6: 0 never, 2 和欧間, 3 solid text, 4 the last resort."""
    if after in (2, 3, 4, 5, 6, 7, 20) or before == 1 or before == 12 and after in (1, 14, 24):
        return 0
    if before in (2, 3, 6, 7) and after in (9, 10, 11):
        return 0
    if after == 1 or before in (2, 3, 5, 6, 7):
        return 4
    if before == 4:
        return 2 if after in WESTERN else 4
    if before in (9, 10, 11) and after == 8:
        return 4
    if before == 8 and after == 8:
        return 0
    if before == 8 and after in (24, 25):
        return 4
    if before in LETTERS and after in WESTERN or before in WESTERN and after in LETTERS:
        return 2
    if before in WESTERN and after in WESTERN or (before, after) == (24, 13):
        return 0
    return 3


def body(number, wide):
    """Where the body of the class lies in a glyph of one em, as (start, end) in em; others fill their advance."""
    if not wide:
        return None
    if number == 1:
        return 0.5, 1
    if number in (2, 6, 7):
        return 0, 0.5
    if number == 5:
        return 0.25, 0.75
    return None
