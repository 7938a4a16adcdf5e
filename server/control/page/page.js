'use strict';
// The live page: follows GET /events, and asks the control API for everything else. Whatever a
// client under test sent is put in as text; the one piece of HTML taken is the verdict, which the
// server has escaped, and the page's policy runs no script but this.

const kMostRows = 300;
const graph = document.body.dataset.graph;
const at = (id) => document.getElementById(id);
const tenants = new Map();   // name -> {scenario, exchanges}
const groups = new Map();    // sequence -> the <tbody> of a request of the selected tenant
let scenarios = [];
let selected = null;
let generation = 0;          // grows when what is shown is begun anew

const make = (tag, members, ...children) => {
  const element = Object.assign(document.createElement(tag), members);
  element.append(...children);
  return element;
};

const complain = (text) => {
  at('notice').textContent = text;
  at('notice').hidden = text === '';
};

// The answer of the control API; says what it refused, and throws.
const call = async (method, path, body) => {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? {} : {'Content-Type': 'application/json'},
      body: body === undefined ? undefined : JSON.stringify(body)
    });
  } catch {
    complain('The server does not answer.');
    throw new Error(`no answer to ${method} ${path}`);
  }
  const text = await response.text();
  if (!response.ok) {
    const error = response.headers.get('Content-Type') === 'application/json' ? JSON.parse(text).error : {};
    complain([error.message ?? `${response.status} ${path}`, error.hint].filter(Boolean).join('; '));
    throw Object.assign(new Error(`${response.status} to ${method} ${path}`), {status: response.status});
  }
  complain('');
  return text;
};
const ask = async (path) => JSON.parse(await call('GET', path));
const pathOf = (name, rest = '') => `/tenants/${encodeURIComponent(name)}${rest}`;

// What fails has been said already by call().
const doing = (act) => (event) => {
  event?.preventDefault();
  act().catch((error) => { if (error.status === undefined && !error.message.startsWith('no answer')) { throw error; } });
};

// --- tenants ---------------------------------------------------------------------------------

const showTenants = () => {
  const focused = document.activeElement?.dataset?.tenant;
  at('tenants').replaceChildren(...[...tenants].map(([name, tenant]) => {
    const button = make('button', {type: 'button'}, make('span', {textContent: name}),
      make('span', {className: 'faint', textContent: tenant.exchanges}));
    button.dataset.tenant = name;
    button.setAttribute('aria-current', name === selected);
    button.addEventListener('click', doing(() => select(name)));
    return make('li', {}, button);
  }));
  [...at('tenants').querySelectorAll('button')].find((button) => button.dataset.tenant === focused)?.focus();
  at('no-tenants').hidden = tenants.size > 0;
  const used = selected !== null && tenants.get(selected)?.exchanges > 0;
  at('welcome').hidden = used;
  at('work').hidden = selected === null;
  showCommands();
};

const loadTenants = async () => {
  const list = (await ask('/tenants')).tenants;
  tenants.clear();
  for (const {tenant, scenario, exchanges} of list) {
    tenants.set(tenant, {scenario, exchanges});
  }
  if (!tenants.has(selected)) {
    selected = null;
  }
  showTenants();
  if (selected === null && tenants.size > 0) {
    await select([...tenants.keys()].pop());
  }
};

const select = async (name) => {
  selected = name;
  const mine = ++generation;
  groups.clear();
  at('journal').querySelectorAll('tbody').forEach((group) => group.remove());
  at('verdict').replaceChildren();
  at('older').hidden = true;
  at('name').textContent = name;
  at('report').href = pathOf(name, '/verdict?format=html');
  at('har').href = pathOf(name, '/journal?format=har');
  at('jsonl').href = pathOf(name, '/journal?format=jsonl');
  showTenants();
  const tenant = await ask(pathOf(name));
  if (mine !== generation) {
    return;
  }
  showClock(tenant.clock, tenant.advanced);
  const since = Math.max(0, tenant.journal.recorded - kMostRows);
  const journal = await ask(pathOf(name, `/journal?since=${since}`));
  if (mine !== generation) {
    return;
  }
  for (const exchange of journal.exchanges) {
    showExchange(exchange);
    (exchange.operations ?? []).forEach(showExchange);
  }
  count(name, journal.recorded);
  judgeSoon();
};

const count = (name, exchanges) => {
  const tenant = tenants.get(name);
  if (tenant !== undefined && exchanges > tenant.exchanges) {
    tenant.exchanges = exchanges;
    showTenants();
  }
};

const showClock = (clock, advanced) => {
  at('clock').textContent = `clock ${clock.replace('T', ' ')}` + (advanced === '0' || advanced === '0s' ? '' : `, advanced by ${advanced}`);
};

const showCommands = () => {
  const name = selected ?? scenarioName() ?? 'default';
  at('commands').textContent =
`token=$(curl -s ${graph}/${name}/oauth2/v2.0/token \\
  -d grant_type=client_credentials -d client_id=any -d client_secret=any \\
  -d scope=https://graph.microsoft.com/.default | jq -r .access_token)

curl -i -H "Authorization: Bearer $token" ${graph}/v1.0/users`;
};

// --- the journal -----------------------------------------------------------------------------

const kindOf = ({status}) => status === 0 ? 'failed' : status < 400 ? 'passed' : [429, 503, 504, 509].includes(status) ? 'pending' : 'failed';

const answerOf = (exchange) => {
  const {status, code, fault, retryAfter} = exchange.response;
  const parts = [status === 0 ? fault || 'none' : String(status), code, retryAfter && `wait ${retryAfter}`,
    status !== 0 && fault, exchange.aborted && 'client left'];
  return parts.filter(Boolean).join(' · ');
};

const madeBy = ({played}) => played.rule === 0 ? 'emulation'
  : `${played.name || `rule ${played.rule}`}, step ${played.step}${played.repeated ? ', repeated' : ''}`;

const tookOf = (exchange) => exchange.sent === undefined ? 'under way…'
  : `${Date.parse(exchange.sent) - Date.parse(exchange.begun)} ms`;

const cells = (exchange, ...extra) => [
  make('td', {}, ...extra),
  make('td', {textContent: exchange.tenantBegun.slice(11, 23), title: exchange.tenantBegun}),
  make('td', {className: 'request', textContent: `${exchange.request.method} ${exchange.request.path ?? exchange.request.url}${exchange.request.query ? `?${exchange.request.query}` : ''}`}),
  make('td', {}, make('b', {className: kindOf(exchange.response), textContent: answerOf(exchange)})),
  make('td', {textContent: tookOf(exchange)}),
  make('td', {textContent: madeBy(exchange)})
];

const detailText = ({request, response, nearest}) => {
  const part = (first, {headers, body}) => [first, ...headers.map(({name, value}) => `${name}: ${value}`), '',
    ...(body === undefined ? [] : [body.text + (body.cut ? `\n… of ${body.size} bytes` : ''), ''])].join('\n');
  return [part(`${request.method} ${request.url}`, request),
    part(`${response.status || 'no answer'} ${response.fault ?? ''}`, response),
    nearest === undefined ? '' : `Nearest: rule ${nearest.rule}, ${nearest.reason}`].join('\n').trim();
};

// Shows or hides the row that follows a request's own.
const toggleDetail = async (button, row, sequence) => {
  const open = button.getAttribute('aria-expanded') !== 'true';
  button.setAttribute('aria-expanded', open);
  if (!open) {
    row.nextElementSibling.remove();
    return;
  }
  const text = make('pre', {textContent: '…'});
  row.after(make('tr', {className: 'detail'}, make('td', {}), make('td', {colSpan: 5}, text)));
  const {exchanges} = await ask(pathOf(selected, `/journal?since=${sequence - 1}&limit=1`));
  text.textContent = exchanges.length === 1 && exchanges[0].sequence === sequence ? detailText(exchanges[0])
    : 'The journal no longer holds it.';
};

const rowOf = (exchange) => {
  const row = make('tr', {id: `e${exchange.sequence}`});
  const button = make('button', {type: 'button', textContent: exchange.operation === undefined ? `#${exchange.sequence}` : `#${exchange.sequence} · ${exchange.operation}`});
  button.setAttribute('aria-expanded', false);
  button.setAttribute('aria-label', `headers and bodies of request ${exchange.sequence}`);
  button.addEventListener('click', doing(() => toggleDetail(button, row, exchange.sequence)));
  row.append(...cells(exchange, button));
  return row;
};

// A row that is there takes what has become known; its button and its detail stay.
const renew = (row, exchange) => {
  row.replaceChildren(row.firstElementChild, ...cells(exchange).slice(1));
};

const showOperation = (group, exchange) => {
  const row = rowOf(exchange);
  row.className = 'operation';
  const toggle = group.querySelector('.unfold') ?? unfold(group);
  row.hidden = toggle.getAttribute('aria-expanded') !== 'true';
  group.append(row);
  toggle.textContent = `${group.querySelectorAll('tr.operation').length} operations`;
};

const unfold = (group) => {
  const toggle = make('button', {type: 'button', className: 'unfold'});
  toggle.setAttribute('aria-expanded', false);
  toggle.addEventListener('click', () => {
    const open = toggle.getAttribute('aria-expanded') !== 'true';
    toggle.setAttribute('aria-expanded', open);
    group.querySelectorAll('tr.operation').forEach((row) => { row.hidden = !open; });
  });
  group.append(make('tr', {className: 'fold'}, make('td', {}), make('td', {colSpan: 5}, toggle)));
  return toggle;
};

const showExchange = (exchange) => {
  const row = document.getElementById(`e${exchange.sequence}`);
  if (row !== null) {
    renew(row, exchange);
    return;
  }
  const parent = groups.get(exchange.parent);
  if (parent !== undefined) {
    showOperation(parent, exchange);
    return;
  }
  const group = make('tbody', {className: 'new'}, rowOf(exchange));
  groups.set(exchange.sequence, group);
  at('journal').tHead.after(group);
  if (groups.size > kMostRows) {
    const [oldest, rows] = groups.entries().next().value;
    rows.remove();
    groups.delete(oldest);
    at('older').textContent = `The last ${kMostRows} requests; the report and the archive have all.`;
    at('older').hidden = false;
  }
};

// --- the verdict -----------------------------------------------------------------------------

let judging = null;

// At most one at a time, and never more often than it costs.
const judgeSoon = () => {
  judging ??= setTimeout(doing(judge), 250);
};

const judge = async () => {
  const name = selected;
  const mine = generation;
  const before = performance.now();
  let again = 0;
  try {
    if (name !== null && tenants.get(name)?.exchanges > 0) {
      const html = await call('GET', pathOf(name, '/verdict?format=fragment'));
      if (mine === generation) {
        showVerdict(html);
        again = html.includes('data-outcome="pending"') ? 2000 : 0;
      }
    }
  } finally {
    const cost = performance.now() - before;
    judging = setTimeout(() => { judging = null; if (again > 0) { judgeSoon(); } }, Math.max(4 * cost, again));
    if (mine !== generation) {
      clearTimeout(judging);
      judging = null;
      judgeSoon();
    }
  }
};

// What is unfolded and what has the focus stays so.
const showVerdict = (html) => {
  const box = at('verdict');
  const fresh = new DOMParser().parseFromString(html, 'text/html').body;
  const keyOf = (element) => element?.closest?.('[data-finding]')?.dataset.finding;
  const focused = box.contains(document.activeElement) ? keyOf(document.activeElement) : undefined;
  const open = new Map([...box.querySelectorAll('details[data-touched]')].map((one) => [one.dataset.finding, one.open]));
  for (const details of fresh.querySelectorAll('details[data-finding]')) {
    if (open.has(details.dataset.finding)) {
      details.open = open.get(details.dataset.finding);
      details.dataset.touched = '';
    }
  }
  box.replaceChildren(...fresh.childNodes);
  box.querySelectorAll('summary').forEach((summary) => {
    summary.addEventListener('click', () => { summary.parentElement.dataset.touched = ''; });
    if (focused !== undefined && keyOf(summary) === focused) {
      summary.focus();
    }
  });
};

// --- scenarios and buttons -------------------------------------------------------------------

const scenarioName = () => at('scenario').value || undefined;

const showSummary = () => {
  at('summary').textContent = scenarios.find(({name}) => name === scenarioName())?.summary ?? '';
  showCommands();
};

const loadScenarios = async () => {
  const chosen = scenarioName();
  scenarios = (await ask('/scenarios')).scenarios;
  at('scenario').replaceChildren(...scenarios.map(({name}) => make('option', {value: name, textContent: name})));
  if (scenarios.some(({name}) => name === chosen)) {
    at('scenario').value = chosen;
  }
  showSummary();
};

const start = async () => {
  const label = at('label').value.trim();
  const name = (label === '' ? scenarioName() : `${scenarioName()}.${label}`).toLowerCase();
  const {tenant, scenario, journal} = JSON.parse(await call('POST', pathOf(name)));
  tenants.set(tenant, {scenario, exchanges: journal.recorded});
  await select(tenant);
  at('tenant').focus();
};

const press = (rest) => doing(() => call('POST', pathOf(selected, rest)));

at('scenario').addEventListener('change', showSummary);
at('scenario').addEventListener('focus', doing(loadScenarios));
at('start').addEventListener('submit', doing(start));
at('reset').addEventListener('click', press('/reset'));
at('expire').addEventListener('click', press('/expire'));
at('revoke').addEventListener('click', press('/revoke'));
at('advance').addEventListener('submit', doing(() => call('POST', pathOf(selected, '/clock'), {advance: at('by').value.trim()})));
at('end').addEventListener('click', doing(() => call('DELETE', pathOf(selected))));

// --- the events ------------------------------------------------------------------------------

const reload = doing(async () => {
  await loadScenarios();
  await loadTenants();
  if (selected !== null) {
    await select(selected);
  }
});

const whenTold = (act) => (data) => doing(() => act(data))();

const told = {
  hello: ({resumed}) => { if (!resumed) { reload(); } },
  missed: () => reload(),
  tenant: whenTold(async ({tenant, scenario, change}) => {
    if (change === 'ended') {
      tenants.delete(tenant);
      selected = tenant === selected ? null : selected;
      generation += selected === null ? 1 : 0;
    } else {
      tenants.set(tenant, {scenario, exchanges: change === 'reset' ? 0 : tenants.get(tenant)?.exchanges ?? 0});
    }
    showTenants();
    if (change === 'reset' && tenant === selected || change === 'made' && selected === null) {
      await select(tenant);
    }
  }),
  exchange: (exchange) => {
    count(exchange.tenant, exchange.sequence);
    if (exchange.tenant === selected) {
      showExchange(exchange);
      judgeSoon();
    }
  },
  clock: ({tenant, clock, advanced}) => {
    if (tenant === selected) {
      showClock(clock, advanced);
      judgeSoon();
    }
  },
  stray: (exchange) => {
    at('strays').prepend(make('li', {textContent: `${exchange.request.method} ${exchange.request.url}: ${exchange.response.status}`}));
    at('strays').children[50]?.remove();
    at('stray-count').textContent = Number(at('stray-count').textContent) + 1;
    at('stray-box').hidden = false;
  },
  skipped: ({tenant}) => { if (tenant === selected) { judgeSoon(); } }
};

const say = (text, state) => {
  at('link').textContent = text;
  at('link').className = `link ${state}`;
};

let source = null;
const listen = () => {
  source = new EventSource('/events');
  source.onopen = () => say('live', 'live');
  source.onerror = () => {
    say('lost; trying again…', 'lost');
    // A refusal ends an EventSource for good.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(listen, 3000);
    }
  };
  for (const [name, tell] of Object.entries(told)) {
    source.addEventListener(name, (event) => tell(JSON.parse(event.data)));
  }
};
addEventListener('pagehide', () => source?.close());
addEventListener('pageshow', (event) => { if (event.persisted) { listen(); } });
listen();
