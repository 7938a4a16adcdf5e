# SPDX-License-Identifier: MIT
"""Reads the recorded answers and says what is wrong with them, with file and place."""

import json
import pathlib

from . import shape
from .checking import FILE_KEYS, SHARED_KEYS, BadRecording, check_keys, check_record

SHARED = "shared.json"
SPREAD = "..."


class Record:
    """One recorded call and its answer, with headers and body whole and what is stated about it."""

    def __init__(self, area, scenario, raw):
        self.area, self.scenario = area, scenario
        self.id, self.ask, self.state = raw["id"], raw["ask"], raw["state"]
        self.tries = raw.get("tries", 1)
        answer, evidence = raw["answer"], raw["evidence"]
        self.status, self.headers, self.body = answer["status"], answer["headers"], answer["body"]
        self.kind, self.year, self.source = evidence["class"], evidence["year"], evidence["source"]
        self.reason, self.because = raw.get("reason", ""), raw.get("because", "")
        self.what = raw.get("what", "")


def load(folder):
    """The records of every file of the folder, file by file in the order of their names; raises
    BadRecording."""
    folder = pathlib.Path(folder)
    shared = _read(folder / SHARED)
    check_keys(folder / SHARED, "the file", shared, SHARED_KEYS, {})
    files = sorted(path for path in folder.glob("*.json") if path.name != SHARED)
    if not files:
        raise BadRecording(folder, "", "no recorded answers are here")
    records, places = [], {}
    for path in files:
        for record in _records_of(path, _read(path), shared):
            if record.id in places:
                raise BadRecording(path, f"record {record.id}", f"is also in {places[record.id]}")
            places[record.id] = path.name
            records.append(record)
    return records


def _read(path):
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadRecording(path, "", f"can't be read: {error}") from error
    try:
        return json.loads(text, object_pairs_hook=_without_twins)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise BadRecording(path, place, f"is no JSON: {error.msg}") from error
    except ValueError as error:
        raise BadRecording(path, "", str(error)) from error


def _without_twins(pairs):
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"the member {name!r} stands twice in one object")
    return dict(pairs)


def _records_of(path, content, shared):
    check_keys(path, "the file", content, FILE_KEYS, {})
    for number, raw in enumerate(content["records"], 1):
        place = f"record {number}"
        if isinstance(raw, dict) and isinstance(raw.get("id"), str):
            place = f"record {raw['id']}"
        check_record(path, place, raw)
        answer = raw["answer"]
        for part, kind in (("headers", "headers"), ("body", "bodies")):
            answer[part] = _spread(path, f"{place}: {part}", answer[part], shared[kind])
            for problem in shape.problems_of(answer[part], part):
                raise BadRecording(path, place, problem)
        answer["headers"] = {
            name: item for name, item in answer["headers"].items() if item is not None
        }
        yield Record(content["area"], content["scenario"], raw)


def _spread(path, place, value, shared, within=()):
    """`value` with `"...": NAME` replaced by the members of that name in the shared file; what
    stands behind it replaces a member where it is. `within` are the names that led here."""
    if isinstance(value, list):
        return [_spread(path, place, item, shared, within) for item in value]
    if not isinstance(value, dict):
        return value
    whole = {}
    for name, item in value.items():
        if name != SPREAD:
            whole[name] = _spread(path, place, item, shared, within)
        elif not isinstance(item, str) or item not in shared:
            raise BadRecording(path, place, f"nothing shared is called {item!r}")
        elif item in within:
            raise BadRecording(path, place, f"{item!r} holds itself")
        else:
            whole |= _spread(path, place, shared[item], shared, (*within, item))
    return whole
