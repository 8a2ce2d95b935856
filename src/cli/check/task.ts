import type { Finding } from '../../grade/index.js';
import type { CodeGrade } from '../../grade/sandbox/index.js';

/** What a grading thread is given: one file, and by what it is graded. */
export interface Task {
  readonly exercise: string;
  readonly file: string;
  readonly text: string;
  /** Which random inputs. */
  readonly seed: number;
}

/** What became of a file that came to an end by itself. */
export type Result = CodeGrade | { readonly kind: 'cannot'; readonly reason: string };

/** What a thread says: what it begins, which may take so many milliseconds; what was found; and how it ended. */
export type Message =
  | { readonly translating: number }
  | { readonly begun: number }
  | { readonly found: Finding }
  | { readonly result: Result };
