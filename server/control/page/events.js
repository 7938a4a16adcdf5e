// What the server tells as it happens; last, since it sets all going.

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
      showExchange(exchange, true);
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
    say('connection lost; trying again…', 'lost');
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
