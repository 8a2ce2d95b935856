import { constant } from '../expression.js';
import type { Constant } from '../expression.js';
import type { Change } from './change.js';

/** One more or one less in the last digit that is written: 2 → 3, 0.044715 → 0.044716. */
export function changesOfNumber({ digits }: Constant): Change[] {
  return [1, -1].flatMap((by) => {
    const other = shifted(digits, by);
    return other.startsWith('-') ? [] : [{ kind: 'a constant', by: constant(other) }];
  });
}

/** Exactly, since a constant may have any number of digits. */
export function shifted(digits: string, by: number): string {
  const [whole, fraction = ''] = digits.split('.');
  const last = BigInt(whole + fraction) + BigInt(by);
  if (fraction === '' || last < 0n) return String(last);
  const all = String(last).padStart(fraction.length + 1, '0');
  return `${all.slice(0, -fraction.length)}.${all.slice(-fraction.length)}`;
}
