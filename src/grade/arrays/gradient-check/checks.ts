import { Failure } from '../../exercise.js';
import type { Check } from '../../exercise.js';
import { ask, question, requireUntouched } from './asking.js';
import type { GradientCheck } from './asking.js';
import { casesFor } from './cases.js';
import type { Case, Cases } from './cases.js';
import { wrongGradientChecks } from './wrong.js';

interface Part {
  readonly name: string;
  readonly points: number;
  readonly of: keyof Cases;
  /** What to say where a right gradient is refused. */
  readonly refused: string;
  /** What to say where a wrong one is accepted. */
  readonly accepted: string;
}

const parts: readonly Part[] = [
  {
    name: 'accepts a right gradient',
    points: 20,
    of: 'right',
    refused:
      'This gradient is right and was refused. Do the difference quotient and the step fit together: (f(x + h) − f(x − h)) / 2h, with h near 10⁻⁵?',
    accepted: '',
  },
  {
    name: 'refuses a gradient that is wrong everywhere',
    points: 20,
    of: 'gross',
    refused: '',
    accepted:
      'This gradient is wrong and was accepted. Compare numbers with their signs and sizes, not only their directions.',
  },
  {
    name: 'looks at every component',
    points: 15,
    of: 'components',
    refused: '',
    accepted:
      'Here only some components are wrong, and the gradient was accepted. Move one component of x at a time, and compare each.',
  },
  {
    name: 'is not fooled by NaN or a wrong length',
    points: 15,
    of: 'broken',
    refused: '',
    accepted:
      'This is no gradient, and it was accepted. Every comparison with NaN is false: ask whether the error is small, not whether it is large; and compare lengths first.',
  },
  {
    name: 'judges small and large functions alike',
    points: 15,
    of: 'scales',
    refused:
      'This gradient is right and was refused. An error counts beside the size of the gradient, not by itself; and 0 beside 0 is no error.',
    accepted:
      'This gradient is wrong and was accepted. An error counts beside the size of the gradient, not by itself.',
  },
  {
    name: 'notices one part in a thousand',
    points: 10,
    of: 'fine',
    refused: '',
    accepted:
      'An error of one part in a thousand went unnoticed. Central differences are good to eight digits or so: the tolerance can be far smaller.',
  },
];

/** From the most fundamental to the subtlest. */
export const gradientCheckChecks: readonly Check<GradientCheck>[] = [
  ...parts.map((part) => ({
    name: part.name,
    points: part.points,
    run: (candidate: GradientCheck, seed = 0): void => judge(candidate, part, seed),
  })),
  {
    name: 'leaves x as it was',
    points: 5,
    run(candidate: GradientCheck, seed = 0): void {
      for (const item of casesFor(seed).right) requireUntouched(item.x, ask(candidate, item).xAfter);
    },
  },
];

function judge(candidate: GradientCheck, part: Part, seed: number): void {
  const failing = casesFor(seed)[part.of].find((item) => verdictOn(candidate, item) !== String(item.right));
  if (failing === undefined) return;
  const verdict = verdictOn(candidate, failing);
  const shown = question(failing, verdict);
  const known = diagnose(candidate, seed) ?? moved(candidate, failing);
  if (known) throw new Failure(known.name, known.says, shown);
  if (verdict !== 'true' && verdict !== 'false') {
    const { misconception, message } = failureOf(candidate, failing);
    throw new Failure(misconception, message, shown);
  }
  throw failing.right
    ? new Failure('a right gradient refused', part.refused, shown)
    : new Failure('a wrong gradient accepted', part.accepted, shown);
}

/** 'true', 'false', or the words with which it stopped. */
function verdictOn(candidate: GradientCheck, item: Case): string {
  try {
    return String(ask(candidate, item).verdict);
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}

function failureOf(candidate: GradientCheck, item: Case): Failure {
  try {
    ask(candidate, item);
  } catch (error) {
    if (error instanceof Failure) return error;
  }
  return new Failure('not always', 'Your function stopped once, and not when asked again.');
}

/** What to say to a candidate that leaves x far from where it was: every component after the first is measured elsewhere. */
function moved(candidate: GradientCheck, item: Case): (typeof wrongGradientChecks)[number] | undefined {
  if (!['true', 'false'].includes(verdictOn(candidate, item))) return undefined;
  const { xAfter } = ask(candidate, item);
  const isFar = item.x.some((value, i) => Math.abs(xAfter[i] - value) > 1e-12);
  return isFar ? wrongGradientChecks.find(({ name }) => name === 'x is not put back') : undefined;
}

/** The known wrong version that says the same to every question. */
function diagnose(candidate: GradientCheck, seed: number): (typeof wrongGradientChecks)[number] | undefined {
  const cases = casesFor(seed);
  const questions = parts.flatMap(({ of }) => cases[of]);
  const said = questions.map((item) => verdictOn(candidate, item));
  return wrongGradientChecks.find(({ candidate: version }) =>
    questions.every((item, i) => verdictOn(version, item) === said[i]),
  );
}
