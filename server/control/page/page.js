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
