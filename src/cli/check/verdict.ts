import type { Finding } from '../../grade/index.js';

/** What became of a file, as plain data: what `--json` prints. */
export interface Verdict {
  readonly exercise: string;
  readonly file: string;
  /** Which random inputs it was graded with. */
  readonly seed: number;
  readonly outcome: 'passed' | 'failed' | 'cannot be graded';
  /** How many checks the battery has, and how many passed. */
  readonly checks: number;
  readonly passed: number;
  readonly points: number;
  readonly findings: readonly Finding[];
  /** Why it failed before the first check, or cannot be graded; empty otherwise. */
  readonly reason: string;
  /** What TypeScript says under `strict`; it does not decide. */
  readonly typeErrors: readonly string[];
  readonly seconds: number;
}

/** 0 only for a right solution. */
export function exitCode({ outcome }: Verdict): 0 | 1 | 2 {
  return outcome === 'passed' ? 0 : outcome === 'failed' ? 1 : 2;
}
