// The running journal of the tenant that is shown: a <tbody> a request, with its detail and its operations.

const kindOf = ({status}) => status === 0 ? 'failed' : status < 400 ? 'passed' : [429, 503, 504, 509].includes(status) ? 'pending' : 'failed';

const answerOf = (exchange) => {
  const {status, code, fault, retryAfter} = exchange.response;
  const parts = [status === 0 ? fault || 'none' : String(status), code, retryAfter && `wait ${retryAfter}`,
    status !== 0 && fault, exchange.aborted && 'client left'];
  return parts.filter(Boolean).join(' · ');
};

const madeBy = ({played}) => played.rule === 0 ? 'emulation'
  : `${played.name || `rule ${played.rule}`}, step ${played.step}${played.repeated ? ', repeated' : ''}`;

const tookOf = (exchange) => exchange.sent === undefined ? 'in progress…'
  : `${Date.parse(exchange.sent) - Date.parse(exchange.begun)} ms`;

const targetOf = ({path, url, query}) => (path ?? url) + (query ? `?${query}` : '');
const briefly = (text) => text.replace(/(skiptoken=.{8})[^&]{8,}/, '$1…');

const cells = (exchange, ...extra) => [
  make('td', {}, ...extra),
  make('td', {textContent: exchange.tenantBegun.slice(11, 23), title: exchange.tenantBegun}),
  make('td', {className: 'request', title: targetOf(exchange.request),
    textContent: `${exchange.operation === undefined ? '' : `${exchange.operation} · `}${exchange.request.method} ${briefly(targetOf(exchange.request))}`}),
  make('td', {}, make('b', {className: kindOf(exchange.response), textContent: answerOf(exchange)})),
  make('td', {textContent: tookOf(exchange)}),
  make('td', {textContent: madeBy(exchange)})
];

const detailText = ({request, response, nearest}) => {
  const part = (first, {headers, body}) => [first, ...headers.map(({name, value}) => `${name}: ${value}`), '',
    ...(body === undefined ? [] : [body.text + (body.cut ? `\n… of ${body.size} bytes` : ''), ''])].join('\n');
  return [part(`${request.method} ${request.url}`, request),
    part(`${response.status || 'no answer'} ${response.fault ?? ''}`, response),
    nearest === undefined ? '' : `Nearest rule: ${nearest.rule}; ${nearest.reason}`].join('\n').trim();
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
    : 'It is no longer in the journal.';
};

const rowOf = (exchange) => {
  const row = make('tr', {id: `e${exchange.sequence}`});
  const button = make('button', {type: 'button', textContent: `#${exchange.sequence}`});
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
  const operations = group.querySelectorAll('tr.operation').length;
  toggle.textContent = `${operations} ${operations === 1 ? 'operation' : 'operations'}`;
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

const showExchange = (exchange, isNew = false) => {
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
  const group = make('tbody', {className: isNew ? 'new' : ''}, rowOf(exchange));
  group.dataset.sequence = exchange.sequence;
  groups.set(exchange.sequence, group);
  const shown = at('journal').tBodies;
  at('journal').insertBefore(group, [...shown].find((one) => one.dataset.sequence < exchange.sequence) ?? null);
  if (groups.size > kMostRows) {
    const oldest = shown[shown.length - 1];
    groups.delete(Number(oldest.dataset.sequence));
    oldest.remove();
    at('older').textContent = `Only the last ${kMostRows} requests are shown; the report and the HAR file have all of them.`;
    at('older').hidden = false;
  }
};
