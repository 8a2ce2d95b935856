import { secondOpinion } from '../../src/cli/derivations/second-opinion.js';
import { mutantsOf } from '../../src/cli/derivations/mutants.js';
import type { Derivation } from '../../src/derive/derivation.js';

/**
 * A copy of a derivation with one sign flipped, in the last line in which that makes it wrong, and the number of that line;
 * nothing where no flipped sign makes a line wrong.
 */
export function withFlippedSign(
  derivation: Derivation,
): { readonly derivation: Derivation; readonly line: number } | undefined {
  const wrong = mutantsOf(derivation, { seed: 1, perLine: Infinity })
    .filter(({ kind, line }) => kind === 'a sign' && line > 1)
    .reverse()
    .find(({ line, expr }) => expr && secondOpinion(derivation, line, expr) === 'false');
  if (!wrong) return undefined;
  const { line, text } = wrong;
  const lines = derivation.lines.map((old, i) => (i === line - 1 ? { ...old, expr: text } : old));
  return { derivation: { ...derivation, lines }, line };
}
