import { Failure, hall, isNotYetWritten, tally } from '../grade/index.js';
import type { LayerNormFunction, Tally } from '../grade/index.js';
import { Card } from './card.js';
import { withFirstLines } from './check/first-lines.js';
import { run } from './limits.js';

const milliseconds = 10_000;

/**
 * Sends the layers of the hall through your checks, and says how many of the wrong ones they catch and how many of the
 * right ones they accuse.
 *
 * @param checks Your function itself, not a call of it.
 * @example
 * score(myChecks);
 */
export function score(checks: (layer: LayerNormFunction) => boolean): Card {
  try {
    const counted = withFirstLines(() => run(() => tally(checks), { milliseconds }));
    if (counted) return card(counted.value);
    return new Card('no', 'No score yet.', [
      `Your checks were still running after ${milliseconds / 1000} seconds and were stopped.`,
    ]);
  } catch (error) {
    if (isNotYetWritten(error))
      return new Card('note', 'No score yet.', [
        'Replace the line that calls notYetWritten, then run this cell again.',
      ]);
    if (error instanceof Failure) return new Card('no', 'No score yet.', [error.message]);
    throw error;
  }
}

function card({ slips, accused, stopped }: Tally): Card {
  const [wrong, right] = [hall.wrong.length, hall.right.length];
  const perfect = slips.length === 0 && accused.length === 0;
  const heading = `${wrong - slips.length} of ${wrong} wrong layers caught, ${accused.length} of ${right} right ones accused.`;
  const values = [
    ['still slip through', slips],
    [
      'accused, though right',
      accused.map((name) => (name in stopped ? `${name} (stopped: ${stopped[name]})` : name)),
    ],
  ] as const;
  const listed = values.filter(([, names]) => names.length > 0);
  return new Card(perfect ? 'yes' : 'note', heading, [
    listed.length > 0 ? { values: listed.map(([what, names]) => [what, names.join(', ')] as const) } : '',
  ]);
}
