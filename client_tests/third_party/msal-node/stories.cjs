// SPDX-License-Identifier: MIT
// @azure/msal-node as an application uses it; Graph is called by Node's own fetch.
"use strict";

const { X509Certificate } = require("node:crypto");
const { readFileSync } = require("node:fs");
const { ConfidentialClientApplication, PublicClientApplication } = require(process.env.MSAL_NODE ?? "@azure/msal-node");
const { readGuests } = require("../node/guests.cjs");
const { app, authority, graphScope, play, realTenant, throughProxy } = require("../node/stories.cjs");

const user = { username: "adele.vance@contoso.example", password: "any" };
const userScopes = ["User.Read.All"];

/// Instance discovery is off where the authority is one that it takes for known.
function configuration(tenant, credential) {
  return {
    auth: {
      clientId: app.id,
      authority: `${authority}/${tenant}`,
      knownAuthorities: throughProxy ? [] : [new URL(authority).host],
      clientCapabilities: ["CP1"],
      ...credential,
    },
  };
}

const confidential = (tenant, credential = { clientSecret: app.secret }) =>
  new ConfidentialClientApplication(configuration(tenant, credential));
/// What MSAL knows of Microsoft's hosts by heart, it asks for here.
const asksForMetadata = (tenant) =>
  confidential(tenant, { clientSecret: app.secret, skipAuthorityMetadataCache: true });
const publicClient = (tenant) => new PublicClientApplication(configuration(tenant));

function certificate() {
  const { fingerprint256 } = new X509Certificate(readFileSync(process.env.CERTIFICATE));
  return {
    clientCertificate: {
      thumbprintSha256: fingerprint256.replaceAll(":", ""),
      privateKey: readFileSync(process.env.PRIVATE_KEY, "utf8"),
    },
  };
}

function told(error) {
  const number = /AADSTS\d+/.exec(error.errorMessage);
  const words = [error.name, error.errorCode, number?.[0], error.subError];
  return words.filter(Boolean).join(" ") + (error.claims ? `, claims ${error.claims}` : "");
}

const appTokens = (client) => async (claims) =>
  (await client.acquireTokenByClientCredential({ scopes: [graphScope], claims })).accessToken;

async function asApp(client) {
  try {
    return await readGuests(appTokens(client));
  } catch (error) {
    return told(error);
  }
}

async function byPassword(tenant) {
  const client = publicClient(tenant);
  const first = await client.acquireTokenByUsernamePassword({ scopes: userScopes, ...user });
  const account = first.account;
  const cached = await client.acquireTokenSilent({ scopes: userScopes, account });
  const refreshed = await client.acquireTokenSilent({ scopes: userScopes, account, forceRefresh: true });
  const outcome = await readGuests(async () => refreshed.accessToken);
  return `${account.username}, cached: ${cached.fromCache}, refreshed: ${!refreshed.fromCache}, ${outcome}`;
}

async function byDeviceCode(tenant) {
  let shown = "";
  const answer = await publicClient(tenant).acquireTokenByDeviceCode({
    scopes: userScopes,
    deviceCodeCallback: (code) => (shown = code.userCode),
  });
  const outcome = await readGuests(async () => answer.accessToken);
  return `a code of ${shown.length} letters, ${answer.account.username}, ${outcome}`;
}

async function onBehalfOf(tenant) {
  const first = await publicClient(tenant).acquireTokenByUsernamePassword({ scopes: userScopes, ...user });
  const answer = await confidential(tenant).acquireTokenOnBehalfOf({
    oboAssertion: first.accessToken,
    scopes: userScopes,
  });
  return `${answer.account.username}, ${await readGuests(async () => answer.accessToken)}`;
}

/// The password is refused with claims; a device code is asked for with them.
async function secondFactor(tenant) {
  const client = publicClient(tenant);
  try {
    await client.acquireTokenByUsernamePassword({ scopes: userScopes, ...user });
  } catch (error) {
    const { claims } = error;
    const answer = await client.acquireTokenByDeviceCode({ scopes: userScopes, claims, deviceCodeCallback: () => {} });
    return `${told(error)}; by device code ${await readGuests(async () => answer.accessToken)}`;
  }
  return "no error";
}

const byBaseUrl = [
  { story: "client secret", scenario: "paged-guests", act: (tenant) => asApp(confidential(tenant)) },
  { story: "client certificate", scenario: "paged-guests", act: (tenant) => asApp(confidential(tenant, certificate())) },
  { story: "user name and password, silent, refreshed", scenario: "user-sign-in", act: byPassword },
  { story: "device code", scenario: "user-sign-in", act: byDeviceCode },
  { story: "on behalf of", scenario: "user-sign-in", act: onBehalfOf },
  { story: "a second factor is asked for", scenario: "sign-in-step-up", act: secondFactor },
  { story: "the token is revoked (CAE)", scenario: "revoked-token", act: (tenant) => asApp(confidential(tenant)) },
  { story: "401 insufficient_claims", scenario: "step-up-401", act: (tenant) => asApp(confidential(tenant)) },
  { story: "sign-in is throttled", scenario: "throttled-sign-in", act: (tenant) => asApp(confidential(tenant)) },
  { story: "the secret is wrong", scenario: "wrong-secret", act: (tenant) => asApp(confidential(tenant)) },
];
const byProxy = [
  {
    story: "client secret, tenant id and addresses unchanged",
    scenario: "paged-guests",
    label: realTenant,
    tenant: realTenant,
    act: (tenant) => asApp(confidential(tenant)),
  },
  { story: "user name and password, silent, refreshed", scenario: "user-sign-in", act: byPassword },
  { story: "instance discovery on", scenario: "paged-guests", act: (tenant) => asApp(asksForMetadata(tenant)) },
];

play(throughProxy ? byProxy : byBaseUrl, (tenant) => asApp(confidential(tenant)));
