/** The process as cells see it: output goes to the notebook, there is no keyboard, and nobody ends the kernel by accident. */
import { closeSync, openSync } from 'node:fs';
import { Writable } from 'node:stream';
import { PlainError } from './errors.js';

type Write = (name: 'stdout' | 'stderr', text: string) => void;

/** Changes `process` for cells and returns how the kernel itself leaves. */
export function makeWorld(write: Write): () => never {
  for (const name of ['stdout', 'stderr'] as const) {
    const stream = outputStream((text) => write(name, text));
    Object.defineProperty(process, name, { configurable: true, enumerable: true, get: () => stream });
  }
  const exit = process.exit.bind(process);
  process.exit = process.abort = (): never => {
    throw new PlainError(
      'process.exit() would end the whole notebook, so it was not done: throw an Error to stop a cell, or restart the kernel from the menu.',
    );
  };
  return () => exit(0);
}

function outputStream(write: (text: string) => void): Writable {
  const stream = new Writable({ decodeStrings: false });
  // Written at once and not through the stream's queue: a cell that never pauses is heard, too.
  const direct = (chunk: unknown, encoding?: unknown, done?: unknown): boolean => {
    write(typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString());
    const callback = typeof encoding === 'function' ? encoding : done;
    if (typeof callback === 'function') process.nextTick(callback);
    return true;
  };
  return Object.assign(stream, { write: direct, end: () => stream, isTTY: false, columns: 80 });
}

/**
 * Must come before the kernel's other threads: between the closing and the opening of descriptor 0 one of them could be
 * given it, for a loop of Node's that refuses to close it at the end.
 */
export function closeKeyboard(): void {
  const refuse = (): never => {
    throw new PlainError(
      'A cell cannot ask for input from the keyboard: put the value into a variable at the top of the cell and run it again.',
    );
  };
  Object.defineProperty(process, 'stdin', { configurable: true, get: refuse });
  Object.assign(globalThis, { prompt: refuse });
  if (process.platform === 'win32') return;
  // A direct read of descriptor 0 finds the end of a file instead of waiting for ever.
  closeSync(0);
  openSync('/dev/null', 'r');
}
