import type { Finding } from '../../grade/index.js';
import type { Code, CodeGrade } from '../../grade/sandbox/index.js';

/** What a grading thread is given. */
export interface Task extends Omit<Code, 'lineOf'> {
  /** The source map of the code, as JSON. */
  readonly map: string;
  /** The module that holds the exercises. */
  readonly library: string;
  readonly exercise: string;
}

/** What it says: that something was begun, which may take so many milliseconds; what was found; and how it ended. */
export type Message =
  { readonly begun: number } | { readonly found: Finding } | { readonly result: CodeGrade };
