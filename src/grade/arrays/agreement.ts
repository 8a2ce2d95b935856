/**
 * Checks that compare a candidate over plain arrays with a reference. Where a candidate is wrong and agrees with a known
 * wrong version on every input, it is that one, however it is written.
 */
import type { Candidate, Check } from '../exercise.js';
import { distance, outcomeOf } from './outcome.js';
import type { Inputs } from './plain.js';
import { smaller } from './shrinking.js';
import type { Standard } from './standard.js';
import { words } from './wording.js';

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
  /** What to say instead where only such inputs come out wrong. */
  readonly only?: readonly Only<A>[];
}

/** A kind of inputs, and what it means where everything else is right. */
export interface Only<A extends Inputs> {
  when(input: A): boolean;
  readonly hint: string;
}

/** Nine digits: far more than the mistakes leave, far fewer than another order of summation costs. */
const nineDigits = 1e-9;

/** A check that the numbers are those of the reference. */
export function agrees<A extends Inputs, F extends Candidate>(
  standard: Standard<A, F>,
  { name, points, inputs, parts, tolerance = nineDigits, hint, only = [] }: Comparison<A>,
): Check<F> {
  return {
    name,
    points,
    run(candidate, seed = 0) {
      const error = (input: A): number => errorOf(candidate, input, standard, parts);
      const fails = (input: A): boolean => !(error(input) <= tolerance);
      const asked = inputs(seed);
      const [failing, ...more] = asked.filter(fails);
      if (failing === undefined) return;
      const form = Number.isFinite(error(failing));
      const failsAlike = (input: A): boolean => fails(input) && Number.isFinite(error(input)) === form;
      const special = only.find(({ when }) => [failing, ...more].every(when));
      const known = diagnose(candidate, failing, standard, parts);
      const few = tolerance === nineDigits ? digitsOf(asked.map(error)) : undefined;
      throw words(candidate, failing, {
        standard,
        parts: parts ?? Object.keys(standard.form),
        shown: smaller(failing, failsAlike, standard.smallest),
        known,
        hint: few === undefined ? (special?.hint ?? hint) : lost(few),
      });
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

/** To how many digits all is right, where that is how most of it is wrong: a wrong formula would be far off somewhere. */
function digitsOf(errors: readonly number[]): number | undefined {
  const worst = Math.max(...errors);
  const off = errors.filter((error) => error > nineDigits).length;
  return worst < 1e-4 && 2 * off > errors.length ? Math.floor(-Math.log10(worst)) : undefined;
}

const lost = (digits: number): string =>
  `They have ${digits} right digits where nine are asked for. Where do the others go: float32 (Float32Array, Math.fround), toFixed, a root or a derivative that is only approached?`;

/**
 * The known wrong version that gives what the candidate gives, on this input and on all telling ones; else on the related
 * ones; else one that is wrong in the asked parts alone and gives what the candidate gives there.
 */
function diagnose<A extends Inputs, F extends Candidate>(
  candidate: F,
  failing: A,
  { reference, form, wrong, telling, size, related = () => true }: Standard<A, F>,
  parts: readonly string[] = [],
): Standard<A, F>['wrong'][number] | undefined {
  const cases = [failing, ...telling].map((input) => {
    const [got, right] = [candidate, reference].map((f) => outcomeOf(f, input, form));
    return { input, got, right, sizes: sized(size, input) };
  });
  const near = (version: F, among: typeof cases, which?: readonly string[]): boolean =>
    among.every(({ input, got, right, sizes }) => {
      const error = distance(got, right, sizes, which);
      const between = distance(got, outcomeOf(version, input, form), sizes, which);
      return between === 0 || between <= Math.max(1e-12, Math.min(1e-6, 0.01 * error));
    });
  const close = cases.filter(({ input }) => related(failing, input));
  const others = Object.keys(form).filter((part) => !parts.includes(part));
  const onlyThere = (version: F): boolean =>
    close.every(
      ({ input, right, sizes }) =>
        distance(outcomeOf(version, input, form), right, sizes, others) <= nineDigits,
    );
  return (
    wrong.find(({ candidate: version }) => near(version, cases)) ??
    wrong.find(({ candidate: version }) => near(version, close)) ??
    wrong.find(
      ({ candidate: version }) => parts.length > 0 && near(version, close, parts) && onlyThere(version),
    )
  );
}

/** What is known of a mistake with ε by the size of the ε that brings it out; `at` says where ε is. */
export const onlyAtSome = <A extends Inputs>(at: (input: A) => number): readonly Only<A>[] => [
  {
    when: (input) => at(input) === 0,
    hint: 'Only with ε = 0 they are wrong. 0 is a number like any other: is it taken for missing, as eps || 1e-5 does?',
  },
  {
    when: (input) => at(input) < 1e-6,
    hint: 'Only with an ε of nearly nothing (1e-12, and 0) they are wrong. Is there a floor under it that nobody asked for?',
  },
  {
    when: (input) => at(input) > 1,
    hint: 'Only with a large ε (2) they are wrong. Is there a limit to ε that nobody asked for?',
  },
];
