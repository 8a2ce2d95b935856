/** Colours that stay apart for every kind of colour vision, on white and on a dark page. */

/** Okabe and Ito's colours that show on both white and dark, in the order series take them. */
export const okabeIto: readonly string[] = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9'];

/** Line styles in the same order: a series is never told by its colour alone. */
export const dashes: readonly string[] = ['solid', 'dash', 'dot', 'dashdot', 'longdash', 'longdashdot'];

/** Viridis in nine steps, dark (small) to light (large). */
export const viridis: readonly string[] = [
  '#440154',
  '#472D7B',
  '#3B528B',
  '#2C728E',
  '#21918C',
  '#28AE80',
  '#5EC962',
  '#ADDC30',
  '#FDE725',
];

/** Text and frames: a grey that has the same contrast, 4.3 to 1, on white and on near-black. */
export const ink = '#7A7A7A';
/** Grid lines. */
export const grid = 'rgba(128,128,128,0.22)';
/** What stands behind: other positions of the slider, cells that are not meant. */
export const faint = 'rgba(128,128,128,0.38)';

/** A colour of viridis for a share from 0 to 1. */
export function viridisAt(share: number): string {
  return viridis[Math.min(viridis.length - 1, Math.max(0, Math.round(share * (viridis.length - 1))))];
}

/** The same colour let through: `transparent('#0072B2', 0.2)`. */
export function transparent(hex: string, opacity: number): string {
  return `rgba(${channels(hex).join(',')},${opacity})`;
}

/** Black or white, whichever reads better on this colour. */
export function textOn(hex: string): string {
  return contrast(hex, '#FFFFFF') >= contrast(hex, '#111111') ? '#FFFFFF' : '#111111';
}

/** WCAG's contrast ratio of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}
