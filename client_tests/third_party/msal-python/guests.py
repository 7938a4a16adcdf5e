# SPDX-License-Identifier: MIT
"""Graph by requests, as an application writes it: urllib3's Retry is told which statuses pass."""

import base64
import os
import re

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

GRAPH = os.environ.get("GRAPH_URL", "https://graph.microsoft.com")
QUERY = "$filter=userType eq 'Guest'&$select=id,displayName,userType"


def session():
    """What a session repeats by itself: reads, up to three times, by Retry-After where there is one."""
    retry = Retry(total=3, status_forcelist=[429, 503, 504], backoff_factor=1, raise_on_status=False)
    made = requests.Session()
    made.mount("https://", HTTPAdapter(max_retries=retry))
    return made


def claims_of(answer):
    """The claims of a challenge, as the WWW-Authenticate header brings them."""
    found = re.search('claims="([^"]+)"', answer.headers.get("WWW-Authenticate", ""))
    return base64.b64decode(found.group(1)).decode() if found else None


def read_guests(tokens, graph=GRAPH):
    """Reads every page; `tokens(claims)` gives a token, claims is None until there was a challenge."""
    count, url, challenged = 0, f"{graph}/v1.0/users?{QUERY}", False
    token = tokens(None)
    calls = session()
    while url:
        try:
            answer = calls.get(url, headers={"Authorization": f"Bearer {token}"})
        except requests.exceptions.RequestException as error:
            return f"{count} guests, then {type(error).__name__}"
        claims = claims_of(answer)
        if answer.status_code == 401 and claims and not challenged:
            challenged = True
            token = tokens(claims)
        elif not answer.ok:
            return f"{count} guests, then {answer.status_code} {answer.json()['error']['code']}"
        else:
            page = answer.json()
            count += len(page["value"])
            url = page.get("@odata.nextLink")
    return f"{count} guests"
