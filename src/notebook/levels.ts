import type { Climb } from '../grade/index.js';
import { recall } from './learner.js';
import { levelsHtml } from './levels/html.js';
import { reachedBy } from './levels/reached.js';
import type { Reached, State } from './levels/reached.js';
import { Shown } from './shown.js';

/**
 * The levels of a climb: which are won, which is next, and what is in hand by now. It reads your record, so it may be
 * asked again at any time, in a kernel that has just been started too.
 *
 * @example
 * levels(climbs.backwardByHand);
 */
export function levels(climb: Climb): Shown {
  const { learner, note } = recall();
  const reached = reachedBy(learner, climb);
  return new Shown(
    [asText(climb, reached), note].filter(Boolean).join('\n'),
    levelsHtml(climb, reached, note),
  );
}

const symbols: Readonly<Record<State, string>> = { done: '✓', open: '▸', 'not yet': '·' };

function asText({ title, levels }: Climb, reached: readonly Reached[]): string {
  const won = reached.filter(({ state }) => state === 'done').length;
  const rows = reached.flatMap(({ level, state, left }, i) => {
    const row = `${symbols[state]} ${String(i + 1).padStart(2)}  ${level.title} (${state})`;
    if (state === 'done') return [`${row}: ${level.tool}`];
    return state === 'open' ? [row, `      ${level.goal}`, `      Still to do: ${left.join(', ')}.`] : [row];
  });
  return [`${title}: ${won} of ${levels.length} levels won`, ...rows].join('\n');
}
