import type { Experiment } from '../../src/experiments/experiment.js';
import { experiments } from '../../src/experiments/registry.js';
import { circumstances, finish, idOf, perform, recordsOf, runs } from '../../src/experiments/runs.js';
import { stream } from '../../src/tensor/random.js';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { artificial } from './artificial.js';

const plan = { arm: 'right', setting: { size: 2 }, cost: 2 };
const given = circumstances({ preset: 'notebook', seed: 5 });
const wish = { preset: 'notebook', seeds: [3, 7] } as const;

test('the runs of an experiment are its plans, arm by arm, each with every seed', () => {
  expect(runs(artificial, 'notebook', [3, 7]).map(({ id }) => id)).toEqual([
    'left, size 2, seed 3',
    'left, size 2, seed 7',
    'left, size 4, seed 3',
    'left, size 4, seed 7',
    'right, size 2, seed 3',
    'right, size 2, seed 7',
    'right, size 4, seed 3',
    'right, size 4, seed 7',
  ]);
});

test('the name of a run does not depend on the order in which its setting was written', () => {
  const a = idOf({ arm: 'pre', setting: { depth: 2, learningRate: 0.1 }, seed: 1 });
  expect(a).toBe('pre, depth 2, learningRate 0.1, seed 1');
  expect(idOf({ arm: 'pre', setting: { learningRate: 0.1, depth: 2 }, seed: 1 })).toBe(a);
});

test('an arm that the experiment does not name, and a run that is planned twice, are refused', () => {
  const planned = (plans: Experiment['plans']): Experiment => ({ ...artificial, plans });
  expect(() =>
    runs(
      planned(() => [{ ...plan, arm: 'rihgt' }]),
      'full',
      [1],
    ),
  ).toThrow('artificial: expected an arm among left, right, got rihgt');
  expect(() =>
    runs(
      planned(() => [plan, plan]),
      'full',
      [1],
    ),
  ).toThrow('artificial: expected every run to be planned once, got right, size 2, seed 1 twice');
});

test('a run can be looked at between its steps, and says how long it took', () => {
  let time = 1000;
  const steps = perform(artificial, plan, given, () => (time += 500));
  expect(steps.next().value).toEqual({ done: 1, of: 2 });
  expect(steps.next().value).toEqual({ done: 2, of: 2 });
  const noise = stream('noise', 5).normal() * 0.05;
  expect(steps.next()).toEqual({
    done: true,
    value: {
      ...{ experiment: 'artificial', seed: 5, arm: 'right', setting: { size: 2 } },
      metrics: { loss: 1 + noise + 3, trace: [noise, 2 * noise] },
      ...{ dtype: 'float64', backend: 'reference', seconds: 0.5 },
    },
  });
});

test('a metric that is not explained, no metric, and a metric that is no number are refused', () => {
  const giving = (metrics: object): (() => unknown) => {
    const run: Experiment['run'] = function* () {
      yield { done: 1, of: 1 };
      return metrics as Record<string, number>;
    };
    return () => finish(perform({ ...artificial, run }, plan, given, () => 0));
  };
  expect(giving({ loss: 1, los: 1 })).toThrow('artificial: expected metrics among loss, trace, got los');
  expect(giving({})).toThrow('artificial: expected metrics among loss, trace, got none');
  expect(giving({ loss: '1' })).toThrow('artificial: expected loss to be a number or an array of numbers');
  expect(giving({ trace: [1, null] })).toThrow(TypeError);
  expect(giving({ loss: NaN, trace: [Infinity] })).not.toThrow();
});

test('records come one by one, and depend on nothing but plan, seed, precision and source of bits', () => {
  const all = [...recordsOf(artificial, wish)];
  expect(all.map(idOf)).toEqual(runs(artificial, 'notebook', [3, 7]).map(({ id }) => id));
  expect([...recordsOf(artificial, { ...wish, only: ({ arm }) => arm === 'right' })]).toEqual(all.slice(4));
  expect([...recordsOf(artificial, { ...wish, seeds: [7, 3] })].map(idOf).sort()).toEqual(
    all.map(idOf).sort(),
  );
  const others = [{ dtype: 'float32' }, { generator: xorshift128plus }, { sabotage: 'no-start' }] as const;
  for (const other of others) {
    const [record] = recordsOf(artificial, { ...wish, ...other });
    expect(record.metrics.loss).not.toBe(all[0].metrics.loss);
  }
});

test('an experiment that makes sense in one precision only is done in it, and says so', () => {
  const [record] = recordsOf({ ...artificial, dtype: 'float32' }, wish);
  const [wanted] = recordsOf(artificial, { ...wish, dtype: 'float32' });
  expect(record).toEqual(wanted);
  expect(record.dtype).toBe('float32');
});

describe.each(Object.entries(experiments))('%s', (name, experiment) => {
  test('stands under its own name and explains itself', () => {
    expect(experiment.name).toBe(name);
    for (const words of ['question', 'varied', 'held', 'source', 'limits'] as const)
      expect(experiment[words].length).toBeGreaterThan(5);
  });

  test('plans every arm in both presets, each run once', () => {
    for (const preset of ['notebook', 'full'] as const) {
      const arms = runs(experiment, preset, [1]).map((run) => run.plan.arm);
      expect([...new Set(arms)].sort()).toEqual([...experiment.arms].sort());
    }
  });

  test('has claims with names of their own, each with arms and a sabotage that exist', () => {
    for (const preset of ['notebook', 'full'] as const) {
      const claims = experiment.claims(preset);
      expect(claims.length).toBeGreaterThan(0);
      expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
      for (const { kind, sabotage } of claims) {
        expect(Object.keys(experiment.sabotages)).toContain(sabotage);
        if (kind.of === 'value') expect(Object.keys(experiment.metrics)).toContain(kind.deviation.metric);
        else expect(experiment.arms).toEqual(expect.arrayContaining([...kind.between]));
      }
    }
  });

  test('breaks no mechanism without a claim that hears it', () => {
    const heard = experiment.claims('notebook').map(({ sabotage }) => sabotage);
    expect(Object.keys(experiment.sabotages).filter((one) => !heard.includes(one))).toEqual([]);
  });
});
