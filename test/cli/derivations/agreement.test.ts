import { agreementOf, counterpartIsThere } from '../../../src/cli/derivations/agreement.js';
import { counterparts, waitingAlthough } from '../../../src/cli/derivations/agreement/counterparts.js';
import type { Counterpart } from '../../../src/cli/derivations/agreement/given.js';
import { derivations } from '../../../src/derive/library/index.js';
import type { Derivation } from '../../../src/derive/derivation.js';

const all: readonly Derivation[] = Object.values(derivations);
const reasons: Readonly<Record<string, string | undefined>> = waitingAlthough;

test.each(all.filter(({ name }) => Object.hasOwn(counterparts, name)).map(({ name }) => [name]))(
  'the last line of %s is what the library computes',
  (name) => {
    expect(agreementOf(derivations[name as keyof typeof derivations])).toMatchObject({ kind: 'agrees' });
  },
);

/** Derivations that wait although the file they name is there, without a reason. */
const waitingWrongly = (some: readonly Derivation[]): string[] =>
  some
    .filter((derivation) => agreementOf(derivation).kind === 'waiting' && counterpartIsThere(derivation))
    .map(({ name }) => name)
    .filter((name) => !reasons[name]);

test('every other derivation waits for something that is not there yet, or says what is lacking', () => {
  expect(waitingWrongly(all)).toEqual([]);
});

test('one that waits for something that is there is found', () => {
  const known = { ...counterparts, ...waitingAlthough };
  const [waits] = all.filter(({ name }) => !Object.hasOwn(known, name));
  const forgotten = { ...waits, agreesWith: 'norm/layer-norm: y' };
  const room = { ...waits, agreesWith: 'autograd: the composition' };
  expect(waitingWrongly([forgotten, room])).toEqual([waits.name, waits.name]);
});

test('counterparts and reasons belong to derivations that there are, and nobody has both', () => {
  const named = [...Object.keys(counterparts), ...Object.keys(waitingAlthough)];
  expect(named.filter((name) => !Object.hasOwn(derivations, name))).toEqual([]);
  expect(new Set(named).size).toBe(named.length);
});

test('a reason is there only as long as it is needed', () => {
  const needed = all.filter((derivation) => counterpartIsThere(derivation)).map(({ name }) => name);
  expect(Object.keys(waitingAlthough).filter((name) => !needed.includes(name))).toEqual([]);
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

test('of a bound only the wrong side differs', () => {
  const derivation = derivations['layer-norm-bound'];
  const at = (value: number): string => agreementOf(derivation, { compute: () => () => value }).kind;
  expect([at(-100), at(100)]).toEqual(['agrees', 'differs']);
});

test('a number that is not a number differs', () => {
  expect(agreementOf(derivations['layer-norm-dx'], { compute: () => () => NaN }).kind).toBe('differs');
});
