/** A written part of a formula, and when it needs brackets. */

/** How tightly a written part holds together: a sum, a product, something that a power cannot be put at, one sign. */
export const [loose, product, firm, sign] = [1, 2, 3, 4];

export interface Piece {
  readonly tex: string;
  readonly binds: number;
  /** Whether it begins with a minus. */
  readonly minus: boolean;
}

export const made = (tex: string, binds: number, minus = false): Piece => ({ tex, binds, minus });

export const tall = /\\(frac|sum|prod|max|sqrt|left)/;
export const inBrackets = ({ tex }: Piece): Piece =>
  made(tall.test(tex) ? `\\left(${tex}\\right)` : `(${tex})`, sign);

/** A part where something that binds so tightly is wanted, and no minus in front. */
export function within(part: Piece, binds: number): string {
  return part.binds < binds || part.minus ? inBrackets(part).tex : part.tex;
}
