// SPDX-License-Identifier: MIT
// Headless Chromium, driven over its debugging pipe (--remote-debugging-pipe: JSON messages that
// end with a zero byte, on file descriptors 3 and 4). Nothing but Node's own modules.
import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const kPatience = 20_000;

export class Browser {
  static async start() {
    const profile = mkdtempSync(join(tmpdir(), 'graphfault-browser-'));
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--disable-dev-shm-usage', '--remote-debugging-pipe', `--user-data-dir=${profile}`];
    const child = spawn(process.env.CHROMIUM ?? 'chromium', flags,
      {stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe']});
    return new Browser(child, profile);
  }

  constructor(child, profile) {
    this.child = child;
    this.profile = profile;
    this.last = 0;
    this.waiting = new Map();
    this.pages = new Map();
    this.said = '';
    child.stderr.on('data', (data) => { this.said += data; });
    this.ended = new Promise((resolve) => child.on('exit', resolve));
    this.ended.then(() => {
      for (const {reject} of this.waiting.values()) {
        reject(new Error(`Chromium has ended: ${this.said}`));
      }
    });
    let rest = '';
    child.stdio[4].setEncoding('utf8').on('data', (data) => {
      const messages = (rest + data).split('\0');
      rest = messages.pop();
      messages.forEach((message) => this.take(JSON.parse(message)));
    });
  }

  take({id, sessionId, method, params, result, error}) {
    if (id === undefined) {
      this.pages.get(sessionId)?.happened(method, params);
      return;
    }
    const {resolve, reject} = this.waiting.get(id);
    this.waiting.delete(id);
    error === undefined ? resolve(result) : reject(new Error(error.message));
  }

  send(method, params = {}, sessionId = undefined) {
    const id = ++this.last;
    this.child.stdio[3].write(`${JSON.stringify({id, method, params, sessionId})}\0`);
    return new Promise((resolve, reject) => this.waiting.set(id, {resolve, reject}));
  }

  async page() {
    const {targetId} = await this.send('Target.createTarget', {url: 'about:blank'});
    const {sessionId} = await this.send('Target.attachToTarget', {targetId, flatten: true});
    const page = new Page(this, sessionId);
    this.pages.set(sessionId, page);
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) {
      await page.send(`${domain}.enable`);
    }
    return page;
  }

  async close() {
    await this.send('Browser.close').catch(() => {});
    await this.ended;
    rmSync(this.profile, {recursive: true, force: true, maxRetries: 5});
  }
}

class Page {
  constructor(browser, session) {
    this.browser = browser;
    this.session = session;
    this.problems = [];   // script errors, console errors and warnings, what the policy refused
    this.requests = [];   // every URL asked for
    this.loads = 0;
  }

  send(method, params) { return this.browser.send(method, params, this.session); }

  happened(method, params) {
    if (method === 'Runtime.exceptionThrown') {
      const {text, exception} = params.exceptionDetails;
      this.problems.push(`${text} ${exception?.description ?? ''}`);
    } else if (method === 'Runtime.consoleAPICalled' && ['error', 'warning', 'assert'].includes(params.type)) {
      this.problems.push(`console: ${params.args.map(({value}) => value).join(' ')}`);
    } else if (method === 'Log.entryAdded' && params.entry.level === 'error') {
      this.problems.push(`${params.entry.text} ${params.entry.url ?? ''}`);
    } else if (method === 'Network.requestWillBeSent') {
      this.requests.push(params.request.url);
    } else if (method === 'Page.loadEventFired') {
      ++this.loads;
    }
  }

  async open(url) {
    const before = this.loads;
    const {errorText} = await this.send('Page.navigate', {url});
    if (errorText !== undefined) {
      throw new Error(`${url}: ${errorText}`);
    }
    await until(() => this.loads > before, `${url} to load`);
  }

  async run(act, ...args) {
    const expression = `(${act})(${args.map((value) => JSON.stringify(value)).join(', ')})`;
    const {result, exceptionDetails} = await this.send('Runtime.evaluate', {expression, awaitPromise: true, returnByValue: true});
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  }

  /// Waits until `act` gives something true in the page, and gives that.
  async when(what, act, ...args) {
    let value;
    await until(async () => (value = await this.run(act, ...args)), what);
    return value;
  }

  text(selector = 'body') {
    return this.run((one) => document.querySelector(one)?.innerText ?? '', selector);
  }

  /// A real click in the middle of the element.
  async click(selector) {
    const {x, y} = await this.when(`${selector} to be clicked`, (one) => {
      const element = document.querySelector(one);
      element?.scrollIntoView({block: 'center'});
      const box = element?.getBoundingClientRect();
      return box !== undefined && box.width > 0 && {x: box.x + box.width / 2, y: box.y + box.height / 2};
    }, selector);
    for (const type of ['mousePressed', 'mouseReleased']) {
      await this.send('Input.dispatchMouseEvent', {type, x, y, button: 'left', clickCount: 1});
    }
  }

  async press(key) {
    const codes = {Tab: 9, Enter: 13, ' ': 32};
    const text = {Enter: '\r', ' ': ' '}[key];
    const code = key === ' ' ? 'Space' : key;
    await this.send('Input.dispatchKeyEvent', {type: 'keyDown', key, code, text, windowsVirtualKeyCode: codes[key]});
    await this.send('Input.dispatchKeyEvent', {type: 'keyUp', key, code, windowsVirtualKeyCode: codes[key]});
  }

  type(text) { return this.send('Input.insertText', {text}); }

  look({width = 1280, height = 900, dark = false}) {
    return Promise.all([
      this.send('Emulation.setDeviceMetricsOverride', {width, height, deviceScaleFactor: 1, mobile: false}),
      this.send('Emulation.setEmulatedMedia', {features: [{name: 'prefers-color-scheme', value: dark ? 'dark' : 'light'}]})
    ]);
  }

  async screenshot(path) {
    const {data} = await this.send('Page.captureScreenshot', {format: 'png', captureBeyondViewport: true});
    writeFileSync(path, Buffer.from(data, 'base64'));
  }
}

export async function until(holds, what) {
  const end = Date.now() + kPatience;
  while (!await holds()) {
    if (Date.now() > end) {
      throw new Error(`waited in vain for ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
