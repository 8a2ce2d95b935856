import {
  definePrimitive,
  matmul,
  Module,
  mul,
  parameterChecks,
  stream,
  tanh,
  tensor,
  Tensor,
} from '../../src/index.js';
import type { Op } from '../../src/index.js';

const random = stream('parameter checks', 1);
const normals = (...shape: number[]): Tensor => new Tensor(random.normals(shape));
const x = normals(4, 3);

/** tanh whose way back is off by a factor. */
const tanhTimes = (factor: number): ((z: Tensor) => Tensor) => {
  const op: Op<'z', undefined> = definePrimitive('tanhTimes', {
    forward: ({ z }) => tanh(new Tensor(z)),
    backward: (dy, _, y) => ({ z: mul(dy, mul(factor, mul(-1, mul(y, y)))) }),
  });
  return (z) => op({ z }, undefined);
};

class TwoLayers extends Module {
  readonly first: Tensor = normals(3, 5);
  readonly second: Tensor = normals(5, 2);
  readonly between: (z: Tensor) => Tensor;
  constructor(between: (z: Tensor) => Tensor) {
    super();
    this.between = between;
  }
  forward(input: Tensor): Tensor {
    return matmul(this.between(matmul(input, this.first)), this.second);
  }
}

const found = (module: Module): [string, boolean][] =>
  [...parameterChecks(module, x)].map(([name, { ok }]) => [name, ok]);

test('every parameter of a right module passes, by its name', () => {
  expect(found(new TwoLayers(tanh))).toEqual([
    ['first', true],
    ['second', true],
  ]);
});

test('what lies below a mistake fails, what lies above it passes', () => {
  expect(found(new TwoLayers(tanhTimes(1)))).toEqual([
    ['first', false],
    ['second', true],
  ]);
});

test('parameters are put back to the last bit, also when the module throws half-way', () => {
  let calls = 0;
  const module = new TwoLayers((z) => {
    if (++calls > 2) throw new Error('enough');
    return tanh(z);
  });
  const before = module.first.data.slice();
  expect(() => parameterChecks(module, x)).toThrow('enough');
  expect(module.first.data).toEqual(before);
  const whole = new TwoLayers(tanh);
  const [first, second] = [whole.first.data.slice(), whole.second.data.slice()];
  parameterChecks(whole, x);
  expect([whole.first.data, whole.second.data]).toEqual([first, second]);
});

test('step and tolerance are those asked for, and another seed is another direction', () => {
  const module = new TwoLayers(tanh);
  const first = (options: object): number => parameterChecks(module, x, options).get('first')?.numeric ?? NaN;
  expect(parameterChecks(module, x, { tolerance: 0 }).get('first')).toMatchObject({
    ok: false,
    tolerance: 0,
  });
  expect(first({ step: 0.5 })).not.toBeCloseTo(first({}), 6);
  expect(first({ seed: 1 })).not.toBeCloseTo(first({ seed: 2 }), 6);
});

test('a module without parameters has nothing to check, float32 ones are refused', () => {
  class Bare extends Module {
    forward(input: Tensor): Tensor {
      return input;
    }
  }
  class Single extends Bare {
    readonly weight: Tensor = tensor([1], { dtype: 'float32' });
  }
  expect(found(new Bare())).toEqual([]);
  expect(() => parameterChecks(new Single(), x)).toThrow(
    'parameterChecks: expected float64 inputs, got float32',
  );
});
