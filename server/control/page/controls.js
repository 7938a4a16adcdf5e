// Scenarios and buttons.

const scenarioName = () => at('scenario').value || undefined;

const showSummary = () => {
  at('summary').textContent = scenarios.find(({name}) => name === scenarioName())?.summary ?? '';
  showCommands();
};

const loadScenarios = async () => {
  const before = scenarios.map(({name}) => name).join();
  scenarios = (await ask('/scenarios')).scenarios;
  if (before !== scenarios.map(({name}) => name).join()) {
    const chosen = scenarioName();
    at('scenario').replaceChildren(...scenarios.map(({name}) => make('option', {value: name, textContent: name})));
    if (scenarios.some(({name}) => name === chosen)) {
      at('scenario').value = chosen;
    }
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
