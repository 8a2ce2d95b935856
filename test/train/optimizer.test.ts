import { Adam, filled, LayerNorm, SGD, tensor, zeroGrad } from '../../src/index.js';
import type { NDArray, Optimizer, Tensor } from '../../src/index.js';

const parameters = (): Map<string, Tensor> =>
  new Map([
    ['a', tensor([[1, 2]])],
    ['b.c', tensor(3)],
  ]);

/** Steps with a gradient that depends on the step and on where the parameters stand. */
function step(optimizer: Optimizer, t: number): void {
  for (const parameter of optimizer.parameters.values())
    parameter.grad = tensor(
      parameter.shape.length === 0 ? Math.cos(t) - parameter.data[0] : [[Math.sin(t), t - parameter.data[1]]],
    );
  optimizer.step();
}

const adam = (of: ReadonlyMap<string, Tensor>): Adam => new Adam(of, { learningRate: 0.1 });
const numbers = (of: ReadonlyMap<string, Tensor>): number[] => [...of.values()].flatMap((p) => [...p.data]);

test('its state names what it remembers by the path of the parameter', () => {
  const state = adam(parameters()).stateDict();
  expect([...state.keys()]).toEqual(['a.steps', 'a.m', 'a.s', 'b.c.steps', 'b.c.m', 'b.c.s']);
  expect([...state.values()].map(({ shape }) => shape)).toEqual([[], [1, 2], [1, 2], [], [], []]);
  expect([...new SGD(parameters(), { learningRate: 1 }).stateDict().keys()]).toEqual([
    'a.steps',
    'b.c.steps',
  ]);
});

test('one that takes over the state goes on with the same bits, one that does not goes elsewhere', () => {
  const [first, second, third] = [parameters(), parameters(), parameters()];
  const [one, other, fresh] = [adam(first), adam(second), adam(third)];
  for (let t = 0; t < 5; t++) step(one, t);
  for (const copy of [second, third]) for (const [path, p] of copy) p.data.set(first.get(path)?.data ?? []);
  other.loadStateDict(one.stateDict());
  for (let t = 5; t < 9; t++) for (const each of [one, other, fresh]) step(each, t);
  expect(numbers(second)).toEqual(numbers(first));
  expect(numbers(third)).not.toEqual(numbers(first));
});

test('a state is a copy: later steps do not change it', () => {
  const optimizer = adam(parameters());
  const before = optimizer.stateDict();
  step(optimizer, 1);
  expect([...(before.get('a.m') as NDArray).data]).toEqual([0, 0]);
  expect([...(optimizer.stateDict().get('a.steps') as NDArray).data]).toEqual([1]);
});

test('a state that does not fit is refused, and nothing is taken over', () => {
  const optimizer = adam(parameters());
  const state = adam(parameters()).stateDict();
  state.set('a.steps', filled([], 7));
  const without = new Map([...state].filter(([path]) => path !== 'b.c.s'));
  expect(() => optimizer.loadStateDict(without)).toThrow('loadStateDict: the state lacks b.c.s');
  expect(() => optimizer.loadStateDict(new Map([...state, ['d.m', filled([], 1)]]))).toThrow(
    'the optimizer has no d.m',
  );
  expect(() => optimizer.loadStateDict(new Map([...state, ['b.c.s', filled([2], 1)]]))).toThrow(
    'expected b.c.s of shape [], got [2]',
  );
  expect([...(optimizer.stateDict().get('a.steps') as NDArray).data]).toEqual([0]);
});

test('the rate may be changed between steps', () => {
  const p = tensor([1]);
  const sgd = new SGD(new Map([['p', p]]), { learningRate: 0.1 });
  p.grad = tensor([2]);
  sgd.step();
  sgd.learningRate = 1;
  sgd.step();
  expect(p.data[0]).toBeCloseTo(1 - 0.2 - 2, 14);
});

test('zeroGrad forgets the gradients', () => {
  const all = parameters();
  step(adam(all), 1);
  zeroGrad(all);
  expect([...all.values()].map(({ grad }) => grad)).toEqual([undefined, undefined]);
});

test('parameters are a Map by name, not a module or a list', () => {
  const says = (got: string): TypeError =>
    new TypeError(
      `SGD: expected the parameters as a Map by name, got ${got}. namedParameters() of a module gives one`,
    );
  for (const [parameters, got] of [
    [[tensor([1])], 'a list'],
    [new LayerNorm(2), 'an object (LayerNorm)'],
  ] as [never, string][])
    expect(() => new SGD(parameters, { learningRate: 0.1 })).toThrow(says(got));
  expect(() => new SGD(new Map(), { learningRate: '0.1' as never })).toThrow('SGD: expected learningRate');
});

test('a step that cannot be made changes no parameter', () => {
  const [a, b] = [tensor([1, 2]), tensor([3, 4])];
  const optimizer = new SGD(
    new Map([
      ['a', a],
      ['b', b],
    ]),
    { learningRate: 1 },
  );
  [a.grad, b.grad] = [tensor([1, 1]), tensor([1, 1, 1])];
  expect(() => optimizer.step()).toThrow('step: expected the gradient of b of shape [2], got [3]');
  b.grad = tensor([1, 1]);
  expect(() => optimizer.step(NaN)).toThrow('step: expected factor to be 0 or a positive number, got NaN');
  optimizer.learningRate = -1;
  expect(() => optimizer.step()).toThrow('step: expected learningRate to be 0 or a positive number, got -1');
  expect([...a.data, ...b.data]).toEqual([1, 2, 3, 4]);
});
