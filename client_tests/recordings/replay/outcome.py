# SPDX-License-Identifier: MIT
"""What became of a record: how its answer differs, and whether that is what the record states."""

from . import checking, shape

# Of the connection, or the moment's; no recording means them.
LEFT_OUT = ("connection", "content-length", "date", "transfer-encoding")


def compare(record, answer, names):
    """The differences of an answer from a record: status, headers by name, body."""
    found = []
    if answer.status != record.status:
        found.append(shape.Difference("status", record.status, answer.status))
    found += _headers(record, answer.headers, names)
    return found + shape.differences(record.body, answer.body, names, "body")


def _headers(record, headers, names):
    """Names compare in any letter case and order. A recording is whole: its answer has no other
    headers; a report or a page tells only of those that it speaks about."""
    wanted = {name.removeprefix("?").lower() for name in record.headers}
    found = []
    for name, item in record.headers.items():
        plain = name.removeprefix("?")
        values = headers.get(plain.lower())
        if values is not None:
            found += _values(item, values, names, f"header {plain}")
        elif plain == name:
            found.append(shape.Difference(f"header {name}", "there", "missing"))
    if record.kind != checking.RECORDING:
        return found
    return found + [
        shape.Difference(f"header {name}", "there at all", shape.shown(", ".join(values)))
        for name, values in headers.items()
        if name not in wanted and name not in LEFT_OUT
    ]


def _values(item, values, names, place):
    """Of a header that comes several times one has to have the shape."""
    each = [shape.differences(item, value, names, place) for value in values]
    return [] if [] in each else each[0]


def complaint(record, differences):
    """Why the state of a record is not true of these differences; None where it is."""
    if record.state == checking.AS_RECORDED:
        if not differences:
            return None
        return "is not as recorded:" + "".join(f"\n    {line}" for line in differences)
    if not differences:
        return f"comes as recorded, but its state is {record.state!r}: state \"as recorded\""
    if record.state == checking.NOT_EMULATED and differences[0].place != "status":
        return "has the recorded status, but its state is 'not emulated': state \"not yet\""
    return None
