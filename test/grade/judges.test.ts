import { gradeCandidate } from '../../src/grade/index.js';
import type { Exercise } from '../../src/grade/index.js';
import type { Experiment } from '../../src/grade/judging.js';
import { judges } from '../../src/grade/judges.js';
import { run } from './versions.js';

type Layer = (x: number) => number;
type Judge = Experiment<Layer>;
const layer = (name: string, of: Layer): { name: string; layer: Layer; says: string } => ({
  name,
  layer: of,
  says: `About ${name}.`,
});
const onlyTwo: Judge = (f) => f(2) === 4;
const checks = judges<Layer>({
  right: { name: 'believes what doubles', points: 40, layers: [layer('double', (x) => 2 * x)] },
  wrong: [{ name: 'refuses what squares', points: 60, layers: [layer('square', (x) => x * x)] }],
  telling: [layer('constant', () => 4)],
  known: [{ name: 'asks about 2 only', says: 'Ask about 3.', candidate: onlyTwo }],
});
const exercise = { id: 'X', asks: 'an experiment', checks } as unknown as Exercise;
const passing: Judge = (f) => f(3) === 6;
const last = (experiment: Judge): unknown => gradeCandidate(experiment, exercise, { run }).findings.at(-1);

describe('judges', () => {
  it('believe what is right, then refuse what is wrong', () => {
    expect(gradeCandidate(passing, exercise, { run })).toMatchObject({
      outcome: 'passed',
      points: 100,
    });
    expect(last((f) => f(1) > 9)).toMatchObject({ check: 'believes what doubles', passed: false });
  });

  it('name a known wrong experiment by its verdicts on all layers, telling ones included', () => {
    expect(last((f) => f(2) - 4 === 0)).toMatchObject({
      misconception: 'asks about 2 only',
      message: 'Ask about 3.',
    });
  });

  it('say where a verdict is upside down', () => {
    expect(last((f) => f(3) !== 6)).toMatchObject({ misconception: 'upside down' });
  });

  it('say of a false alarm that what is refused rightly counts again, where anything is', () => {
    const again = 'The wrong ones that it refuses count as soon as it refuses no right one.';
    expect(last((f) => f(3) === 7)).toMatchObject({ message: `About double. ${again}` });
    expect(last((f) => f(3) === 9)).toMatchObject({ message: expect.not.stringContaining(again) as string });
  });

  it('say the sentence of the misjudged layer where no known experiment judges alike', () => {
    expect(last((f) => f(2) === 4 && f(0) === 0)).toMatchObject({
      misconception: 'slips through',
      message: 'About square.',
    });
  });
});
