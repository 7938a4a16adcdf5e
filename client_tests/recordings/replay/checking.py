# SPDX-License-Identifier: MIT
"""What a record has to have, and what is said of one that hasn't."""

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

FILE_KEYS = {"area": str, "scenario": str, "records": list}
SHARED_KEYS = {"headers": dict, "bodies": dict}
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


def check_keys(path, place, value, needed, optional):
    """Raises BadRecording unless `value` is an object that has every key of `needed`, no other but
    those of `optional`, and each of its kind."""
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


def check_record(path, place, raw):
    """Raises BadRecording where a record is not whole; its shapes are not looked at."""
    check_keys(path, place, raw, _RECORD_KEYS, _OPTIONAL_RECORD_KEYS)
    if not _ID.fullmatch(raw["id"]):
        raise BadRecording(path, place, "an id has small letters, digits and single hyphens")
    _check_ask(path, f"{place}: ask", raw["ask"])
    check_keys(path, f"{place}: answer", raw["answer"], _ANSWER_KEYS, {})
    check_keys(path, f"{place}: evidence", raw["evidence"], _EVIDENCE_KEYS, {})
    if raw["evidence"]["class"] not in CLASSES:
        known = ", ".join(CLASSES)
        text = f"{raw['evidence']['class']!r} is no class of evidence; those are: {known}"
        raise BadRecording(path, f"{place}: evidence", text)
    if raw.get("tries", 1) < 1:
        raise BadRecording(path, place, "'tries' is at least 1")
    _check_state(path, place, raw)


def _check_ask(path, place, ask):
    check_keys(path, place, ask, _ASK_KEYS, _OPTIONAL_ASK_KEYS)
    if not _CALL.fullmatch(ask["call"]):
        raise BadRecording(path, place, f"{ask['call']!r} is no call: write \"GET /v1.0/users\"")
    if not _WHO.fullmatch(ask.get("as", "app")):
        text = f"{ask['as']!r} is nobody: write app, user, user with cp1 or bearer TOKEN"
        raise BadRecording(path, place, text)
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
