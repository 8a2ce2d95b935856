/** How many lines of what a function prints while it is checked are shown. */
const shown = 10;

/**
 * Runs `f`, which calls a learner's function many times, and shows the first lines of what is printed meanwhile; one line
 * more says how many were left out.
 */
export function withFirstLines<T>(f: () => T): T {
  const printed = new Excerpt();
  const streams = [process.stdout, process.stderr];
  const writers = streams.map((stream) => stream.write);
  streams.forEach((stream, i) => {
    stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
      const text = printed.take(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
      return text === '' || (Reflect.apply(writers[i], stream, [text, ...rest]) as boolean);
    };
  });
  try {
    return f();
  } finally {
    streams.forEach((stream, i) => (stream.write = writers[i]));
    process.stdout.write(printed.end());
  }
}

class Excerpt {
  #lines = 0;
  /** Is the last line still without its end? */
  #isOpen = false;

  /** The part of a text that belongs to the first lines. */
  take(text: string): string {
    const pieces = text.match(/[^\n]*\n|[^\n]+/g) ?? [];
    return pieces.filter((piece) => this.#isShown(piece)).join('');
  }

  /** What is said at the end, if anything was left out. */
  end(): string {
    const left = this.#lines + (this.#isOpen ? 1 : 0) - shown;
    if (left <= 0) return '';
    const lines = left === 1 ? 'line that is' : 'lines that are';
    return `… and ${left.toLocaleString('en-US')} more ${lines} not shown: your function is called many times.\n`;
  }

  #isShown(piece: string): boolean {
    const isShown = this.#lines < shown;
    this.#isOpen = !piece.endsWith('\n');
    if (!this.#isOpen) this.#lines++;
    return isShown;
  }
}
