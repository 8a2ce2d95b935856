import {
  defineOp,
  definePrimitive,
  filled,
  gradient,
  mul,
  ndarray,
  Tensor,
  tensor,
} from '../../src/index.js';
import type { NDArray, Op } from '../../src/index.js';

const times = (x: NDArray, factor: number): NDArray =>
  ndarray(
    Array.from(x.data, (v) => v * factor),
    x.shape,
    x.dtype,
  );
const calls: string[] = [];

/** x² · w by hand, which notes which way was gone. */
const squareTimes: Op<'x' | 'w', { readonly scale: number }> = defineOp('squareTimes', {
  forward({ x, w }, { scale }) {
    const y = ndarray(
      Array.from(x.data, (v, i) => scale * v * v * w.data[i]),
      x.shape,
      x.dtype,
    );
    return { y, saved: { doubled: times(x, 2) } };
  },
  backward(dy, { x, w }, { doubled }, { scale }) {
    calls.push('backward');
    const dx = Array.from(dy.data, (d, i) => scale * d * doubled.data[i] * w.data[i]);
    const dw = Array.from(dy.data, (d, i) => scale * d * x.data[i] * x.data[i]);
    return { x: ndarray(dx, x.shape, x.dtype), w: ndarray(dw, w.shape, w.dtype) };
  },
  compose({ x, w }, { scale }) {
    calls.push('compose');
    return mul(mul(scale, mul(x, x)), w);
  },
});

beforeEach(() => void calls.splice(0));

test('the first gradient goes through the backward that was derived by hand', () => {
  const [x, w] = [tensor([2, 3]), tensor([5, 7])];
  const [dx, dw] = gradient(squareTimes({ x, w }, { scale: 10 }), [x, w], { dy: [1, 1] });
  expect([[...dx.data], [...dw.data], calls]).toEqual([[200, 420], [40, 90], ['backward']]);
});

test('a gradient that is differentiated again goes through the composition', () => {
  const [x, w] = [tensor([2, 3]), tensor([5, 7])];
  const [dx] = gradient(squareTimes({ x, w }, { scale: 10 }), [x], { dy: [1, 1], createGraph: true });
  const [dxx, dxw] = gradient(dx, [x, w], { dy: [1, 1] });
  expect([[...dx.data], [...dxx.data], [...dxw.data]]).toEqual([
    [200, 420],
    [100, 140],
    [40, 60],
  ]);
  expect(calls).toEqual(['compose']);
});

test('inputs that depend on one another are differentiated as such', () => {
  const x = tensor([2]);
  const y = squareTimes({ x, w: mul(x, x) }, { scale: 1 }); // x⁴
  const [dx] = gradient(y, [x], { createGraph: true });
  const [dxx] = gradient(dx, [x], { createGraph: true });
  const [dxxx] = gradient(dxx, [x]);
  expect([dx, dxx, dxxx].map((d) => d.data[0])).toEqual([32, 48, 48]);
});

test('an input that the composition does not use gets zeros', () => {
  const ignores: Op<'x' | 'w', undefined> = defineOp('ignores', {
    forward: ({ x }) => ({ y: x, saved: undefined }),
    backward: (dy, { w }) => ({ x: dy, w: filled(w.shape, 0) }),
    compose: ({ x }) => x,
  });
  const [x, w] = [tensor([2]), tensor([1, 2, 3])];
  const [dx, dw] = gradient(ignores({ x, w }, undefined), [x, w], { createGraph: true });
  expect([[...dx.data], [...dw.data]]).toEqual([[1], [0, 0, 0]]);
});

test('the composition runs in float64 and hands back the dtype of the inputs', () => {
  const seen: string[] = [];
  const spy: Op<'x', undefined> = defineOp('spy', {
    forward: ({ x }) => ({ y: x, saved: undefined }),
    backward: (dy) => ({ x: dy }),
    compose({ x }) {
      seen.push(x.dtype);
      return x;
    },
  });
  const x = tensor([2], { dtype: 'float32' });
  const [dx] = gradient(spy({ x }, undefined), [x], { createGraph: true });
  expect([seen, dx.dtype]).toEqual([['float64'], 'float32']);
});

test('an operation bears its name, for messages and stack traces', () => {
  expect(squareTimes.name).toBe('squareTimes');
  expect(() => squareTimes({ x: tensor([1]), w: tensor([1], { dtype: 'float32' }) }, { scale: 1 })).toThrow(
    'squareTimes: expected tensors of one dtype, got float64 and float32',
  );
  expect(squareTimes({ x: tensor([1]), w: tensor([1]) }, { scale: 1 }).node?.op).toBe('squareTimes');
});

test('a primitive hands its own output to its way back', () => {
  const double: Op<'x', number> = definePrimitive('scale', {
    forward: ({ x }, factor) => times(x, factor),
    backward: (dy, { x }, y, factor) => ({
      x: y.data[0] === factor * x.data[0] ? mul(dy, factor) : new Tensor(filled([1], NaN)),
    }),
  });
  const x = tensor([2]);
  expect([...gradient(double({ x }, 3), [x])[0].data]).toEqual([3]);
});
