/** Where progress is shown: as far as it is needed of process.stderr. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** What a long run needs of the world around it. */
export interface World {
  say(line: string): void;
  readonly terminal: Terminal;
  /** Milliseconds of some clock. */
  now(): number;
  read(file: string): string;
  write(file: string, text: string): void;
}

const quiet = 2000;

/** Says how far a run is, on a terminal, whenever nothing was said for two seconds. */
export class Progress {
  readonly #world: World;
  readonly #total: number;
  #last: number;
  #shown = false;
  #done = 0;

  constructor(world: World, total: number) {
    [this.#world, this.#total, this.#last] = [world, total, world.now()];
  }

  /** One of the total is done. */
  step(what: string): void {
    this.#done++;
    const { terminal, now } = this.#world;
    if (!terminal.isTTY || now() - this.#last < quiet) return;
    terminal.write(`\r\x1b[K${this.#done} of ${this.#total}  ${what}`);
    [this.#shown, this.#last] = [true, now()];
  }

  /** Takes the progress line away, so that a line of the result can stand there. */
  clear(): void {
    if (this.#shown) this.#world.terminal.write('\r\x1b[K');
    [this.#shown, this.#last] = [false, this.#world.now()];
  }
}
