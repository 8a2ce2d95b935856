import { checked } from '../../src/cli/derivations/checked.js';
import { mutantsOf, shuffled } from '../../src/cli/derivations/mutants.js';
import type { Mutant } from '../../src/cli/derivations/mutants.js';
import { tally } from '../../src/cli/derivations/mutate.js';
import { rewrittenLines } from '../../src/cli/derivations/rewrite.js';
import { derivations } from '../../src/derive/library/index.js';
import type { Derivation } from '../../src/derive/derivation.js';
import { randomFrom } from '../../src/derive/random.js';
import { milliseconds, note, seed } from '../long-run.js';
import { withFlippedSign } from './flipped-sign.js';

jest.setTimeout(7_200_000);

const all: readonly Derivation[] = shuffled(Object.values(derivations), randomFrom(seed));
const named = ({ derivation, line, text }: Mutant): string => `${derivation.name}, line ${line}: "${text}"`;

/** So many are tried however little time there is. */
const least = 2500;

/** Every slip in every line, all derivations in turn: one slip of each line first, so that a short run sees all of them. */
function* everyMutant(): Generator<Mutant> {
  const first = new Set<string>();
  for (const derivation of all)
    for (const mutant of mutantsOf(derivation, { seed, perLine: 1 })) {
      first.add(named(mutant));
      yield mutant;
    }
  for (const derivation of all)
    for (const mutant of mutantsOf(derivation, { seed, perLine: Infinity }))
      if (!first.has(named(mutant))) yield mutant;
}

test('every slip in every line: no wrong line is accepted, no true one refused', () => {
  const until = Date.now() + milliseconds('mutants');
  let begun = 0;
  const goOn = (): boolean => begun++ < least || Date.now() < until;
  const { tried, wrong, refusedThoughTrue } = tally(everyMutant(), goOn);
  const count = all.reduce((sum, one) => sum + mutantsOf(one, { seed, perLine: Infinity }).length, 0);
  note(
    `mutants, seed ${seed}: ${tried} tried, ${wrong.length} wrong accepted, ${count - tried} left out for want of time.`,
  );
  expect({ wrong: wrong.map(named), refused: refusedThoughTrue.map(named) }).toEqual({
    wrong: [],
    refused: [],
  });
  expect(tried).toBeGreaterThanOrEqual(least);
});

test('every line, written otherwise three times, still follows', () => {
  const refused = all
    .flatMap((derivation) => rewrittenLines(derivation, seed, 3))
    .filter(({ refusal }) => refusal);
  expect(refused).toEqual([]);
});

test('a sign flipped in a copy of any derivation is found, with the name and the line', () => {
  const flipped = all.map((derivation) => ({ name: derivation.name, found: withFlippedSign(derivation) }));
  expect(flipped.filter(({ found }) => !found).map(({ name }) => name)).toEqual([]);
  const missed = flipped.filter(
    ({ name, found }) =>
      found && !checked(found.derivation, () => 0).faults[0]?.startsWith(`${name}, line ${found.line}: `),
  );
  expect(missed.map(({ name }) => name)).toEqual([]);
});
