import type { Climb } from '../../grade/index.js';
import { escaped } from '../card.js';
import type { Reached, State } from './reached.js';
import { mountain } from './mountain.js';

const style = `<style>
.normlab-levels { container-type: inline-size; max-width: 44em; color: inherit; --next: #0072B2; --won: #009E73; }
@media (prefers-color-scheme: dark) { .normlab-levels { --next: #56B4E9; } }
[data-jp-theme-light='true'] .normlab-levels { --next: #0072B2; }
:is([data-jp-theme-light='false'], .vscode-dark) .normlab-levels { --next: #56B4E9; }
.normlab-levels p { margin: 0.35em 0; }
.normlab-levels svg { display: block; width: 100%; max-width: 44em; height: auto; }
.normlab-levels ol.levels { list-style: none; margin: 0.6em 0; padding: 0; }
.normlab-levels .level { display: grid; grid-template-columns: 2.2em minmax(0, 1fr) max-content; gap: 0 0.8em; margin: 0; padding: 0.5em 0; align-items: baseline; }
.normlab-levels .level + .level { border-top: 1px solid rgba(128, 128, 128, 0.22); }
.normlab-levels .badge { width: 1.9em; height: 1.9em; line-height: 1.75em; border: 2px solid #7A7A7A; border-radius: 50%; text-align: center; font-size: 0.86em; font-variant-numeric: tabular-nums; }
.normlab-levels .done .badge { color: #FFFFFF; background: var(--won); border-color: var(--won); }
.normlab-levels .open .badge { border-color: var(--next); border-width: 3px; line-height: 1.6em; font-weight: 700; }
.normlab-levels .open .title { font-weight: 700; }
.normlab-levels .state { font-size: 0.86em; white-space: nowrap; }
.normlab-levels :is(.done, .open) .state { font-weight: 600; }
.normlab-levels .more { grid-column: 2 / -1; font-size: 0.92em; }
.normlab-levels .later { opacity: 0.72; }
.normlab-levels code { font-size: 0.92em; }
</style>`;

const classes: Readonly<Record<State, string>> = { done: 'done', open: 'open', 'not yet': 'later' };

/** The climb as a page shows it: the mountain, then its levels as a list. */
export function levelsHtml({ title }: Climb, reached: readonly Reached[], note: string): string {
  const won = reached.filter(({ state }) => state === 'done').length;
  return `<div class="normlab-levels">${style}
<p><strong>${escaped(title)}</strong> · ${won} of ${reached.length} levels won</p>
${mountain(reached)}
<ol class="levels">
${reached.map(entry).join('\n')}
</ol>
${note && `<p>${escaped(note)}</p>`}</div>`;
}

function entry({ level, state, left }: Reached, i: number): string {
  const more =
    state === 'done'
      ? `In hand: ${escaped(level.tool)}`
      : state === 'open'
        ? `${escaped(level.goal)}<br>Still to do: ${left.map((need) => `<code>${escaped(need)}</code>`).join(', ')}`
        : escaped(level.goal);
  return `<li class="level ${classes[state]}"><span class="badge">${i + 1}</span><span class="title">${escaped(level.title)}</span><span class="state">${state}</span><span class="more">${more}</span></li>`;
}
