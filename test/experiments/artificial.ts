import type { Claim, Experiment, Result } from '../../src/experiments/experiment.js';
import { medianOver } from '../../src/experiments/claims.js';

const shift = (results: readonly Result[], arm: string): number =>
  medianOver(results, { arm, size: 4 }, 'loss');

const higher: Claim = {
  id: 'right-is-higher',
  text: 'At size 4 the loss of right is at least 2 above that of left.',
  relation: 'at least',
  threshold: 2,
  value: (results) => shift(results, 'right') - shift(results, 'left'),
  kind: { of: 'difference', between: ['left', 'right'] },
  sabotage: 'no-shift',
};

const one: Claim = {
  id: 'left-is-one',
  text: 'At size 4 the loss of left lies between 0.5 and 1.5.',
  relation: 'between',
  threshold: [0.5, 1.5],
  value: (results) => shift(results, 'left'),
  kind: {
    of: 'value',
    deviation: {
      metric: 'loss',
      factor: 2,
      where: ({ arm, setting }) => arm === 'left' && setting.size === 4,
    },
  },
  sabotage: 'no-start',
};

/** An experiment that takes no time: a little noise around 1, and 3 more on the right. */
export const artificial: Experiment = {
  name: 'artificial',
  question: 'Is right higher than left?',
  varied: 'the side; the size',
  held: 'the noise',
  source: 'none',
  arms: ['left', 'right'],
  metrics: { loss: 'a number', trace: 'some numbers' },
  limits: 'it shows nothing about the world',
  sabotages: { 'no-shift': 'right is as high as left', 'no-start': 'left lies around 0' },
  plans: (preset) =>
    ['left', 'right'].flatMap((arm) =>
      (preset === 'full' ? [2, 4, 8] : [2, 4]).map((size) => ({ arm, setting: { size }, cost: size })),
    ),
  *run({ arm, setting }, { random, sabotage, dtype }) {
    const [noise] = random('noise').normals([1], { deviation: 0.05, dtype }).data;
    const start = sabotage === 'no-start' ? 0 : 1;
    const trace: number[] = [];
    for (let step = 0; step < Number(setting.size); step++) {
      trace.push((step + 1) * noise);
      yield { done: step + 1, of: Number(setting.size) };
    }
    return { loss: start + noise + (arm === 'right' && sabotage !== 'no-shift' ? 3 : 0), trace };
  },
  claims: () => [higher, one],
};

/** The same with claims that cannot fail, or that do not hear what they say they hear. */
export const gullible: Experiment = {
  ...artificial,
  name: 'gullible',
  claims: () => [
    { ...higher, id: 'always', value: () => 3 },
    { ...higher, id: 'too-lenient', threshold: -1 },
    { ...one, id: 'too-wide', threshold: [-10, 10] },
    { ...one, id: 'wrong-sabotage', sabotage: 'no-shift' },
    { ...higher, id: 'never', threshold: 100 },
  ],
};
