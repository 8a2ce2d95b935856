import fc from 'fast-check';
import { add, div, gradient, mul, sizeOf, stream, sub, Tensor, tensor, where } from '../../../src/index.js';

const random = (shape: readonly number[], name: string): Tensor => new Tensor(stream(name, 1).normals(shape));

/** Two shapes that fit: each axis of the result has length 1 or stays, and leading axes may be missing. */
const pairs = fc
  .array(
    fc.record({ length: fc.integer({ min: 0, max: 3 }), stretchA: fc.boolean(), stretchB: fc.boolean() }),
    {
      maxLength: 4,
    },
  )
  .chain((axes) =>
    fc.record({
      a: fc.constant(axes.map(({ length, stretchA }) => (stretchA ? 1 : length))),
      b: fc.constant(axes.map(({ length, stretchB }) => (stretchB ? 1 : length))),
      dropA: fc.nat(axes.length),
      dropB: fc.nat(axes.length),
    }),
  )
  .map(({ a, b, dropA, dropB }) => ({ a: a.slice(dropA), b: b.slice(dropB) }));

/** NumPy's rule by the letter: index by index, a missing axis or one of length 1 is read at 0. */
function broadcast(
  a: Tensor,
  b: Tensor,
  f: (u: number, v: number) => number,
): { shape: number[]; data: number[] } {
  const rank = Math.max(a.shape.length, b.shape.length);
  const length = (x: Tensor, axis: number): number => x.shape[axis - rank + x.shape.length] ?? 1;
  const shape = Array.from({ length: rank }, (_, i) => (length(a, i) === 1 ? length(b, i) : length(a, i)));
  const at = (x: Tensor, index: readonly number[]): number =>
    x.data[index.reduce((place, i, axis) => place * length(x, axis) + (length(x, axis) === 1 ? 0 : i), 0)];
  const indices = Array.from({ length: sizeOf(shape) }, (_, n) => {
    const index: number[] = [];
    for (let axis = rank - 1, rest = n; axis >= 0; rest = Math.floor(rest / shape[axis]), axis--)
      index.unshift(rest % shape[axis]);
    return index;
  });
  return { shape, data: indices.map((index) => f(at(a, index), at(b, index))) };
}

const operations = {
  add: { op: add, f: (u: number, v: number) => u + v },
  sub: { op: sub, f: (u: number, v: number) => u - v },
  mul: { op: mul, f: (u: number, v: number) => u * v },
  div: { op: div, f: (u: number, v: number) => u / v },
};

test.each(Object.entries(operations))(
  '%s broadcasts any two shapes that fit as NumPy does',
  (_, { op, f }) => {
    fc.assert(
      fc.property(pairs, (shapes) => {
        const [a, b] = [random(shapes.a, 'a'), random(shapes.b, 'b')];
        const y = op(a, b);
        const want = broadcast(a, b, f);
        expect([y.shape, [...y.data]]).toEqual([want.shape, want.data]);
      }),
    );
  },
);

test('the gradient of what was repeated is the sum over where it went', () => {
  fc.assert(
    fc.property(pairs, (shapes) => {
      const [a, b] = [random(shapes.a, 'a'), random(shapes.b, 'b')];
      const y = mul(a, b);
      const dy = random(y.shape, 'dy');
      const [da, db] = gradient(y, [a, b], { dy });
      expect([da.shape, db.shape]).toEqual([a.shape, b.shape]);
      // ⟨y, dy⟩ is linear in a and in b, so both inner products give it.
      const inner = (u: Tensor, v: Tensor): number =>
        [...u.data].reduce((sum, x, i) => sum + x * v.data[i], 0);
      const value = inner(y, dy);
      expect(Math.abs(inner(a, da) - value)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(value)));
      expect(Math.abs(inner(b, db) - value)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(value)));
    }),
  );
});

test.each(Object.entries({ add, sub, mul, div }))(
  '%s names itself when shapes or dtypes do not fit',
  (name, op) => {
    expect(() => op(tensor([1, 2, 3]), tensor([1, 2]))).toThrow(
      `${name}: expected b of shape that fits [3], got [2]. Counted from the last axis, lengths must be equal or one of them 1`,
    );
    expect(() => op(tensor([1]), tensor([1], { dtype: 'float32' }))).toThrow(
      new TypeError(
        `${name}: expected tensors of one dtype, got float64 and float32 (a and b). Convert one of them first: astype(a, 'float32')`,
      ),
    );
  },
);

test('where names itself as well', () => {
  expect(() => where(tensor([1, 0]), tensor([1, 2, 3]), 0)).toThrow(
    'where: expected b of shape that fits [2], got [3]',
  );
});

test('a list beside a tensor is refused, where it would silently be NaN', () => {
  const wrong = [1, 2] as never;
  const says = 'to be a tensor or a number, got a list. tensor(…) makes one of lists';
  expect(() => add(wrong, tensor([1, 2]))).toThrow(new TypeError(`add: expected a ${says}`));
  expect(() => mul(tensor([1, 2]), wrong)).toThrow(new TypeError(`mul: expected b ${says}`));
});
