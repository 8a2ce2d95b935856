/**
 * Checks that compare a candidate over plain arrays with a reference. Where a candidate is wrong and agrees with a known
 * wrong version on every input, it is that one, however it is written.
 */
import { Failure } from '../exercise.js';
import type { Candidate, Check, WrongVersion } from '../exercise.js';
import { aligned } from '../aligned.js';
import { inputLine } from './evidence.js';
import { distance, farthest, outcomeOf } from './outcome.js';
import type { Outcome } from './outcome.js';
import type { Inputs } from './plain.js';
import type { Form, Numbers } from './reading.js';
import { smaller } from './shrinking.js';
import type { Smallest } from './shrinking.js';

/** What candidates of one exercise are compared with. */
export interface Standard<A extends Inputs, F extends Candidate> {
  readonly reference: F;
  /** What the arguments are called. */
  readonly names: readonly string[];
  readonly form: Form;
  readonly wrong: readonly Pick<WrongVersion<F>, 'name' | 'says' | 'candidate'>[];
  /** Inputs on which the wrong versions differ from each other. */
  readonly telling: readonly A[];
  /** How small an input that shows a mistake may become. */
  readonly smallest: Smallest;
  /** How large the terms are that cancel in a part of the result: nobody can keep more digits than of these. */
  size(inputs: A, part: string): number;
}

/** How closely, and what to say where no known mistake fits. */
export interface Comparison<A extends Inputs> {
  readonly name: string;
  readonly points: number;
  /** From the smallest to the largest. */
  inputs(seed: number): readonly A[];
  /** Which parts of the result; all where left out. */
  readonly parts?: readonly string[];
  readonly tolerance?: number;
  /** Ends the sentence "The numbers are not right yet …". */
  readonly hint: string;
}

/** Nine digits: far more than the mistakes leave, far fewer than another order of summation costs. */
const nineDigits = 1e-9;

/** A check that the numbers are those of the reference. */
export function agrees<A extends Inputs, F extends Candidate>(
  standard: Standard<A, F>,
  { name, points, inputs, parts, tolerance = nineDigits, hint }: Comparison<A>,
): Check<F> {
  return {
    name,
    points,
    run(candidate, seed = 0) {
      const fails = (input: A): boolean => !(errorOf(candidate, input, standard, parts) <= tolerance);
      const failing = inputs(seed).find(fails);
      if (failing === undefined) return;
      const known = diagnose(candidate, failing, standard);
      throw words(candidate, smaller(failing, fails, standard.smallest), { standard, parts, known, hint });
    },
  };
}

function errorOf<A extends Inputs, F extends Candidate>(
  candidate: F,
  input: A,
  { reference, form, size }: Standard<A, F>,
  parts?: readonly string[],
): number {
  return distance(
    outcomeOf(candidate, input, form),
    outcomeOf(reference, input, form),
    sized(size, input),
    parts,
  );
}

/** The sizes of the parts for one input. */
export function sized<A extends Inputs>(
  size: (inputs: A, part: string) => number,
  input: A,
): (part: string) => number {
  return (part) => size(input, part);
}

/** The known wrong version that gives what the candidate gives, on this input and on all telling ones. */
function diagnose<A extends Inputs, F extends Candidate>(
  candidate: F,
  failing: A,
  { reference, form, wrong, telling, size }: Standard<A, F>,
): Standard<A, F>['wrong'][number] | undefined {
  const cases = [failing, ...telling].map((input) => {
    const got = outcomeOf(candidate, input, form);
    return { input, got, error: distance(got, outcomeOf(reference, input, form), sized(size, input)) };
  });
  return wrong.find((version) =>
    cases.every(({ input, got, error }) => {
      const between = distance(got, outcomeOf(version.candidate, input, form), sized(size, input));
      return between === 0 || between <= Math.max(1e-12, Math.min(1e-6, 0.01 * error));
    }),
  );
}

interface Findings<A extends Inputs, F extends Candidate> {
  readonly standard: Standard<A, F>;
  readonly parts: readonly string[] | undefined;
  readonly known: Standard<A, F>['wrong'][number] | undefined;
  readonly hint: string;
}

/** What to say: the known mistake if there is one, else shape, a missing number, or the hint. */
function words<A extends Inputs, F extends Candidate>(
  candidate: F,
  input: A,
  { standard, parts, known, hint }: Findings<A, F>,
): Failure {
  const { form, names, reference, size } = standard;
  const [got, right] = [outcomeOf(candidate, input, form), outcomeOf(reference, input, form)];
  const line = inputLine(names, input);
  if ('failure' in got || 'failure' in right) return stopped(got, line, known);
  const errors = (parts ?? Object.keys(form)).map((part) => ({
    part,
    ...farthest(got.numbers[part], right.numbers[part], size(input, part)),
  }));
  const worst = errors.reduce((most, next) => (next.error > most.error ? next : most));
  const { part } = worst;
  const evidence = { input: line, ...aligned(part, right.numbers[part], got.numbers[part], worst) };
  if (known) return new Failure(known.name, known.says, evidence);
  const [kind, message] = malformed(part, got.numbers, right.numbers) ?? [
    'other numbers',
    `The numbers are not right yet. ${hint}`,
  ];
  return new Failure(kind, message, evidence);
}

function stopped(
  got: Outcome,
  line: string,
  known: { readonly name: string; readonly says: string } | undefined,
): Failure {
  const failure =
    'failure' in got ? got.failure : new Failure('stops', 'Your function could not be compared.');
  const evidence = failure.shown ?? { input: line, expected: 'a result', got: failure.message };
  return new Failure(known?.name ?? failure.misconception, known?.says ?? failure.message, evidence);
}

/** What is wrong with the form of a part, before its numbers count. */
function malformed(part: string, got: Numbers, right: Numbers): [string, string] | undefined {
  const what = part === '' ? 'the result' : part;
  const [a, b] = [got[part], right[part]];
  const lengths = (table: Numbers[string]): string =>
    `${table.length} × ${[...new Set(table.map((row) => row.length))].join(' or ') || 0}`;
  if (lengths(a) !== lengths(b))
    return [
      'shape',
      `${what} should have ${lengths(b)} numbers (rows × columns), and has ${lengths(a)}. Which axis is reduced, and which is kept?`,
    ];
  const missing = a.flat().find((value) => !Number.isFinite(value));
  if (missing === undefined) return undefined;
  return [
    'not a number',
    `Your function gives ${missing} where a number should stand. What is divided by 0, or which root is taken of something negative or missing?`,
  ];
}
