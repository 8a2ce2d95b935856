import { ReLU, relu, Sequential, Tanh, tanh, tensor, toNested, watch } from '../../src/index.js';

const x = tensor([[-2, -0.5, 0, 0.5, 2]]);

test('a layer computes what its function does', () => {
  expect(toNested(new ReLU().forward(x))).toEqual(toNested(relu(x)));
  expect(toNested(new Tanh().forward(x))).toEqual(toNested(tanh(x)));
});

test('a watcher hears it, and it has no parameters', () => {
  const net = new Sequential([new ReLU(), new Tanh()]);
  const heard: unknown[] = [];
  watch(net.layers[0], ({ output }) => heard.push(toNested(output)));
  net.forward(x);
  expect(heard).toEqual([[[0, 0, 0, 0.5, 2]]]);
  expect(net.namedParameters().size).toBe(0);
});
