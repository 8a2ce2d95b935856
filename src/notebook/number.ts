import { formatNumber } from '../tensor/format.js';

/** A number as a card says it: whole numbers as they are, others with four digits after the point. */
export function readable(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e6 ? String(value) : formatNumber(value);
}
