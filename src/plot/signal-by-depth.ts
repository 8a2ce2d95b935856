/** What becomes of the size of a signal, layer by layer, for every scale of the weights. */
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
const networks: Readonly<Record<string, string>> = { plain: 'plain', layerNorm: 'with LayerNorm' };

/**
 * Curves of size over depth on a log axis, a slider over s, all other positions faint behind.
 * Records of `norm: 'layerNorm'` are drawn over those of `norm: 'plain'`.
 *
 * @throws RangeError where there is no record, or two for the same scale and norm.
 * @example
 * signalByDepth([{ scale: 0.5, sizes: [1, 0.35, 0.12] }, { scale: 5, sizes: [1, 3.5, 12] }]);
 */
export function signalByDepth(
  records: readonly SignalByDepthRecord[],
  options: SignalByDepthOptions = {},
): Figure {
  const scales = [...new Set(records.map(({ scale }) => scale))].sort((a, b) => a - b);
  const norms = [...new Set(records.map(normOf))];
  if (scales.length === 0) throw new RangeError('signalByDepth: needs at least one record.');
  if (scales.length * norms.length !== records.length) {
    throw new RangeError('signalByDepth: needs one record for each scale and each norm.');
  }
  const initial = readable(options.initial ?? scales[0]);
  const alt = options.alt ?? altOf(records, records[0].sizes.length - 1);
  const positions = scales.map((scale) => {
    const here = norms.flatMap((norm) =>
      records.filter((one) => one.scale === scale && normOf(one) === norm),
    );
    return { value: readable(scale), figure: oneScale(here, records, options) };
  });
  return withSlider(positions, { label: 's', initial, alt });
}

/** The curves of one scale, before the faint ones of all. */
function oneScale(
  here: readonly SignalByDepthRecord[],
  all: readonly SignalByDepthRecord[],
  { title, alt = '' }: SignalByDepthOptions,
): Figure {
  const depth = here[0].sizes.length - 1;
  const ends = here.map((one) => `${nameOf(one)} ends at ${short(last(one))}`);
  return lines({
    title: title ?? titleOf(all, depth),
    subtitle: ends.join(', '),
    alt,
    x: { label: 'Layer', unit: 'counted from the input', range: [0, depth] },
    y: { label: 'Size of h', unit: '√mean(h²)', log: true },
    series: here.map(series),
    behind: all.map(series),
    marks: markedEnds(all).map((one) => ({
      text: `s = ${readable(one.scale)}`,
      x: depth,
      y: last(one),
      below: last(one) < one.sizes[0],
    })),
  });
}

function normOf({ norm = 'plain' }: SignalByDepthRecord): string {
  return norm;
}

function series(record: SignalByDepthRecord): Series {
  return { name: nameOf(record), x: record.sizes.map((_, layer) => layer), y: record.sizes };
}

function nameOf(record: SignalByDepthRecord): string {
  return networks[normOf(record)] ?? normOf(record);
}

function last({ sizes }: SignalByDepthRecord): number {
  return sizes[sizes.length - 1];
}

function plainOnes(records: readonly SignalByDepthRecord[]): SignalByDepthRecord[] {
  return records.filter((one) => normOf(one) === 'plain').sort((a, b) => a.scale - b.scale);
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
  const rest = normalized
    ? 'LayerNorm keeps it calm'
    : `only near s = ${short(calmest(plain).scale)} is it calm`;
  return `Through ${depth} layers the signal dies or explodes; ${rest}`;
}

/** Three digits, or what became of them. */
function short(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return magnitude(value);
  return readable(Number(value.toPrecision(3)));
}

function altOf(records: readonly SignalByDepthRecord[], depth: number): string {
  const plain = plainOnes(records);
  const others = records.filter((one) => !plain.includes(one));
  const sentences = [`The size of h through ${depth} layers, on a log axis.`];
  if (plain.length > 0) {
    const told = [...new Set([plain[0], calmest(plain), plain[plain.length - 1]])];
    const ends = told.map((one) => `${magnitude(last(one))} at s = ${short(one.scale)}`);
    sentences.push(`In the plain network it ends near ${ends.join(', ')}.`);
  }
  if (others.length > 0) {
    const sizes = others.map(last);
    const [low, high] = [Math.min(...sizes), Math.max(...sizes)].map((size) =>
      readable(Number(size.toPrecision(3))),
    );
    const range = low === high ? `at ${low} for every s` : `between ${low} and ${high}, whatever s is`;
    sentences.push(`With LayerNorm inside it ends ${range}.`);
  }
  return sentences.join(' ');
}
