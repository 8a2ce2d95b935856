import { bareLayerNorm } from '../../../src/cli/bench/bare.js';
import { gradient, layerNorm, stream, Tensor } from '../../../src/index.js';

test.each(['float64', 'float32'] as const)(
  'the bare loops give the same bits as layerNorm in %s',
  (dtype) => {
    const random = stream('bare', 1);
    const [x, gamma, beta, dy] = [[5, 7], [7], [7], [5, 7]].map(
      (shape) => new Tensor(random.normals(shape, { dtype })),
    );
    const y = layerNorm({ x, gamma, beta }, { eps: 1e-5 });
    const [dx, dgamma, dbeta] = gradient(y, [x, gamma, beta], { dy });
    const bare = bareLayerNorm([x.data, gamma.data, beta.data, dy.data], { N: 5, C: 7, eps: 1e-5 });
    expect(bare).toEqual({ y: y.data, dx: dx.data, dgamma: dgamma.data, dbeta: dbeta.data });
  },
);
