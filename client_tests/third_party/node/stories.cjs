// SPDX-License-Identifier: MIT
// Plays a client's stories, all at once, each in a tenant of its own, and tells their outcomes: a
// line of JSON each, in the order in which they are written down. With a tenant as argument only the
// client's guest report is played, there.
"use strict";

const path = require("node:path");

/// The app that the shipped scenarios know.
const app = { id: "11111111-2222-3333-4444-555555555555", secret: "correct-horse" };
const graphScope = "https://graph.microsoft.com/.default";

/// Where Graph and sign-in are: their own addresses, unless the environment names others.
const graph = process.env.GRAPH_URL ?? "https://graph.microsoft.com";
const authority = process.env.AUTHORITY_URL ?? "https://login.microsoftonline.com";
const throughProxy = process.env.GRAPH_URL === undefined;

async function play(stories, report) {
  if (process.argv.length > 2) {
    console.log(await report(process.argv[2]));
    return;
  }
  const client = path.basename(path.dirname(require.main.filename));
  const way = throughProxy ? "proxy" : "base URL";
  const told = stories.map(async ({ story, scenario, label, tenant, act }, index) => {
    const own = label ?? `${client}-${throughProxy ? "proxy" : "url"}-${index + 1}`;
    let outcome;
    try {
      outcome = await act(tenant ?? `${scenario}.${own}`);
    } catch (error) {
      outcome = `unexpected: ${error.stack}`.replace(/\s+/g, " ");
    }
    return JSON.stringify({ way, story, tenant: `${scenario}.${own}`, outcome });
  });
  for (const line of await Promise.all(told)) {
    console.log(line);
  }
}

/// A client's real tenant id: it means nothing to graphfault, and so it is a tenant of the default
/// scenario that has the id for its label.
const realTenant = "6f1c2d3e-4b5a-4978-8695-a4b3c2d1e0f9";

/// The claims of a challenge, as the WWW-Authenticate header brings them.
function claimsOf(challenge) {
  const found = /claims="([^"]+)"/.exec(challenge ?? "");
  return found === null ? undefined : Buffer.from(found[1], "base64").toString("utf8");
}

module.exports = { app, authority, claimsOf, graph, graphScope, play, realTenant, throughProxy };
