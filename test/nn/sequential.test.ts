import {
  add,
  GELU,
  gradient,
  LayerNorm,
  Linear,
  Module,
  Sequential,
  stream,
  tensor,
  toNested,
  watch,
} from '../../src/index.js';
import type { Tensor } from '../../src/index.js';

/** x + 1, then doubled, is not x doubled, then + 1. */
class Plus extends Module {
  forward(x: Tensor): Tensor {
    return add(x, 1);
  }
}
class Twice extends Module {
  forward(x: Tensor): Tensor {
    return add(x, x);
  }
}

test('the first layer is applied first', () => {
  expect(toNested(new Sequential([new Plus(), new Twice()]).forward(tensor([1, 2])))).toEqual([4, 6]);
  expect(toNested(new Sequential([new Twice(), new Plus()]).forward(tensor([1, 2])))).toEqual([3, 5]);
});

test('no layers give x itself', () => {
  const x = tensor([1, 2]);
  expect(new Sequential([]).forward(x)).toBe(x);
});

test('the list it was made from may change afterwards', () => {
  const layers: Plus[] = [new Plus()];
  const chain = new Sequential(layers);
  layers.push(new Plus());
  expect(toNested(chain.forward(tensor([1])))).toEqual([2]);
});

test('parameters, gradients and what a watcher hears are those of its layers', () => {
  const random = stream('weights', 1);
  const net = new Sequential([new Linear(3, 4, { random }), new GELU(), new LayerNorm(4, { affine: false })]);
  const heard: string[] = [];
  watch(net, ({ path }) => heard.push(path));
  const y = net.forward(tensor([[1, 2, 3]]));
  expect(heard).toEqual(['layers.0', 'layers.1', 'layers.2', '']);
  const parameters = net.namedParameters();
  expect([...parameters.keys()]).toEqual(['layers.0.weight', 'layers.0.bias']);
  for (const gradientOf of gradient(y, [...parameters.values()], { dy: [[1, -2, 0.5, 3]] }))
    expect(gradientOf.data.some((value) => value !== 0)).toBe(true);
});
