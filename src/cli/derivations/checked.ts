import { checkLines } from '../../derive/check.js';
import type { CheckedLine } from '../../derive/check.js';
import { inWords } from '../../derive/counter-example-words.js';
import type { Derivation } from '../../derive/derivation.js';
import { follows } from '../../derive/verdict.js';
import type { Verdict } from '../../derive/verdict.js';
import { agreementOf } from './agreement.js';
import type { Agreement } from './agreement.js';

/** What checking a derivation found. */
export interface Checked {
  readonly derivation: Derivation;
  /** None where it could not be read. */
  readonly lines: readonly CheckedLine[];
  readonly agreement: Agreement;
  /** What is wrong, a sentence each; none where it passes. */
  readonly faults: readonly string[];
  readonly ms: number;
}

/** Checks each line, and the last one against its counterpart in `src`. */
export function checked(derivation: Derivation, now: () => number): Checked {
  const began = now();
  const { lines, faults } = linesOf(derivation);
  const agreement = faults.length === 0 ? agreementOf(derivation) : ({ kind: 'unknown' } as const);
  const all = agreement.kind === 'differs' ? [agreement.says] : faults;
  return { derivation, lines, agreement, faults: all, ms: now() - began };
}

function linesOf(derivation: Derivation): Pick<Checked, 'lines' | 'faults'> {
  try {
    const lines = checkLines(derivation);
    const faults = lines.flatMap(({ line, verdict }, i) =>
      follows(verdict)
        ? []
        : [
            `${derivation.name}, line ${i + 1}: "${line.expr}" does not follow from line ${i}. ${reason(verdict)}`,
          ],
    );
    return { lines, faults };
  } catch (error) {
    return { lines: [], faults: [error instanceof Error ? error.message : String(error)] };
  }
}

function reason({ kind, counterExample }: Verdict): string {
  if (kind === 'inconclusive') return 'At no point that was tried do both lines have a value.';
  return counterExample
    ? inWords(counterExample)
    : 'They differ, though at no small numbers that were tried.';
}
