# SPDX-License-Identifier: MIT
"""What is said of answers that are as recorded and of those that aren't."""

import types
import unittest

from . import call, outcome, shape

NAMES = {"base": "http://localhost:1", "login": "x", "tenant": "t"}
HEADERS = {"vary": ["Accept-Encoding"], "date": ["now"], "content-length": ["2"]}


def record(**members):
    whole = {
        "status": 200,
        "headers": {"Vary": "=Accept-Encoding"},
        "body": {"a": "text"},
        "kind": "recording",
        "state": "as recorded",
    }
    return types.SimpleNamespace(**(whole | members))


def places(wanted, status=200, headers=None, body=None):
    answer = call.Answer(status, HEADERS | (headers or {}), {"a": "x"} if body is None else body)
    return [found.place for found in outcome.compare(wanted, answer, NAMES)]


class Compared(unittest.TestCase):
    GOOD = [
        (record(), {}),
        (record(headers={"VARY": "text"}), {}),
        (record(headers={"Vary": "text", "?ETag": "guid"}), {}),
        (record(headers={"Vary": "text", "?ETag": "text"}), {"etag": ["1"]}),
        (record(headers={"Vary": "text", "Set-Cookie": "~b=.*"}), {"set-cookie": ["a=1", "b=2"]}),
        (record(kind="report"), {"etag": ["1"]}),
        (record(kind="documented", headers={}), {}),
    ]
    BAD = [
        (record(headers={"Vary": "=Origin"}), {}, ["header Vary"]),
        (record(headers={"Vary": "text", "ETag": "text"}), {}, ["header ETag"]),
        (record(headers={}), {}, ["header vary"]),
        (record(), {"etag": ["1"]}, ["header etag"]),
        (record(headers={"Vary": "text", "?ETag": "guid"}), {"etag": ["1"]}, ["header ETag"]),
        (
            record(headers={"Vary": "text", "Set-Cookie": "~c=.*"}),
            {"set-cookie": ["a=1", "b=2"]},
            ["header Set-Cookie"],
        ),
        (record(kind="report", headers={"ETag": "text"}), {}, ["header ETag"]),
    ]

    def test_good_headers(self):
        for wanted, headers in self.GOOD:
            with self.subTest(wanted=wanted, headers=headers):
                self.assertEqual(places(wanted, headers=headers), [])

    def test_bad_headers(self):
        for wanted, headers, expected in self.BAD:
            with self.subTest(wanted=wanted, headers=headers):
                self.assertEqual(places(wanted, headers=headers), expected)

    def test_status_and_body(self):
        self.assertEqual(places(record(), status=201), ["status"])
        self.assertEqual(places(record(), body={"a": 1}), ["body.a"])
        self.assertEqual(places(record(body=None), body={}), ["body"])
        self.assertEqual(places(record(body=r"~\d+"), body="12"), [])


class Stated(unittest.TestCase):
    STATUS = [shape.Difference("status", 200, 400)]
    BODY = [shape.Difference("body", "text", "nothing")]

    def test_true_statements(self):
        rows = [
            ("as recorded", []),
            ("not yet", self.BODY),
            ("not yet", self.STATUS),
            ("not emulated", self.STATUS + self.BODY),
            ("on purpose", self.BODY),
        ]
        for state, differences in rows:
            with self.subTest(state=state):
                self.assertIsNone(outcome.complaint(record(state=state), differences))

    def test_false_statements(self):
        rows = [
            ("as recorded", self.BODY, "is not as recorded:\n    body: nothing, not text"),
            ("as recorded", self.STATUS, "is not as recorded:\n    status: 400, not 200"),
            ("not yet", [], "comes as recorded, but its state is 'not yet'"),
            ("not emulated", [], "comes as recorded, but its state is 'not emulated'"),
            ("not emulated", self.BODY, "has the recorded status, but its state is"),
            ("on purpose", [], "comes as recorded, but its state is 'on purpose'"),
        ]
        for state, differences, expected in rows:
            with self.subTest(state=state, differences=differences):
                said = outcome.complaint(record(state=state), differences)
                self.assertTrue(said.startswith(expected), said)


if __name__ == "__main__":
    unittest.main()
