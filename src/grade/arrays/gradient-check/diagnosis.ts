/** Which mistake a gradient check makes: by what it says, and by where it looks on the way. */
import { Failure } from '../../exercise.js';
import type { WrongVersion } from '../../exercise.js';
import { ask } from './asking.js';
import type { GradientCheck, Said } from './asking.js';
import type { Case, Cases } from './cases.js';

type Known = Pick<WrongVersion<GradientCheck>, 'name' | 'says' | 'candidate'>;

/** 'true', 'false', or the words with which it stopped. */
export function verdictOn(candidate: GradientCheck, item: Case): string {
  const heard = hear(candidate, item);
  return heard instanceof Failure ? heard.message : String(heard.verdict);
}

/** What it said, or how it stopped. */
export function hear(candidate: GradientCheck, item: Case): Said | Failure {
  try {
    return ask(candidate, item);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** In which they are asked. */
const order: readonly (keyof Cases)[] = [
  'right',
  'gross',
  'components',
  'broken',
  'scales',
  'fine',
  'apart',
  'places',
];

/** A check of which something is asked, and where it went wrong: what comes later does not matter yet. */
interface Wrong {
  readonly cases: Cases;
  readonly part: keyof Cases;
  /** The mistakes that come into question. */
  readonly among: readonly Known[];
}

/** The known wrong version that says the same to every question so far, and looks at f in the same way. */
export function diagnose(candidate: GradientCheck, { cases, part, among }: Wrong): Known | undefined {
  const first = hear(candidate, cases.right[0]);
  const named = (name: string): Known | undefined => among.find((version) => version.name === name);
  if (!(first instanceof Failure)) {
    if (!first.gradientAtX) return named('the gradient at another point');
    if (!first.verdict && first.moves.length > 0)
      return named(whatItAccepts(candidate, cases.right[0], first));
    if (stepOf(first) > 0 && stepOf(first) < tiny) return named('a step that is too small');
  }
  const asked = order.slice(0, Math.max(3, order.indexOf(part) + 1));
  const questions = [...asked, 'telling' as const].flatMap((name) => cases[name]);
  const said = questions.map((item) => verdictOn(candidate, item));
  const way = lookOf(candidate, cases);
  if (way === 'several' && part === 'apart') return named('a few directions');
  return among.find(
    ({ candidate: version }) =>
      lookOf(version, cases) === way && questions.every((item, i) => verdictOn(version, item) === said[i]),
  );
}

/** Below this nothing is left of a difference. */
const tiny = 1e-12;

function stepOf({ moves }: Said): number {
  return Math.max(0, ...moves.map(([move]) => Math.abs(move)));
}

/** How a check that refuses a right gradient goes wrong shows in the multiple of it that it accepts. */
function whatItAccepts(candidate: GradientCheck, item: Case, first: Said): string {
  const { moves } = first;
  const step = stepOf(first);
  if (step < tiny) return moves.length > 1 ? 'a step that is too small' : '';
  if (moves.length > 1 && moves.every(([move]) => move === moves[0][0])) return 'the same point twice';
  /** Whether a claim is accepted that is so many times too large, f itself being as much smaller: a floor forgives neither. */
  const accepts = (factor: number, { text, f, gradient } = item.smooth): boolean => {
    const scale = 1 / Math.abs(factor);
    const smooth = {
      text,
      f: (x: readonly number[]) => scale * f(x),
      gradient: (x: readonly number[]) => gradient(x).map((value) => scale * value),
    };
    const claimed = (x: readonly number[]): number[] => smooth.gradient(x).map((value) => factor * value);
    return verdictOn(candidate, { ...item, smooth, claimed }) === 'true';
  };
  const found = (
    [
      ['divided by h', 2],
      ['divided by 4h', 0.5],
      ['the difference turned round', -1],
      ['never divided', 2 * step],
      ['brackets left out', step * step],
    ] as const
  ).find(([, factor]) => accepts(factor));
  if (found) return found[0];
  if (step > 0.05) return 'a step that is too large';
  const oneSide = moves.every(([move]) => move >= 0) || moves.every(([move]) => move <= 0);
  return oneSide ? 'one side, as strict as two' : '';
}

/** How many components of x it moves at a time: none, one or several. */
function lookOf(candidate: GradientCheck, { right }: Cases): string {
  const item = right.find(({ x }) => x.length > 1) ?? right[0];
  const heard = hear(candidate, item);
  if (heard instanceof Failure) return heard.message;
  const most = Math.max(0, ...heard.moves.map((move) => move.filter((part) => part !== 0).length));
  return most > 1 ? 'several' : String(most);
}

/** What to say to a candidate that leaves x far from where it was: every component after the first is measured elsewhere. */
export function moved(candidate: GradientCheck, item: Case, among: readonly Known[]): Known | undefined {
  const heard = hear(candidate, item);
  if (heard instanceof Failure) return undefined;
  const isFar = item.x.some((value, i) => Math.abs(heard.xAfter[i] - value) > 1e-12);
  return isFar ? among.find(({ name }) => name === 'x is not put back') : undefined;
}
