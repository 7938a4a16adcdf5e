# SPDX-License-Identifier: MIT
"""The table of recorded answers between two marks of a page."""

from . import checking

BEGIN, END = "<!-- recorded answers -->\n", "<!-- end of recorded answers -->"
_STATES = (
    checking.AS_RECORDED,
    checking.ON_PURPOSE,
    checking.NOT_YET,
    checking.NOT_EMULATED,
)


def table_of(records):
    """How many of each area there are of each state, then a row a record."""
    lines = ["| area | " + " | ".join(_STATES) + " |", "|---|" + "---|" * len(_STATES)]
    areas = list(dict.fromkeys(record.area for record in records))
    for area in areas:
        lines.append(_counts(area, [record for record in records if record.area == area]))
    lines.append(_counts("all", records))
    lines += ["", "| area | recorded | call | answer | evidence | |", "|---|---|---|---|---|---|"]
    lines += [_row(record) for record in records]
    return "\n".join(lines) + "\n"


def _counts(name, records):
    states = [record.state for record in records]
    return f"| {name} | " + " | ".join(str(states.count(state)) for state in _STATES) + " |"


def _row(record):
    cells = (
        record.area,
        f"`{record.id}`",
        _call(record.ask["call"]),
        str(record.status),
        f"{record.kind}, {record.year}: {record.source}",
        _state(record),
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _call(call):
    return f"`{call}`" if len(call) <= 90 else f"`{call[:90]}`..."


def _state(record):
    if record.state == checking.ON_PURPOSE:
        return f"on purpose: {record.reason} ({record.because})"
    if record.state == checking.NOT_YET:
        return f"not yet: {record.what}"
    return record.state


def with_table(page, table):
    """The page with the table between its marks; raises ValueError where they are missing."""
    begin, end = page.find(BEGIN), page.find(END)
    if begin < 0 or end < begin:
        raise ValueError(f"the marks {BEGIN.strip()} and {END} are missing, or out of order")
    return page[: begin + len(BEGIN)] + "\n" + table + "\n" + page[end:]
