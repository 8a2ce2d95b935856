/** What cells print: gathered for a moment, sent to the request it belongs to, and cut where a page would choke. */
import { setTimeout as later } from 'node:timers';
import type { Owner } from './guard.js';
import type { Outgoing } from './messages.js';

type Name = 'stdout' | 'stderr';

/** How much of one cell's text is shown. */
export interface Limits {
  lines: number;
  characters: number;
}

const limits: Limits = { lines: 10_000, characters: 1_000_000 };
/** Text is sent at most this often. */
const pauseInMs = 20;

interface Count {
  lines: number;
  characters: number;
  /** Lines printed after the cut. */
  hidden: number;
  cut: boolean;
}

export class Streams {
  readonly #send: (message: Outgoing) => void;
  readonly #limits: Limits;
  readonly #now: () => number;
  readonly #counts = new WeakMap<Owner, Count>();
  #held: { owner: Owner; name: Name; text: string } | undefined;
  #sent = 0;
  #planned = false;

  constructor(
    send: (message: Outgoing) => void,
    limit: Limits = limits,
    now = (): number => performance.now(),
  ) {
    this.#send = send;
    this.#limits = limit;
    this.#now = now;
  }

  write(owner: Owner, name: Name, text: string): void {
    const shown = this.#allowed(owner, text);
    if (!shown) return;
    if (this.#held && (this.#held.owner !== owner || this.#held.name !== name)) this.flush();
    if (this.#held) this.#held.text += shown;
    else this.#held = { owner, name, text: shown };
    if (this.#now() - this.#sent > pauseInMs) this.flush();
    else this.#plan();
  }

  /** Sends what is held back: before any other message, so that everything appears in order. */
  flush(): void {
    const held = this.#held;
    if (!held) return;
    this.#held = undefined;
    this.#sent = this.#now();
    this.#send({ type: 'stream', content: { name: held.name, text: held.text }, parent: held.owner.header });
  }

  /** At the end of a cell: says how much was not shown. */
  close(owner: Owner): void {
    const count = this.#counts.get(owner);
    if (count?.cut) {
      this.flush();
      const text = `… and ${count.hidden.toLocaleString('en-US')} more lines that are not shown.\n`;
      this.#held = { owner, name: 'stderr', text };
      this.#counts.set(owner, { ...count, hidden: 0 });
    }
    this.flush();
  }

  #plan(): void {
    if (this.#planned) return;
    this.#planned = true;
    later(() => {
      this.#planned = false;
      this.flush();
    }, pauseInMs);
  }

  /** The part of the text that still fits, with the sentence that says so where it is cut. */
  #allowed(owner: Owner, text: string): string {
    const count = this.#counts.get(owner) ?? { lines: 0, characters: 0, hidden: 0, cut: false };
    this.#counts.set(owner, count);
    const lines = countLines(text);
    if (count.cut) {
      count.hidden += lines;
      return '';
    }
    const room = fitting(text, this.#limits.lines - count.lines, this.#limits.characters - count.characters);
    count.lines += lines;
    count.characters += text.length;
    if (room === text.length) return text;
    count.cut = true;
    count.hidden = countLines(text.slice(room));
    const { lines: most, characters } = this.#limits;
    return `${text.slice(0, room)}\n[The output is cut here: a cell shows at most ${most.toLocaleString('en-US')} lines or ${characters.toLocaleString('en-US')} characters. Print less often, or write to a file.]\n`;
  }
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** How many characters of the text stay within so many lines and characters. */
function fitting(text: string, lines: number, characters: number): number {
  let end = -1;
  for (let left = lines; left > 0; left--) {
    end = text.indexOf('\n', end + 1);
    if (end < 0) return Math.min(text.length, characters);
  }
  return Math.min(end + 1, characters);
}
