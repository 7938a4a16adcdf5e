# SPDX-License-Identifier: MIT
"""Recorded files that load, and what is said of those that don't."""

import copy
import json
import pathlib
import tempfile
import unittest

from . import checking, loading

SHARED = {
    "headers": {"graph": {"Vary": "=Accept-Encoding", "request-id": "guid"}},
    "bodies": {
        "ids": {"id": "guid"},
        "user": {"name": "text", "...": "ids"},
        "ring": {"...": "ring"},
    },
}
RECORD = {
    "id": "a-user",
    "ask": {"call": "GET /v1.0/users/1", "as": "app"},
    "answer": {
        "status": 200,
        "headers": {"...": "graph", "ETag": "text"},
        "body": {"@odata.context": "any", "...": "user"},
    },
    "evidence": {"class": "recording", "year": 2024, "source": "somebody's tests"},
    "state": "as recorded",
}


def changed(path, value):
    """RECORD with the member at `path` set to `value`, or left out where that is `...`."""
    record = copy.deepcopy(RECORD)
    *way, last = path.split("/")
    holder = record
    for name in way:
        holder = holder[name]
    if value is ...:
        del holder[last]
    else:
        holder[last] = value
    return record


def loaded(*records, text=None):
    """What `load` makes of one file with these records, or with that text."""
    content = {"area": "users", "scenario": "recorded", "records": list(records)}
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        (path / "shared.json").write_text(json.dumps(SHARED), encoding="utf-8")
        (path / "users.json").write_text(text or json.dumps(content), encoding="utf-8")
        return loading.load(path)


class Good(unittest.TestCase):
    ROWS = [
        changed("ask/as", "user with cp1"),
        changed("ask/as", "bearer a.b.c"),
        changed("ask/as", ...),
        changed("ask/call", "GET {next}"),
        changed("ask/form", {"grant_type": "password"}),
        changed("ask/before", [{"call": "POST /v1.0/users", "json": {}, "keep": {"id": "id"}}]),
        changed("ask/tenant", "not named"),
        changed("answer/body", None),
        changed("evidence/class", "documented"),
        changed("state", "not emulated"),
        changed("state", "not yet") | {"what": "an ETag"},
        changed("state", "on purpose") | {"reason": "retired behaviour", "because": "a page"},
        changed("state", "as recorded") | {"tries": 3},
    ]

    def test_every_form_loads(self):
        for record in self.ROWS:
            with self.subTest(record=record):
                self.assertEqual(len(loaded(record)), 1)

    def test_what_is_shared_stands_in_its_place(self):
        record = loaded(RECORD)[0]
        self.assertEqual(list(record.body), ["@odata.context", "name", "id"])
        self.assertEqual(list(record.headers), ["Vary", "request-id", "ETag"])

    def test_null_takes_a_shared_header_away(self):
        record = loaded(changed("answer/headers", {"...": "graph", "Vary": None}))[0]
        self.assertEqual(list(record.headers), ["request-id"])

    def test_a_member_behind_what_is_shared_replaces_it(self):
        record = loaded(changed("answer/body", {"...": "user", "name": "=Ada"}))[0]
        self.assertEqual(record.body, {"name": "=Ada", "id": "guid"})


class Bad(unittest.TestCase):
    # The record, and what is said of it behind "users.json: ".
    ROWS = [
        (changed("evidence", ...), "record a-user: has no 'evidence'"),
        (changed("evidence/year", ...), "record a-user: evidence: has no 'year'"),
        (changed("evidence/year", "2024"), "record a-user: evidence: 'year' can't be '2024'"),
        (changed("evidence/source", ""), "record a-user: evidence: 'source' is empty"),
        (changed("evidence/class", "hearsay"), "record a-user: evidence: 'hearsay' is no class"),
        (changed("id", ...), "record 1: has no 'id'"),
        (changed("id", "A user"), "record A user: an id has small letters"),
        (changed("extra", 1), "record a-user: nothing is known of 'extra'"),
        (changed("ask/call", "GET users"), "record a-user: ask: 'GET users' is no call"),
        (changed("ask/call", "READ /x"), "record a-user: ask: 'READ /x' is no call"),
        (changed("ask/call", "GET {next}/x"), "record a-user: ask: 'GET {next}/x' is no call"),
        (changed("ask/as", "nobody"), "record a-user: ask: 'nobody' is nobody"),
        (changed("ask/tenant", "x"), "record a-user: ask: 'tenant' is"),
        (changed("ask/before", [{"as": "app"}]), "record a-user: ask: before: has no 'call'"),
        (changed("answer/status", True), "record a-user: answer: 'status' can't be True"),
        (changed("answer/status", ...), "record a-user: answer: has no 'status'"),
        (changed("answer/body", {"a": "txt"}), "record a-user: body.a: 'txt' is no word"),
        (changed("answer/headers", {"A": "~("}), "record a-user: headers.A: the pattern can't"),
        (changed("answer/body", {"...": "x"}), "record a-user: body: nothing shared is called 'x'"),
        (changed("answer/body", {"...": {}}), "record a-user: body: nothing shared is called {}"),
        (changed("tries", 0), "record a-user: 'tries' is at least 1"),
        (changed("tries", "2"), "record a-user: 'tries' can't be '2'"),
        (changed("answer/body", {"...": "ring"}), "record a-user: body: 'ring' holds itself"),
        (changed("state", "fine"), "record a-user: 'fine' is no state"),
        (changed("state", "not yet"), "record a-user: the state 'not yet' takes what"),
        (changed("what", "x"), "record a-user: the state 'as recorded' takes neither"),
        (
            changed("state", "on purpose") | {"reason": "retired behaviour"},
            "record a-user: the state 'on purpose' takes because and reason",
        ),
        (
            changed("state", "on purpose") | {"reason": "too much work", "because": "of it"},
            "record a-user: nothing is known of the reason 'too much work'; those are: retired",
        ),
    ]

    def said_of(self, *records, text=None):
        with self.assertRaises(checking.BadRecording) as caught:
            loaded(*records, text=text)
        return str(caught.exception)

    def test_each_names_file_and_place(self):
        for record, expected in self.ROWS:
            with self.subTest(expected=expected):
                said = self.said_of(record)
                self.assertTrue(said.startswith("users.json: " + expected), said)

    def test_two_bodies(self):
        record = changed("ask/text", "x")
        record["ask"]["json"] = {}
        self.assertEqual(
            self.said_of(record), "users.json: record a-user: ask: has more than one body"
        )

    def test_an_id_that_is_there_twice(self):
        said = self.said_of(RECORD, RECORD)
        self.assertEqual(said, "users.json: record a-user: is also in users.json")

    def test_files_that_cannot_be_read(self):
        rows = [
            ('{"area": ', "users.json: line 1, column 10: is no JSON"),
            ("[]", "users.json: the file: is [], not an object"),
            ('{"area": "x", "area": "y"}', "users.json: the member 'area' stands twice"),
            ('{"area": "x"}', "users.json: the file: has no 'scenario'"),
            (
                '{"area": "x", "scenario": "y", "records": [1]}',
                "users.json: record 1: is 1, not an object",
            ),
        ]
        for text, expected in rows:
            with self.subTest(text=text):
                said = self.said_of(text=text)
                self.assertTrue(said.startswith(expected), said)

    def test_a_folder_without_files(self):
        with tempfile.TemporaryDirectory() as folder:
            with self.assertRaises(checking.BadRecording) as caught:
                loading.load(folder)
            self.assertIn("shared.json: can't be read", str(caught.exception))
            shared = pathlib.Path(folder) / "shared.json"
            shared.write_text('{"headers": {}}', encoding="utf-8")
            with self.assertRaises(checking.BadRecording) as caught:
                loading.load(folder)
            self.assertEqual(str(caught.exception), "shared.json: the file: has no 'bodies'")
            shared.write_text(json.dumps(SHARED), encoding="utf-8")
            with self.assertRaises(checking.BadRecording) as caught:
                loading.load(folder)
            self.assertIn("no recorded answers are here", str(caught.exception))

    def test_bytes_that_are_no_text(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "shared.json").write_bytes(b"\xff")
            with self.assertRaises(checking.BadRecording) as caught:
                loading.load(folder)
            self.assertIn("shared.json: can't be read", str(caught.exception))


if __name__ == "__main__":
    unittest.main()
