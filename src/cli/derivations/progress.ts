import type { World } from './world.js';

const quiet = 2000;

/** Says how far a run is, on a terminal, whenever nothing was seen there for two seconds. */
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

  /** Says a line of the result, in place of the progress. */
  say(line: string): void {
    if (this.#world.heard) this.clear();
    this.#world.say(line);
  }

  /** Takes the progress away. */
  clear(): void {
    if (this.#shown) this.#world.terminal.write('\r\x1b[K');
    [this.#shown, this.#last] = [false, this.#world.now()];
  }
}
