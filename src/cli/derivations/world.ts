/** Where progress is shown: as far as it is needed of process.stderr. */
interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** What the command needs of the world around it. */
export interface World {
  say(line: string): void;
  /** Whether what is said appears on the terminal, where progress is shown as well, and not in a file. */
  readonly heard: boolean;
  readonly terminal: Terminal;
  /** Milliseconds of some clock. */
  now(): number;
  read(file: string): string;
  write(file: string, text: string): void;
}
