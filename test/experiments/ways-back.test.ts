import { layerNormWith } from '../../src/experiments/index.js';
import type { WayBack } from '../../src/experiments/index.js';
import { gradient, gradientCheck, layerNorm, mean, mul, stream, sub, Tensor } from '../../src/index.js';

const random = stream('ways back', 1);
const [x, dy] = [1, 2].map(() => new Tensor(random.normals([2, 3, 4])));
const [gamma, beta] = [1, 2].map(() => new Tensor(random.normals([4])));
const features = { axis: -1, keepdims: true };
const right: WayBack = ({ g, xhat, rstd }) =>
  mul(rstd, sub(sub(g, mean(g, features)), mul(xhat, mean(mul(g, xhat), features))));

test('with equation (8) it is LayerNorm, out and back, for any number of axes', () => {
  const inputs = [x, gamma, beta];
  const got = layerNormWith(right, 0.1)(x, gamma, beta);
  const want = layerNorm({ x, gamma, beta }, { eps: 0.1 });
  expect(got.data).toEqual(want.data);
  const wanted = gradient(want, inputs, { dy });
  gradient(got, inputs, { dy }).forEach((found, k) =>
    found.data.forEach((value, i) => expect(value).toBeCloseTo(wanted[k].data[i], 12)),
  );
});

test('with another one only dx is another', () => {
  const layer = layerNormWith(({ g }) => mul(g, 0));
  expect(layer(x, gamma, beta).data).toEqual(layerNorm({ x, gamma, beta }).data);
  expect(gradientCheck((one) => layer(one, gamma, beta), [x]).ok).toBe(false);
  expect(gradientCheck((one, two) => layer(x, one, two), [gamma, beta]).ok).toBe(true);
});

test('dy and g are told apart', () => {
  const seen: Tensor[] = [];
  const layer = layerNormWith((inputs) => {
    seen.push(inputs.dy, inputs.g);
    return inputs.g;
  });
  gradient(layer(x, gamma, beta), [x], { dy });
  expect(seen[0].data).toEqual(dy.data);
  expect(seen[1].data).toEqual(mul(gamma, dy).data);
});
