# SPDX-License-Identifier: MIT
"""The language in which a recorded answer says what may vary, and the comparison with an answer.

A shape is a word ("text", "guid", ...), "=TEXT" for exactly that text, "~PATTERN" for a regular
expression that matches the whole text, null, [] for any list, [SHAPE] for a list whose first member
has that shape, or an object: its members come in that order and there are no others; one whose name
begins with "?" may be missing.
"""

import re

LOCAL_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?")
TIME = re.compile(LOCAL_TIME.pattern + "Z")

_GUID, _STAMP = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ"
# What `{name}` stands for in a pattern, beside the names that a call has.
PATTERNS = {
    "guid": _GUID,
    "stamp": _STAMP,
    "trace": f"Trace ID: {_GUID} Correlation ID: {_GUID} Timestamp: {_STAMP}",
}


def _is_text(value, pattern=None):
    return isinstance(value, str) and (pattern is None or pattern.fullmatch(value) is not None)


def _is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _ids_out_of_order(value):
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        return False
    ids = [str(item.get("id")) for item in value]
    return ids != sorted(ids, key=lambda text: (len(text), text))


WORDS = {
    "any": lambda value: True,
    "text": _is_text,
    "text or null": lambda value: value is None or _is_text(value),
    "guid": lambda value: _is_text(value, re.compile(_GUID, re.IGNORECASE)),
    "time": lambda value: _is_text(value, TIME),
    "time without zone": lambda value: _is_text(value, LOCAL_TIME),
    "number": _is_number,
    "flag": lambda value: isinstance(value, bool),
    "list with its ids out of order": _ids_out_of_order,
}


class Difference:
    """One place where an answer is not as its shape says."""

    def __init__(self, place, wanted, found):
        self.place, self.wanted, self.found = place, wanted, found

    def __str__(self):
        return f"{self.place}: {self.found}, not {self.wanted}"

    def __repr__(self):
        return f"Difference({self})"


def filled(text, names):
    """`text` with each `{name}` of `names` replaced by its value."""
    for name, value in names.items():
        text = text.replace("{" + name + "}", value)
    return text


def problems_of(shape, place):
    """What is wrong with a shape itself: texts that begin with the place."""
    if shape is None:
        return []
    if isinstance(shape, str):
        return _problems_of_text(shape, place)
    if isinstance(shape, list):
        if len(shape) > 1:
            return [f"{place}: a list has one shape, that of its first member, or none"]
        return [problem for item in shape for problem in problems_of(item, place + "[0]")]
    if isinstance(shape, dict):
        return [
            problem
            for name, item in shape.items()
            for problem in problems_of(item, f"{place}.{name}")
        ]
    return [f"{place}: {shape!r} is no shape: write \"number\" or \"flag\", or \"=TEXT\""]


def _problems_of_text(shape, place):
    if shape.startswith("="):
        return []
    if shape.startswith("~"):
        try:
            _pattern(shape, {"base": "", "login": "", "tenant": ""})
        except re.error as error:
            return [f"{place}: the pattern can't be read: {error}"]
        return []
    if shape in WORDS:
        return []
    return [f"{place}: {shape!r} is no word of shapes; those are: {', '.join(WORDS)}"]


def differences(shape, value, names, place):
    """The differences of `value` from `shape`, in the order of their places; `names` fills
    `{base}` and the like in exact texts and patterns."""
    if isinstance(shape, dict):
        return _of_object(shape, value, names, place)
    if isinstance(shape, list):
        return _of_list(shape, value, names, place)
    if shape is None:
        return [] if value is None else [Difference(place, "nothing", shown(value))]
    return _of_text(shape, value, names, place)


def _pattern(shape, names):
    quoted = {name: re.escape(value) for name, value in names.items()}
    return re.compile(filled(shape[1:], PATTERNS | quoted), re.DOTALL)


def _of_text(shape, value, names, place):
    if shape.startswith("="):
        wanted = filled(shape[1:], names)
        return [] if value == wanted else [Difference(place, shown(wanted), shown(value))]
    if shape.startswith("~"):
        if _is_text(value, _pattern(shape, names)):
            return []
        return [Difference(place, f"a text like {filled(shape[1:], names)}", shown(value))]
    return [] if WORDS[shape](value) else [Difference(place, shape, shown(value))]


def _of_list(shape, value, names, place):
    if not isinstance(value, list):
        return [Difference(place, "a list", shown(value))]
    if not shape:
        return []
    if not value:
        return [Difference(place, "a list with a member", "an empty list")]
    return differences(shape[0], value[0], names, place + "[0]")


def _of_object(shape, value, names, place):
    if not isinstance(value, dict):
        return [Difference(place, "an object", shown(value))]
    wanted = {name.removeprefix("?"): item for name, item in shape.items()}
    found = []
    for name, item in shape.items():
        plain = name.removeprefix("?")
        if plain in value:
            found += differences(item, value[plain], names, f"{place}.{plain}")
        elif plain == name:
            found.append(Difference(f"{place}.{plain}", "there", "missing"))
    found += [
        Difference(f"{place}.{name}", "there at all", shown(item))
        for name, item in value.items()
        if name not in wanted
    ]
    order = [name for name in wanted if name in value]
    order_found = [name for name in value if name in wanted]
    if order != order_found:
        found.append(Difference(f"{place}: order", ", ".join(order), ", ".join(order_found)))
    return found


def shown(value):
    """A value as a difference tells it: short, on one line."""
    text = "nothing" if value is None else repr(value)
    return text if len(text) <= 300 else text[:300] + "..."
