/** Widths of text as Arial, Helvetica and Liberation Sans have them, from Arimo's files: the three share their metrics. */
import { readFileSync } from 'node:fs';
import type { Font } from 'opentype.js';

/** Of the size of the font: above and below the base line. */
export const ascent = 0.905;
export const descent = 0.212;

/** Advances of signs that Arimo's files lack, the widest of the faces that step in for them (in em). */
const others: Readonly<Record<string, number>> = {
  '√': 0.637,
  '≤': 0.838,
  '≥': 0.838,
  '∓': 0.838,
  '≈': 0.838,
  '≠': 0.838,
  '→': 1,
  '←': 1,
  '↑': 1,
  '↓': 1,
  '∂': 0.517,
  '‖': 0.5,
  '⟨': 0.39,
  '⟩': 0.39,
  '∞': 0.833,
  '∈': 0.871,
  '∑': 0.713,
  '∏': 0.823,
  '⁻': 0.528,
};
/** Superscripts, subscripts; and a sign nobody has foreseen, taken wide rather than clipped. */
const [small, unforeseen] = [0.401, 1];

/** Measures text, in px. */
export type Measure = (text: string, size: number, bold?: boolean) => number;

/** Reads the fonts and returns the ruler. Kerning is left out: it only makes text narrower. */
export async function arimo(): Promise<Measure> {
  const { default: opentype } = await import('opentype.js');
  const load = (subset: string, weight: number): Font => {
    const bytes = readFileSync(
      require.resolve(`@fontsource/arimo/files/arimo-${subset}-${weight}-normal.woff`),
    );
    return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  };
  const faces = [400, 700].map((weight) => ['latin', 'greek'].map((subset) => load(subset, weight)));
  const known = new Map<string, number>();
  const advance = (character: string, bold: boolean): number => {
    const key = `${bold ? 'b' : 'r'}${character}`;
    const width = known.get(key) ?? advanceOf(character, faces[bold ? 1 : 0]);
    known.set(key, width);
    return width;
  };
  return (text, size, bold = false) =>
    Array.from(text).reduce((sum, character) => sum + advance(character, bold), 0) * size;
}

function advanceOf(character: string, faces: readonly Font[]): number {
  const face = faces.find((font) => font.charToGlyphIndex(character) > 0);
  if (face !== undefined) return (face.charToGlyph(character).advanceWidth ?? 0) / face.unitsPerEm;
  if (/\p{M}|\u200b/u.test(character)) return 0;
  if (/[\u2070-\u209f]/.test(character)) return others[character] ?? small;
  return others[character] ?? unforeseen;
}
