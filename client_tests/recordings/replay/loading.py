# SPDX-License-Identifier: MIT
"""Reads the recorded answers and says what is wrong with them, with file and place."""

import json
import pathlib
import re

from . import shape

RECORDING = "recording"
CLASSES = (RECORDING, "report", "documented")
REASONS = (
    "retired behaviour",
    "a newer recording contradicts",
    "needs a real tenant's data",
)
AS_RECORDED, NOT_YET, NOT_EMULATED, ON_PURPOSE = (
    "as recorded",
    "not yet",
    "not emulated",
    "on purpose",
)
SHARED = "shared.json"
SPREAD = "..."

_FILE_KEYS = {"area": str, "scenario": str, "records": list}
_SHARED_KEYS = {"headers": dict, "bodies": dict}
_RECORD_KEYS = {"id": str, "ask": dict, "answer": dict, "evidence": dict, "state": str}
_OPTIONAL_RECORD_KEYS = {"reason": str, "because": str, "what": str, "tries": int}
_ASK_KEYS = {"call": str}
_OPTIONAL_ASK_KEYS = {
    "as": str,
    "headers": dict,
    "case": str,
    "tenant": str,
    "json": (dict, list),
    "form": dict,
    "text": str,
    "before": list,
    "keep": dict,
}
_ANSWER_KEYS = {"status": int, "headers": dict, "body": object}
_EVIDENCE_KEYS = {"class": str, "year": int, "source": str}
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CALL = re.compile(r"(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (/|\{\w+\}$)\S*")
_WHO = re.compile(r"app|user|user with cp1|bearer \S+")


class BadRecording(Exception):
    """A recorded file that can't be used; the text names file, place and what to do."""

    def __init__(self, file, place, text):
        super().__init__(f"{pathlib.Path(file).name}: {place + ': ' if place else ''}{text}")


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
    _check_keys(folder / SHARED, "the file", shared, _SHARED_KEYS, {})
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
    _check_keys(path, "the file", content, _FILE_KEYS, {})
    for number, raw in enumerate(content["records"], 1):
        place = f"record {number}"
        if isinstance(raw, dict) and isinstance(raw.get("id"), str):
            place = f"record {raw['id']}"
        _check_record(path, place, raw)
        answer = raw["answer"]
        for part, kind in (("headers", "headers"), ("body", "bodies")):
            answer[part] = _spread(path, f"{place}: {part}", answer[part], shared[kind])
            for problem in shape.problems_of(answer[part], part):
                raise BadRecording(path, place, problem)
        answer["headers"] = {
            name: item for name, item in answer["headers"].items() if item is not None
        }
        yield Record(content["area"], content["scenario"], raw)


def _check_keys(path, place, value, needed, optional):
    if not isinstance(value, dict):
        raise BadRecording(path, place, f"is {shape.shown(value)}, not an object")
    for key in needed:
        if key not in value:
            raise BadRecording(path, place, f"has no {key!r}")
    for key, item in value.items():
        if key not in needed and key not in optional:
            known = ", ".join([*needed, *optional])
            raise BadRecording(path, place, f"nothing is known of {key!r}; there are: {known}")
        kind = needed.get(key) or optional[key]
        if not isinstance(item, kind) or (kind is int and isinstance(item, bool)):
            raise BadRecording(path, place, f"{key!r} can't be {shape.shown(item)}")
        if kind is str and not item:
            raise BadRecording(path, place, f"{key!r} is empty")


def _check_record(path, place, raw):
    _check_keys(path, place, raw, _RECORD_KEYS, _OPTIONAL_RECORD_KEYS)
    if not _ID.fullmatch(raw["id"]):
        raise BadRecording(path, place, "an id has small letters, digits and single hyphens")
    _check_ask(path, f"{place}: ask", raw["ask"])
    _check_keys(path, f"{place}: answer", raw["answer"], _ANSWER_KEYS, {})
    _check_keys(path, f"{place}: evidence", raw["evidence"], _EVIDENCE_KEYS, {})
    if raw["evidence"]["class"] not in CLASSES:
        text = f"{raw['evidence']['class']!r} is no class of evidence; those are: {', '.join(CLASSES)}"
        raise BadRecording(path, f"{place}: evidence", text)
    _check_state(path, place, raw)


def _check_ask(path, place, ask):
    _check_keys(path, place, ask, _ASK_KEYS, _OPTIONAL_ASK_KEYS)
    if not _CALL.fullmatch(ask["call"]):
        raise BadRecording(path, place, f"{ask['call']!r} is no call: write \"GET /v1.0/users\"")
    if not _WHO.fullmatch(ask.get("as", "app")):
        raise BadRecording(path, place, f"{ask['as']!r} is nobody: write app, user, user with cp1 or bearer TOKEN")
    if ask.get("tenant", "named") not in ("named", "not named"):
        raise BadRecording(path, place, "'tenant' is 'named' or 'not named'")
    if len({"json", "form", "text"} & set(ask)) > 1:
        raise BadRecording(path, place, "has more than one body")
    for earlier in ask.get("before", []):
        _check_ask(path, f"{place}: before", earlier)


def _check_state(path, place, raw):
    needed = {
        AS_RECORDED: set(),
        NOT_YET: {"what"},
        NOT_EMULATED: set(),
        ON_PURPOSE: {"reason", "because"},
    }
    state = raw["state"]
    if state not in needed:
        raise BadRecording(path, place, f"{state!r} is no state; those are: {', '.join(needed)}")
    if {"what", "reason", "because"} & set(raw) != needed[state]:
        wanted = " and ".join(sorted(needed[state])) or "neither what, nor reason, nor because"
        raise BadRecording(path, place, f"the state {state!r} takes {wanted}")
    if state == ON_PURPOSE and raw["reason"] not in REASONS:
        text = f"nothing is known of the reason {raw['reason']!r}; those are: {', '.join(REASONS)}"
        raise BadRecording(path, place, text)


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
        elif item not in shared:
            raise BadRecording(path, place, f"nothing shared is called {item!r}")
        elif item in within:
            raise BadRecording(path, place, f"{item!r} holds itself")
        else:
            whole |= _spread(path, place, shared[item], shared, (*within, item))
    return whole
