// SPDX-License-Identifier: MIT
// @microsoft/microsoft-graph-client 3.x as an application uses it, with tokens from @azure/identity.
"use strict";

const { ClientSecretCredential } = require("@azure/identity");
const graphClient = require("@microsoft/microsoft-graph-client");
const { BatchRequestContent, BatchResponseContent, Client, GraphError, PageIterator } = graphClient;
const stories = require("../node/stories.cjs");
const { app, authority, claimsOf, graph, graphScope, play, realTenant, throughProxy } = stories;

/// Tokens as an application provides them: those of the credential, and once those that a claims
/// challenge asks for.
class Tokens {
  constructor(tenant) {
    this.credential = new ClientSecretCredential(tenant, app.id, app.secret, {
      authorityHost: authority,
      disableInstanceDiscovery: !throughProxy,
    });
  }

  async getAccessToken() {
    const options = { enableCae: true, claims: this.claims };
    this.claims = undefined;
    return (await this.credential.getToken(graphScope, options)).token;
  }
}

function connect(authProvider, baseUrl = graph) {
  return Client.initWithMiddleware({
    authProvider,
    baseUrl,
    customHosts: new Set([new URL(graph).hostname]),
  });
}

function told(error) {
  if (error instanceof GraphError && error.statusCode > 0) {
    return `GraphError ${error.statusCode} ${error.code}`;
  }
  const number = /AADSTS\d+/.exec(error.message);
  return number === null ? `${error.name ?? error.constructor.name} ${error.code}` : `${error.code ?? error.name} ${number[0]}`;
}

/// Reads the guests page by page; `recover` may say that a refused page is worth another try.
async function readGuests(client, recover = () => false) {
  const guests = [];
  const query = () => client.api("/users").filter("userType eq 'Guest'").select("id,displayName,userType");
  try {
    const page = await again(() => query().get(), recover);
    const pages = new PageIterator(client, page, (guest) => guests.push(guest) > 0);
    await again(() => pages.iterate(), recover);
  } catch (error) {
    return `${guests.length} guests, then ${told(error)}`;
  }
  return `${guests.length} guests`;
}

async function again(act, recover) {
  try {
    return await act();
  } catch (error) {
    if (!recover(error)) {
      throw error;
    }
    return act();
  }
}

const guests = (tenant) => readGuests(connect(new Tokens(tenant)));

/// What the library leaves to the application: a challenge is answered once.
function guestsWithChallenge(tenant) {
  const tokens = new Tokens(tenant);
  return readGuests(connect(tokens), (error) => {
    tokens.claims = error.statusCode === 401 ? claimsOf(error.headers?.get("WWW-Authenticate")) : undefined;
    return tokens.claims !== undefined;
  });
}

async function junk(tenant) {
  return readGuests(connect({ getAccessToken: async () => "Junk" }, `${graph}/@${tenant}`));
}

async function signInActivity(tenant) {
  try {
    await connect(new Tokens(tenant)).api("/users").select("displayName,signInActivity").get();
  } catch (error) {
    return told(error);
  }
  return "read";
}

const groupsInBatch = ["finance", "busy", "slow", "secret", "nobody"];

async function sendBatch(client, groups) {
  const batch = new BatchRequestContent(
    groups.map((group) => ({ id: group, request: new Request(`${graph}/groups/${group}`) })),
  );
  const answer = await client.api("/$batch").post(await batch.getContent());
  return new BatchResponseContent(answer).getResponses();
}

function outcomeOf(answers) {
  return groupsInBatch.map((group) => `${group} ${answers.get(group).status}`).join(", ");
}

async function batch(tenant) {
  return outcomeOf(await sendBatch(connect(new Tokens(tenant)), groupsInBatch));
}

/// What the library leaves to the application: only what failed for now goes again, after the
/// longest Retry-After.
async function batchTriedAgain(tenant) {
  const client = connect(new Tokens(tenant));
  const answers = await sendBatch(client, groupsInBatch);
  const passing = groupsInBatch.filter((group) => [429, 503, 504].includes(answers.get(group).status));
  const waits = passing.map((group) => Number(answers.get(group).headers.get("Retry-After") ?? 1));
  await new Promise((resolve) => setTimeout(resolve, Math.max(...waits) * 1000));
  const further = await sendBatch(client, passing);
  return outcomeOf(new Map([...answers, ...further]));
}

async function batchWithDetails(tenant) {
  const client = connect(new Tokens(tenant));
  const patch = (id) => ({
    id,
    request: new Request(`${graph}/groups/${id}`, {
      method: "PATCH",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ mailNickname: "taken" }),
    }),
  });
  const content = await new BatchRequestContent([patch("finance"), patch("sales")]).getContent();
  try {
    await client.api("/$batch").post(content);
  } catch (error) {
    const details = JSON.parse(error.body).details.map(({ target, code }) => `${target} ${code}`);
    return `${told(error)}: ${details.join(", ")}`;
  }
  return "no error";
}

const byBaseUrl = [
  { story: "five pages", scenario: "paged-guests", act: guests },
  { story: "an empty page with a nextLink", scenario: "empty-page", act: guests },
  { story: "two pages are throttled", scenario: "throttled-guest-report", act: guests },
  { story: "throttled for good", scenario: "endless-throttling", act: guests },
  { story: "503, 504, 509", scenario: "service-outage", act: guests },
  { story: "a batch of mixed results", scenario: "batch-mixed-results", act: batch },
  { story: "the same, tried again by the application", scenario: "batch-mixed-results", act: batchTriedAgain },
  { story: "a batch that fails with details", scenario: "batch-details", act: batchWithDetails },
  { story: "403 insufficient_claims", scenario: "step-up-403", act: guests },
  { story: "401 insufficient_claims", scenario: "step-up-401", act: guests },
  { story: "the same, answered by the application", scenario: "step-up-401", act: guestsWithChallenge },
  { story: "the token is revoked (CAE)", scenario: "revoked-token", act: guests },
  { story: "the same, answered by the application", scenario: "revoked-token", act: guestsWithChallenge },
  { story: "the token expires", scenario: "expired-token", act: guests },
  { story: "a junk token", scenario: "junk-token", act: junk },
  { story: "a permission is missing", scenario: "missing-permission", act: signInActivity },
  { story: "the connection is reset", scenario: "broken-connections", act: guests },
  { story: "sign-in is throttled", scenario: "throttled-sign-in", act: guests },
  { story: "the secret is wrong", scenario: "wrong-secret", act: guests },
];

/// With the addresses that the libraries know and the tenant id that the application has.
const byProxy = [
  { story: "two pages are throttled, tenant id and addresses unchanged", scenario: "throttled-guest-report", label: realTenant, tenant: realTenant, act: guests },
  { story: "a batch of mixed results", scenario: "batch-mixed-results", act: batch },
  { story: "the token is revoked (CAE), answered by the application", scenario: "revoked-token", act: guestsWithChallenge },
];

play(throughProxy ? byProxy : byBaseUrl, guests);
