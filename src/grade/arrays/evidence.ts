/** The input that shows a mistake, in one line. */
import type { Inputs } from './plain.js';

const most = 12;

/** `x = [[1, 3]], eps = 0.3`. */
export function inputLine(names: readonly string[], inputs: Inputs): string {
  return inputs.map((value, i) => `${names[i]} = ${text(value)}`).join(', ');
}

function text(value: unknown): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(Math.abs(value) > 1e4 ? 12 : 5)));
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    return `[${items.slice(0, most).map(text).join(', ')}${items.length > most ? ', …' : ''}]`;
  }
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.entries(value).map(([key, item]) => `${key}: ${text(item)}`);
  return `{ ${parts.join(', ')} }`;
}
