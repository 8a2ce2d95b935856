import type { Library } from './library.js';

/** The part of a terminal that is written to. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(words: string): unknown;
}

/** What the command needs of the world around it. */
export interface World {
  say(line: string): void;
  /** Where progress is shown. */
  readonly terminal: Terminal;
  /** The time in milliseconds. */
  now(): number;
  /** How many things this machine can do at once. */
  readonly cores: number;
  /** Calls `f` when the user wants to stop. */
  onInterrupt(f: () => void): void;
  /** The path of a file, counted from where the user stands. */
  locate(file: string): string;
  readonly library: Library;
}
