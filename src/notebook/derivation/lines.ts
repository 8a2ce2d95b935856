/** A line of a derivation, as text and as HTML: the same wherever it is shown. */
import type { Derivation } from '../../derive/derivation.js';
import type { Expr } from '../../derive/expression.js';
import { formula, textWithFormulas } from '../formula.js';
import { deriveRoom } from '../late.js';

/** Line k, counted from 1, as it stands in the language: `= rstd * g[j]`. */
export function lineText(of: Derivation, k: number): string {
  const { print, readDerivation } = deriveRoom();
  const relation = k === 1 ? '' : `${of.lines[k - 1].relation} `;
  return relation + print(readDerivation(of).exprs[k - 1]);
}

/** The same as a formula, with what changed since the line before in colour. */
export function lineMath(of: Derivation, k: number): string {
  const { changedParts, readDerivation } = deriveRoom();
  const { exprs } = readDerivation(of);
  const changed = k === 1 ? undefined : changedParts(exprs[k - 2], exprs[k - 1]);
  return mathOf(of, k, exprs[k - 1], changed);
}

/** An expression in the place of line k. */
export function mathOf(of: Derivation, k: number, expr: Expr, changed?: ReadonlySet<Expr>): string {
  const { readDerivation, texOf, texOfRelation } = deriveRoom();
  const relation = k === 1 ? '' : `${texOfRelation[of.lines[k - 1].relation]} `;
  return formula(`\\displaystyle ${relation}${texOf(expr, readDerivation(of).alphabet, changed)}`);
}

/** What stands beside a line: why it follows, and what checking it found. Both are HTML. */
interface Beside {
  readonly why?: string;
  readonly mark?: string;
}

/** One line as an entry of a list, which numbers it. */
export function lineEntry(math: string, { why = '', mark = '' }: Beside = {}): string {
  const reason = why && `<span class="why">${why}</span>`;
  return `<li class="line"><span class="math">${math}</span> ${reason} ${mark}</li>`;
}

/** Why line k follows, as HTML; nothing at the first line. */
export const whyOf = (of: Derivation, k: number): string =>
  k === 1 ? '' : textWithFormulas(of.lines[k - 1].why);
