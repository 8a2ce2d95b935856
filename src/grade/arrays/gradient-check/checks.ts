import { Failure } from '../../exercise.js';
import type { Check } from '../../exercise.js';
import { ask, question, requireUntouched } from './asking.js';
import type { GradientCheck } from './asking.js';
import { casesFor } from './cases.js';
import type { Cases } from './cases.js';
import { diagnose, hear, moved, verdictOn } from './diagnosis.js';
import { subtlerWrongGradientChecks } from './subtler.js';
import { wrongGradientChecks } from './wrong.js';

interface Part {
  readonly name: string;
  readonly points: number;
  readonly of: keyof Cases;
  /** What to say where a right gradient is refused. */
  readonly refused: string;
  /** What to say where a wrong one is accepted; by the claim where that says more. */
  readonly accepted: string | Readonly<Record<string, string>>;
}

const nan =
  'This is no gradient, and it was accepted. Every comparison with NaN is false: ask whether the error is small, not whether it is large.';
const lengths =
  'This gradient has not as many components as x, and it was accepted. Compare the two lengths first.';
const infinite =
  'This gradient is infinite, and it was accepted. Beside infinity every error is small: is each claimed number finite?';

const common: readonly Part[] = [
  {
    name: 'accepts a right gradient',
    points: 20,
    of: 'right',
    refused:
      'This gradient is right and was refused. Do the difference quotient and the step fit together: (f(x + h) − f(x − h)) / (2 * h), with its brackets, and h near 10⁻⁵?',
    accepted: '',
  },
  {
    name: 'refuses a gradient that is wrong everywhere',
    points: 15,
    of: 'gross',
    refused: '',
    accepted: {
      'the sign is wrong':
        'This gradient has the wrong sign and was accepted. Which comparison tells 3 from −3?',
      'twice too large':
        'This gradient is twice too large and was accepted. Which comparison tells 6 from 3?',
      'all zeros':
        'Zeros were claimed where f has a slope, and accepted. What happens where a claimed number is 0?',
    },
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
    accepted: {
      'one component is NaN': nan,
      'all components are NaN': nan,
      'a component too few': lengths,
      'a component too many': lengths,
      'no component at all': lengths,
      'one component is infinite': infinite,
      'all components are infinite': infinite,
    },
  },
  {
    name: 'judges small and large functions alike',
    points: 10,
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

/** What only the exercise with a file asks: a learner's own check in a notebook may be coarser. */
const subtler: readonly Part[] = [
  {
    name: 'judges each component by its own size',
    points: 15,
    of: 'apart',
    refused:
      'This gradient is right and was refused. A value of f is known to sixteen digits and no more: a tolerance for each component may allow for that, |f| · 10⁻¹⁶ / h.',
    accepted:
      'This gradient is wrong and was accepted. A small component counts as much as a large one: measure each error beside its own component, not beside the largest, the value of f or a fixed number.',
  },
  {
    name: 'finds its step wherever x is',
    points: 10,
    of: 'places',
    refused:
      'This gradient is right and was refused. At a million a step of 10⁻⁵ is lost in rounding: let the step grow with |x|.',
    accepted:
      'This gradient is wrong and was accepted. At x = 0 a step in proportion to x is no step, and at a million a fixed one drowns in rounding: take one in proportion to max(1, |x|), and leave no x out.',
  },
];

/** What it is worth where more is asked beside. */
const less: Readonly<Record<string, number>> = {
  'accepts a right gradient': 15,
  'refuses a gradient that is wrong everywhere': 15,
  'looks at every component': 15,
  'is not fooled by NaN or a wrong length': 10,
  'judges small and large functions alike': 10,
  'notices one part in a thousand': 5,
};

const leavesX: Check<GradientCheck> = {
  name: 'leaves x as it was',
  points: 5,
  run(candidate, seed = 0): void {
    for (const item of casesFor(seed).right) requireUntouched(item.x, ask(candidate, item).xAfter);
  },
};

/** From the most fundamental to the subtlest, where a check may be coarse: 90 points, for the notebook asks one thing more. */
export const gradientCheckChecks: readonly Check<GradientCheck>[] = [
  ...common.map((part) => checkOf(part, wrongGradientChecks)),
  leavesX,
];

/** The same and more: where each component is asked for by itself, at any x. */
export const strictGradientCheckChecks: readonly Check<GradientCheck>[] = [
  ...[...common.map((part) => ({ ...part, points: less[part.name] })), ...subtler].map((part) =>
    checkOf(part, [...wrongGradientChecks, ...subtlerWrongGradientChecks]),
  ),
  leavesX,
];

type Known = typeof wrongGradientChecks;

function checkOf(part: Part, among: Known): Check<GradientCheck> {
  const { name, points } = part;
  return { name, points, run: (candidate, seed = 0) => judge(candidate, part, { seed, among }) };
}

function judge(
  candidate: GradientCheck,
  { of, refused, accepted }: Part,
  { seed, among }: { readonly seed: number; readonly among: Known },
): void {
  const cases = casesFor(seed);
  const failing = cases[of].find((item) => verdictOn(candidate, item) !== String(item.right));
  if (failing === undefined) return;
  const heard = hear(candidate, failing);
  const shown = question(failing, heard instanceof Failure ? heard.message : String(heard.verdict));
  const known = diagnose(candidate, { cases, part: of, among }) ?? moved(candidate, failing, among);
  if (known) throw new Failure(known.name, known.says, shown);
  if (heard instanceof Failure) throw new Failure(heard.misconception, heard.message, shown);
  if (failing.right) throw new Failure('a right gradient refused', refused, shown);
  const says = typeof accepted === 'string' ? accepted : accepted[failing.claim];
  throw new Failure('a wrong gradient accepted', says, shown);
}
