// SPDX-License-Identifier: MIT
// usage: report_test.mjs GRAPHFAULT GRAPHCLIENT SCENARIOS SCREENSHOTS
// The report of a good and of a bad client, as a browser shows it.
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';

import {Browser} from './browser.mjs';
import {Server} from './server.mjs';

const [graphfault, graphclient, scenarios, screenshots] = process.argv.slice(2);

const views = [{name: 'light'}, {name: 'dark', dark: true}, {name: 'narrow', width: 420, height: 800}];

const openReport = async (page, name, html) => {
  const file = join(screenshots, `report-${name}.html`);
  writeFileSync(file, html);
  await page.look({});
  await page.open(pathToFileURL(file).href);
};

// Self-contained: nothing but the file itself was asked for, and no script or policy failed.
const expectClean = (page) => {
  assert.deepEqual(page.problems, []);
  assert.deepEqual(page.requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:')), []);
};

const expectFits = async (page, name) => {
  const surplus = await page.run(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(surplus <= 0, `${name} is ${surplus} px too wide`);
};

const lookAtAll = async (page, name) => {
  for (const view of views) {
    await page.look(view);
    await expectFits(page, `${name}, ${view.name}`);
    await page.screenshot(join(screenshots, `report-${name}-${view.name}.png`));
  }
  await page.look({});
};

const checkGood = async (page, html) => {
  await openReport(page, 'good', html);
  assert.match(await page.text('h1'), /throttled-guest-report\.good: passed/);
  assert.equal(await page.run(() => document.querySelectorAll('svg.timeline .early').length), 0);
  assert.ok(await page.run(() => document.querySelectorAll('svg.timeline .window').length) >= 2);
  await lookAtAll(page, 'good');
};

const checkBad = async (page, html) => {
  await openReport(page, 'bad', html);
  assert.match(await page.text('h1'), /throttled-guest-report\.bad: failed/);
  const text = await page.text();
  assert.match(text, /failed retry-after-honoured \(must\)/);

  // Each request is a bar and a row; those that fell into a window are marked.
  const counts = await page.run(() => ({
    bars: document.querySelectorAll('svg.timeline a rect').length,
    rows: document.querySelectorAll('main > .scroll > table > tbody > tr[id]').length,
    early: document.querySelectorAll('svg.timeline .early').length,
    windows: document.querySelectorAll('svg.timeline .window').length
  }));
  assert.equal(counts.bars, counts.rows);
  assert.ok(counts.early >= 3, `${counts.early} early requests`);
  assert.ok(counts.windows >= 3, `${counts.windows} windows`);

  // What the client sent is text.
  assert.equal(await page.run(() => document.querySelectorAll('img, script').length), 0);
  assert.ok(text.includes('onerror'), 'the markup is shown as text');
};

const checkKeyboard = async (page) => {
  const summary = () => page.run(() => document.activeElement.tagName === 'SUMMARY' && document.activeElement.parentElement.open);
  for (let tabs = 0; tabs < 100 && !await page.run(() => document.activeElement.tagName === 'SUMMARY'); ++tabs) {
    await page.press('Tab');
  }
  assert.equal(await summary(), true, 'a failed finding is reached by Tab, and open');
  await page.press('Enter');
  assert.equal(await summary(), false, 'Enter folds it');
  await page.press(' ');
  assert.equal(await summary(), true, 'Space unfolds it');
  const outline = await page.run(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(outline, 'none', 'the focus is seen');
};

const checkBatch = async (page) => {
  const isSeen = () => page.run(() => document.querySelector('td details table td').checkVisibility());
  assert.equal(await isSeen(), false, 'a batch is folded');
  await page.click('td details summary');
  assert.equal(await isSeen(), true, 'and unfolds');
};

const checkColours = async (page) => {
  const paper = () => page.run(() => getComputedStyle(document.body).backgroundColor);
  await page.look({dark: false});
  const light = await paper();
  await page.look({dark: true});
  assert.notEqual(await paper(), light);
};

const server = await Server.start(graphfault, scenarios);
const browser = await Browser.start();
try {
  server.copes(graphclient, 'throttled-guest-report.good');
  await server.misbehaves('throttled-guest-report.bad');
  const page = await browser.page();
  await checkGood(page, await server.report('throttled-guest-report.good'));
  await checkBad(page, await server.report('throttled-guest-report.bad'));
  await checkKeyboard(page);
  await checkBatch(page);
  await checkColours(page);
  await lookAtAll(page, 'bad');
  expectClean(page);
  console.log(`the report renders; screenshots are in ${screenshots}`);
} finally {
  await browser.close();
  await server.stop();
}
