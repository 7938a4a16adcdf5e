# SPDX-License-Identifier: MIT
"""Carries out what a record asks, at the real server, byte for byte as it is written."""

import http.client
import json
import urllib.parse

from . import shape

_CLIENT = {
    "client_id": "44444444-0000-4000-8000-0000000000aa",
    "client_secret": "secret",
    "scope": "https://graph.microsoft.com/.default",
}
_PERSON = {"grant_type": "password", "username": "ada@contoso.com", "password": "secret"}
_DECLARED = {"claims": '{"access_token":{"xms_cc":{"values":["cp1"]}}}'}
# What each of those who call sends to the token endpoint; with cp1 a client says that it
# understands claims challenges.
TOKEN_FORMS = {
    "app": _CLIENT | {"grant_type": "client_credentials"},
    "user": _CLIENT | _PERSON,
    "user with cp1": _CLIENT | _PERSON | _DECLARED,
}


class NothingToKeep(Exception):
    """The answer to an earlier call has no member that a later one needs."""


class NoToken(Exception):
    """The token endpoint refused one of those who call."""


class Answer:
    """What came back: status, the values of each header by its name in small letters, and the body:
    None where there is none, a value where it is JSON, else text."""

    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body


class Caller:
    """Calls one tenant of a server; `names` are the `{name}`s that texts may have."""

    def __init__(self, base, tenant):
        self._base, self._tenant = base, tenant
        self._tokens = {}
        self.names = {
            "base": base,
            "login": "https://login.microsoftonline.com",
            "tenant": tenant,
        }

    def send(self, ask):
        """The answer to one request as a record writes it, after what has to come before; raises
        NothingToKeep, NoToken, and what http.client raises."""
        for earlier in ask.get("before", []):
            self._keep(earlier, self.send(earlier))
        method, target = ask["call"].split(" ", 1)
        headers = {name: self._filled(value) for name, value in ask.get("headers", {}).items()}
        if "{tenant}" not in target and ask.get("tenant", "named") == "named":
            headers["x-graphfault-tenant"] = self._tenant
        if "case" in ask:
            headers["x-case"] = ask["case"]
        if "as" in ask:
            headers["Authorization"] = "Bearer " + self._token(ask["as"])
        target = self._filled(target).removeprefix(self._base)
        return self._exchange(method, target, headers, self._body(ask, headers))

    def _filled(self, text):
        return shape.filled(text, self.names)

    def _keep(self, ask, answer):
        for name, member in ask.get("keep", {}).items():
            if not isinstance(answer.body, dict) or member not in answer.body:
                raise NothingToKeep(f"the answer to {ask['call'].split('?')[0]} has no {member!r}")
            self.names[name] = answer.body[member]

    def _body(self, ask, headers):
        if "json" in ask:
            headers["Content-Type"] = "application/json"
            return json.dumps(ask["json"]).encode()
        if "form" in ask:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            form = {name: self._filled(value) for name, value in ask["form"].items()}
            return urllib.parse.urlencode(form).encode()
        return ask["text"].encode() if "text" in ask else None

    def _token(self, who):
        """Asked for once: what one call does to a token, the next one meets."""
        if who not in TOKEN_FORMS:
            return who.removeprefix("bearer ")
        if who not in self._tokens:
            sign_in = {"call": "POST /{tenant}/oauth2/v2.0/token", "form": TOKEN_FORMS[who]}
            answer = self.send(sign_in)
            if answer.status != 200:
                raise NoToken(f"no token for {who}: {answer.status} {answer.body}")
            self._tokens[who] = answer.body["access_token"]
        return self._tokens[who]

    def _exchange(self, method, target, headers, body):
        host = urllib.parse.urlsplit(self._base).netloc
        connection = http.client.HTTPConnection(host, timeout=30)
        try:
            connection.putrequest(method, target, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name, value)
            if body is not None or method in ("POST", "PUT", "PATCH"):
                connection.putheader("Content-Length", str(len(body or b"")))
            connection.endheaders(body)
            return _read(connection.getresponse())
        finally:
            connection.close()


def _read(response):
    headers = {}
    for name, value in response.getheaders():
        headers.setdefault(name.lower(), []).append(value)
    text = response.read().decode("utf-8", errors="replace")
    return Answer(response.status, headers, _value_of(text, headers.get("content-type", [""])[0]))


def _value_of(text, content_type):
    if not text:
        return None
    if "json" not in content_type:
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text
