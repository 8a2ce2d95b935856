/** The cells of this session, for clients that ask for earlier input. */
import type { Content } from './messages.js';

interface Entry {
  count: number;
  code: string;
  output: string | null;
}

/** One kernel is one session. */
const session = 1;

export class History {
  readonly #entries: Entry[] = [];

  add(count: number, code: string, output: string | null): void {
    this.#entries.push({ count, code, output });
  }

  /** The entries that a history_request asks for: its tail, a range of it, or those that match a pattern. */
  find(request: Content): unknown[] {
    const last = (entries: Entry[]): Entry[] =>
      typeof request.n === 'number' && request.n > 0 ? entries.slice(-request.n) : entries;
    const row = ({ count, code, output }: Entry): unknown[] => [
      session,
      count,
      request.output === true ? [code, output] : code,
    ];
    switch (request.hist_access_type) {
      case 'range':
        return this.#range(request).map(row);
      case 'search':
        return last(this.#search(request)).map(row);
      default:
        return last(this.#entries).map(row);
    }
  }

  /** Session 0 is the current one, as is ours by number; the range ends before `stop`. */
  #range({ session: asked, start, stop }: Content): Entry[] {
    if (asked !== 0 && asked !== session && asked !== undefined) return [];
    const from = typeof start === 'number' ? start : 0;
    const to = typeof stop === 'number' ? stop : Infinity;
    return this.#entries.filter(({ count }) => count >= from && count < to);
  }

  #search({ pattern, unique }: Content): Entry[] {
    const matches = glob(typeof pattern === 'string' ? pattern : '*');
    const found = this.#entries.filter(({ code }) => matches.test(code));
    return unique === true ? [...new Map(found.map((entry) => [entry.code, entry])).values()] : found;
  }
}

/** `*` stands for any text, `?` for one character. */
function glob(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 's');
}
