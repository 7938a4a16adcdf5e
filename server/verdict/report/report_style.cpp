// SPDX-License-Identifier: MIT
#include "verdict/report/report_style.hpp"

namespace graphfault::verdict {

std::string_view report_style() {
  return R"css(
:root {
  color-scheme: light dark;
  --ink: #1c2330; --faint: #5c6675; --paper: #fff; --line: #d8dde5; --panel: #f6f8fa;
  --good: #1a7f4b; --bad: #c4314b; --warn: #a86400; --hatch: #c4314b66;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6e9ef; --faint: #9aa4b2; --paper: #14181f; --line: #333b47; --panel: #1c222b;
    --good: #4cc38a; --bad: #ff6b81; --warn: #f0b429; --hatch: #ff6b8166;
  }
}
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 2rem auto; max-width: 78rem; padding: 0 1.2rem; }
h1 { font-size: 1.5rem; margin: 2.5rem 0 0; overflow-wrap: anywhere; }
h1:first-child { margin-top: 0; }
h2 { font-size: 1.1rem; margin: 2rem 0 .6rem; }
ul { margin: .3rem 0 .3rem 1.2rem; padding: 0; }
li, summary { overflow-wrap: anywhere; }
code { overflow-wrap: anywhere; }
.summary td:not(:last-child) { white-space: nowrap; }
code, td, th { font: 13px/1.45 ui-monospace, monospace; }
th { color: var(--faint); }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; padding: .2rem .9rem .2rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td:first-child, td:nth-child(2) { white-space: nowrap; }
td.request { overflow-wrap: anywhere; min-width: 14rem; }
tr:target { background: color-mix(in srgb, var(--warn) 25%, transparent); }
details { border: 1px solid var(--line); border-radius: 6px; padding: .45rem .8rem; margin: .35rem 0; background: var(--panel); }
summary { cursor: pointer; }
details p { margin: .3rem 0; }
details.rest { background: none; }
a { color: inherit; }
:focus-visible { outline: 2px solid var(--warn); outline-offset: 2px; }
.scroll { overflow-x: auto; }
.faint, .not { color: var(--faint); }
.outcome { font-weight: 700; }
.passed { color: var(--good); }
.failed { color: var(--bad); }
.pending { color: var(--warn); }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: .3rem 0; font-size: .85rem; color: var(--faint); }
.legend svg { width: 1.6rem; height: .8rem; vertical-align: middle; margin-right: .4rem; }
svg.timeline { display: block; width: 100%; min-width: 60rem; }
svg text { fill: var(--ink); font: 11px ui-monospace, monospace; }
svg .tick { fill: var(--faint); text-anchor: middle; }
svg .grid { stroke: var(--line); }
svg .hatch { stroke: var(--hatch); stroke-width: 3; }
svg .window { fill: url(#hatch); stroke: var(--bad); stroke-opacity: .5; }
svg .good { fill: var(--good); }
svg .throttled { fill: var(--warn); }
svg .refused, svg .broken { fill: var(--bad); }
svg .early { stroke: var(--bad); stroke-width: 2.5; }
)css";
}

}  // namespace graphfault::verdict
