/** What is wrong with a line as a whole: a factor too many, a term missing, a sign. */
import { axesOf } from './alphabet.js';
import type { Alphabet } from './alphabet.js';
import { comparisonFor } from './check.js';
import type { ReadDerivation } from './check.js';
import { factorEdits } from './edits/factors.js';
import { constant, countNodes, everyPart, mapParts, name, negative, operation } from './expression.js';
import type { Expr } from './expression.js';
import { whatFormLacks } from './form.js';
import { print } from './print.js';
import { agreeAtFirstSight } from './quick.js';
import { termsOf } from './terms.js';
import type { WrongAnswer } from './wrong-answer.js';

/** Beyond this it would take too long, and no one would follow it. */
const mostNodes = 150;
const mostTerms = 20;
/** Factors are tried one by one beside every name, in lines that are no longer than this. */
const [mostFactors, mostNodesForFactors] = [1000, 50];

export interface Diagnosis {
  /** Where to look, without saying what it is. */
  readonly place: string;
  /** What it is. */
  readonly kind: string;
}

/** @returns Nothing where the line is wrong in some other way. */
export function diagnose({ read, k, wrong, points }: WrongAnswer): Diagnosis | undefined {
  const right = read.exprs[k - 1];
  if (countNodes(wrong) > mostNodes || termsOf(right).length > mostTerms) return undefined;
  const same = (a: Expr, b: Expr): boolean =>
    agreeAtFirstSight({ ...comparisonFor(read, k, b), before: a, relation: '=' }, points);
  // What is named instead has to be right to write: of the form that is asked for.
  const mends = (expr: Expr): boolean =>
    whatFormLacks(expr, read.derivation.lines[k - 1]) === '' && same(expr, right);
  return (
    wrongFactor(wrong, right, read.alphabet, same) ??
    wrongTerm(wrong, right, read.alphabet, same) ??
    wrongName(wrong, read.alphabet, mends) ??
    wrongPiece(wrong, read, mends)
  );
}

const compareTerms = 'Compare your terms with those of the line before, one by one.';

type Same = (a: Expr, b: Expr) => boolean;
type Mends = (expr: Expr) => boolean;

function wrongFactor(wrong: Expr, right: Expr, alphabet: Alphabet, same: Same): Diagnosis | undefined {
  const place = 'Look at what stands in front of the whole line.';
  if (same(wrong, negative(right))) return { place, kind: 'The sign of the whole line is the other one.' };
  const factor = factors(alphabet).find((by) => same(wrong, operation(by, '*', right)));
  return factor && { place, kind: `Your line is the right one times ${print(factor)}.` };
}

/** 2, ½, C, 1/C, C/(C − 1), (C − 1)/C, and each name that is a single number, its inverse and square. */
function factors({ sizes, definitions, variables }: Alphabet): Expr[] {
  const one = constant(1);
  const inverse = (of: Expr): Expr => operation(one, '/', of);
  const ofSize = Object.keys(sizes).flatMap((size): Expr[] => {
    const [all, less] = [name(size), operation(name(size), '-', one)];
    return [all, inverse(all), operation(all, '/', less), operation(less, '/', all)];
  });
  const numbers = [...definitions, ...variables]
    .filter(([, { axes }]) => axes.length === 0)
    .map(([of]) => name(of));
  const ofNumber = numbers.flatMap((of): Expr[] => {
    const square = operation(of, '^', constant(2));
    return [of, inverse(of), square, inverse(square)];
  });
  return [constant(2), inverse(constant(2)), ...ofSize, ...ofNumber];
}

function wrongTerm(wrong: Expr, right: Expr, alphabet: Alphabet, same: Same): Diagnosis | undefined {
  const terms = termsOf(right);
  if (terms.length < 2) return undefined;
  const difference = operation(wrong, '-', right);
  for (const term of terms) {
    const text = print(term);
    if (same(difference, negative(term)))
      return { place: compareTerms, kind: `The term ${text} is missing.` };
    if (same(difference, term)) return { place: compareTerms, kind: `The term ${text} stands there twice.` };
    if (same(difference, operation(constant(-2), '*', term)))
      return {
        place: compareTerms,
        kind: `The sign of the term ${text} is the other one.`,
      };
    const factor = factors(alphabet).find((by) =>
      same(difference, operation(operation(by, '-', constant(1)), '*', term)),
    );
    if (factor)
      return {
        place: compareTerms,
        kind: `Instead of the term ${text} you have that times ${print(factor)}.`,
      };
  }
  return undefined;
}

/** One name taken for another of the same shape, wherever it stands. */
function wrongName(wrong: Expr, alphabet: Alphabet, mends: Mends): Diagnosis | undefined {
  const used = new Set([...everyPart(wrong)].flatMap((part) => (part.kind === 'name' ? [part.name] : [])));
  const others = [...alphabet.variables.keys(), ...alphabet.definitions.keys()];
  const shape = (of: string): string | undefined => axesOf(of, alphabet)?.join();
  for (const taken of used)
    for (const meant of others.filter((other) => other !== taken && shape(other) === shape(taken)))
      if (mends(withName(wrong, taken, meant)))
        return { place: `Look at ${taken}.`, kind: `${taken} stands where ${meant} belongs.` };
  return undefined;
}

function withName(expr: Expr, taken: string, meant: string): Expr {
  const inner = mapParts(expr, (part) => withName(part, taken, meant));
  return inner.kind === 'name' && inner.name === taken ? { ...inner, name: meant } : inner;
}

/** One factor that is missing in one place, or another than belongs there. */
function wrongPiece(wrong: Expr, read: ReadDerivation, mends: Mends): Diagnosis | undefined {
  if (countNodes(wrong) > mostNodesForFactors) return undefined;
  let tried = 0;
  for (const { part, factor, how, expr } of factorEdits(wrong, read.alphabet, read.free)) {
    if (++tried > mostFactors) return undefined;
    if (!mends(expr)) continue;
    const [there, meant] = [print(part), print(factor)];
    const kind =
      how === 'beside' ? `Beside it the factor ${meant} is missing.` : `In its place belongs ${meant}.`;
    return { place: `Look at "${there}".`, kind: `Look at "${there}". ${kind}` };
  }
  return undefined;
}
