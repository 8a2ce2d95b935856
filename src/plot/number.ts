/** Numbers as a reader wants them. */

/** A number with about four significant digits; very large and very small ones in powers of ten. */
export function readable(value: number): string {
  if (!Number.isFinite(value) || Number.isInteger(value)) return compact(String(value), value);
  const size = Math.abs(value);
  if (size < 1e-3 || size >= 1e5) return tidy(value.toExponential(2));
  return tidy(value.toPrecision(4));
}

function compact(text: string, value: number): string {
  return Math.abs(value) >= 1e6 && Number.isFinite(value) ? tidy(value.toExponential(2)) : text;
}

/** Drops zeros that say nothing after the point: 0.5000 is 0.5, 1.00e-5 is 1e-5. */
function tidy(text: string): string {
  return text.replace(/(\.\d*?)0+(e|$)/, '$1$2').replace(/\.(e|$)/, '$1');
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10 to a whole power in one line of text: `powerOfTen(-23)` is 10⁻²³. */
export function powerOfTen(exponent: number): string {
  if (exponent === 0) return '1';
  const digits = Array.from(String(Math.abs(exponent)), (digit) => raised[Number(digit)]).join('');
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}

/** The order of magnitude in words of mathematics: 3.1e-23 is "10⁻²³"; numbers from 0.01 to 1000 stay as they are. */
export function magnitude(value: number): string {
  if (value === 0) return '0 (underflow)';
  if (!Number.isFinite(value)) return 'no finite number (overflow)';
  const size = Math.abs(value);
  return size >= 0.01 && size < 1000 ? readable(Number(value.toPrecision(2))) : powerOfTen(decade(size));
}

/** The nearest whole power of ten. */
export function decade(value: number): number {
  return Math.round(Math.log10(value));
}

/** Four digits after the point, a true minus sign, and no minus before zero. */
export function fixed(value: number): string {
  return value
    .toFixed(4)
    .replace(/^-(0\.0*)$/, '$1')
    .replace('-', '−');
}
