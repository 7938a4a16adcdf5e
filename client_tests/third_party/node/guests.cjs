// SPDX-License-Identifier: MIT
// The application around a library that only signs in: it lists the guests by Node's own fetch, and
// answers a claims challenge once with the token that `tokens` gets for its claims.
"use strict";

const { claimsOf, graph } = require("./stories.cjs");

const firstPage =
  `${graph}/v1.0/users?` + new URLSearchParams({ $filter: "userType eq 'Guest'", $select: "id,displayName,userType" });

/// `tokens(claims)` gives a token; claims is undefined until there was a challenge.
async function readGuests(tokens) {
  let count = 0;
  let token = await tokens();
  let challenged = false;
  for (let url = firstPage; url !== undefined; ) {
    const answer = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
    const body = await answer.json();
    const claims = claimsOf(answer.headers.get("WWW-Authenticate"));
    if (answer.status === 401 && claims !== undefined && !challenged) {
      challenged = true;
      token = await tokens(claims);
    } else if (!answer.ok) {
      return `${count} guests, then ${answer.status} ${body.error.code}`;
    } else {
      count += body.value.length;
      url = body["@odata.nextLink"];
    }
  }
  return `${count} guests`;
}

module.exports = { readGuests };
