import { secondOpinion } from '../../src/cli/derivations/second-opinion.js';
import { fitting, readDerivation } from '../../src/derive/check.js';
import type { Derivation } from '../../src/derive/derivation.js';
import { edits } from '../../src/derive/edits.js';
import { print } from '../../src/derive/print.js';

export interface Flipped {
  readonly derivation: Derivation;
  /** From 1. */
  readonly line: number;
}

/**
 * A copy of a derivation with one sign flipped, in the last line in which that makes it wrong; nothing where no flipped
 * sign makes a line wrong.
 */
export function withFlippedSign(derivation: Derivation): Flipped | undefined {
  for (let line = derivation.lines.length; line > 1; line--) {
    const text = wrongText(derivation, line);
    if (text === undefined) continue;
    const lines = derivation.lines.map((old, i) => (i === line - 1 ? { ...old, expr: text } : old));
    return { derivation: { ...derivation, lines }, line };
  }
  return undefined;
}

function wrongText(derivation: Derivation, line: number): string | undefined {
  const { alphabet, free, exprs } = readDerivation(derivation);
  const flipped = edits(exprs[line - 1], alphabet).filter(({ kind }) => kind === 'a sign');
  const texts = flipped.map(({ expr }) => print(expr));
  return texts.find((text) => secondOpinion(derivation, line, fitting(text, alphabet, free)) === 'false');
}
