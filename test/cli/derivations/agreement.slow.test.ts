import { agreementOf, counterpartIsThere } from '../../../src/cli/derivations/agreement.js';
import { counterparts } from '../../../src/cli/derivations/agreement/counterparts.js';
import type { Counterpart } from '../../../src/cli/derivations/agreement/given.js';
import { notCompared } from '../../../src/cli/derivations/agreement/not-compared.js';
import { derivations } from '../../../src/derive/library/index.js';
import type { Derivation } from '../../../src/derive/derivation.js';

const all: readonly Derivation[] = Object.values(derivations);
const reasons: Readonly<Record<string, string | undefined>> = notCompared;

const compared = all.filter(({ name }) => Object.hasOwn(counterparts, name));

test.each(compared.map(({ name }) => [name]))('the last line of %s is what the library computes', (name) => {
  expect(agreementOf(derivations[name as keyof typeof derivations])).toMatchObject({ kind: 'agrees' });
});

/** Derivations that wait although the file they name is there, without a reason. */
const waitingWrongly = (some: readonly Derivation[]): string[] =>
  some
    .filter(({ name }) => !Object.hasOwn(counterparts, name) && !reasons[name])
    .filter((derivation) => counterpartIsThere(derivation))
    .map(({ name }) => name);

test('every other derivation waits for something that is not there yet, or says what is lacking', () => {
  expect(waitingWrongly(all)).toEqual([]);
});

test('what the others name is there', () => {
  expect(compared.filter((derivation) => !counterpartIsThere(derivation)).map(({ name }) => name)).toEqual(
    [],
  );
});

test('one that waits for something that is there is found', () => {
  const known = { ...counterparts, ...notCompared };
  const [waits] = all.filter(({ name }) => !Object.hasOwn(known, name));
  const forgotten = { ...waits, agreesWith: 'norm/layer-norm: y' };
  const room = { ...waits, agreesWith: 'autograd: the composition' };
  expect(waitingWrongly([forgotten, room])).toEqual([waits.name, waits.name]);
});

test('counterparts and reasons belong to derivations that there are, and nobody has both', () => {
  const named = [...Object.keys(counterparts), ...Object.keys(notCompared)];
  expect(named.filter((name) => !Object.hasOwn(derivations, name))).toEqual([]);
  expect(new Set(named).size).toBe(named.length);
});

test('a reason is there only as long as it is needed', () => {
  const needed = all.filter((derivation) => counterpartIsThere(derivation)).map(({ name }) => name);
  expect(Object.keys(notCompared).filter((name) => !needed.includes(name))).toEqual([]);
});

test.each(all.map((derivation) => [derivation.name, derivation.agreesWith]))(
  '%s names its counterpart as room/file: what',
  (_name, agreesWith) => {
    expect(agreesWith).toMatch(/^[a-z]+(\/[a-z-]+)*: \S/);
  },
);

/** A counterpart with one number of it moved. */
const moved = ({ compute }: Counterpart): Counterpart => ({
  compute: (given) => {
    const of = compute(given);
    return (at) => of(at) + ((at.j ?? 0) === 1 ? 1e-9 : 0);
  },
});

test('a counterpart that is off in the ninth digit of one entry differs, and is named', () => {
  const derivation = derivations['layer-norm-dx'];
  const found = agreementOf(derivation, moved(counterparts['layer-norm-dx']));
  expect(found).toMatchObject({ kind: 'differs' });
  expect(found).toHaveProperty(
    'says',
    expect.stringMatching(
      /^layer-norm-dx, line 5: "rstd .*" and norm\/layer-norm: dx differ by 1\.0e-9 at C = 2; 1e-12 is allowed\.$/,
    ),
  );
});

/** By what the last line is multiplied: a bound may lie far from what it bounds. */
const factors = { '=': 1.000001, '<=': 0.001, '>=': 1000 } as const;

/** The derivation with one factor more in its last line; 0, which has no factors, becomes another number. */
function withFactor(derivation: Derivation): Derivation {
  const relation = derivation.lines.map((line) => line.relation).find((one) => one !== '=') ?? '=';
  const last = derivation.lines[derivation.lines.length - 1];
  const expr = last.expr === '0' ? '0.000001' : `${factors[relation]} * (${last.expr})`;
  return { ...derivation, lines: [...derivation.lines.slice(0, -1), { ...last, expr }] };
}

test('a factor of one in a million in the last line of any of them is noticed', () => {
  const unnoticed = compared.filter((one) => agreementOf(withFactor(one)).kind !== 'differs');
  expect(unnoticed.map(({ name }) => name)).toEqual([]);
});

test('numbers that the library takes instead of those that were drawn are given to both sides', () => {
  const derivation = derivations['layer-norm-detached-mean'];
  const counterpart = counterparts['layer-norm-detached-mean'];
  expect(agreementOf(derivation, counterpart).kind).toBe('agrees');
  expect(agreementOf(derivation, { compute: counterpart.compute }).kind).toBe('differs');
});

test('a line that has no value anywhere agrees with nothing', () => {
  const derivation = derivations['layer-norm-dx'];
  const found = agreementOf(derivation, { ...counterparts['layer-norm-dx'], instead: () => ({ eps: -1e9 }) });
  expect(found).toHaveProperty(
    'says',
    expect.stringMatching(/^layer-norm-dx, line 5: .* has no value at too many points at C = 2, /),
  );
});

test('of a bound only the wrong side differs', () => {
  const derivation = derivations['layer-norm-bound'];
  const at = (value: number): string => agreementOf(derivation, { compute: () => () => value }).kind;
  expect([at(-100), at(100)]).toEqual(['agrees', 'differs']);
});

test('a number that is not a number differs', () => {
  expect(agreementOf(derivations['layer-norm-dx'], { compute: () => () => NaN }).kind).toBe('differs');
});
