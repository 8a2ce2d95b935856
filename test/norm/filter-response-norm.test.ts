import {
  add,
  FilterResponseNorm,
  filterResponseNorm,
  gradientCheck,
  parameterChecks,
  stream,
  Tensor,
  tensor,
} from '../../src/index.js';

const x = tensor([
  [
    [3, -3, 1],
    [0.5, 2, 4],
  ],
]);

test('FilterResponseNorm starts with γ = 1, β = 0 and τ = 0: it cuts off what is negative', () => {
  const norm = new FilterResponseNorm(2);
  expect(Object.fromEntries(norm.namedParameters())).toMatchObject({
    gamma: { data: Float64Array.of(1, 1) },
    beta: { data: Float64Array.of(0, 0) },
    tau: { data: Float64Array.of(0, 0) },
  });
  expect(norm.forward(x).data).toEqual(filterResponseNorm({ x, tau: tensor([0, 0]) }, { eps: 1e-6 }).data);
  expect(norm.forward(x).data[1]).toBe(0);
  expect(new FilterResponseNorm(2, { eps: 0.5 }).forward(x).data).toEqual(
    filterResponseNorm({ x, tau: tensor([0, 0]) }, { eps: 0.5 }).data,
  );
  expect(new FilterResponseNorm(2, { dtype: 'float32' }).tau.dtype).toBe('float32');
});

test('the threshold is learned: its gradient, and the others, are those of differences', () => {
  const normals = (...shape: number[]): Tensor => new Tensor(stream('frn', shape.length).normals(shape));
  const inputs = [normals(2, 3, 4), add(normals(3), 1), normals(3), normals(3)];
  const check = gradientCheck(
    (a, gamma, beta, tau) => filterResponseNorm({ x: a, gamma, beta, tau }, { eps: 0.1 }),
    inputs,
  );
  expect(check).toMatchObject({ ok: true });
  const checks = parameterChecks(new FilterResponseNorm(2), x);
  expect(checks.size).toBe(3);
});

test('wrong shapes and options are refused by name', () => {
  expect(() => new FilterResponseNorm(0)).toThrow('FilterResponseNorm: expected at least one number');
  expect(() => new FilterResponseNorm(2, { eps: NaN })).toThrow('FilterResponseNorm: expected eps');
  expect(() => new FilterResponseNorm(3).forward(x)).toThrow(
    'FilterResponseNorm: expected x of shape [N, 3, ...], got [1, 2, 3]',
  );
  expect(() => filterResponseNorm({ x, tau: tensor([1]) })).toThrow(
    'filterResponseNorm: expected tau of shape [2], got [1]',
  );
  expect(() => filterResponseNorm({ x: tensor([[1, 2]]) })).toThrow(
    'filterResponseNorm: expected x of shape [N, C, positions, ...], got [1, 2]',
  );
  expect(() => filterResponseNorm({ x }, { eps: -1 })).toThrow('filterResponseNorm: expected eps');
});
