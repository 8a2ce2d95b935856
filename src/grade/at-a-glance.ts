import type { Exercise } from './exercise.js';

/** What Node, and with it a notebook, asks a value that is printed. */
const printed = Symbol.for('nodejs.util.inspect.custom');

/**
 * Lets a record of exercises, and each of them, be printed in lines without answers: their fields hold hints, worked
 * solutions and everything that passes. The fields stay as they are.
 *
 * @param name What the record is called in a cell.
 */
export function atAGlance(record: Readonly<Record<string, Exercise>>, name: string): void {
  const lines = Object.entries(record).map(([key, exercise]) => {
    const line = `${name}.${key}`;
    const words = `${exercise.id} · ${exercise.title}`;
    Object.defineProperty(exercise, printed, { value: () => `${line}: ${words}` });
    return [line, words] as const;
  });
  const width = Math.max(...lines.map(([line]) => line.length));
  const all = lines.map(([line, words]) => `${line.padEnd(width)}  ${words}`).join('\n');
  Object.defineProperty(record, printed, { value: () => all });
}
