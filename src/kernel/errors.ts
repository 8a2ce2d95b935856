/** Errors as a learner shall read them: what is wrong, where in their own cell, and what to do. */
import { inspect } from 'node:util';
import type { Place } from './compiler.js';

/** The content of an `error` message. */
export interface Failure {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** A cell that ran, for the places in stack traces. */
export interface Source {
  code: string;
  locate(place: Place): Place | undefined;
}

/** An error whose message says everything: it is shown without a trace. */
export class PlainError extends Error {
  readonly oneLine = true;
}

/** Ends a request with this failure, whatever it was about. */
export class Ended extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.evalue);
    this.failure = failure;
  }
}

export const red = (text: string): string => `\u001b[31m${text}\u001b[39m`;

export const interrupted: Failure = {
  ename: 'KeyboardInterrupt',
  evalue: 'The cell was interrupted; variables keep the values they had.',
  traceback: [`${red('KeyboardInterrupt')}: The cell was interrupted; variables keep the values they had.`],
};

/** The kernel's memory of the cells that ran, by their names in stack traces. */
export class Sources {
  readonly #cells = new Map<string, Source>();
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  add(name: string, source: Source): void {
    this.#cells.set(name, source);
  }

  /** A thrown value as the content of an `error` message. */
  failure(thrown: unknown): Failure {
    if (!(thrown instanceof Error)) {
      const evalue = inspect(thrown);
      return { ename: 'Thrown', evalue, traceback: [`${red('Thrown')}: ${evalue}`] };
    }
    const { name: ename } = thrown;
    // Node lists who asked for a missing module: of no use in a cell.
    const evalue = thrown.message.replace(/\nRequire stack:[^]*$/, '');
    const title = `${red(ename)}${evalue ? `: ${evalue}` : ''}`;
    // An exercise that nobody has written yet is no fault of any line.
    if (ename === 'NotYetWritten') return { ename, evalue, traceback: [title] };
    const frames = this.#frames(thrown);
    const own = frames.find((frame) => frame.excerpt);
    if (isPlain(thrown))
      return { ename, evalue, traceback: [title, ...(own ? [own.text, ...own.excerpt!] : [])] };
    const cause = thrown.cause instanceof Error ? this.failure(thrown.cause).traceback : [];
    if (cause.length > 0) cause[0] = `Caused by ${cause[0]}`;
    const trace = frames.flatMap((frame) => [frame.text, ...(frame === own ? own.excerpt! : [])]);
    return { ename, evalue, traceback: [title, ...trace, ...cause, ...adviceOn(thrown)] };
  }

  /** The frames of the cells and of the code they call, without Node's, tslab's and the kernel's. */
  #frames(error: Error): { text: string; excerpt?: string[] }[] {
    const lines = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
    return lines.flatMap((line) => {
      const cell = /(In\[\d+\]\.ts):(\d+):(\d+)/.exec(line);
      if (cell) return this.#cellFrame(line, cell);
      if (/node:|[\\/]src[\\/]kernel[\\/]|[\\/]node_modules[\\/]tslab|evalmachine|\(<anonymous>\)/.test(line))
        return [];
      return [{ text: line.replaceAll(`${this.#root}/`, '') }];
    });
  }

  #cellFrame(line: string, [, name, row, column]: RegExpExecArray): { text: string; excerpt?: string[] }[] {
    const source = this.#cells.get(name);
    const place = source?.locate({ line: Number(row), column: Number(column) });
    if (!source || !place) return [];
    const at = `${name}:${place.line}:${place.column}`;
    const caller = /^ {4}at (?:async )?(?:Object\.)?([\w$.<> ]+) \(/.exec(line)?.[1];
    // The body of the cell is a function of the kernel's, whose name says nothing.
    const isBody = !caller || /^(eval|<anonymous>|cell|cell\.next)$/.test(caller);
    const text = source.code.split('\n')[place.line - 1] ?? '';
    const mark = ' '.repeat(place.column - 1) + red('^');
    return [
      {
        text: isBody ? `    at ${at}` : `    at ${caller} (${at})`,
        excerpt: [`        ${text}`, `        ${mark}`],
      },
    ];
  }
}

/** One sentence under an error of a list in a list, whose own words name neither. */
function adviceOn({ message }: Error): string[] {
  if (/^Cannot set properties of undefined \(setting '\d+'\)/.test(message))
    return ['There is no row at this place yet: make it first, as in `y[i] = [];`.'];
  if (/^Cannot read properties of undefined \(reading '\d+'\)/.test(message))
    return [
      'There is no row at this place: the places of a list are 0 to `x.length - 1`, and each must have been given its row.',
    ];
  return [];
}

function isPlain(error: Error): boolean {
  return error.name === 'ShapeError' || ('oneLine' in error && error.oneLine === true);
}
