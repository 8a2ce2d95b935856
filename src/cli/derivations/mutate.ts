import { mutantsOf } from './mutants.js';
import type { Mutant } from './mutants.js';
import { isWrong, judgedMutant } from './outcome.js';
import type { Outcome } from './outcome.js';
import { Progress } from './progress.js';
import type { World } from './world.js';
import type { Request } from './request.js';

/** So many are tried unless all are asked for: the sample of a line follows from it. */
const usualCount = 4000;
/** Every so many-th refused one is asked about again. */
const askedAgain = 10;

const outcomes: readonly Outcome[] = ['shape', 'value', 'unshown', 'no value', 'true', 'wrong'];
type Counts = Record<Outcome, number>;

/** What was found with all mutants. */
export interface Tally {
  readonly byKind: ReadonlyMap<string, Counts>;
  readonly tried: number;
  /** Accepted, and false. */
  readonly wrong: readonly Mutant[];
  /** Refused by their value, though no numbers could be shown. */
  readonly unshown: readonly Mutant[];
  /** Refused, though true by the second opinion, which was asked about `asked` of the refused ones. */
  readonly refusedThoughTrue: readonly Mutant[];
  readonly asked: number;
}

/** Tries mutants, as long as `goOn` says so. */
export function tally(mutants: Iterable<Mutant>, goOn: () => boolean = () => true): Tally {
  const byKind = new Map<string, Counts>();
  const [wrong, unshown, refusedThoughTrue]: [Mutant[], Mutant[], Mutant[]] = [[], [], []];
  let [tried, refused, asked] = [0, 0, 0];
  for (const mutant of mutants) {
    if (!goOn()) break;
    const { outcome, verdict } = judgedMutant(mutant);
    const counts = byKind.get(mutant.kind) ?? none();
    byKind.set(mutant.kind, counts);
    counts[outcome]++;
    tried++;
    if (outcome === 'wrong') wrong.push(mutant);
    if (outcome === 'unshown') unshown.push(mutant);
    if (['shape', 'true', 'wrong'].includes(outcome) || refused++ % askedAgain !== 0) continue;
    asked++;
    if (!isWrong(mutant, verdict)) refusedThoughTrue.push(mutant);
  }
  return { byKind, tried, wrong, unshown, refusedThoughTrue, asked };
}

const none = (): Counts => ({ shape: 0, value: 0, unshown: 0, 'no value': 0, true: 0, wrong: 0 });

/** Plants slips in every line of the chosen derivations and says what became of them. */
export function mutateAll({ chosen, seed, all }: Request, world: World): number {
  const lines = chosen.reduce((sum, { lines: { length } }) => sum + length, 0);
  const perLine = all ? Infinity : Math.ceil(usualCount / lines);
  const progress = new Progress(world, lines);
  function* planted(): Generator<Mutant> {
    for (const derivation of chosen) {
      yield* mutantsOf(derivation, { seed, perLine });
      derivation.lines.forEach(() => progress.step(derivation.name));
    }
  }
  const found = tally(planted());
  progress.clear();
  report(found).forEach((line) => world.say(line));
  return found.wrong.length + found.refusedThoughTrue.length === 0 ? 0 : 1;
}

/** The table by kind, what went wrong, and the last line. */
export function report({ byKind, tried, wrong, unshown, refusedThoughTrue, asked }: Tally): string[] {
  const cells = (kind: string, numbers: readonly (number | string)[]): string =>
    [kind.padEnd(26), ...numbers.map((number) => String(number).padStart(9))].join('');
  const kinds = [...byKind].sort(([a], [b]) => (a < b ? -1 : 1));
  const sums = outcomes.map((outcome) => kinds.reduce((sum, [, counts]) => sum + counts[outcome], 0));
  const named = ({ derivation, line, text }: Mutant): string => `${derivation.name}, line ${line}: "${text}"`;
  return [
    'What became of single slips: refused by their shape, by their value with a counter-example, without one, for want of',
    'a value; accepted and true (bounds also where a closer one holds); accepted and wrong.',
    '',
    cells('slip', ['shape', 'value', 'unshown', 'no value', 'true', 'wrong']),
    ...kinds.map(([kind, counts]) =>
      cells(
        kind,
        outcomes.map((outcome) => counts[outcome]),
      ),
    ),
    cells('all', sums),
    '',
    `${asked} of the refused ones were asked about again: ${refusedThoughTrue.length} true.`,
    ...unshown.map((mutant) => `  refused without a counter-example: ${named(mutant)}`),
    ...refusedThoughTrue.map((mutant) => `  refused though true: ${named(mutant)}`),
    ...wrong.map((mutant) => `  accepted though wrong: ${named(mutant)}`),
    `mutants: ${tried} tried, ${wrong.length} wrong accepted`,
  ];
}
