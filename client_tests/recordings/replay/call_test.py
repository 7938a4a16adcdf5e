# SPDX-License-Identifier: MIT
"""What a record's call looks like to a server, and how its answer is read."""

import http.server
import json
import threading
import unittest

from . import call


class Echo(http.server.BaseHTTPRequestHandler):
    """Answers with what it was sent; the token endpoint gives a token with a number."""

    tokens = 0

    def _answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        told = {"call": f"{self.command} {self.path}", "headers": dict(self.headers), "body": body}
        if self.path.startswith("/t/"):
            Echo.tokens += 1
            told["access_token"] = f"token{Echo.tokens}"
        self._send(json.dumps(told), "application/json;charset=utf-8")

    def _send(self, text, content_type):
        if self.path == "/nothing":
            text, content_type = "", "application/json"
        elif self.path == "/text":
            text, content_type = "12", "text/plain"
        elif self.path == "/broken":
            text = "{"
        self.send_response(200)
        self.send_header("Content-Type", content_type)
        self.send_header("Set-Cookie", "a=1")
        self.send_header("Set-Cookie", "b=2")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    do_GET = do_POST = _answer

    def log_message(self, *_):
        pass


class Calls(unittest.TestCase):
    def setUp(self):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Echo)
        threading.Thread(target=self.server.serve_forever, args=(0.01,)).start()
        self.caller = call.Caller(f"http://127.0.0.1:{self.server.server_port}", "t")

    def tearDown(self):
        self.server.shutdown()
        self.server.server_close()

    def sent(self, **ask):
        return self.caller.send(ask).body

    def test_the_target_goes_out_as_it_is_written(self):
        sent = self.sent(call="GET /v1.0/users?$filter=a%20eq%20'b'")
        self.assertEqual(sent["call"], "GET /v1.0/users?$filter=a%20eq%20'b'")
        self.assertNotIn("Accept-Encoding", sent["headers"])

    def test_a_link_that_was_kept_is_followed(self):
        self.caller.names["next"] = self.caller.names["base"] + "/v1.0/users?$skiptoken=a"
        self.assertEqual(self.sent(call="GET {next}")["call"], "GET /v1.0/users?$skiptoken=a")

    def test_the_tenant_is_named_once(self):
        rows = [
            ({"call": "GET /x"}, "t"),
            ({"call": "GET /{tenant}/x"}, None),
            ({"call": "GET /x", "tenant": "not named"}, None),
        ]
        for ask, expected in rows:
            with self.subTest(ask=ask):
                self.assertEqual(self.sent(**ask)["headers"].get("x-graphfault-tenant"), expected)

    def test_bodies(self):
        rows = [
            ({"json": {"a": 1}}, '{"a": 1}', "application/json"),
            ({"form": {"a": "{tenant} b"}}, "a=t+b", "application/x-www-form-urlencoded"),
            ({"text": "x"}, "x", None),
            ({}, "", None),
        ]
        for ask, body, content_type in rows:
            with self.subTest(ask=ask):
                sent = self.sent(call="POST /x", **ask)
                self.assertEqual(sent["body"], body)
                self.assertEqual(sent["headers"].get("Content-Type"), content_type)

    def test_a_token_is_asked_for_once(self):
        def authorization(who):
            return self.sent(call="GET /x", **{"as": who})["headers"]["Authorization"]

        first = authorization("app")
        self.assertRegex(first, r"Bearer token\d+")
        self.assertEqual(authorization("app"), first)
        self.assertNotEqual(authorization("user"), first)
        self.assertEqual(authorization("bearer a.b"), "Bearer a.b")

    def test_what_an_earlier_answer_held_is_kept(self):
        before = [{"call": "POST /first", "keep": {"code": "call"}}]
        self.assertEqual(self.sent(call="POST /x", text="{code}", before=before)["body"], "{code}")
        sent = self.sent(call="POST /x", form={"c": "{code}"}, before=before)
        self.assertEqual(sent["body"], "c=POST+%2Ffirst")
        with self.assertRaises(call.NothingToKeep):
            self.sent(call="POST /x", before=[{"call": "POST /y", "keep": {"code": "none"}}])

    def test_answers(self):
        rows = [("/nothing", None), ("/text", "12"), ("/broken", "{")]
        for path, expected in rows:
            with self.subTest(path=path):
                self.assertEqual(self.sent(call="GET " + path), expected)
        answer = self.caller.send({"call": "GET /text"})
        self.assertEqual(answer.headers["set-cookie"], ["a=1", "b=2"])


if __name__ == "__main__":
    unittest.main()
