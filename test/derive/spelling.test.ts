import { plainSpelling } from '../../src/derive/spelling.js';
import { derive } from './derive.js';

const { parse, print } = derive;

test.each([
  ['α + β + γ', 'alpha + beta + gamma'],
  ['ε', 'eps'],
  ['ϵ', 'eps'],
  ['η * λ', 'eta * lambda'],
  ['μ - µ', 'mu - mu'],
  ['π * ρ', 'pi * rho'],
  ['σ²', 'variance'],
  ['σ² + ε', 'variance + eps'],
  ['a²', 'a^2'],
  ['a³', 'a^3'],
  ['x̂[i]', 'xhat[i]'],
  ['x̂²', 'xhat^2'],
  ['ŵ', 'what'],
  ['w\u0302', 'what'],
  ['a**2', 'a^2'],
  ['a ⊙ b', 'a * b'],
  ['a · b', 'a * b'],
  ['a ⋅ b', 'a * b'],
  ['a ∗ b', 'a * b'],
  ['a × b', 'a * b'],
  ['a ÷ b', 'a / b'],
  ['a − b', 'a - b'],
  ['a – b', 'a - b'],
  ['√(a + b)', 'sqrt(a + b)'],
  ['√a', 'sqrt(a)'],
  ['√x[i] + 1', 'sqrt(x[i]) + 1'],
  ['√σ²', 'sqrt(variance)'],
  ['√ε', 'sqrt(eps)'],
  ['np.sqrt(a)', 'sqrt(a)'],
  ['numpy.exp(a)', 'exp(a)'],
  ['torch.tanh(a)', 'tanh(a)'],
  ['math.log(a)', 'log(a)'],
  ['Math.abs(a)', 'abs(a)'],
  ['jnp.mean(x)', 'mean(x)'],
  ['a + b;', 'a + b'],
  ['  a  ', 'a'],
  ['+a', 'a'],
  ['1e-5 * a', '0.00001 * a'],
  ['.5 * a', '0.5 * a'],
  ['2 a', '2 * a'],
  ['2a', '2 * a'],
  ['(a)(b)', 'a * b'],
])('%s is read as %s', (text, plain) => {
  expect(print(parse(text))).toBe(plain);
});

test('a name that ends like a module stays whole', () => {
  expect(plainSpelling('xnp.mean(a)')).toBe('xnp.mean(a)');
});

test('what an editor adds at the end goes: one semicolon and spaces', () => {
  expect(plainSpelling(' a + b ; \n')).toBe('a + b');
});

test.each(['', '   ', '\n', ';'])('nothing, as in %j, is said to be nothing', (text) => {
  expect(() => plainSpelling(text)).toThrow('There is nothing here yet: write the line between the quotes.');
});

test('a line is read up to 2000 characters and 60 brackets inside each other', () => {
  const long = (length: number): string => `a${' + a'.repeat(length)}`.slice(0, length);
  expect(plainSpelling(long(1997))).toHaveLength(1997);
  expect(() => plainSpelling(long(2001))).toThrow(
    'The line has 2001 characters; up to 2000 are read. Write it shorter, with the names that are there.',
  );
  const deep = (depth: number): string => `${'('.repeat(depth)}a${')'.repeat(depth)}`;
  expect(print(parse(deep(60)))).toBe('a');
  expect(() => parse(deep(61))).toThrow(
    'The brackets are nested 61 deep; up to 60 are read. Write it flatter.',
  );
  expect(print(parse('(a) * '.repeat(70) + 'a'))).toBe('a * '.repeat(70) + 'a');
});

test('square and curly brackets count as brackets', () => {
  expect(() => parse(`${'x['.repeat(61)}`)).toThrow('The brackets are nested 61 deep');
  expect(() => parse(`${'{'.repeat(61)}`)).toThrow('The brackets are nested 61 deep');
});

test('several axes at once are refused in words', () => {
  expect(() => parse('sum(X, axis=(0, 1))')).toThrow(
    '"axis=(…": one axis at a time, as in axis=0, or none for all of them.',
  );
  expect(() => parse('X.mean(dim=[0, 1])')).toThrow('"dim=[…": one axis at a time');
});
