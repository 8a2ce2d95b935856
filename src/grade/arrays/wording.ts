/** What is said to wrong numbers: the known mistake, else what can be seen of them. */
import { aligned } from '../aligned.js';
import { Failure } from '../exercise.js';
import type { Candidate, WrongVersion } from '../exercise.js';
import type { Standard } from './standard.js';
import { inputLine } from './evidence.js';
import { malformed, observed } from './observed.js';
import { farthest, outcomeOf } from './outcome.js';
import type { Outcome } from './outcome.js';
import type { Inputs } from './plain.js';

type Known = Pick<WrongVersion<never>, 'name' | 'says'>;

interface Findings<A extends Inputs, F extends Candidate> {
  readonly standard: Standard<A, F>;
  /** The parts that were compared. */
  readonly parts: readonly string[];
  /** The smallest input that shows it. */
  readonly shown: A;
  readonly known: Known | undefined;
  readonly hint: string;
}

/** The known mistake if there is one, else what can be seen of the numbers, else the hint. */
export function words<A extends Inputs, F extends Candidate>(
  candidate: F,
  input: A,
  { standard, parts, shown, known, hint }: Findings<A, F>,
): Failure {
  const found = compared(candidate, shown, standard, parts);
  if ('failure' in found) return stopped(found, shown, standard, known);
  const { part, got, right, worst } = found;
  const evidence = { input: inputLine(standard.names, shown), ...aligned(part, right, got, worst) };
  if (known) return new Failure(known.name, known.says, evidence);
  // An input cut down to what fails may no longer show which numbers were right.
  const whole = compared(candidate, input, standard, parts);
  const [kind, message] = malformed(found) ??
    ('failure' in whole ? undefined : observed(whole)) ?? [
      'other numbers',
      `The numbers are not right yet. ${hint}`,
    ];
  return new Failure(kind, message, evidence);
}

/** The part that is farthest from right, and where. */
function compared<A extends Inputs, F extends Candidate>(
  candidate: F,
  input: A,
  { form, reference, size }: Standard<A, F>,
  parts: readonly string[],
) {
  const [got, right] = [outcomeOf(candidate, input, form), outcomeOf(reference, input, form)];
  if ('failure' in got) return got;
  if ('failure' in right) return right;
  const each = parts.map((part) => ({
    part,
    got: got.numbers[part],
    right: right.numbers[part],
    worst: farthest(got.numbers[part], right.numbers[part], size(input, part)),
  }));
  return each.reduce((most, next) => (next.worst.error > most.worst.error ? next : most));
}

function stopped<A extends Inputs, F extends Candidate>(
  { failure }: Extract<Outcome, { readonly failure: Failure }>,
  shown: A,
  { names, form, reference }: Standard<A, F>,
  known: Known | undefined,
): Failure {
  const right = outcomeOf(reference, shown, form);
  const [part] = Object.keys(form);
  const expected =
    'failure' in right ? 'a result' : aligned(part, right.numbers[part], [], { row: 0, column: 0 }).expected;
  // The words of an error are said above, unless something better is.
  const got = failure.misconception === 'stops' && !known ? 'an error' : failure.message;
  const evidence = failure.shown ?? { input: inputLine(names, shown), expected, got };
  return new Failure(known?.name ?? failure.misconception, known?.says ?? failure.message, evidence);
}
