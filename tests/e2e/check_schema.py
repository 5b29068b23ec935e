#!/usr/bin/env python3
"""`kumihan schema` against draft-07, the sample and the layouts. check_schema.py PROGRAM PLAN LAYOUTS

The sample must be valid, or an editor would underline what the program takes; broken files must not be. jsonschema is
asked too where it is installed; the little validator here knows the keywords that the schemas use and refuses others.
"""
import copy
import json
import pathlib
import re
import subprocess
import sys

import plain_yaml

program, plan, layouts = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
failed = 0


def report(message):
    global failed
    failed += 1
    print(message)


SILENT = {"$schema", "title", "description", "definitions", "default", "markdownDescription"}
TYPES = {"object": dict, "array": list, "string": str, "null": type(None)}


def is_type(value, name):
    if name == "boolean":
        return isinstance(value, bool)
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def errors(value, schema, root, path=""):
    if schema is True:
        return
    if schema is False:
        yield f"{path}: not allowed"
        return
    if "$ref" in schema:
        target = root
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        yield from errors(value, target, root, path)
        return
    for name, rule in schema.items():
        if name == "type":
            names = rule if isinstance(rule, list) else [rule]
            if not any(is_type(value, n) for n in names):
                yield f"{path}: {value!r} is not {names}"
        elif name == "enum":
            if value not in rule:
                yield f"{path}: {value!r} is not one of {rule[:6]}"
        elif name == "pattern":
            if isinstance(value, str) and not re.search(rule, value):
                yield f"{path}: {value!r} does not match {rule}"
        elif name in ("minimum", "maximum"):
            if is_type(value, "number") and (value < rule if name == "minimum" else value > rule):
                yield f"{path}: {value} {name} {rule}"
        elif name == "items":
            if isinstance(value, list):
                for i, item in enumerate(value):
                    yield from errors(item, rule, root, f"{path}/{i}")
        elif name == "required":
            if isinstance(value, dict):
                for key in rule:
                    if key not in value:
                        yield f"{path}: {key} is missing"
        elif name == "properties":
            if isinstance(value, dict):
                for key in value:
                    if key in rule:
                        yield from errors(value[key], rule[key], root, f"{path}/{key}")
        elif name == "additionalProperties":
            if isinstance(value, dict):
                for key in value:
                    if key not in schema.get("properties", {}):
                        yield from errors(value[key], rule, root, f"{path}/{key}")
        elif name == "allOf":
            for each in rule:
                yield from errors(value, each, root, path)
        elif name == "anyOf":
            found = [list(errors(value, each, root, path)) for each in rule]
            if all(found):
                yield min(found, key=len)[0]
        elif name == "if":
            branch = "else" if any(errors(value, rule, root, path)) else "then"
            if branch in schema:
                yield from errors(value, schema[branch], root, path)
        elif name not in SILENT | {"then", "else"}:
            yield f"the schema uses {name}, which this validator does not know"


def validate(value, schema):
    return list(errors(value, schema, schema))


schemas = {kind: json.loads(subprocess.run([program, "schema", kind], capture_output=True, check=True).stdout)
           for kind in ("plan", "chapter", "layout")}
try:
    import jsonschema
    for kind, schema in schemas.items():
        jsonschema.Draft7Validator.check_schema(schema)
except ImportError:
    jsonschema = None


def valid(kind, value):
    found = validate(value, schemas[kind])
    if jsonschema:
        other = jsonschema.Draft7Validator(schemas[kind]).is_valid(value)
        if other == bool(found):
            report(f"jsonschema says {other} of a {kind}, this validator {found[:2]}")
    return found


files = {path: plain_yaml.read(path.read_text(encoding="utf-8")) for path in
         sorted(plan.glob("*.yaml")) + sorted(layouts.glob("*.yaml"))}
for path, value in files.items():
    kind = "layout" if path.parent == layouts else "plan" if path.name == "plan.yaml" else "chapter"
    for error in valid(kind, value):
        report(f"{path.name}: {error}")

# Broken copies: what the program reports, an editor must underline.
text = next(v for v in files.values() if v and v.get("種類") in ("本文", "text"))
workshop = next(v for v in files.values() if v and v.get("種類") == "ワークショップ" or v and v.get("kind") == "workshop")
broken = [
    ("plan", files[plan / "plan.yaml"], {"題めい": "x"}), ("plan", files[plan / "plan.yaml"], {"日付の書き方": "旧暦"}),
    ("plan", files[plan / "plan.yaml"], {"発行日": "2021年11月"}), ("plan", files[plan / "plan.yaml"], {"章": {"一": "a.yaml"}}),
    ("chapter", text, {"会場": "会館"}), ("chapter", text, {"種類": "本分"}), ("chapter", text, {"図": {"ファイル": "x"}}),
    ("chapter", workshop, {"グループ": [{"名前": "甲", "意見": "一つ"}]}), ("chapter", workshop, {"図版": []}),
    ("layout", files[layouts / "a4-report.yaml"], {"stylez": {}}),
    ("layout", files[layouts / "a4-report.yaml"], {"composition": {"kinsoku": "sometimes"}}),
]
for kind, good, change in broken:
    value = copy.deepcopy(good)
    value.update(change)
    if not valid(kind, value):
        report(f"a {kind} with {change} passes")
if not valid("plan", {"章": []}):
    report("a plan without a title passes")
print(f"{len(files)} files, {len(broken) + 1} broken ones, {failed} problems"
      + ("" if jsonschema else " (jsonschema is not installed; its opinion is not asked)"))
sys.exit(1 if failed else 0)
