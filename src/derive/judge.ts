import { comparisonFor, pointsFor, readDerivation } from './check.js';
import type { ReadDerivation } from './check.js';
import { compare } from './compare.js';
import { inWords } from './counter-example-words.js';
import type { Derivation, Line } from './derivation.js';
import { requireBearable, stepsOf } from './effort.js';
import { ShapeMistake, Unreadable } from './errors.js';
import type { Expr } from './expression.js';
import { whatFormLacks } from './form.js';
import { hintBeforeNumbers, hintFor } from './hint.js';
import { notesTo } from './notes.js';
import type { HintLevel, Judgement } from './judgement.js';
import { parse } from './parse.js';
import { print } from './print.js';
import type { TestPoints } from './test-points.js';
import { requireFitting } from './shape.js';
import { withIndices } from './vectors.js';
import { follows } from './verdict.js';
import type { Verdict } from './verdict.js';

/** How an answer is judged. */
export interface JudgeOptions {
  readonly hint?: HintLevel;
}

/**
 * Judges an answer for a line of a derivation. Skipping ahead is right as well: what counts is that it follows from the line
 * before, and that its form is what the line asks for.
 *
 * @param k The line, counted from 1.
 * @param answer As in the language, or as in NumPy: `rstd * (g - mean(g) - xhat * mean(g * xhat))`.
 * @throws {RangeError} if the derivation has no such line.
 * @example
 * judge(derivations['layer-norm-dx'], 5, 'rstd * (g - mean(g) - xhat * mean(g * xhat))').word; // 'right'
 */
export function judge(
  derivation: Derivation,
  k: number,
  answer: string,
  { hint = 'off' }: JudgeOptions = {},
): Judgement {
  const read = readDerivation(derivation);
  const count = derivation.lines.length;
  if (!Number.isInteger(k) || k < 1 || k > count)
    throw new RangeError(`${derivation.name} has lines 1 to ${count}, got ${k}.`);
  const beforeNumbers = (): string => hintBeforeNumbers(read, k, hint);
  try {
    const text = withoutSign(bare(answer), derivation.lines[k - 1]);
    const expr = withIndices(parse(text), read.alphabet, read.free);
    const mistake = shapeMistakeOf(expr, read);
    if (mistake !== undefined)
      return { ...unread('not yet', mistake), hint: beforeNumbers(), understood: expr };
    const steps = (line: Expr): number => stepsOf(line, read.alphabet, read.free);
    requireBearable(steps(expr), Math.max(...read.exprs.map(steps)));
    const found = judged(read, k, expr, hint);
    if (found.verdict && follows(found.verdict)) return found;
    const before = read.exprs[Math.max(k - 2, 0)];
    return { ...found, says: found.says + notesTo(text, before, expr, read.alphabet) };
  } catch (error) {
    if (error instanceof Unreadable) return unread('unreadable', error.message);
    if (error instanceof ShapeMistake) return { ...unread('not yet', error.message), hint: beforeNumbers() };
    throw error;
  }
}

/** What does not fit of a line whose indices are all written; it can be shown all the same. */
function shapeMistakeOf(expr: Expr, { alphabet, free }: ReadDerivation): string | undefined {
  try {
    requireFitting(expr, alphabet, free);
    return undefined;
  } catch (error) {
    if (error instanceof ShapeMistake) return error.message;
    throw error;
  }
}

/** Without what may stand before a line: `dx = …`, `const dx = …;`, `return …`. */
const bare = (answer: string): string =>
  answer
    .replace(/^\s*(?:const|let|var|return)\s+/, '')
    .replace(/^\s*[\p{L}_][\p{L}\p{N}_]*(?:\[[^\]=]*\])?\s*=(?!=)/u, '');

/** A sign may stand in front of a line, if it is the one with which this line follows. */
function withoutSign(answer: string, { relation }: Line): string {
  const [sign, written] = /^\s*(<=|>=|=|≤|≥)/.exec(answer) ?? ['', ''];
  const meant = { '≤': '<=', '≥': '>=' }[written] ?? written;
  if (meant !== '' && meant !== relation)
    throw new ShapeMistake(`This line follows with ${relation} from the one before, and you wrote ${meant}.`);
  return answer.slice(sign.length);
}

const unread = (word: 'unreadable' | 'not yet', says: string): Judgement => ({
  word,
  says,
  hint: '',
  understood: undefined,
  verdict: undefined,
  form: false,
});

let warm: { readonly read: ReadDerivation; readonly points: TestPoints } | undefined;

/** The points of the derivation that is being worked on stay: the next answer meets them with much computed already. */
function warmPoints(read: ReadDerivation): TestPoints {
  if (warm?.read !== read) warm = { read, points: pointsFor(read) };
  return warm.points;
}

function judged(read: ReadDerivation, k: number, expr: Expr, level: HintLevel): Judgement {
  const points = warmPoints(read);
  const verdict = compare(comparisonFor(read, k, expr), points);
  const found = { understood: expr, verdict, hint: '', form: false };
  if (!follows(verdict)) {
    const hint =
      verdict.kind === 'fail'
        ? hintFor({ read, k, wrong: expr, points }, level)
        : hintBeforeNumbers(read, k, level);
    return { ...found, word: 'not yet', says: whyNot(verdict), hint };
  }
  const lack = lackOfForm(read, k, expr, points);
  if (lack !== '') return { ...found, word: 'not yet', says: lack, form: true };
  return { ...found, word: 'right', says: 'It follows from the line before.' };
}

function whyNot({ kind, counterExample }: Verdict): string {
  if (kind === 'inconclusive')
    return 'This has no value at any of the points tried: it divides by zero there, or takes the root or logarithm of a negative number.';
  return counterExample ? inWords(counterExample) : 'It does not agree with the line before.';
}

function lackOfForm(read: ReadDerivation, k: number, expr: Expr, points: TestPoints): string {
  const line = read.derivation.lines[k - 1];
  const before = read.exprs[k - 2] as Expr | undefined;
  if (before && print(before) === print(expr) && print(read.exprs[k - 1]) !== print(expr))
    return 'True, but that is the line before, unchanged: one step further.';
  const lack = whatFormLacks(expr, line);
  return lack === '' && isWeaker(read, k, expr, points)
    ? 'True, but weaker than what can be said: a closer bound holds.'
    : lack;
}

/** A bound is at least as close as the one the derivation has. */
function isWeaker(read: ReadDerivation, k: number, expr: Expr, points: TestPoints): boolean {
  const { relation } = read.derivation.lines[k - 1];
  if (relation === '=') return false;
  const comparison = { ...comparisonFor(read, k, read.exprs[k - 1]), before: expr, relation };
  return !follows(compare(comparison, points));
}
