// SPDX-License-Identifier: MIT
// usage: live_page_test.mjs GRAPHFAULT GRAPHCLIENT SCENARIOS SCREENSHOTS
// The live page, clicked through while requests come.
import assert from 'node:assert/strict';
import {join} from 'node:path';

import {Browser} from './browser.mjs';
import {kMarkup, Server} from './server.mjs';

const [graphfault, graphclient, scenarios, screenshots] = process.argv.slice(2);
const kTenant = 'throttled-guest-report.live';

const shot = async (page, name) => {
  for (const [view, size] of Object.entries({light: {}, dark: {dark: true}, narrow: {width: 420}})) {
    await page.look(size);
    const surplus = await page.run(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(surplus <= 0, `${name}, ${view} is ${surplus} px too wide`);
    await page.screenshot(join(screenshots, `live-${name}-${view}.png`));
  }
  await page.look({});
};

const shows = (page, selector, text) => page.when(`${selector} to show ${text}`,
  (one, wanted) => [...document.querySelectorAll(one)].some((element) => element.innerText.includes(wanted)), selector, text);
const rows = (page) => page.run(() => document.querySelectorAll('#journal tbody').length);

const steps = {
  async 'it opens, and tells a new user what to type'(page, server) {
    await page.open(server.control);
    await shows(page, '#link', 'live');
    await shows(page, '#no-tenants', 'No tenant is running yet');
    await shows(page, '#commands', `curl -s ${server.http}/`);
    assert.equal(await page.run(() => document.getElementById('work').hidden), true);
    await shot(page, 'empty');
  },

  async 'a scenario is switched on by keyboard'(page, server) {
    await page.run((name) => {
      document.getElementById('scenario').focus();
      document.getElementById('scenario').value = name;
      document.getElementById('scenario').dispatchEvent(new Event('change'));
    }, 'throttled-guest-report');
    await shows(page, '#summary', 'throttled');
    await page.press('Tab');
    await page.type('Live');
    await page.press('Enter');
    await shows(page, '#name', kTenant);
    await shows(page, '#tenants button[aria-current="true"]', kTenant);
    await shows(page, '#commands', `${server.http}/${kTenant}/oauth2`);
    const {tenants} = await (await fetch(`${server.control}/tenants`)).json();
    assert.deepEqual(tenants.map(({tenant}) => tenant), [kTenant]);
  },

  async 'requests show up as they come, and the verdict grows'(page, server) {
    server.bearer = await server.token(kTenant);
    await shows(page, '#journal .request', 'POST /oauth2/v2.0/token');
    const before = await rows(page);
    const first = await (await server.get(server.bearer, '/v1.0/users')).json();
    server.next = first['@odata.nextLink'];
    // The second comes within the second that the first is told to wait, however slow the page is.
    await (await server.get(server.bearer, server.next)).text();
    await (await server.get(server.bearer, server.next)).text();
    await shows(page, '#journal td', '429 · TooManyRequests · wait 1s');
    await page.when('both refusals', (count) => document.querySelectorAll('#journal tbody').length === count, before + 3);
    await page.when('a waiting window', () => document.querySelectorAll('svg.timeline .window').length > 0);
    await shows(page, '#verdict .reasons', 'retry-after-honoured');
    await page.when('the early request', () => document.querySelectorAll('svg.timeline .early').length === 1);
    assert.match(await page.text('#verdict [data-outcome]'), /failed/);
    await shot(page, 'failed');
  },

  async 'an exchange unfolds, and stays so while others come'(page, server) {
    await page.click('#e3 button');
    await shows(page, '.detail pre', 'Retry-After: 1');
    await shows(page, '.detail pre', 'Authorization: Bearer [redacted]');
    await (await server.get(server.bearer, '/v1.0/users/nobody')).text();
    await shows(page, '#journal .request', '/users/nobody');
    await shows(page, '.detail pre', 'Retry-After: 1');
    await page.click('#e3 button');
    assert.equal(await page.run(() => document.querySelectorAll('.detail').length), 0);
  },

  async 'what is unfolded in the verdict stays so too'(page, server) {
    await page.click('[data-finding="token-cached"] summary');
    const drawn = () => page.run(() => document.querySelectorAll('svg.timeline a').length);
    const before = await drawn();
    await (await server.get(server.bearer, '/v1.0/users/nobody-else')).text();
    await page.when('the timeline to grow', (bars) => document.querySelectorAll('svg.timeline a').length > bars, before);
    assert.equal(await page.run(() => document.querySelector('[data-finding="token-cached"]').open), true);
  },

  async 'a batch unfolds'(page, server) {
    await server.misbehaves('throttled-guest-report.batch');
    await page.click('#tenants [data-tenant="throttled-guest-report.batch"]');
    await shows(page, '#name', 'throttled-guest-report.batch');
    await shows(page, '.unfold', '2 operations');
    assert.equal(await page.run(() => document.querySelector('tr.operation').hidden), true);
    await page.click('.unfold');
    assert.equal(await page.run(() => document.querySelector('tr.operation').hidden), false);
    await shows(page, '#journal .request', 'onerror');
    assert.equal(await page.run(() => document.querySelectorAll('img, main script').length), 0, kMarkup);
    await shows(page, '#verdict [data-outcome]', 'failed');
    const order = await page.run(() => [...document.querySelectorAll('#journal tbody')].map((group) => Number(group.dataset.sequence)));
    assert.deepEqual(order, [8, 7, 6, 5, 4, 3, 2, 1]);
    await shot(page, 'batch');
    await page.click(`#tenants [data-tenant="${kTenant}"]`);
    await shows(page, '#name', kTenant);
  },

  async 'the clock is moved'(page, server) {
    await page.run(() => { document.getElementById('by').value = '61m'; });
    await page.click('#advance button');
    await shows(page, '#clock', 'advanced by 61m');
    assert.equal((await server.get(server.bearer, '/v1.0/users')).status, 401, 'the token has expired');
    await shows(page, '#journal td', '401 · InvalidAuthenticationToken');
  },

  async 'a bad wait is refused with the way out'(page) {
    await page.run(() => { document.getElementById('by').value = '61'; });
    await page.click('#advance button');
    await shows(page, '#notice', 'unit');
    page.problems = page.problems.filter((problem) => !problem.includes('/clock'));
    await page.run(() => { document.getElementById('by').value = '1h'; });
  },

  async 'a reset makes it new'(page, server) {
    await page.click('#reset');
    await page.when('an empty journal', () => document.querySelectorAll('#journal tbody').length === 0);
    await shows(page, '#welcome', 'No requests yet');
    await page.when('the clock as it was', () => !document.querySelector('#clock').innerText.includes('advanced'));
    server.copes(graphclient, kTenant);
    await shows(page, '#verdict [data-outcome]', 'passed');
    await shot(page, 'passed');
  },

  async 'what belongs to no tenant is told'(page, server) {
    await (await fetch(`${server.http}/@nobody-knows/v1.0/users`)).text();
    await shows(page, '#stray-box', 'Requests without a tenant: 1');
    await page.click('#stray-box summary');
    await shows(page, '#strays', 'nobody-knows');
  },

  async 'it outlives a reload of itself, and a tenant that ends'(page, server) {
    await page.open(server.control);
    await shows(page, '#tenants', kTenant);
    await page.click(`#tenants [data-tenant="${kTenant}"]`);
    await shows(page, '#verdict [data-outcome]', 'passed');
    await page.click('#end');
    await page.when('the tenant to go', (name) => !document.getElementById('tenants').innerText.includes(name), kTenant);
  }
};

const server = await Server.start(graphfault, scenarios);
const browser = await Browser.start();
try {
  const page = await browser.page();
  await page.look({});
  for (const [name, step] of Object.entries(steps)) {
    try {
      await step(page, server);
    } catch (error) {
      await page.screenshot(join(screenshots, 'live-failure.png'));
      throw new Error(`${name}: ${error.message}\n${page.problems.join('\n')}`, {cause: error});
    }
    console.log(`ok: ${name}`);
  }
  assert.deepEqual(page.problems, []);
  assert.deepEqual(page.requests.filter((url) => !url.startsWith(server.control) && !url.startsWith('data:')), []);
  const took = await server.stop();
  assert.ok(took < 2000, `an open page held the server's end up for ${took} ms`);
  console.log(`the server ended in ${took} ms with the page open; screenshots are in ${screenshots}`);
} finally {
  server.child.kill('SIGTERM');
  await browser.close();
}
