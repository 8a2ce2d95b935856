import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mutantsOf, shuffled } from '../../src/cli/derivations/mutants.js';
import { derivations } from '../../src/derive/library/index.js';
import type { Derivation } from '../../src/derive/derivation.js';
import { randomFrom } from '../../src/derive/random.js';
import { milliseconds, note, seed } from '../long-run.js';
import { questionsAbout } from './witness-cases.js';
import type { Questions } from './witness-cases.js';

const root = join(__dirname, '../..');
interface Optional {
  optionalPython(place: { root: string; platform: string }): string;
}
const { optionalPython } = jest.requireActual<Optional>('../../environment/optional.mjs');
const python = optionalPython({ root, platform: process.platform });

/** So many slips of each line, and so many derivations at a time. */
const [perLine, batch] = [10, 12];
type Answer = 'equal' | 'differs' | 'no value';

function answersTo(questions: readonly Questions[]): Answer[][] {
  const { stdout, stderr } = spawnSync(python, [join(__dirname, 'witness.py')], {
    input: questions.map(({ text }) => text).join('\n'),
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  if (lines.length !== questions.length) throw new Error(`witness.py stopped: ${stderr.slice(-2000)}`);
  return lines.map((line) => JSON.parse(line) as Answer[]);
}

/** The questions and answers about all derivations in turn, as long as there is time. */
function heard(all: readonly Derivation[], until: number): { questions: Questions; answers: Answer[] }[] {
  const found: { questions: Questions; answers: Answer[] }[] = [];
  for (let k = 0; k < all.length && Date.now() < until; k += batch) {
    const questions = all
      .slice(k, k + batch)
      .map((derivation) => questionsAbout(derivation, mutantsOf(derivation, { seed, perLine }), seed));
    const answers = answersTo(questions);
    questions.forEach((one, i) => found.push({ questions: one, answers: answers[i] }));
  }
  return found;
}

test('mpmath, at formulas written out at unequal sizes, agrees with the checker on every mutant', () => {
  if (!existsSync(python))
    throw new Error('mpmath is not there: `npm run test:long` fetches it, from environment/optional.txt');
  const all = shuffled(Object.values(derivations), randomFrom(seed));
  const found = heard(all, Date.now() + milliseconds('witness'));
  const cases = found.flatMap(({ questions: { asked }, answers }) =>
    asked.map(({ mutant, accepted }, i) => ({ mutant, accepted, answer: answers[i] })),
  );
  const disagreeing = cases.filter(({ accepted, answer }) => accepted !== (answer === 'equal'));
  expect(
    disagreeing.map(
      ({ mutant: { derivation, line, text }, accepted, answer }) =>
        `${derivation.name}, line ${line}: "${text}" is ${accepted ? 'accepted' : 'refused'}, mpmath: ${answer}`,
    ),
  ).toEqual([]);
  summary(
    cases,
    found.flatMap(({ questions: { left } }) => left),
    all.length - found.length,
  );
  expect(cases.length).toBeGreaterThan(found.length);
}, 3_600_000);

function summary(
  cases: readonly { readonly accepted: boolean; readonly answer: Answer }[],
  left: readonly string[],
  unheard: number,
): void {
  const accepted = cases.filter((one) => one.accepted).length;
  const without = cases.filter(({ answer }) => answer === 'no value').length;
  note(
    `witness, seed ${seed}: mpmath agrees on ${cases.length} mutants, ${accepted} true, ${cases.length - accepted} refused, ${without} of them without a value.`,
  );
  for (const reason of new Set(left))
    note(`witness: ${left.filter((one) => one === reason).length} mutants not written out: ${reason}.`);
  if (unheard > 0)
    note(`witness: ${unheard} derivations left out for want of time; give it more with --minutes.`);
}
