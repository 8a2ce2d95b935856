import {
  add,
  gradient,
  gradientCheck,
  Linear,
  Sequential,
  SkipInit,
  stream,
  toNested,
} from '../../src/index.js';
import { between } from '../autograd/ops/behaviour.js';

const random = stream('weights', 1);
const branchOf = (gate: SkipInit): Sequential => new Sequential([new Linear(3, 3, { random }), gate]);
const x = between(-1, 1, [2, 3]);

test('at the start a residual network is its skip connections', () => {
  const branch = branchOf(new SkipInit());
  expect(toNested(add(x, branch.forward(x)))).toEqual(toNested(x));
});

test('at the start only the gate learns, and as much as the branch agrees with dy', () => {
  const gate = new SkipInit();
  const branch = branchOf(gate);
  const inner = branch.layers[0] as Linear;
  const dy = between(-1, 1, [2, 3], 'cotangent');
  const [da, dW] = gradient(branch.forward(x), [gate.gate, inner.weight], { dy });
  const agreement = inner.forward(x).data.reduce((sum, value, i) => sum + value * dy.data[i], 0);
  expect(da.data[0]).toBeCloseTo(agreement, 14);
  expect([...dW.data].map(Math.abs)).toEqual(Array(9).fill(0));
});

test('elsewhere it is a factor, with the gradient that differences show', () => {
  const gate = new SkipInit({ start: -0.5 });
  expect(gate.forward(x).data).toEqual(x.data.map((value) => -0.5 * value));
  expect(
    gradientCheck((u, a) => Object.assign(new SkipInit(), { gate: a }).forward(u), [x, gate.gate]),
  ).toMatchObject({ ok: true });
  expect([...gate.namedParameters().keys()]).toEqual(['gate']);
});

test('the gate may be float32', () => {
  expect(new SkipInit({ dtype: 'float32' }).gate).toMatchObject({ shape: [1], dtype: 'float32' });
});
