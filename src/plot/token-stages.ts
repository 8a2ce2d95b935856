/** One word on its way through layer normalization, a bar for each of its numbers. */
import { axisRange } from './axis.js';
import { bars } from './bars.js';
import type { Figure } from './figure.js';
import { fixed } from './number.js';
import { withSlider } from './with-slider.js';

/** The word at one stage. */
export interface TokenStageRecord {
  /** What the slider says: "x", "x − μ", "x̂", "γ x̂ + β". */
  readonly stage: string;
  /** What was done, as a sentence: "subtract the mean". */
  readonly says?: string;
  /** The C numbers of the word at this stage. */
  readonly values: readonly number[];
}

const usualTitle = 'LayerNorm moves a word to mean 0 and deviation 1; γ and β move it on';

/** Where the slider starts; words in place of the computed ones. */
export interface TokenStagesOptions {
  readonly initial?: string;
  readonly title?: string;
  readonly alt?: string;
}

/**
 * Bars of one word through the stages, with its mean (dashed) and ± one deviation (band); one slider: the stage.
 * All stages share one y axis.
 *
 * @throws RangeError where there is no stage, or where the stages have different lengths.
 * @example
 * tokenStages([{ stage: 'x', values: [0.5, 0.1, 0.1] }, { stage: 'x̂', values: [1.414, -0.707, -0.707] }]);
 */
export function tokenStages(records: readonly TokenStageRecord[], options: TokenStagesOptions = {}): Figure {
  if (records.length === 0) throw new RangeError('tokenStages: needs at least one stage.');
  const length = records[0].values.length;
  if (records.some(({ values }) => values.length !== length)) {
    throw new RangeError('tokenStages: every stage needs the same number of values.');
  }
  const bounds = records.flatMap(({ values }) => [
    ...values,
    moments(values).mean - moments(values).deviation,
    moments(values).mean + moments(values).deviation,
  ]);
  const range = axisRange({ label: '', unit: '' }, [0, ...bounds]);
  const positions = records.map((record) => ({
    value: record.stage,
    figure: oneStage(record, range, options.title ?? usualTitle),
  }));
  const initial = options.initial ?? records[0].stage;
  return withSlider(positions, { label: 'stage', initial, alt: options.alt ?? altOf(records) });
}

function oneStage({ stage, says, values }: TokenStageRecord, range: [number, number], title: string): Figure {
  const { mean, deviation } = moments(values);
  return bars({
    title,
    subtitle: `${says === undefined ? stage : `${stage}: ${says}`}\nmean ${fixed(mean)} (dashed), deviation ${fixed(deviation)} (band)`,
    alt: '',
    x: { label: 'Feature', unit: 'index in the word' },
    places: values.map((_, i) => String(i)),
    y: { label: 'Activation', unit: 'pure number', range },
    groups: [{ name: stage, values }],
    level: { value: mean, spread: deviation },
  });
}

/** Mean and deviation over all numbers, the variance divided by how many there are. */
function moments(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}

function altOf(records: readonly TokenStageRecord[]): string {
  const told = records.map(({ stage, values }) => {
    const { mean, deviation } = moments(values);
    return `${stage} has mean ${fixed(mean)} and deviation ${fixed(deviation)}`;
  });
  return `One word of ${records[0].values.length} numbers through the stages of layer normalization: ${told.join('; ')}.`;
}
