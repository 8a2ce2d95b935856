import type { Terminal, World } from '../world.js';

const quiet = 10_000;

/** Says how far a run is and how long the rest will take: on a terminal in one line, else in a line now and then. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #now: () => number;
  readonly #total: number;
  readonly #began: number;
  #last: number;
  #done = 0;

  constructor({ terminal, now }: Pick<World, 'terminal' | 'now'>, total: number) {
    [this.#terminal, this.#now, this.#total] = [terminal, now, total];
    this.#began = this.#last = now();
  }

  /** One of the total is done. */
  step(): void {
    this.#done++;
    const now = this.#now();
    const left = ((now - this.#began) / this.#done) * (this.#total - this.#done);
    const words = `${this.#done} of ${this.#total} graded, about ${duration(left)} left`;
    if (this.#terminal.isTTY) this.#terminal.write(`\r\x1b[K${words}`);
    else if (now - this.#last >= quiet) {
      this.#terminal.write(`${words}\n`);
      this.#last = now;
    }
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#terminal.isTTY) this.#terminal.write('\r\x1b[K');
  }
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
