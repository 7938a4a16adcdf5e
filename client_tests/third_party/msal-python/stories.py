# SPDX-License-Identifier: MIT
"""MSAL for Python as an application uses it. Plays all stories at once, each in a tenant of its own,
and tells their outcomes: a line of JSON each. With a tenant as argument only the guest report is
played, there."""

import hashlib
import json
import os
import re
import ssl
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor

import msal

from guests import GRAPH, read_guests

APP = "11111111-2222-3333-4444-555555555555"
SECRET = "correct-horse"
GRAPH_SCOPE = ["https://graph.microsoft.com/.default"]
USER_SCOPE = ["User.Read.All"]
USER = "adele.vance@contoso.example"
# A client's real tenant id: it means nothing to graphfault, and so it is a tenant of the default
# scenario that has the id for its label.
REAL_TENANT = "6f1c2d3e-4b5a-4978-8695-a4b3c2d1e0f9"

THROUGH_PROXY = "GRAPH_URL" not in os.environ
AUTHORITY = os.environ.get("AUTHORITY_URL", "https://login.microsoftonline.com")


class Refused(Exception):
    """What MSAL says in place of a token."""

    def __init__(self, answer):
        number = re.search(r"AADSTS\d+", answer["error_description"])
        words = [answer["error"], number.group(0), answer.get("suberror")]
        super().__init__(" ".join(filter(None, words)))
        self.claims = answer.get("claims")


def token_of(answer):
    if "access_token" not in answer:
        raise Refused(answer)
    return answer["access_token"]


def options(tenant, authority):
    """Instance discovery asks Microsoft's host: off, unless that is reached through the proxy."""
    return {
        "authority": f"{authority}/{tenant}",
        "instance_discovery": None if THROUGH_PROXY else False,
        "client_capabilities": ["CP1"],
    }


def app(tenant, credential=SECRET, authority=AUTHORITY):
    return msal.ConfidentialClientApplication(
        APP, client_credential=credential, **options(tenant, authority)
    )


def public(tenant):
    return msal.PublicClientApplication(APP, **options(tenant, AUTHORITY))


def certificate():
    with open(os.environ["CERTIFICATE"], encoding="ascii") as file:
        fingerprint = hashlib.sha1(ssl.PEM_cert_to_DER_cert(file.read())).hexdigest()
    with open(os.environ["PRIVATE_KEY"], encoding="ascii") as file:
        return {"thumbprint": fingerprint, "private_key": file.read()}


def as_app(tenant, credential=SECRET, authority=AUTHORITY):
    client = app(tenant, credential, authority)

    def tokens(claims):
        return token_of(client.acquire_token_for_client(GRAPH_SCOPE, claims_challenge=claims))

    return read_guests(tokens)


def by_certificate(tenant):
    return as_app(tenant, certificate())


def by_other_host(tenant):
    """A host that MSAL does not know by heart: it asks for its instance first."""
    return as_app(tenant, authority="https://login.windows.net")


def refreshed(client):
    """A token that the cache's refresh token has brought."""
    account = client.get_accounts()[0]
    answer = client.acquire_token_silent(USER_SCOPE, account=account, force_refresh=True)
    return account["username"], token_of(answer)


def by_device_code(tenant):
    client = public(tenant)
    flow = client.initiate_device_flow(USER_SCOPE)
    token_of(client.acquire_token_by_device_flow(flow))
    user, token = refreshed(client)
    return f"a code of {len(flow['user_code'])} letters, {user}, refreshed, {read_guests(lambda _: token)}"


def by_password(tenant):
    client = public(tenant)
    token_of(client.acquire_token_by_username_password(USER, "any", USER_SCOPE))
    user, token = refreshed(client)
    return f"{user}, refreshed, {read_guests(lambda _: token)}"


def on_behalf_of(tenant):
    client = public(tenant)
    first = token_of(client.acquire_token_by_device_flow(client.initiate_device_flow(USER_SCOPE)))
    token = token_of(app(tenant).acquire_token_on_behalf_of(first, USER_SCOPE))
    return read_guests(lambda _: token)


def second_factor(tenant):
    try:
        return as_app(tenant)
    except Refused as refusal:
        return f"{refusal}, claims {refusal.claims}"


def throttled(tenant):
    """MSAL keeps a 429 for as long as its Retry-After says, and answers from memory so long."""
    client = app(tenant)
    first = client.acquire_token_for_client(GRAPH_SCOPE)
    second = client.acquire_token_for_client(GRAPH_SCOPE)
    return f"{Refused(first)}, at once again: {Refused(second)}"


def junk(tenant):
    return read_guests(lambda _: "Junk", f"{GRAPH}/@{tenant}")


BY_BASE_URL = [
    ("client secret", "paged-guests", as_app),
    ("client certificate", "paged-guests", by_certificate),
    ("device code, refreshed", "user-sign-in", by_device_code),
    ("on behalf of", "user-sign-in", on_behalf_of),
    ("a second factor is asked for", "sign-in-step-up", second_factor),
    ("sign-in is throttled", "throttled-sign-in", throttled),
    ("the secret is wrong", "wrong-secret", as_app),
    ("two pages are throttled", "throttled-guest-report", as_app),
    ("throttled for good", "endless-throttling", as_app),
    ("503, 504, 509", "service-outage", as_app),
    ("every form of Retry-After", "retry-after-forms", as_app),
    ("an empty page with a nextLink", "empty-page", as_app),
    ("the token is revoked (CAE)", "revoked-token", as_app),
    ("401 insufficient_claims", "step-up-401", as_app),
    ("403 insufficient_claims", "step-up-403", as_app),
    ("a junk token", "junk-token", junk),
]
BY_PROXY = [
    ("client secret, tenant id and addresses unchanged", None, as_app),
    ("user name and password, refreshed", "user-sign-in", by_password),
    ("the token is revoked (CAE)", "revoked-token", as_app),
    ("an authority that MSAL does not know by heart", "paged-guests", by_other_host),
]


def outcome_of(act, tenant):
    try:
        return act(tenant)
    except Refused as refusal:
        return str(refusal)
    except Exception:  # noqa: BLE001, any other end of a story is told as one
        return "unexpected: " + " ".join(traceback.format_exc().split())


def play(numbered):
    number, (story, scenario, act) = numbered
    way = "proxy" if THROUGH_PROXY else "url"
    tenant = f"{scenario}.msal-python-{way}-{number}" if scenario else REAL_TENANT
    outcome = outcome_of(act, tenant)
    way = "proxy" if THROUGH_PROXY else "base URL"
    journal = tenant if scenario else f"paged-guests.{tenant}"
    return {"way": way, "story": story, "tenant": journal, "outcome": outcome}


def main():
    if len(sys.argv) > 1:
        print(outcome_of(as_app, sys.argv[1]))
        return
    stories = BY_PROXY if THROUGH_PROXY else BY_BASE_URL
    with ThreadPoolExecutor(len(stories)) as pool:
        for told in pool.map(play, enumerate(stories, 1)):
            print(json.dumps(told))
    if THROUGH_PROXY:
        print(json.dumps({"way": "proxy", "story": "what MSAL asked of /common",
                          "tenant": "paged-guests.common", "outcome": "-"}))


main()
