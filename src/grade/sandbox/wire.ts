/**
 * How values pass the wall of a sandbox: as numbers, each value behind a number that says what it is. The first number is
 * how many there are. Every number arrives as it left, also NaN, -0 and the infinities.
 */
import { Refused } from './refused.js';

export type HostFunction = (...inputs: unknown[]) => unknown;

/** What left a sandbox: a value, the words of an error, or why something cannot leave. */
export type Message =
  | { readonly kind: 'value'; readonly value: unknown; readonly next: number }
  | { readonly kind: 'thrown'; readonly words: string; readonly stack: string }
  | { readonly kind: 'refused'; readonly why: number };

/** Numbers for objects, so that one that is handed in again is known again. */
export class Identities {
  private readonly known = new WeakMap<object, number>();
  private next = 0;

  of(thing: object): number {
    const number = this.known.get(thing) ?? this.next++;
    this.known.set(thing, number);
    return number;
  }
}

/**
 * The message that carries the arguments of a call.
 *
 * @param functions Where functions among them are put; their place in it is what passes the wall.
 */
export function encodeInputs(
  inputs: readonly unknown[],
  functions: HostFunction[],
  identities: Identities,
): ArrayBuffer {
  const numbers = [0, 5, inputs.length];
  for (const input of inputs) {
    if (typeof input === 'object' && input !== null) numbers.push(10, identities.of(input));
    write(input, numbers, functions);
  }
  numbers[0] = numbers.length;
  return Float64Array.from(numbers).buffer;
}

/** The message that carries one value. */
export function encode(value: unknown): ArrayBuffer {
  const numbers = [0];
  write(value, numbers, []);
  numbers[0] = numbers.length;
  return Float64Array.from(numbers).buffer;
}

/** The message that makes the sandbox's side throw. */
export function encodeError(words: string): ArrayBuffer {
  const numbers = [0, 9];
  writeText(words, numbers);
  writeText('', numbers);
  numbers[0] = numbers.length;
  return Float64Array.from(numbers).buffer;
}

function write(value: unknown, to: number[], functions: HostFunction[]): void {
  if (value === undefined) to.push(0);
  else if (value === null) to.push(1);
  else if (typeof value === 'number') to.push(2, value);
  else if (typeof value === 'boolean') to.push(3, value ? 1 : 0);
  else if (typeof value === 'string') {
    to.push(4);
    writeText(value, to);
  } else if (typeof value === 'function') to.push(7, functions.push(value as HostFunction) - 1);
  else if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    const items = Array.from(value as ArrayLike<unknown>);
    to.push(5, items.length);
    for (const item of items) write(item, to, functions);
  } else {
    const entries = Object.entries(value);
    to.push(6, entries.length);
    for (const [key, item] of entries) {
      writeText(key, to);
      write(item, to, functions);
    }
  }
}

function writeText(text: string, to: number[]): void {
  to.push(text.length);
  for (let i = 0; i < text.length; i++) to.push(text.charCodeAt(i));
}

/**
 * Reads one message. The sandbox may have been made to write anything at all: whatever makes no sense is refused.
 *
 * @param start Where to begin, for the second value of a message.
 */
export function decode(numbers: Float64Array, start = 1): Message {
  const reader = new Reader(numbers.subarray(0, numbers[0]), start);
  const tag = numbers[start];
  if (tag === 8) return { kind: 'refused', why: numbers[start + 1] };
  if (tag === 9) {
    reader.take();
    return { kind: 'thrown', words: reader.text(), stack: reader.text() };
  }
  return { kind: 'value', value: reader.value(), next: reader.at };
}

class Reader {
  private readonly numbers: Float64Array;
  at: number;

  constructor(numbers: Float64Array, start: number) {
    this.numbers = numbers;
    this.at = start;
  }

  take(): number {
    if (this.at >= this.numbers.length) throw new Refused('unreadable');
    return this.numbers[this.at++];
  }

  private count(): number {
    const count = this.take();
    if (!(count >= 0 && count <= this.numbers.length)) throw new Refused('unreadable');
    return count;
  }

  text(): string {
    const length = this.count();
    let text = '';
    for (let i = 0; i < length; i++) text += String.fromCharCode(this.take());
    return text;
  }

  value(depth = 20): unknown {
    const tag = this.take();
    if (tag === 0) return undefined;
    if (tag === 1) return null;
    if (tag === 2) return this.take();
    if (tag === 3) return this.take() === 1;
    if (tag === 4) return this.text();
    if (tag === 7) return aFunction;
    if ((tag !== 5 && tag !== 6) || depth === 0) throw new Refused('unreadable');
    const count = this.count();
    if (tag === 5) return Array.from({ length: count }, () => this.value(depth - 1));
    const entries = Array.from({ length: count }, () => [this.text(), this.value(depth - 1)] as const);
    return Object.fromEntries(entries);
  }
}

/** Stands for a function of ours that comes back as it went. */
export const aFunction: unique symbol = Symbol('a function');
