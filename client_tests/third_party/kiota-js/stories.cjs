// SPDX-License-Identifier: MIT
// Kiota's request adapter, which the generated Graph SDKs of every language run on, in its TypeScript
// form; tokens come from @azure/identity.
"use strict";

const { pathToFileURL } = require("node:url");
const { ClientSecretCredential } = require("@azure/identity");
const { app, authority, graph, graphScope, play, realTenant, throughProxy } = require("../node/stories.cjs");

/// The packages are ES modules, which know no NODE_PATH.
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const packages = Promise.all([
  load("@microsoft/kiota-abstractions"),
  load("@microsoft/kiota-authentication-azure"),
  load("@microsoft/kiota-http-fetchlibrary"),
]);

async function connect(tenant) {
  const [, { AzureIdentityAuthenticationProvider }, { FetchRequestAdapter }] = await packages;
  const credential = new ClientSecretCredential(tenant, app.id, app.secret, {
    authorityHost: authority,
    disableInstanceDiscovery: !throughProxy,
  });
  const hosts = new Set([new URL(graph).hostname]);
  const provider = new AzureIdentityAuthenticationProvider(credential, [graphScope], undefined, hosts, undefined, true);
  const adapter = new FetchRequestAdapter(provider);
  adapter.baseUrl = `${graph}/v1.0`;
  return adapter;
}

async function firstPage(adapter) {
  const [{ HttpMethod, RequestInformation }] = await packages;
  return new RequestInformation(HttpMethod.GET, "{+baseurl}/users{?%24filter,%24select}", {
    baseurl: adapter.baseUrl,
    "%24filter": "userType eq 'Guest'",
    "%24select": "id,displayName,userType",
  });
}

async function furtherPage(url) {
  const [{ HttpMethod, RequestInformation }] = await packages;
  const request = new RequestInformation(HttpMethod.GET);
  request.URL = url;
  return request;
}

function told(error) {
  const number = /AADSTS\d+/.exec(error.message);
  return [error.name, error.responseStatusCode, number?.[0]].filter(Boolean).join(" ");
}

async function guests(tenant) {
  let count = 0;
  try {
    const adapter = await connect(tenant);
    for (let request = await firstPage(adapter); request !== undefined; ) {
      request.headers.add("Accept", "application/json");
      const bytes = await adapter.sendPrimitive(request, "ArrayBuffer", undefined);
      const page = JSON.parse(Buffer.from(bytes).toString("utf8"));
      count += page.value.length;
      const next = page["@odata.nextLink"];
      request = next === undefined ? undefined : await furtherPage(next);
    }
  } catch (error) {
    return `${count} guests, then ${told(error)}`;
  }
  return `${count} guests`;
}

const byBaseUrl = [
  { story: "five pages", scenario: "paged-guests", act: guests },
  { story: "two pages are throttled", scenario: "throttled-guest-report", act: guests },
  { story: "throttled for good", scenario: "endless-throttling", act: guests },
  { story: "503, 504, 509", scenario: "service-outage", act: guests },
  { story: "the token is revoked (CAE)", scenario: "revoked-token", act: guests },
  { story: "401 insufficient_claims", scenario: "step-up-401", act: guests },
  { story: "403 insufficient_claims", scenario: "step-up-403", act: guests },
  { story: "the token expires", scenario: "expired-token", act: guests },
  { story: "the secret is wrong", scenario: "wrong-secret", act: guests },
];
const byProxy = [
  {
    story: "five pages, tenant id and addresses unchanged",
    scenario: "paged-guests",
    label: realTenant,
    tenant: realTenant,
    act: guests,
  },
  { story: "the token is revoked (CAE)", scenario: "revoked-token", act: guests },
];

play(throughProxy ? byProxy : byBaseUrl, guests);
