// The verdict of the tenant that is shown, asked for again as requests come.

let isStale = false;   // something has come since the last verdict
let judging = null;    // a timer or a verdict under way

// At most one at a time, and never more often than it costs.
const judgeSoon = (wait = 250) => {
  isStale = true;
  judging ??= setTimeout(doing(judge), wait);
};

const judge = async () => {
  const [name, mine, before] = [selected, generation, performance.now()];
  isStale = false;
  let isOpen = false;
  try {
    if (name !== null && tenants.get(name)?.exchanges > 0) {
      const html = await call('GET', pathOf(name, '/verdict?format=fragment'));
      if (mine === generation) {
        showVerdict(html);
        isOpen = html.includes('data-outcome="pending"');
      }
    }
  } finally {
    judging = null;
    if (isStale || isOpen) {
      judgeSoon(Math.max(4 * (performance.now() - before), isStale ? 250 : 2000));
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
