import { Adam, crossEntropy, Linear, resumable, stream, Tensor, training } from '../../src/index.js';
import type { Checkpoint, Keeping, Trained, TrainingOptions, TrainingStep } from '../../src/index.js';

const data = stream('data', 1);
const x = new Tensor(data.normals([6, 3]));
const targets = { data: Float64Array.from([0, 1, 1, 0, 1, 0]), shape: [6], dtype: 'float64' } as const;

function fresh(): Trained & TrainingOptions {
  const model = new Linear(3, 2, { random: stream('weights', 1) });
  const optimizer = new Adam(model.namedParameters(), { learningRate: 0.1 });
  return { model, optimizer, steps: 12, loss: () => crossEntropy({ logits: model.forward(x), targets }) };
}

/** A place to keep runs, as text, with a clock that goes on by a second whenever it is read. */
function shelf(every?: number): Keeping & { saved: number[] } {
  let [text, time] = ['', 0];
  const saved: number[] = [];
  return {
    saved,
    load: () => (text === '' ? undefined : (JSON.parse(text) as Checkpoint)),
    save: (kept) => {
      text = JSON.stringify(kept);
      saved.push(kept.step);
    },
    now: () => time++,
    ...(every === undefined ? {} : { every }),
  };
}

test('a run that is left again and again loses nothing', () => {
  const keeping = shelf();
  const taken: TrainingStep[] = [];
  for (const until of [2, 3, 7, 11])
    for (const one of resumable(fresh(), keeping)) {
      taken.push(one);
      if (one.step === until) break;
    }
  expect(taken).toEqual([...training(fresh())]);
  expect(keeping.saved).toEqual([3, 4, 8, 12]);
});

test('a run that ends at once after it was kept last has lost the steps since then, and takes them again', () => {
  const keeping = shelf(2);
  const run = resumable(fresh(), keeping);
  const taken = Array.from({ length: 6 }, () => run.next().value);
  const again = [...resumable(fresh(), keeping)];
  const from = again[0].step;
  expect(from).toBe(keeping.saved.find((step) => step === from));
  expect(from).toBeGreaterThan(0);
  expect([...taken.slice(0, from), ...again]).toEqual([...training(fresh())]);
});

test('it is kept when the time has come, and at the end', () => {
  const often = shelf(0);
  expect([...resumable(fresh(), often)]).toHaveLength(12);
  expect(often.saved).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 12]);
  const seldom = shelf(1000);
  expect([...resumable(fresh(), seldom)]).toHaveLength(12);
  expect(seldom.saved).toEqual([12]);
});

test('a finished run has nothing left to do', () => {
  const keeping = shelf();
  expect([...resumable(fresh(), keeping)]).toHaveLength(12);
  expect([...resumable(fresh(), keeping)]).toEqual([]);
});

test('a step that fails half way is not kept: the run goes on from the last whole one', () => {
  const keeping = shelf(1000);
  const one = fresh();
  const fails = (step: number): Tensor => {
    const value = one.loss(step);
    if (step === 5) throw new Error('half way');
    return value;
  };
  expect(() => [...resumable({ ...one, loss: fails }, keeping)]).toThrow('half way');
  expect(keeping.saved).toEqual([]);
});
