"""Reads the YAML that plans and layouts are written in: block and flow maps and lists, plain and quoted scalars, literal
and folded blocks, comments. No anchors, tags or several documents. Plain scalars become numbers and booleans as the JSON
schema of an editor sees them (YAML 1.2 core schema); dates stay text."""
import re


class Reader:
    def __init__(self, text):
        self.rows = text.split("\n")
        self.at = 0

    def skip(self):
        while self.at < len(self.rows) and re.fullmatch(r"\s*(#.*)?", self.rows[self.at]):
            self.at += 1

    def indent(self):
        self.skip()
        if self.at >= len(self.rows):
            return -1
        row = self.rows[self.at]
        return len(row) - len(row.lstrip(" "))

    def block(self, least):
        """The value whose rows are indented by at least `least`."""
        here = self.indent()
        if here < least:
            return None
        row = self.rows[self.at].strip()
        if row == "-" or row.startswith("- "):
            return self.sequence(here)
        if re.match(r"""(?:"[^"]*"|'[^']*'|[^\s#"'\[{][^:#]*):(?:\s|$)""", row):
            return self.map(here)
        self.at += 1
        return self.value(row, here)

    def sequence(self, here):
        result = []
        while self.indent() == here and re.match(r"-(\s|$)", self.rows[self.at].strip()):
            row = self.rows[self.at]
            rest = row[here + 1:]
            if not rest.strip() or rest.strip().startswith("#"):
                self.at += 1
                result.append(self.block(here + 1))
                continue
            # The item's first row is read as if it stood alone, indented to where its text begins.
            inner = here + 1 + len(rest) - len(rest.lstrip())
            self.rows[self.at] = " " * inner + rest.lstrip()
            result.append(self.block(here + 1))
        return result

    def map(self, here):
        result = {}
        while self.indent() == here:
            row = self.rows[self.at].strip()
            found = re.match(r"""("[^"]*"|'[^']*'|[^:]+?):(?:\s+(.*))?$""", row)
            assert found, f"row {self.at + 1}: {row}"
            self.at += 1
            key = found[1].strip("\"'")
            rest = (found[2] or "").strip()
            assert key not in result, f"{key} twice"
            if not rest or rest.startswith("#"):
                # A list may stand at its key's own indentation.
                same = self.indent() == here and re.match(r"\s*-(\s|$)", self.rows[self.at])
                result[key] = self.sequence(here) if same else self.block(here + 1)
            else:
                result[key] = self.value(rest, here)
        return result

    def value(self, rest, here):
        if rest[0] in "|>":
            return self.scalar_block(rest, here)
        if rest[0] in "[{" or rest[0] in "\"'":
            while not closed(rest):
                rest += " " + self.rows[self.at].strip()
                self.at += 1
            flow = Flow(rest)
            return flow.value()
        rest = re.sub(r"\s+#.*$", "", rest)
        while self.indent() > here and self.at < len(self.rows):  # a plain scalar over several rows
            rest += " " + self.rows[self.at].strip()
            self.at += 1
        return plain(rest)

    def scalar_block(self, head, here):
        rows = []
        depth = None
        while self.at < len(self.rows):
            row = self.rows[self.at]
            if row.strip():
                indent = len(row) - len(row.lstrip(" "))
                if indent <= here:
                    break
                depth = depth if depth is not None else indent
            rows.append(row[depth or 0:])
            self.at += 1
        text = "\n".join(rows).rstrip("\n")
        if head[0] == ">":
            text = re.sub(r"(?<!\n)\n(?!\n)", " ", text)
        return text + ("" if "-" in head else "\n")


def closed(text):
    depth, quote, i = 0, "", 0
    while i < len(text):
        c = text[i]
        if quote:
            if quote == '"' and c == "\\":
                i += 1
            elif c == quote:
                quote = ""
        elif c in "\"'" and (i == 0 or text[i - 1] in " [{,:"):
            quote = c
        elif c in "[{":
            depth += 1
        elif c in "]}":
            depth -= 1
        i += 1
    return depth <= 0 and not quote


class Flow:
    def __init__(self, text):
        self.text, self.at = text, 0

    def blank(self):
        while self.at < len(self.text) and self.text[self.at].isspace() and self.text[self.at] != "\u3000":
            self.at += 1

    def value(self):
        self.blank()
        c = self.text[self.at]
        if c == "[":
            self.at += 1
            result = []
            while True:
                self.blank()
                if self.text[self.at] == "]":
                    self.at += 1
                    return result
                result.append(self.value())
                self.comma()
        if c == "{":
            self.at += 1
            result = {}
            while True:
                self.blank()
                if self.text[self.at] == "}":
                    self.at += 1
                    return result
                key = self.value_text(":")
                self.at += 1
                result[str(key)] = self.value()
                self.comma()
        return self.value_text("")

    def comma(self):
        self.blank()
        if self.text[self.at] == ",":
            self.at += 1

    def value_text(self, stop):
        self.blank()
        c = self.text[self.at]
        if c in "\"'":
            end = self.at + 1
            while self.text[end] != c or self.text[end:end + 2] == "''" == c * 2:
                end += 2 if self.text[end] == "\\" and c == '"' or self.text[end:end + 2] == c * 2 == "''" else 1
            raw = self.text[self.at + 1:end]
            self.at = end + 1
            self.blank()
            return raw.replace("''", "'") if c == "'" else re.sub(r"\\(.)", r"\1", raw)
        begin = self.at
        while self.at < len(self.text):
            c = self.text[self.at]
            if c in ",[]{}" or (c == ":" and (stop or True) and self.text[self.at + 1:self.at + 2] in (" ", "")):
                break
            self.at += 1
        return plain(self.text[begin:self.at].strip())


def plain(text):
    if re.fullmatch(r"[-+]?\d+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?", text):
        return float(text)
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    return text


def read(text):
    reader = Reader(text)
    result = reader.block(0)
    reader.skip()
    assert reader.at >= len(reader.rows), f"row {reader.at + 1} is not read: {reader.rows[reader.at]}"
    return result
