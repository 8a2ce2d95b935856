import type { Task } from './task.js';
import type { Terminal } from './world.js';

/** Milliseconds between two estimates in a terminal, where they stand in one line. */
const often = 200;
/** Elsewhere each takes a line, so they become rarer as time goes by. */
const [rare, rarest] = [1000, 30_000];
/** The first steps are slow, while code is being compiled: for so long they say nothing about the others. */
const warmingUp = 500;

/** How far the runs of an experiment are, and how long the rest will take. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #now: () => number;
  readonly #tasks: readonly Task[];
  /** When the first run began: threads have to start before. */
  #began: number | undefined;
  readonly #shares = new Map<Task, number>();
  #said = -Infinity;
  #shown = false;

  constructor(tasks: readonly Task[], terminal: Terminal, now: () => number) {
    [this.#tasks, this.#terminal, this.#now] = [tasks, terminal, now];
  }

  /** So much of a run is done. */
  share(task: Task, share: number): void {
    this.#shares.set(task, share);
    const now = this.#now();
    this.#began ??= now;
    const pause = this.#terminal.isTTY ? often : Math.min(rarest, Math.max(rare, this.#said - this.#began));
    if (share === 0 || now - this.#began < warmingUp || now - this.#said < pause) return;
    this.#said = now;
    const words = `${this.#words(now - this.#began)}; now ${task.id}`;
    this.#terminal.write(this.#terminal.isTTY ? `\r\x1b[K${words}` : `${words}\n`);
    this.#shown = true;
  }

  /** Takes the progress away. */
  clear(): void {
    if (this.#shown && this.#terminal.isTTY) this.#terminal.write('\r\x1b[K');
    this.#shown = false;
  }

  #words(spent: number): string {
    const cost = (tasks: readonly Task[], share: (task: Task) => number): number =>
      tasks.reduce((sum, task) => sum + task.plan.cost * share(task), 0);
    const part = cost(this.#tasks, (task) => this.#shares.get(task) ?? 0) / cost(this.#tasks, () => 1);
    const finished = [...this.#shares.values()].filter((share) => share === 1).length;
    const left = (spent * (1 - part)) / part;
    return `${finished} of ${this.#tasks.length} runs, ${Math.floor(100 * part)} %, about ${duration(left)} left`;
  }
}

/** A time in words, from milliseconds: `2 min 10 s`. */
export function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const [minutes, hours] = [Math.floor(seconds / 60), Math.floor(seconds / 3600)];
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min ${seconds % 60} s`;
}
