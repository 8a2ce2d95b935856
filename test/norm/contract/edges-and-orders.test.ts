import {
  add,
  contractFindings,
  div,
  gradient,
  l2Normalize,
  layerNorm,
  mean,
  mul,
  ndarray,
  norms,
  pow,
  sub,
  sum,
  Tensor,
} from '../../../src/index.js';
import type { Norm } from '../../../src/index.js';

const { apply } = norms.layerNorm;
const wrong = (change: Partial<Norm>): string[] => contractFindings({ ...norms.layerNorm, ...change });
/** y with other numbers, and the same way back. */
const changed = (y: Tensor, change: (value: number, place: number) => number): Tensor =>
  new Tensor(ndarray(y.data.map(change), y.shape, y.dtype), y.node);

test('a backward put together from operations that is said to be derived is found', () => {
  const bare: Norm['apply'] = ({ x, gamma, beta }, { eps }) => add(layerNorm({ x, gamma, beta }, { eps }), 0);
  expect(wrong({ apply: bare })).toEqual(['its backward is declared derived, but is composed']);
});

test('an order that matters though it is said not to, and the other way round, are found', () => {
  const last: Norm['apply'] = (inputs, options) =>
    changed(apply(inputs, options), (value, place) => (place === 4 ? 2 * value : value));
  expect(wrong({ apply: last })).toEqual(
    expect.arrayContaining([
      'declared equivariant along axis 0, but the output does not follow',
      'declared equivariant along axis 1, but the output does not follow',
    ]),
  );
  expect(wrong({ equivariantAlong: [1] })).toEqual([
    'declared not equivariant along axis 0, but the output follows',
  ]);
});

test('numbers that overflow, that lose their digits or that hide what is no number are found', () => {
  const overflowing: Norm['apply'] = (inputs, options) =>
    apply({ ...inputs, x: mul(mul(inputs.x, 1e300), 1e-300) }, options);
  expect(wrong({ apply: overflowing })).toContain('numbers near 1e30 give a number that is not finite');
  const onePass: Norm['apply'] = ({ x, gamma, beta }, { eps }) => {
    const row = { axis: -1, keepdims: true };
    const mu = mean(x, row);
    const variance = sub(mean(mul(x, x), row), mul(mu, mu));
    return add(mul(mul(sub(x, mu), pow(add(variance, eps), -0.5)), gamma), beta);
  };
  expect(wrong({ apply: onePass }).join()).toContain('an offset of 1e6 costs digits: off by');
  const hiding: Norm['apply'] = (inputs, options) =>
    changed(apply(inputs, options), (value) => (Number.isNaN(value) ? 0 : value));
  expect(wrong({ apply: hiding })).toEqual(['a NaN does not pass to all that it reaches']);
  const spreading: Norm['apply'] = (inputs, options) => add(apply(inputs, options), mul(0, sum(inputs.x)));
  expect(wrong({ apply: spreading })).toEqual(
    expect.arrayContaining(['NaN spoils numbers that it does not reach']),
  );
});

test('a composition that breaks down where numbers are tiny, or takes the other side of a kink, is found', () => {
  const found = (length: (squares: Tensor) => Tensor): string[] => {
    const composed = (x: Tensor): Tensor => div(x, length(sum(mul(x, x), { axis: -1, keepdims: true })));
    const odd: Norm['apply'] = ({ x }, { eps }) => {
      const y = l2Normalize({ x }, { eps });
      const pullback = (dy: Tensor, createGraph: boolean): readonly Tensor[] =>
        createGraph
          ? gradient(composed(x), [x], { dy, createGraph })
          : (y.node?.pullback(dy, createGraph) ?? []);
      return new Tensor(y, y.node && { ...y.node, pullback });
    };
    return contractFindings({ ...norms.l2Normalize, apply: odd });
  };
  expect(found((squares) => pow(squares, 0.5))).toEqual([
    'denormal numbers give a number that is not finite',
    'zeros give a number that is not finite',
  ]);
  expect(found((squares) => pow(add(squares, 1e-16), 0.5)).join()).toContain(
    'at zeros the hand-derived backward and the composition differ by',
  );
});
