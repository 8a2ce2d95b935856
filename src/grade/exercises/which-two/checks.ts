import { Failure } from '../../exercise.js';
import type { Check } from '../../exercise.js';
import { notYetWritten } from '../../not-yet-written.js';
import { picked } from './picked.js';
import type { Picked, Reason } from './picked.js';
import { mistakes } from './mistakes.js';
import type { Mistake } from './mistakes.js';

type Names = readonly string[];

/** The two that a gradient check catches, and why. */
const wanted: Readonly<Record<string, Reason>> = { 'cut off': 'path missing', float16: 'rounded steps' };

/** Names first, then the layers, then why. */
export const whichTwoChecks: readonly Check<Names>[] = [
  asking('is written in names of the hall and of the reasons', 10, ({ unknown }) =>
    unknown.length > 0 ? 'a name of its own' : undefined,
  ),
  asking('holds the two layers that a gradient check catches', 50, ({ layers }) => wrongLayers(layers)),
  asking('says why, for each of the two', 40, wrongReasons),
];

function asking(
  name: string,
  points: number,
  mistake: (answer: Picked) => Mistake | undefined,
): Check<Names> {
  return {
    name,
    points,
    run(names) {
      if (names.length === 0) notYetWritten('E4.4');
      const answer = picked(names);
      const found = mistake(answer);
      if (found === undefined) return;
      throw new Failure(found, mistakes[found], {
        input: `[${names.map((each) => `'${each}'`).join(', ')}]`,
        expected: 'two layers of the hall, and a reason for each',
        got: `layers: ${listed(answer.layers)}; reasons: ${listed(answer.reasons)}; neither: ${listed(answer.unknown)}`,
      });
    },
  };
}

function listed(names: Names): string {
  return names.length === 0 ? 'none' : names.join(', ');
}

function wrongLayers(layers: Names): Mistake | undefined {
  const others = layers.filter((name) => !(name in wanted));
  if (others.includes('E[x²] − E[x]²')) return 'loses digits';
  if (others.includes('no ε')) return 'divides by 0';
  if (others.some((name) => ['no β', 'no γ', 'one γ'].includes(name))) return 'forgets a parameter';
  if (others.length > 0) return 'computes something else';
  return new Set(layers).size < 2 ? 'one is missing' : undefined;
}

function wrongReasons({ layers, reasons }: Picked): Mistake | undefined {
  const given = (name: string): Reason | undefined => reasons[layers.indexOf(name)];
  const [cut, half] = Object.keys(wanted).map(given);
  if (cut === undefined || half === undefined) return 'a reason is missing';
  if (cut === wanted.float16 && half === wanted['cut off']) return 'reasons exchanged';
  if (cut !== wanted['cut off']) return cut === 'wrong numbers' ? 'its y is wrong' : 'not why it is cut off';
  if (half !== wanted.float16) return half === 'wrong numbers' ? 'a wrong y is enough' : 'not why float16';
  return undefined;
}
