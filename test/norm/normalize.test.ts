import {
  add,
  batchNorm,
  gradient,
  gradientCheck,
  groupNorm,
  instanceNorm,
  l2Normalize,
  layerNorm,
  meanOnlyNorm,
  mul,
  normalize,
  pixelNorm,
  positionalNorm,
  reshape,
  rmsNorm,
  stream,
  Tensor,
  tensor,
} from '../../src/index.js';
import type { NormalizeOptions, Scale } from '../../src/index.js';
import { expectClose } from './golden.js';

const normals = (name: string, ...shape: number[]): Tensor => new Tensor(stream(name, 0).normals(shape));
const image = (): Tensor => add(mul(normals('image', 2, 4, 3, 5), 3), 2);
const standard = { center: true, scale: 'rms', eps: 1e-5 } as const;
const over = (...axes: number[]): NormalizeOptions => ({ ...standard, axes });
const [N, C, H, W] = [2, 4, 3, 5];

/** One number, and what it is on the way back for some cotangent. */
function both(f: (x: Tensor) => Tensor): [ArrayLike<number>, ArrayLike<number>] {
  const x = image();
  const y = f(x);
  const dy = reshape(normals('dy', N, C, H, W), y.shape);
  return [y.data, gradient(y, [x], { dy })[0].data];
}

/** The named normalizations, without γ and β, as a choice of axes; those that share its arithmetic to the last bit. */
const named: readonly [string, (x: Tensor) => Tensor, (x: Tensor) => Tensor, 'same bits' | 'rounding'][] = [
  ['layerNorm of the last axis', (x) => layerNorm({ x }), (x) => normalize(x, over(3)), 'same bits'],
  [
    'layerNorm of a whole sample',
    (x) => layerNorm({ x }, { normalizedShape: [C, H, W] }),
    (x) => normalize(x, over(1, 2, 3)),
    'same bits',
  ],
  ['batchNorm', (x) => batchNorm({ x }), (x) => normalize(x, over(0, 2, 3)), 'rounding'],
  [
    'groupNorm of two groups',
    (x) => groupNorm({ x }, { groups: 2 }),
    (x) => reshape(normalize(reshape(x, [N, 2, C / 2, H, W]), over(2, 3, 4)), x.shape),
    'same bits',
  ],
  [
    'groupNorm of one group',
    (x) => groupNorm({ x }, { groups: 1 }),
    (x) => normalize(x, over(1, 2, 3)),
    'same bits',
  ],
  [
    'groupNorm of as many groups as channels',
    (x) => groupNorm({ x }, { groups: C }),
    (x) => normalize(x, over(2, 3)),
    'same bits',
  ],
  [
    'rmsNorm',
    (x) => rmsNorm({ x }),
    (x) => normalize(x, { axes: [-1], center: false, scale: 'rms' }),
    'same bits',
  ],
  [
    'meanOnlyNorm',
    (x) => meanOnlyNorm({ x }),
    (x) => normalize(x, { axes: [-1], center: true, scale: 'none' }),
    'rounding',
  ],
  ['instanceNorm', (x) => instanceNorm({ x }), (x) => normalize(x, over(2, 3)), 'same bits'],
  ['positionalNorm', (x) => positionalNorm({ x }), (x) => normalize(x, over(1)), 'same bits'],
  [
    'pixelNorm',
    (x) => pixelNorm({ x }),
    (x) => normalize(x, { axes: [1], center: false, scale: 'rms', eps: 1e-8 }),
    'same bits',
  ],
  [
    'l2Normalize',
    (x) => l2Normalize({ x }),
    (x) => normalize(x, { axes: [-1], center: false, scale: 'l2', eps: 1e-12 }),
    'rounding',
  ],
];

test('nine named normalizations are among the special cases', () => {
  expect(new Set(named.map(([name]) => name.split(' ')[0]))).toEqual(
    new Set([
      'layerNorm',
      'batchNorm',
      'groupNorm',
      'instanceNorm',
      'positionalNorm',
      'pixelNorm',
      'rmsNorm',
      'l2Normalize',
      'meanOnlyNorm',
    ]),
  );
});

test.each(named)('%s is a special case, out and on the way back', (_name, norm, special, how) => {
  const [[y, dx], [wantedY, wantedDx]] = [both(special), both(norm)];
  if (how === 'same bits') expect(y).toEqual(wantedY);
  expectClose(y, wantedY, 1e-14);
  expectClose(dx, wantedDx, 1e-14);
});

const scales: readonly Scale[] = ['rms', 'l2', 'l1', 'linf', 'none'];
const choices = scales.flatMap((scale) => [true, false].map((center) => [scale, center] as const));

test.each(choices)('the way back of %s, centred: %s, is that of differences, twice', (scale, center) => {
  for (const eps of [0.3, 40]) {
    const f = (x: Tensor): Tensor => normalize(x, { axes: [0, 2], center, scale, eps });
    const x = add(normals('x', 3, 2, 4), 1);
    expect(gradientCheck(f, [x])).toMatchObject({ ok: true });
    const dy = normals('dy', 3, 2, 4);
    const way = (at: Tensor): Tensor => gradient(f(at), [at], { dy, createGraph: true })[0];
    expect(
      way(x)
        .data.map((value, i) => value - gradient(f(x), [x], { dy })[0].data[i])
        .every(small),
    ).toBe(true);
    expect(gradientCheck(way, [x])).toMatchObject({ ok: true });
  }
});

const small = (value: number): boolean => Math.abs(value) < 1e-12;

test('what it divides by is what its name says', () => {
  const x = tensor([[3, -4, 0]]);
  const divided = (scale: Scale, eps: number): number[] => [
    ...normalize(x, { axes: [1], center: false, scale, eps }).data,
  ];
  const expectRow = (got: number[], divisor: number): void =>
    expectClose(
      got,
      [3, -4, 0].map((v) => v / divisor),
      1e-15,
    );
  expectRow(divided('l2', 0), 5);
  expectRow(divided('l2', 10), 10);
  expectRow(divided('l1', 0), 7 / 3);
  expectRow(divided('l1', 5), 5);
  expectRow(divided('linf', 0), 4);
  expectRow(divided('linf', 6), 6);
  expectRow(divided('rms', 0), 5 / Math.sqrt(3));
  expectRow(divided('rms', 1), Math.sqrt(25 / 3 + 1));
  expectRow(divided('none', 7), 1);
});

test('float32 is rounded once, a NaN reaches its set only, and rows far from zero keep their digits', () => {
  const x = tensor([
    [1, 2, 4],
    [5, 5, 8],
  ]);
  const single = normalize(tensor([[1, 2, 4]], { dtype: 'float32' }), over(1));
  expect(single).toMatchObject({
    dtype: 'float32',
    data: Float32Array.from(normalize(tensor([[1, 2, 4]]), over(1)).data),
  });
  const odd = normalize(
    tensor([
      [NaN, 2, 4],
      [5, 5, 8],
    ]),
    over(1),
  ).data;
  expect([...odd.slice(0, 3)]).toEqual([NaN, NaN, NaN]);
  expect(odd.slice(3)).toEqual(normalize(x, over(1)).data.slice(3));
  expectClose(normalize(add(x, 1e8), over(1)).data, normalize(x, over(1)).data, 1e-12);
});

test('what cannot be computed is refused in one sentence', () => {
  const x = normals('x', 2, 3);
  expect(() => normalize(x, over(2))).toThrow(
    'normalize: expected axis from -2 to 1 for shape [2, 3], got 2',
  );
  expect(() => normalize(x, over(1, -1))).toThrow(
    'normalize: expected one or more different axes, got [1, -1]',
  );
  expect(() => normalize(x, over())).toThrow('normalize: expected one or more different axes, got []');
  expect(() => normalize(normals('x', 2, 0), over(1))).toThrow(
    'normalize: expected at least one number in each set, got x of shape [2, 0] and axes [1]',
  );
  expect(() => normalize(x, { ...over(1), eps: -1 })).toThrow('normalize: expected eps');
  expect(() => normalize(x, { ...over(1), scale: 'std' as Scale })).toThrow(
    'normalize: expected scale to be one of rms, l2, l1, linf, none, got std',
  );
  expect(normalize(normals('x', 0, 3), over(1)).shape).toEqual([0, 3]);
});
