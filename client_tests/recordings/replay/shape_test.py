# SPDX-License-Identifier: MIT
"""Shapes against values that have them and values that don't."""

import unittest

from . import shape

NAMES = {"base": "http://localhost:1", "login": "https://login.microsoftonline.com", "tenant": "t"}
GUID = "0f8fad5b-d9cb-469f-a165-70867728950e"
TRACE = f"Trace ID: {GUID} Correlation ID: {GUID} Timestamp: 2026-02-11 09:12:33Z"


def places(wanted, value):
    return [found.place for found in shape.differences(wanted, value, NAMES, "body")]


class Words(unittest.TestCase):
    GOOD = [
        ("any", None),
        ("any", {"a": [1]}),
        ("text", ""),
        ("text", "x"),
        ("text or null", None),
        ("text or null", "x"),
        ("guid", GUID),
        ("guid", GUID.upper()),
        ("time", "2026-02-11T09:12:33Z"),
        ("time", "2026-02-11T09:12:33.1234567Z"),
        ("time without zone", "2026-02-11T09:12:33"),
        ("number", 0),
        ("number", 1.5),
        ("flag", False),
        ("list with its ids out of order", [{"id": "2"}, {"id": "1"}]),
        ("list with its ids out of order", [{"id": "10"}, {"id": "9"}]),
        (None, None),
    ]
    BAD = [
        ("text", None),
        ("text", 1),
        ("text or null", 1),
        ("guid", "1"),
        ("guid", GUID + "0"),
        ("guid", None),
        ("time", "2026-02-11T09:12:33"),
        ("time", "2026-02-11"),
        ("time without zone", "2026-02-11T09:12:33Z"),
        ("number", True),
        ("number", "1"),
        ("flag", 0),
        ("list with its ids out of order", [{"id": "9"}, {"id": "10"}]),
        ("list with its ids out of order", []),
        ("list with its ids out of order", "21"),
        (None, ""),
        (None, 0),
    ]

    def test_good(self):
        for wanted, value in self.GOOD:
            with self.subTest(wanted=wanted, value=value):
                self.assertEqual(places(wanted, value), [])

    def test_bad(self):
        for wanted, value in self.BAD:
            with self.subTest(wanted=wanted, value=value):
                self.assertEqual(places(wanted, value), ["body"])


class Texts(unittest.TestCase):
    GOOD = [
        ("=", ""),
        ("=guid", "guid"),
        ("={base}/v1.0/$metadata#users", "http://localhost:1/v1.0/$metadata#users"),
        ("=a{2}", "a{2}"),
        (r"~\d+", "12"),
        ("~a{2}", "aa"),
        ("~{base}/x.*", "http://localhost:1/x/y"),
        ("~({login}|{base})/error", "https://login.microsoftonline.com/error"),
        ("~AADSTS1: No. {trace}", "AADSTS1: No. " + TRACE),
        ("~{guid}", GUID),
        ("~.*", "two\nlines"),
    ]
    BAD = [
        ("=", "x"),
        ("=", None),
        ("=1", 1),
        ("=x", "X"),
        ("={base}/", "http://localhost:2/"),
        (r"~\d+", "12 "),
        (r"~\d+", 12),
        ("~{base}", "http://localhost:12"),
        ("~{base}", "http://localhost:1/"),
        ("~http://localhost.1{base}", "http://localhost.1httpX//localhost:1"),
        ("~AADSTS1: No. {trace}", "AADSTS1: No. Trace ID: 1"),
        ("~.*", None),
    ]

    def test_good(self):
        for wanted, value in self.GOOD:
            with self.subTest(wanted=wanted, value=value):
                self.assertEqual(places(wanted, value), [])

    def test_bad(self):
        for wanted, value in self.BAD:
            with self.subTest(wanted=wanted, value=value):
                self.assertEqual(places(wanted, value), ["body"])


class Wholes(unittest.TestCase):
    GOOD = [
        ([], []),
        ([], [1, "x"]),
        (["text"], ["x", 2]),
        ([{"id": "text"}], [{"id": "1"}]),
        ({}, {}),
        ({"a": "text", "?b": "number"}, {"a": "x"}),
        ({"a": "text", "?b": "number"}, {"a": "x", "b": 1}),
        ({"?b": "number", "a": "text"}, {"b": 1, "a": "x"}),
        ({"a": {"b": [None]}}, {"a": {"b": [None]}}),
    ]
    BAD = [
        ([], {}, ["body"]),
        ([], None, ["body"]),
        (["text"], [], ["body"]),
        (["text"], [1], ["body[0]"]),
        ([{"id": "text"}], [{"id": 1}], ["body[0].id"]),
        ({}, [], ["body"]),
        ({}, "", ["body"]),
        ({"a": "text"}, {}, ["body.a"]),
        ({"a": "text"}, {"a": "x", "b": 1}, ["body.b"]),
        ({"a": None}, {}, ["body.a"]),
        ({"a": "text", "?b": "number"}, {"a": "x", "b": "1"}, ["body.b"]),
        ({"a": "text", "b": "text"}, {"b": "x", "a": "x"}, ["body: order"]),
        ({"a": "text", "?b": "text", "c": "text"}, {"a": "", "c": "", "b": ""}, ["body: order"]),
        ({"a": {"b": [None]}}, {"a": {"b": [0], "c": 1}}, ["body.a.b[0]", "body.a.c"]),
    ]

    def test_good(self):
        for wanted, value in self.GOOD:
            with self.subTest(wanted=wanted, value=value):
                self.assertEqual(places(wanted, value), [])

    def test_bad(self):
        for wanted, value, expected in self.BAD:
            with self.subTest(wanted=wanted, value=value):
                self.assertEqual(places(wanted, value), expected)

    def test_a_difference_tells_what_was_found_and_what_was_wanted(self):
        found = shape.differences({"a": "=x"}, {"a": None}, NAMES, "body")
        self.assertEqual(str(found[0]), "body.a: nothing, not 'x'")

    def test_a_difference_is_short(self):
        found = shape.differences("guid", "x" * 9999, NAMES, "body")
        self.assertLess(len(str(found[0])), 400)


class Problems(unittest.TestCase):
    GOOD = [None, "text", "=", "=txt", "~a+", "~{base}", [], ["guid"], {}, {"a": {"?b": [None]}}]
    BAD = [
        ("txt", "body: 'txt' is no word"),
        ("", "body: '' is no word"),
        ("~(", "body: the pattern can't be read"),
        (1, "body: 1 is no shape"),
        (True, "body: True is no shape"),
        (["text", "text"], "body: a list has one shape"),
        (["txt"], "body[0]: 'txt' is no word"),
        ({"a": {"?b": ["~["]}}, "body.a.?b[0]: the pattern can't be read"),
    ]

    def test_good(self):
        for wanted in self.GOOD:
            with self.subTest(wanted=wanted):
                self.assertEqual(shape.problems_of(wanted, "body"), [])

    def test_bad(self):
        for wanted, expected in self.BAD:
            with self.subTest(wanted=wanted):
                problems = shape.problems_of(wanted, "body")
                self.assertEqual(len(problems), 1)
                self.assertTrue(problems[0].startswith(expected), problems[0])


if __name__ == "__main__":
    unittest.main()
