import * as library from '../../../src/index.js';
import { gradient, Tensor, tensor } from '../../../src/index.js';

const { add, div, gather, matmul, mul, reshape, slice, sub, transpose, where } = library;
const x = tensor([
  [0.5, 2],
  [1, 3],
]);
const short = tensor([1, 2, 3]);
const single = tensor([[1, 2]], { dtype: 'float32' });

/** A call of each operation whose name a graph shows. */
const calls: Readonly<Record<string, () => Tensor>> = {
  ...{ add: () => add(x, x), sub: () => sub(x, x), mul: () => mul(x, x), div: () => div(x, x) },
  ...Object.fromEntries(
    (['erf', 'exp', 'log', 'neg', 'relu', 'sqrt', 'tanh'] as const).map((name) => [
      name,
      () => library[name](x),
    ]),
  ),
  pow: () => library.pow(x, 3),
  max: () => library.max(x, { axis: 0 }),
  sum: () => library.sum(x),
  matmul: () => matmul(x, x),
  gather: () => gather(x, tensor([1])),
  reshape: () => reshape(x, [4]),
  slice: () => slice(x, { axis: 0, start: 1 }),
  transpose: () => transpose(x, [1, 0]),
  where: () => where(tensor([1, 0]), x, 0),
  broadcastTo: () => add(x, tensor([1, 2])),
};

/** Every operation of a graph. */
function operations(y: Tensor): string[] {
  const { node } = y;
  return node ? [node.op, ...node.inputs.flatMap(operations)] : [];
}

test.each(Object.entries(calls))('%s stands in a graph under its own name', (name, call) => {
  expect(operations(call())).toContain(name);
});

test('what a way back is made of has names as well', () => {
  const back = (y: Tensor): string[] =>
    operations(gradient(y, [x], { dy: new Tensor(library.filled(y.shape, 1)), createGraph: true })[0]);
  expect(back(gather(x, tensor([1])))).toContain('scatterAdd');
  expect(back(slice(x, { axis: 0, start: 1 }))).toContain('setIn');
});

test.each([
  ['add', add],
  ['sub', sub],
  ['mul', mul],
  ['div', div],
])('%s says its name where two shapes or two dtypes do not go together', (name, f) => {
  expect(() => f(x, short)).toThrow(`${name}: `);
  expect(() => f(x, single)).toThrow(`${name}: `);
});
