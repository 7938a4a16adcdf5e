// SPDX-License-Identifier: MIT
// usage: har_test.mjs GRAPHFAULT GRAPHCLIENT SCENARIOS SCREENSHOTS
// The journal as HAR, taken in by the importer of Chromium's own developer tools.
import assert from 'node:assert/strict';

import {Browser} from './browser.mjs';
import {Server} from './server.mjs';

const [graphfault, graphclient, scenarios] = process.argv.slice(2);
const kImporter = 'devtools://devtools/bundled/models/har/har.js';
const kSkipped = 125;

/// What the network panel would show of an archive.
const imported = (page, har) => page.run(async (importer, text) => {
  const {HARFormat, Importer} = await import(importer);
  const {log} = new HARFormat.HARRoot(JSON.parse(text));
  return Promise.all(Importer.Importer.requestsFromHARLog(log).map(async (request) => ({
    method: request.requestMethod, url: request.url(), status: request.statusCode, reason: request.statusText,
    type: request.mimeType, seconds: request.duration, headers: request.responseHeaders.map(({name}) => name),
    body: (await request.requestContentData()).text ?? ''
  })));
}, kImporter, har);

const server = await Server.start(graphfault, scenarios);
const browser = await Browser.start();
try {
  const page = await browser.page();
  await page.open('devtools://devtools/bundled/devtools_app.html');
  const missing = await page.run((importer) => import(importer).then(() => '', (error) => error.message), kImporter);
  if (missing !== '') {
    console.log(`skipped: this Chromium keeps its importer elsewhere: ${missing}`);
    process.exitCode = kSkipped;
  } else {
    const journal = async (tenant, format) =>
      (await fetch(`${server.control}/tenants/${tenant}/journal?format=${format}`)).text();

    server.copes(graphclient, 'throttled-guest-report.good');
    const good = await imported(page, await journal('throttled-guest-report.good', 'har'));
    const lines = (await journal('throttled-guest-report.good', 'jsonl')).trim().split('\n').map(JSON.parse);
    assert.deepEqual(good.map(({url, status}) => [url, status]),
      lines.map(({request, response}) => [request.url, response.status]));
    const throttled = good.find(({status}) => status === 429);
    assert.equal(throttled.reason, 'Too Many Requests');
    assert.equal(throttled.type, 'application/json');
    assert.ok(throttled.headers.includes('Retry-After'));
    assert.equal(JSON.parse(throttled.body).error.code, 'TooManyRequests');
    assert.ok(good.every(({seconds}) => seconds >= 0));

    // A batch is followed by its operations; what markup was sent is text.
    await server.misbehaves('throttled-guest-report.bad');
    const bad = await imported(page, await journal('throttled-guest-report.bad', 'har'));
    const batch = bad.findIndex(({url}) => url.endsWith('/$batch'));
    assert.equal(bad.length - batch, 3, 'a batch of two');
    assert.ok(bad[batch + 1].url.endsWith('/users/$count'), bad[batch + 1].url);

    // A connection that broke has no status.
    const token = await server.token('broken-connections');
    await assert.rejects(server.get(token, '/v1.0/users'));
    const broken = await imported(page, await journal('broken-connections', 'har'));
    assert.deepEqual(broken.map(({status}) => status), [200, 0]);
    console.log("Chromium's developer tools take the archive");
  }
} finally {
  await browser.close();
  await server.stop();
}
