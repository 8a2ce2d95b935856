/** What becomes of the size of a signal, layer by layer, for every scale of the weights. */
import type { Axis } from './axis.js';
import type { Figure } from './figure.js';
import { lines } from './lines.js';
import type { Series } from './lines.js';
import { magnitude, readable } from './number.js';
import { withSlider } from './with-slider.js';

/** The sizes in one network. */
export interface SignalByDepthRecord {
  /** s, the factor at the weights. */
  readonly scale: number;
  /** √mean(h²) at the input and after each layer: depth + 1 numbers ≥ 0. */
  readonly sizes: readonly number[];
  /** Which network; without it, the plain one. */
  readonly norm?: string;
}

/** Where the slider starts; words in place of the computed ones. */
export interface SignalByDepthOptions {
  readonly initial?: number;
  readonly title?: string;
  readonly alt?: string;
}

/** Names of the networks in the legend. */
const networks: Readonly<Record<string, string>> = { plain: 'plain', layerNorm: 'LayerNorm inside' };

/**
 * Curves of size over depth on a log axis, a slider over s, all other positions faint behind.
 * Records of `norm: 'layerNorm'` are drawn over those of `norm: 'plain'`.
 *
 * @throws RangeError where there is no record, or two for the same scale and norm.
 * @example
 * signalByDepth([{ scale: 0.5, sizes: [1, 0.35, 0.12] }, { scale: 5, sizes: [1, 3.5, 12] }]);
 */
export function signalByDepth(records: readonly SignalByDepthRecord[], options: SignalByDepthOptions = {}): Figure {
  const scales = [...new Set(records.map(({ scale }) => scale))].sort((a, b) => a - b);
  const norms = [...new Set(records.map(({ norm }) => norm ?? 'plain'))];
  if (scales.length === 0) throw new RangeError('signalByDepth: needs at least one record.');
  if (scales.length * norms.length !== records.length) {
    throw new RangeError('signalByDepth: needs one record for each scale and each norm.');
  }
  const depth = records[0].sizes.length - 1;
  const y: Axis = { label: 'Size of h', unit: '√mean(h²)', log: true };
  const behind = records.map(series);
  const ends = markedEnds(records);
  const title = options.title ?? titleOf(records, depth);
  const positions = scales.map((scale) => {
    const here = norms.flatMap((norm) => records.filter((one) => one.scale === scale && (one.norm ?? 'plain') === norm));
    return {
      value: readable(scale),
      figure: lines({
        title,
        subtitle: here.map((one) => `${nameOf(one)}: ends at ${readable(last(one))}`).join(' · '),
        alt: '',
        x: { label: 'Layer', unit: 'counted from the input', range: [0, depth] },
        y,
        series: here.map(series),
        behind,
        marks: ends.map((one) => ({ text: `s = ${readable(one.scale)}`, x: depth, y: last(one) })),
      }),
    };
  });
  const initial = options.initial ?? scales[0];
  return withSlider(positions, { label: 's', initial: readable(initial), alt: options.alt ?? altOf(records, depth) });
}

function series(record: SignalByDepthRecord): Series {
  return { name: nameOf(record), x: record.sizes.map((_, layer) => layer), y: record.sizes };
}

function nameOf({ norm = 'plain' }: SignalByDepthRecord): string {
  return networks[norm] ?? norm;
}

function last({ sizes }: SignalByDepthRecord): number {
  return sizes[sizes.length - 1];
}

function plainOnes(records: readonly SignalByDepthRecord[]): SignalByDepthRecord[] {
  return records.filter(({ norm = 'plain' }) => norm === 'plain').sort((a, b) => a.scale - b.scale);
}

/** The curves whose names stand at their ends: the smallest and the largest scale, as long as they can be drawn. */
function markedEnds(records: readonly SignalByDepthRecord[]): SignalByDepthRecord[] {
  const plain = plainOnes(records).filter((one) => last(one) > 1e-290 && last(one) < 1e290);
  return plain.length > 2 ? [plain[0], plain[plain.length - 1]] : [];
}

/** How far a signal has gone from its size at the input, in powers of ten. */
function drift(record: SignalByDepthRecord): number {
  const ratio = last(record) / record.sizes[0];
  return ratio > 0 ? Math.abs(Math.log10(ratio)) : Infinity;
}

function calmest(records: readonly SignalByDepthRecord[]): SignalByDepthRecord {
  return records.reduce((best, one) => (drift(one) < drift(best) ? one : best));
}

function titleOf(records: readonly SignalByDepthRecord[], depth: number): string {
  const plain = plainOnes(records);
  const normalized = records.length > plain.length;
  if (plain.length === 0) return `With LayerNorm inside, ${depth} layers keep the signal whatever s is`;
  const calm = readable(Number(calmest(plain).scale.toPrecision(3)));
  const end = normalized ? '; with LayerNorm inside, s no longer matters' : '';
  return `Through ${depth} layers the signal dies or explodes, and only near s = ${calm} stays calm${end}`;
}

function altOf(records: readonly SignalByDepthRecord[], depth: number): string {
  const plain = plainOnes(records);
  const others = records.filter((one) => !plain.includes(one));
  const sentences = [`The size of h through ${depth} layers, on a log axis.`];
  if (plain.length > 0) {
    const told = [...new Set([plain[0], calmest(plain), plain[plain.length - 1]])];
    const ends = told.map((one) => `${magnitude(last(one))} at s = ${readable(one.scale)}`);
    sentences.push(`In the plain network it ends near ${ends.join(', ')}.`);
  }
  if (others.length > 0) {
    const sizes = others.map(last);
    const [low, high] = [Math.min(...sizes), Math.max(...sizes)].map((size) => readable(Number(size.toPrecision(3))));
    const range = low === high ? `at ${low} for every s` : `between ${low} and ${high}, whatever s is`;
    sentences.push(`With LayerNorm inside it ends ${range}.`);
  }
  return sentences.join(' ');
}
