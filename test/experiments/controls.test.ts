import { controlled, controlsOf, nulled, planted } from '../../src/experiments/controls.js';
import type { Outcome } from '../../src/experiments/controls.js';
import type { Experiment } from '../../src/experiments/experiment.js';
import { idOf, recordsOf } from '../../src/experiments/runs.js';
import type { Wish } from '../../src/experiments/runs.js';
import { artificial, gullible } from './artificial.js';

async function outcomes(experiment: Experiment): Promise<{ found: Outcome[]; wishes: string[][] }> {
  const found: Outcome[] = [];
  const wishes: string[][] = [];
  const records = (wish: Wish): Promise<ReturnType<typeof nulled>> => {
    const results = [...recordsOf(experiment, wish)];
    wishes.push(results.map(idOf));
    return Promise.resolve(results);
  };
  const means = { seeds: [100, 101, 102], otherSeeds: [200, 201, 202], records };
  for await (const outcome of controlled(experiment, 'notebook', means)) found.push(outcome);
  return { found, wishes };
}

const spelled = ({ claim, control, holds }: Outcome): string =>
  `${claim}: ${control}, ${holds ? 'holds' : 'does not hold'}`;

test('an honest claim holds on fresh seeds and with another generator, and nowhere else', async () => {
  const { found } = await outcomes(artificial);
  expect(found.map(spelled).sort()).toEqual([
    'left-is-one: fresh seeds, holds',
    'left-is-one: planted deviation, does not hold',
    'left-is-one: sabotage, does not hold',
    'left-is-one: second generator, holds',
    'right-is-higher: fresh seeds, holds',
    'right-is-higher: null, does not hold',
    'right-is-higher: sabotage, does not hold',
    'right-is-higher: second generator, holds',
  ]);
  expect(found.every(({ passed }) => passed)).toBe(true);
  const values = found.filter(({ claim }) => claim === 'left-is-one').map(({ value }) => value);
  expect(new Set(values).size).toBe(4);
});

test('a claim that cannot fail, that is too lenient, too wide, deaf to its sabotage, or false is found out', async () => {
  const { found } = await outcomes(gullible);
  expect(
    found
      .filter(({ passed }) => !passed)
      .map(spelled)
      .sort(),
  ).toEqual([
    'always: null, holds',
    'always: sabotage, holds',
    'never: fresh seeds, does not hold',
    'never: second generator, does not hold',
    'too-lenient: null, holds',
    'too-lenient: sabotage, holds',
    'too-wide: planted deviation, holds',
    'too-wide: sabotage, holds',
    'wrong-sabotage: sabotage, holds',
  ]);
});

test('every claim has its four controls', async () => {
  for (const experiment of [artificial, gullible]) {
    const { found } = await outcomes(experiment);
    for (const claim of experiment.claims('notebook'))
      expect(found.filter(({ claim: id }) => id === claim.id).map(({ control }) => control)).toEqual(
        controlsOf(claim),
      );
  }
});

test('only runs that a claim has read are done again', async () => {
  const { wishes } = await outcomes(artificial);
  const ids = (arms: string[], seeds: number[]): string[] =>
    arms.flatMap((arm) => seeds.map((seed) => `${arm}, size 4, seed ${seed}`));
  expect(wishes.map((wish) => wish.length)).toEqual([12, 3, 6, 3, 6]);
  expect(wishes.slice(1)).toEqual([
    ids(['left'], [200, 201, 202]),
    ids(['left', 'right'], [100, 101, 102]),
    ids(['left'], [100, 101, 102]),
    ids(['left', 'right'], [100, 101, 102]),
  ]);
});

test('in the null the second arm is the first one with other seeds, and the other arms stay', () => {
  const one = [...recordsOf(artificial, { preset: 'notebook', seeds: [1] })];
  const again = [...recordsOf(artificial, { preset: 'notebook', seeds: [2] })];
  const third = { ...one[0], arm: 'third' };
  const found = nulled(['left', 'right'], [...one, third], again);
  expect(found).toEqual([
    one[0],
    one[1],
    third,
    { ...again[0], arm: 'right' },
    { ...again[1], arm: 'right' },
  ]);
});

test('a deviation is planted where it should be, in numbers and in arrays of numbers', () => {
  const [result, other] = recordsOf(artificial, { preset: 'notebook', seeds: [1] });
  const where = ({ setting }: typeof result): boolean => setting.size === 2;
  const { loss, trace } = result.metrics as { loss: number; trace: number[] };
  expect(planted({ metric: 'loss', factor: 3, where }, [result, other])).toEqual([
    { ...result, metrics: { loss: loss * 3, trace } },
    other,
  ]);
  expect(planted({ metric: 'trace', factor: 3, where }, [result])[0].metrics).toEqual({
    loss,
    trace: [trace[0] * 3, trace[1] * 3],
  });
});
