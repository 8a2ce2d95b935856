import { join } from 'node:path';
import { detachNorm } from '../../src/index.js';
import { shuffled } from '../../src/cli/derivations/mutants.js';
import { randomFrom } from '../../src/derive/random.js';
import { milliseconds, note, seed } from '../long-run.js';
import { compared, ours } from './agreement.js';
import { makers } from './calls.js';
import type { Ours } from './agreement.js';
import { startPyTorch } from './process.js';
import type { PyTorch } from './process.js';

interface Optional {
  optionalPython(place: { root: string; platform: string }): string;
}
const { optionalPython } = jest.requireActual<Optional>('../../environment/optional.mjs');
const named = process.env.NORMLAB_PYTORCH;
const python = named ?? optionalPython({ root: join(__dirname, '../..'), platform: process.platform });
const cases = 2000;
const share = 1 - 1 / 8; // The rest is for the planted bugs.

let pytorch: PyTorch | undefined;
beforeAll(async () => {
  pytorch = await startPyTorch(python);
  if (pytorch) return;
  if (named) throw new Error(`${named} has no PyTorch: give --pytorch a Python that has it`);
  note('pytorch: left out, since no Python was named that has PyTorch; name one with --pytorch PYTHON.');
});
afterAll(() => pytorch?.end());

test('on random shapes and options, values and gradients are those of PyTorch', async () => {
  if (!pytorch) return;
  const end = Date.now() + share * milliseconds('pytorch');
  const queue = shuffled(Object.keys(makers), randomFrom(seed));
  const found: { op: string; cases: number; finding: string }[] = [];
  for (const [i, op] of queue.entries()) {
    const limits = {
      seed,
      cases: Math.ceil(cases / queue.length),
      milliseconds: (end - Date.now()) / (queue.length - i),
    };
    if (limits.milliseconds <= 0) break;
    found.push({ op, ...(await compared(op, pytorch, limits)) });
  }
  expect(found.flatMap(({ finding }) => (finding === '' ? [] : [finding]))).toEqual([]);
  const all = found.reduce((total, one) => total + one.cases, 0);
  note(
    `pytorch ${pytorch.version}, seed ${seed}: agrees on ${all} random calls of ${found.length} operations; dropout, which is random, is left out.`,
  );
  if (all < cases)
    note(`pytorch: ${cases - all} calls left out for want of time; give it more with --minutes.`);
  const unasked = queue.slice(found.length);
  if (unasked.length > 0) note(`pytorch: never asked for want of time: ${unasked.join(', ')}.`);
  expect(all).toBeGreaterThan(0);
}, 3_600_000);

/** Bugs of a way back, of an option and of a memory: y is right in the first and the last. */
const planted: readonly (readonly [op: string, what: string, wrong: Ours])[] = [
  [
    'layer_norm',
    'the mean is a constant on the way back',
    {
      run: ({ x, g, b }, { eps, normalized_shape }) =>
        (normalized_shape as number[]).length === 1
          ? { y: detachNorm({ x, gamma: g, beta: b }, { eps: Number(eps), detach: 'mean' }) }
          : ours.layer_norm.run({ x, ...(g && { g, b }) }, { eps, normalized_shape }),
    },
  ],
  [
    'group_norm',
    'there is one group, whatever was asked for',
    { run: (inputs, attributes) => ours.group_norm.run(inputs, { ...attributes, groups: 1 }) },
  ],
  [
    'batch_norm_train',
    'the running variance is that of the biased estimate',
    {
      run({ x, rm, rv, ...rest }, { eps, momentum }) {
        const out = ours.batch_norm_train.run({ x, rm, rv, ...rest }, { eps, momentum });
        const fraction = 1 - x.shape[1] / x.data.length;
        out.running_var.data.forEach((value, c) => {
          const kept = (1 - Number(momentum)) * rv.data[c];
          out.running_var.data[c] = kept + (value - kept) * fraction;
        });
        return out;
      },
    },
  ],
];

test.each(planted)('in %s it is found that %s, and shown small', async (op, _what, wrong) => {
  if (!pytorch) return;
  const limits = { seed, cases: 80, milliseconds: Infinity };
  const { finding } = await compared(op, pytorch, limits, wrong);
  expect(finding).toMatch(new RegExp(`^${op}: \\w+: expected `));
  expect(finding.length).toBeLessThan(600);
});
