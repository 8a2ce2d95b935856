import type { Judged } from '../../experiments/index.js';

/** A claim with what was found, in one line. */
export function claimLine({ text, threshold, value, holds }: Judged): string {
  const wanted = typeof threshold === 'number' ? spelled(threshold) : threshold.map(spelled).join(' to ');
  return `${holds ? '✓' : '✗'} ${text} Found ${spelled(value)}, threshold ${wanted}.`;
}

/** A number with four digits that count: `1.234e-7`, `0.25`, `Infinity`. */
function spelled(value: number): string {
  const digits = Number(value.toPrecision(4));
  const size = Math.abs(digits);
  return size !== 0 && (size >= 1e6 || size < 1e-3) && Number.isFinite(size)
    ? digits.toExponential()
    : String(digits);
}

/** What went wrong, each reason once, with the first run that it stopped. */
export function failureLines(failures: ReadonlyMap<string, readonly string[]>): string[] {
  return [...failures].map(([reason, [first, ...others]]) => {
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    return `✗ The run ${first}${more} came to no result: ${reason}`;
  });
}
