import { decimals } from '../../../src/derive/fields/decimals.js';
import { twoOverRootPi } from '../../../src/derive/fields/field.js';
import type { Decimal } from '../../../src/derive/mathjs.js';
import { randomFrom } from '../../../src/derive/random.js';

const D = decimals(64);

/** Made with mpmath 1.3.0 at 230 digits: f, x, and f(x) to 62 of them. */
const known: readonly (readonly ['erf' | 'tanh' | 'exp' | 'log' | 'sqrt', string, string])[] = [
  ['erf', '0.5', '0.52049987781304653768274665389196452873645157575796370005880573'],
  ['erf', '1', '0.84270079294971486934122063508260925929606699796630290845993790'],
  ['erf', '-2.5', '-0.99959304798255504106043578426002508727965132259628657986087922'],
  ['erf', '6', '0.99999999999999997848026328750108688340664960081261536952248594'],
  ['erf', '0.001', '0.0011283787909692363799484776569048125992468632126466421387975624'],
  ['erf', '10', '0.99999999999999999999999999999999999999999999791151241623745524'],
  ['erf', '23', '1'],
  ['tanh', '0.25', '0.24491866240370912927780113149101695750655873061782032611887433'],
  ['tanh', '5', '0.99990920426259513121099044753447302108981261599054786273642887'],
  ['tanh', '-50', '-0.99999999999999999999999999999999999999999992559848047958328074'],
  ['tanh', '0.001', '0.00099999966666679999994603176790122570466929679228540438865851368'],
  ['exp', '1', '2.7182818284590452353602874713526624977572470936999595749669676'],
  ['exp', '-30.5', '0.000000000000056756852326327224618727887238066512771477108512075116171326194'],
  ['exp', '100', '26881171418161354484126255515800135873611118.773741922415191609'],
  ['exp', '1000000', '3.033215396802087545086402141418114327083973794813477409606195e+434294'],
  ['log', '2', '0.69314718055994530941723212145817656807550013436025525412068001'],
  [
    'log',
    '0.000000000000000000000000000001',
    '-69.077552789821370520539743640530926228033044658863189280999837',
  ],
  ['log', '123.456', '4.8158848172832638831092321051665255771721581355054573117965795'],
  ['sqrt', '2', '1.4142135623730950488016887242096980785696718753769480731766797'],
  ['sqrt', '0.00001', '0.0031622776601683793319988935444327185337195551393252168268575049'],
];

const relative = (field: typeof D, got: Decimal, want: Decimal): number =>
  field.toNumber(field.abs(field.divide(field.subtract(got, want), want)));

test.each(known)('%s(%s) has 60 right digits', (f, x, value) => {
  // tanh and erf of small numbers lose as many digits as the number has zeros behind the point.
  const tolerance = x === '0.001' ? 1e-57 : 1e-60;
  expect(relative(D, D[f](D.number(x)), D.number(value))).toBeLessThan(tolerance);
});

test('π, 2/√π and erf have as many digits as are asked for', () => {
  const F = decimals(200);
  const pi = F.pi(randomFrom(0));
  expect(String(pi).slice(0, 65)).toBe('3.141592653589793238462643383279502884197169399375105820974944592');
  const slope = F.divide(F.number('2'), F.sqrt(pi));
  expect(relative(F, F.number(twoOverRootPi), slope)).toBeLessThan(1e-100);
  const erf =
    '0.842700792949714869341220635082609259296066997966302908459937897834717254096010841261983325348144888454158261532021694364852339058255206789773439787059295581338613503514696419439293156805899120719';
  expect(relative(F, F.erf(F.one), F.number(erf))).toBeLessThan(1e-190);
});

test('numbers far beyond float64 are computed with', () => {
  const huge = D.exp(D.number('2000'));
  expect(relative(D, D.log(huge), D.number('2000'))).toBeLessThan(1e-60);
  expect(String(D.tanh(D.number('1000000000')))).toBe('1');
  expect(String(D.tanh(D.number('-1000000000')))).toBe('-1');
  expect(String(D.erf(D.number('1000000000')))).toBe('1');
  expect(String(D.erf(D.number('-25')))).toBe('-1');
  expect(String(D.erf(D.zero))).toBe('0');
});

test('an exponential too large for any decimal has no value', () => {
  expect(() => D.exp(D.exp(D.number('1000')))).toThrow();
});

test('a value is remembered as the value of this number, not of one like it', () => {
  const [a, b] = ['0.1000000000000000000000000000000000000001', '0.1000000000000000000000000000000000000002'];
  for (const f of ['sqrt', 'exp', 'log', 'tanh', 'erf'] as const) {
    const [one, other] = [D[f](D.number(a)), D[f](D.number(b))];
    expect(D.less(one, other)).toBe(true);
    expect(D.less(D[f](D.number(a)), other)).toBe(true);
    expect(String(D[f](D.number(a)))).toBe(String(one));
  }
});

test('numbers are compared and drawn with all their digits', () => {
  expect(D.less(D.number('1'), D.number(`1.${'0'.repeat(60)}1`))).toBe(true);
  expect(D.less(D.one, D.one)).toBe(false);
  const random = randomFrom(2);
  for (let n = 0; n < 50; n++) {
    const drawn = String(D.draw(random, true, 'ordinary'));
    expect(drawn.replace(/^\d\.0*/, '').length).toBeGreaterThan(30);
    expect(D.less(D.zero, D.draw(random, true, 'scales'))).toBe(true);
  }
});

test('a field is made once for each number of digits', () => {
  expect(decimals(64)).toBe(D);
  expect(decimals(65)).not.toBe(D);
});
