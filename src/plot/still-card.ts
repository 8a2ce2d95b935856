/** A drawn picture as a still one: a white card with its title, that reads on any page and without script. */
import { escaped } from './markup.js';
import { fontFamily, wrap } from './theme.js';

/** Dark grey on the white card: 10 to 1, as in every still picture. */
const darkInk = '#3C4043';
const [margin, titleLine, noteLine] = [16, 21, 18];

/** What a card holds. */
export interface CardParts {
  readonly title: string;
  /** The finding in words. */
  readonly alt: string;
  /** SVG with the room it takes, in px; what is drawn in `currentColor` becomes dark. */
  readonly picture: { readonly svg: string; readonly width: number; readonly height: number };
  /** Lines under the picture. */
  readonly notes: readonly string[];
}

/** The card as an SVG document; it is at least as wide as a short title needs. */
export function stillCard({ title, alt, picture, notes }: CardParts): string {
  const width = Math.max(358, picture.width + 2 * margin);
  const heads = wrap(title, Math.floor((width - 2 * margin) / 8.6));
  const lines = notes.flatMap((note) => wrap(note, Math.floor((width - 2 * margin) / 6.6)));
  const top = margin + heads.length * titleLine + 8;
  const below = top + picture.height + 10;
  const height = below + lines.length * noteLine + margin;
  const text = (words: string, y: number, style: string): string =>
    `<text x="${margin}" y="${y}" fill="currentColor"${style}>${escaped(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" `,
    `role="img" aria-label="${escaped(alt)}" color="${darkInk}" style="font-family: ${fontFamily}; font-size: 13px">`,
    `<title>${escaped(title)}</title><desc>${escaped(alt)}</desc>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="#FFFFFF" stroke="#D5D8DB"/>`,
    ...heads.map((line, n) =>
      text(line, margin + 14 + n * titleLine, ' style="font-size: 16px; font-weight: bold"'),
    ),
    `<g transform="translate(${margin},${top})">${picture.svg}</g>`,
    ...lines.map((line, n) => text(line, below + (n + 0.7) * noteLine, '')),
    '</svg>',
  ].join('');
}
