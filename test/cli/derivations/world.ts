import type { World } from '../../../src/cli/derivations/world.js';

/** A world that remembers what was said, with files of its own and a clock that stands still. */
export class SmallWorld implements World {
  readonly lines: string[] = [];
  readonly shown: string[] = [];
  readonly files = new Map<string, string>();
  heard = true;
  time = 0;
  readonly terminal = { isTTY: true, write: (text: string): number => this.shown.push(text) };

  say = (line: string): void => void this.lines.push(line);
  now = (): number => this.time;

  read = (file: string): string => {
    const text = this.files.get(file);
    if (text === undefined) throw new Error('no such file');
    return text;
  };

  write = (file: string, text: string): void => {
    if (file.includes('/')) throw new Error('no such folder');
    this.files.set(file, text);
  };

  get last(): string {
    return this.lines[this.lines.length - 1];
  }
}
