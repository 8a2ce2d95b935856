import type { ReadDerivation } from './check.js';
import { diagnose } from './diagnose.js';
import type { Edit } from './edits.js';
import type { Expr } from './expression.js';
import type { HintLevel } from './judgement.js';
import { print } from './print.js';
import { repair } from './repair.js';
import type { WrongAnswer } from './wrong-answer.js';

/** What a slip is, where its name alone says too little. */
const inFull: Readonly<Record<string, string>> = {
  'a sign': 'a sign is the other one',
  'a name': 'one name stands where another belongs',
  'an index': 'an index is not the right one',
  'a term': 'a term is missing, or one too many',
  'a factor': 'a factor is missing, or one too many',
  'a denominator': 'something is not divided, or should not be',
  'a power': 'a power is not the right one',
  'a constant': 'a number is not the right one',
  'mean and sum': 'a mean stands where a sum belongs, or a sum where a mean does',
  'times and divided by': 'it is multiplied where it should be divided, or the other way round',
  'the order of a difference': 'the two sides of a minus are exchanged',
  'the order of a quotient': 'the two sides of a fraction are exchanged',
};

/**
 * What to say to a wrong line: where to look, what kind of slip it is, or how it would be right. One edit that mends the
 * line is the best hint; else what is wrong with it as a whole.
 */
export function hintFor(answer: WrongAnswer, level: HintLevel): string {
  if (level === 'off') return '';
  const { read, k, wrong } = answer;
  const edit = repair(answer);
  if (edit) {
    const part = movedFactor(edit) ?? edit.part;
    const where = part === wrong ? 'Look at the line as a whole' : `Look at "${print(part)}"`;
    if (level === 'place') return `${where}.`;
    if (level === 'kind') return `${where}: ${inFull[edit.kind] ?? edit.kind}.`;
    return `It would be right as ${print(edit.expr)}`;
  }
  if (level === 'full') return oneWay(read, k);
  const found = diagnose(answer);
  if (wrong.kind === 'constant' && wrong.digits === '0') return 'Not everything goes: something is left.';
  if (!found) return 'Put it beside the line before: which piece of yours comes from which of theirs?';
  return level === 'place' ? found.place : found.kind;
}

/** Of a product whose one factor belongs below the line, or the other way round: that factor. */
const movedFactor = ({ kind, by }: Edit): Expr | undefined =>
  kind === 'times and divided by' && by.kind === 'operation' ? by.right : undefined;

/** What to say to a line that cannot be compared yet: its indices do not fit, or it has no value. */
export function hintBeforeNumbers(read: ReadDerivation, k: number, level: HintLevel): string {
  if (level === 'off') return '';
  if (level === 'full') return oneWay(read, k);
  const { free } = read;
  const before =
    free.length === 0
      ? 'the line before is a single number, without an index'
      : `the line before has the ${free.length === 1 ? 'index' : 'indices'} ${free.join(' and ')}, and so should yours`;
  const other = level === 'kind' ? ' What has any other index stands inside a sum or a mean over it.' : '';
  return `First mend that, so that the two can be compared: ${before}.${other}`;
}

const oneWay = ({ exprs }: ReadDerivation, k: number): string =>
  `One way to write it: ${print(exprs[k - 1])}`;
