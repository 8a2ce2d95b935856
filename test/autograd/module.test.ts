import { add, LayerNorm, mul, Module, ndarray, tensor } from '../../src/index.js';
import type { NDArray, Tensor } from '../../src/index.js';

class Scale extends Module {
  readonly weight: Tensor = tensor([2]);
  readonly title: string = 'not a parameter';
  forward(x: Tensor): Tensor {
    return mul(x, this.weight);
  }
}

class Pair extends Module {
  readonly first: Scale = new Scale();
  readonly norm: LayerNorm = new LayerNorm(2);
  readonly bias: Tensor = tensor([1]);
  forward(x: Tensor): Tensor {
    return add(this.norm.forward(this.first.forward(x)), this.bias);
  }
}

test('parameters are named by their path, in the order of the fields', () => {
  expect([...new Pair().namedParameters().keys()]).toEqual([
    'first.weight',
    'norm.gamma',
    'norm.beta',
    'bias',
  ]);
});

test('the parameters are the tensors themselves', () => {
  const pair = new Pair();
  expect(pair.namedParameters().get('first.weight')).toBe(pair.first.weight);
  expect([...pair.namedParameters('block.').keys()][0]).toBe('block.first.weight');
});

test('a module without parameters has none', () => {
  expect([...new LayerNorm(2, { affine: false }).namedParameters()]).toEqual([]);
});

class Chain extends Module {
  readonly parts: readonly Module[] = [new Scale(), new Pair()];
  readonly counted: NDArray = ndarray([0, 0], [2]);
  forward(x: Tensor): Tensor {
    return x;
  }
}

test('the modules of a list are parts, named by their place', () => {
  expect([...new Chain().children().keys()]).toEqual(['parts.0', 'parts.1']);
  expect([...new Chain().namedModules().keys()]).toEqual([
    '',
    'parts.0',
    'parts.1',
    'parts.1.first',
    'parts.1.norm',
  ]);
  expect([...new Chain().namedParameters().keys()].slice(0, 2)).toEqual([
    'parts.0.weight',
    'parts.1.first.weight',
  ]);
});

test('an array that is no tensor is a buffer and no parameter', () => {
  expect([...new Chain().namedBuffers().keys()]).toEqual(['counted']);
  expect(new Chain().namedParameters().has('counted')).toBe(false);
});

test('training and use reach every part', () => {
  const chain = new Chain().evaluate();
  expect([...chain.namedModules().values()].map(({ training }) => training)).toEqual(Array(5).fill(false));
  expect(chain.train().parts[1].training).toBe(true);
});

test('a state is a copy with parameters and buffers, and is taken over in place', () => {
  const [from, to] = [new Chain(), new Chain()];
  const weight = to.namedParameters().get('parts.0.weight');
  from.namedParameters().get('parts.0.weight')?.data.fill(7);
  from.counted.data.fill(3);
  const state = from.stateDict();
  from.counted.data.fill(0);
  to.loadStateDict(state);
  expect([weight?.data[0], ...to.counted.data]).toEqual([7, 3, 3]);
});

test.each([
  [
    'lacks',
    (state: Map<string, NDArray>) => state.delete('counted'),
    'loadStateDict: the state lacks counted',
  ],
  [
    'has too much',
    (state: Map<string, NDArray>) => state.set('more', ndarray([1], [1])),
    'loadStateDict: the module has no more. Are these names of PyTorch? loadPyTorch reads them',
  ],
  [
    'has another shape',
    (state: Map<string, NDArray>) => state.set('counted', ndarray([1], [1])),
    'expected counted of shape [2], got [1]',
  ],
])('a state that %s is refused and changes nothing', (_what, change, sentence) => {
  const [from, to] = [new Chain(), new Chain()];
  from.namedParameters().get('parts.0.weight')?.data.fill(7);
  const state = from.stateDict();
  change(state);
  expect(() => to.loadStateDict(state)).toThrow(sentence);
  expect(to.namedParameters().get('parts.0.weight')?.data[0]).toBe(2);
});

test('a module begins in training, and a field that holds nothing is no buffer', () => {
  class Waiting extends Module {
    readonly mean: NDArray | null = null;
    override forward(x: Tensor): Tensor {
      return x;
    }
  }
  expect(new Waiting().training).toBe(true);
  expect([...new Waiting().stateDict()]).toEqual([]);
});
