import { add, gradient, mean, mul, pow, sub, tensor } from '../../src/index.js';
import { tape } from '../../src/notebook/index.js';

const x = tensor([[0.5, -1.2, 2, 0.3]]);
const gamma = tensor([1.5, 0.5, 1, 2]);
const beta = tensor([0, 0.5, -0.5, 0.1]);
const dy = [[1, -2, 0.5, 3]];
const row = { axis: -1, keepdims: true };
const mu = mean(x, row);
const c = sub(x, mu);
const variance = mean(mul(c, c), row);
const rstd = pow(add(variance, 1e-5), -1 / 2);
const xhat = mul(c, rstd);
const y = add(mul(gamma, xhat), beta);
const names = { x, mu, c, variance, ε: 1e-5, rstd, xhat, gamma, beta, y };
const records = tape(y, { names, dy });
const node = (id: string): (typeof records.nodes)[number] => records.nodes.find((one) => one.id === id)!;

it('reads a LayerNorm as its nine operations, with the names that its writer gave', () => {
  const made = records.nodes.filter(({ kind }) => kind !== 'input').map(({ name, op }) => `${name}${op}`);
  expect(made).toEqual(['mumean', 'c−', '×', 'variancemean', '+ε', 'rstd1/√', 'xhat×', '×', 'y+']);
  expect(node('rstd').formula).toBe('(variance + ε)^(−1/2)');
  expect(records.nodes.filter(({ kind }) => kind === 'mixing').map(({ id }) => id)).toEqual([
    'mu',
    'variance',
  ]);
});

it('joins what flows into what, each pair once', () => {
  const into = (id: string): string[] => records.edges.filter(({ to }) => to === id).map(({ from }) => from);
  expect(into('c')).toEqual(['x', 'mu']);
  expect(into('xhat')).toEqual(['c', 'rstd']);
  const square = records.nodes.find(({ formula }) => formula === 'c · c')!;
  expect(into(square.id)).toEqual(['c']);
});

it('carries values and gradients of every tensor, and is plain JSON', () => {
  for (const [name, one] of Object.entries({ x, mu, c, variance, rstd, xhat, gamma, beta })) {
    expect(node(name).value).toEqual([...one.data]);
    expect(node(name).upstream).toEqual([...gradient(y, [one], { dy })[0].data]);
  }
  expect(node('y').upstream).toEqual(dy[0]);
  expect(JSON.parse(JSON.stringify(records))).toEqual(records);
});

it('says the local derivatives, and where what comes back is summed', () => {
  expect(node('xhat').local).toEqual([
    '∂xhat/∂c = rstd',
    '∂xhat/∂rstd = c, summed: [1, 1] was stretched to [1, 4]',
  ]);
  expect(node('rstd').local).toEqual(['∂rstd/∂(variance + ε) = −1/2 · (variance + ε)^(−3/2)']);
  expect(node('x').local).toEqual([]);
});

it('names what has no name by number, and long formulas too', () => {
  const z = mul(add(mul(x, gamma), beta), add(mul(x, beta), gamma));
  const { nodes } = tape(z, { names: { x, gamma, beta }, dy });
  expect(nodes[nodes.length - 1]).toMatchObject({ id: '#8', name: '', op: '×' });
  expect(nodes[nodes.length - 1].formula).toBe('(x · gamma + beta) · (x · beta + gamma)');
  const { nodes: longer } = tape(mul(z, x), { names: { x, gamma, beta }, dy });
  expect(longer[longer.length - 1].formula).toBe('#8 · x');
});

it('stops at the inputs it is given', () => {
  const { nodes } = tape(y, { names: { xhat, y }, inputs: [xhat], dy });
  expect(nodes.map(({ id, kind }) => [id, kind]).filter(([id]) => !id.startsWith('#'))).toEqual([
    ['xhat', 'input'],
    ['y', 'elementwise'],
  ]);
  expect(nodes.find(({ id }) => id === 'xhat')?.upstream).toEqual(node('xhat').upstream);
});

it('needs a cotangent where there are several outputs', () => {
  expect(() => tape(y, { names })).toThrow('backward');
});
