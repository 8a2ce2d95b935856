import { add, gradient, layerNorm, matmul, mean, mul, noGrad, stream, sub, Tensor } from '../../index.js';
import type { DType, Shape } from '../../index.js';
import { bareLayerNorm } from './bare.js';
import type { Run } from './measure.js';

function normal(name: string, shape: Shape, dtype: DType = 'float64', deviation: number = 1): Tensor {
  return new Tensor(stream(name, 0).normals(shape, { dtype, deviation }));
}

/** LayerNorm forward and backward: the readable file, and the same loops written bare. */
export function layerNormRuns(N: number, C: number, dtype: DType): { readable: Run; bare: Run } {
  const inputs = [normal('x', [N, C], dtype), normal('gamma', [C], dtype), normal('beta', [C], dtype)];
  const [x, gamma, beta] = inputs;
  const dy = normal('dy', [N, C], dtype);
  const arrays = [...inputs, dy].map(({ data }) => data);
  return {
    readable: () => gradient(layerNorm({ x, gamma, beta }), inputs, { dy })[0].data[0],
    bare: () => bareLayerNorm(arrays, { N, C, eps: 1e-5 }).dx[0],
  };
}

/**
 * One step of training as in micrograd: an MLP 2-16-16-1 on B = 100 points, squared error, forward, backward, and
 * plain gradient descent in place.
 */
export function trainingStep(activation: (x: Tensor) => Tensor, dtype: DType = 'float64'): Run {
  const sizes = [2, 16, 16, 1];
  const layers = sizes.slice(1).map((out, i) => ({
    weight: normal(`weight ${i}`, [sizes[i], out], dtype, 1 / Math.sqrt(sizes[i])),
    bias: normal(`bias ${i}`, [out], dtype, 0.1),
  }));
  const parameters = layers.flatMap(({ weight, bias }) => [weight, bias]);
  const [x, target] = [normal('x', [100, 2], dtype), normal('target', [100, 1], dtype)];
  return () => {
    const y = layers.reduce((h, { weight, bias }, i) => {
      const z = add(matmul(h, weight), bias);
      return i < layers.length - 1 ? activation(z) : z;
    }, x);
    const error = sub(y, target);
    const loss = mean(mul(error, error));
    const gradients = gradient(loss, parameters);
    parameters.forEach(({ data }, p) => {
      const change = gradients[p].data;
      for (let i = 0; i < data.length; i++) data[i] -= 0.01 * change[i];
    });
    return loss.data[0];
  };
}

/** A product of two n × n matrices. */
export function product(n: number, dtype: DType): Run {
  const [a, b] = [normal('a', [n, n], dtype), normal('b', [n, n], dtype)];
  return () => noGrad(() => matmul(a, b)).data[0];
}
