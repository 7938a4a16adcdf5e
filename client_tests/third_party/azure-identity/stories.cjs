// SPDX-License-Identifier: MIT
// @azure/identity as an application uses it; Graph is called by Node's own fetch.
"use strict";

const identity = require("@azure/identity");
const { readGuests } = require("../node/guests.cjs");
const { app, authority, graphScope, play, realTenant, throughProxy } = require("../node/stories.cjs");

const options = { authorityHost: authority, disableInstanceDiscovery: !throughProxy };
const userScope = "https://graph.microsoft.com/User.Read.All";

const tokensOf = (credential, scope) => async (claims) =>
  (await credential.getToken(scope, { enableCae: true, claims })).token;

function told(error) {
  const number = /AADSTS\d+/.exec(error.message);
  return [error.name, number?.[0]].filter(Boolean).join(" ");
}

async function guests(credential, scope = graphScope) {
  try {
    return await readGuests(tokensOf(credential, scope));
  } catch (error) {
    return told(error);
  }
}

const bySecret = (tenant) => guests(new identity.ClientSecretCredential(tenant, app.id, app.secret, options));

function byCertificate(tenant) {
  const certificatePath = process.env.CERTIFICATE_AND_KEY;
  return guests(new identity.ClientCertificateCredential(tenant, app.id, { certificatePath }, options));
}

function byPassword(tenant) {
  const user = ["adele.vance@contoso.example", "any"];
  return guests(new identity.UsernamePasswordCredential(tenant, app.id, ...user, options), userScope);
}

function byDeviceCode(tenant) {
  const userPromptCallback = () => {};
  return guests(
    new identity.DeviceCodeCredential({ ...options, tenantId: tenant, clientId: app.id, userPromptCallback }),
    userScope,
  );
}

async function onBehalfOf(tenant) {
  const user = ["adele.vance@contoso.example", "any"];
  const first = new identity.UsernamePasswordCredential(tenant, app.id, ...user, options);
  const userAssertionToken = (await first.getToken(userScope)).token;
  const credential = new identity.OnBehalfOfCredential({
    ...options,
    tenantId: tenant,
    clientId: app.id,
    clientSecret: app.secret,
    userAssertionToken,
  });
  return guests(credential, userScope);
}

const byBaseUrl = [
  { story: "client secret", scenario: "paged-guests", act: bySecret },
  { story: "client certificate", scenario: "paged-guests", act: byCertificate },
  { story: "user name and password", scenario: "user-sign-in", act: byPassword },
  { story: "device code", scenario: "user-sign-in", act: byDeviceCode },
  { story: "on behalf of", scenario: "user-sign-in", act: onBehalfOf },
  { story: "a second factor is asked for", scenario: "sign-in-step-up", act: bySecret },
  { story: "the token is revoked (CAE)", scenario: "revoked-token", act: bySecret },
  { story: "401 insufficient_claims", scenario: "step-up-401", act: bySecret },
  { story: "sign-in is throttled", scenario: "throttled-sign-in", act: bySecret },
  { story: "the secret is wrong", scenario: "wrong-secret", act: bySecret },
];
const byProxy = [
  {
    story: "client secret, tenant id and addresses unchanged",
    scenario: "paged-guests",
    label: realTenant,
    tenant: realTenant,
    act: bySecret,
  },
  { story: "the token is revoked (CAE)", scenario: "revoked-token", act: bySecret },
];

play(throughProxy ? byProxy : byBaseUrl, bySecret);
