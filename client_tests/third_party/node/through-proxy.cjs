// SPDX-License-Identifier: MIT
// node --require through-proxy.cjs: what asks no environment for a proxy asks HTTPS_PROXY then. Node's
// fetch takes undici's dispatcher, libraries on node:https (msal-node) its global agent.
"use strict";

const https = require("node:https");
const { HttpsProxyAgent } = require("https-proxy-agent");
const { EnvHttpProxyAgent, setGlobalDispatcher } = require("undici");

setGlobalDispatcher(new EnvHttpProxyAgent());
https.globalAgent = new HttpsProxyAgent(process.env.HTTPS_PROXY);
