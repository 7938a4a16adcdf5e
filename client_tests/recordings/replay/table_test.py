# SPDX-License-Identifier: MIT
"""The table of recorded answers, and its place on the page."""

import types
import unittest

from . import table


def record(**members):
    whole = {
        "area": "users",
        "id": "a-user",
        "ask": {"call": "GET /v1.0/users/1"},
        "status": 200,
        "kind": "recording",
        "year": 2024,
        "source": "somebody's tests",
        "state": "as recorded",
        "what": "",
        "reason": "",
        "because": "",
    }
    return types.SimpleNamespace(**(whole | members))


class Table(unittest.TestCase):
    def test_counts_and_rows(self):
        records = [
            record(),
            record(id="b", state="not yet", what="an ETag"),
            record(id="c", area="me", state="on purpose", reason="retired behaviour", because="x"),
        ]
        lines = table.table_of(records).splitlines()
        self.assertIn("| users | 1 | 0 | 1 | 0 |", lines)
        self.assertIn("| me | 0 | 1 | 0 | 0 |", lines)
        self.assertIn("| all | 1 | 1 | 1 | 0 |", lines)
        self.assertEqual(
            lines[-3],
            "| users | `a-user` | `GET /v1.0/users/1` | 200 "
            "| recording, 2024: somebody's tests | as recorded |",
        )
        self.assertTrue(lines[-2].endswith("| not yet: an ETag |"))
        self.assertTrue(lines[-1].endswith("| on purpose: retired behaviour (x) |"))

    def test_a_bar_and_a_long_call_keep_the_row_whole(self):
        row = table.table_of([record(source="a|b", ask={"call": "GET /" + "x" * 200})])
        self.assertIn("a\\|b", row)
        self.assertLess(max(map(len, row.splitlines())), 200)


class Page(unittest.TestCase):
    def test_what_stands_between_the_marks_is_replaced(self):
        page = f"before\n{table.BEGIN}old\n{table.END}\nafter\n"
        now = table.with_table(page, "new\n")
        self.assertEqual(now, f"before\n{table.BEGIN}\nnew\n\n{table.END}\nafter\n")
        self.assertEqual(table.with_table(now, "new\n"), now)

    def test_pages_without_marks(self):
        for page in ("", table.BEGIN, table.END, f"{table.END}\n{table.BEGIN}"):
            with self.subTest(page=page), self.assertRaises(ValueError):
                table.with_table(page, "new\n")


if __name__ == "__main__":
    unittest.main()
