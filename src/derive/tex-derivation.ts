import { changedParts } from './changed.js';
import { readDerivation } from './check.js';
import type { Derivation, Relation } from './derivation.js';
import { texOf } from './tex.js';
import type { Verdict } from './verdict.js';

/** How a derivation is typeset. */
export interface TexOptions {
  /** What checking its lines found, in order: their words stand at the margin. */
  readonly marks?: readonly Pick<Verdict, 'kind'>[];
  /** How many of its lines; all unless said otherwise. */
  readonly upTo?: number;
}

/** A piece of a text: words, or TeX that stood between dollars. */
export interface TextPiece {
  readonly text: string;
  readonly isTex: boolean;
}

/** How a line stands to the line before, as TeX. */
export const texOfRelation: Readonly<Record<Relation, string>> = { '=': '=', '<=': '\\le', '>=': '\\ge' };

/** Signs that may stand in a text as they are, as TeX. */
const signs: Readonly<Record<string, string>> = {
  α: '\\alpha',
  β: '\\beta',
  γ: '\\gamma',
  ε: '\\varepsilon',
  η: '\\eta',
  λ: '\\lambda',
  μ: '\\mu',
  ρ: '\\rho',
  σ: '\\sigma',
  τ: '\\tau',
  '⊙': '\\odot',
  '−': '-',
  '²': '^{2}',
  '³': '^{3}',
};

/** A `why` in pieces. Greek letters, letters with a hat, ² and ³ are TeX as well, with dollars or without. */
export function piecesOf(text: string): TextPiece[] {
  return text
    .split(/\$([^$]*)\$/)
    .flatMap((piece, k) => (k % 2 === 1 ? [{ text: piece, isTex: true }] : piecesOfWords(piece)))
    .filter(({ text }) => text !== '');
}

function piecesOfWords(words: string): TextPiece[] {
  return words
    .normalize('NFD')
    .split(/([A-Za-z]\u0302|[αβγεημλρστ⊙−²³])/u)
    .map((piece, k) =>
      k % 2 === 1 ? { text: signInTex(piece), isTex: true } : { text: piece, isTex: false },
    );
}

const signInTex = (sign: string): string => signs[sign] ?? `\\hat{${sign[0]}}`;

/** What TeX reads as its own in a text, as a formula that prints it. */
const special: Readonly<Record<string, string>> = {
  '~': '\\sim',
  '^': '\\wedge',
  '\\': '\\backslash',
};

/**
 * A text that may hold TeX between dollars, as TeX.
 *
 * @example
 * texOfText('$c r$ is $\\hat{x}$'); // '\text{$c r$ is $\hat{x}$}'
 */
export function texOfText(text: string): string {
  const pieces = piecesOf(text).map(({ text, isTex }) =>
    isTex ? `$${text}$` : text.replace(/[%#&_{}~^\\]/g, (sign) => `$${special[sign] ?? `\\${sign}`}$`),
  );
  return `\\text{${pieces.join('')}}`;
}

/**
 * A derivation as one block of TeX: its lines, what changed in each, why it follows, and what checking it found.
 *
 * @example
 * texOfDerivation(derivations['layer-norm-dx'], { upTo: 3 });
 */
export function texOfDerivation(
  derivation: Derivation,
  { marks = [], upTo = derivation.lines.length }: TexOptions = {},
): string {
  const { alphabet, exprs } = readDerivation(derivation);
  const rows = derivation.lines.slice(0, upTo).map(({ why, relation }, k) => {
    if (k === 0) return `& ${texOf(exprs[0], alphabet)}`;
    const body = texOf(exprs[k], alphabet, changedParts(exprs[k - 1], exprs[k]));
    const found = k < marks.length ? ` && \\textit{${marks[k].kind}}` : '';
    return `&${texOfRelation[relation]} ${body} && ${texOfText(why)}${found}`;
  });
  return `\\begin{align*}\n${rows.join(' \\\\\n')}\n\\end{align*}`;
}
