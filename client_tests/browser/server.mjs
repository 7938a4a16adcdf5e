// SPDX-License-Identifier: MIT
// A graphfault of the test's own, on free ports, and a client that behaves badly.
import {spawn, spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {until} from './browser.mjs';

export class Server {
  static async start(binary, scenarios) {
    const folder = mkdtempSync(join(tmpdir(), 'graphfault-'));
    const ready = join(folder, 'ready.json');
    const child = spawn(binary, ['serve', '--scenarios', scenarios, '--port', '0', '--https-port', '0',
      '--control-port', '0', '--ready-file', ready], {stdio: 'ignore'});
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await until(() => existsSync(ready) || child.exitCode !== null, 'the server');
    if (child.exitCode !== null) {
      throw new Error(`the server ended with ${child.exitCode}`);
    }
    return Object.assign(new Server(), {child, ended, folder, ...JSON.parse(readFileSync(ready, 'utf8'))});
  }

  /// Resolves to the milliseconds it took.
  async stop() {
    const before = Date.now();
    this.child.kill('SIGTERM');
    await this.ended;
    rmSync(this.folder, {recursive: true, force: true});
    return Date.now() - before;
  }

  async report(tenant, format = 'html') {
    return (await fetch(`${this.control}/tenants/${tenant}/verdict?format=${format}`)).text();
  }

  /// The bundled client, which copes.
  copes(graphclient, tenant) {
    const {status, stderr} = spawnSync(graphclient, ['users', '--url', this.http, '--tenant', tenant,
      '--filter', "userType eq 'Guest'", '--select', 'displayName,userPrincipalName', '--out', join(this.folder, `${tenant}.json`)],
    {encoding: 'utf8'});
    if (status !== 0) {
      throw new Error(`graphclient: ${stderr}`);
    }
  }

  async token(tenant) {
    const answer = await fetch(`${this.http}/${tenant}/oauth2/v2.0/token`, {method: 'POST',
      body: new URLSearchParams({grant_type: 'client_credentials', client_id: 'any', client_secret: 'any',
        scope: 'https://graph.microsoft.com/.default'})});
    return (await answer.json()).access_token;
  }

  get(token, url) {
    return fetch(url.startsWith('http') ? url : this.http + url, {headers: {Authorization: `Bearer ${token}`}});
  }

  /// Hammers the throttled second page, sends markup where it can, and never reads to the end.
  async misbehaves(tenant) {
    const token = await this.token(tenant);
    const first = await (await this.get(token, '/v1.0/users')).json();
    for (let attempt = 0; attempt < 4; ++attempt) {
      await (await this.get(token, first['@odata.nextLink'])).text();
    }
    await (await this.get(token, `/v1.0/users/${encodeURIComponent(kMarkup)}?$select=${kMarkup}`)).text();
    await (await fetch(`${this.http}/v1.0/$batch`, {method: 'POST',
      headers: {Authorization: `Bearer ${token}`, 'Content-Type': 'application/json'},
      body: JSON.stringify({requests: ['a', kMarkup].map((id) => ({id, method: 'GET', url: '/users/$count', headers: {ConsistencyLevel: 'eventual'}}))})})).text();
  }
}

/// What would run, load or break out wherever it were taken for markup.
export const kMarkup = '"\'><img src=x onerror=alert(1)><script>alert(2)</script></svg>';
