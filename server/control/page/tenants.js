// The list of tenants, and the one that is shown.

const showTenants = () => {
  const focused = document.activeElement?.dataset?.tenant;
  at('tenants').replaceChildren(...[...tenants].map(([name, tenant]) => {
    const button = make('button', {type: 'button'}, make('span', {textContent: name}),
      make('span', {className: 'faint count', textContent: tenant.exchanges}));
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
    (exchange.operations ?? []).forEach((operation) => showExchange(operation));
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
