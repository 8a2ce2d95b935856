import type { Experiment } from '../../experiments/index.js';

/** The part of a terminal that is written to. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(words: string): unknown;
}

/** What the commands need of the world around them. */
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
  /** The experiments there are, and the file from which a thread gets them. */
  readonly experiments: Readonly<Record<string, Experiment>>;
  readonly module: string;
  /** Where finished runs are kept until a command is done. */
  readonly folder: string;
  /** Of the code that experiments are made of. */
  readonly fingerprint: string;
  /** Of the library. */
  readonly version: string;
}
