import { relu, tanh } from '../../index.js';
import { interleaved, median, ratio } from './measure.js';
import type { Run } from './measure.js';
import { layerNormRuns, product, trainingStep } from './workloads.js';

/** One line of the report: what was measured, and what it should be at most. */
export interface Measured {
  readonly what: string;
  readonly value: number;
  readonly unit: 'times' | 'µs' | 'GFLOP/s';
  /** Undefined where nothing is promised. */
  readonly atMost: number | undefined;
}

/**
 * Runs the workloads in turn and reports medians and ratios. The training steps come first, by themselves: code that
 * has met both dtypes is slower in each, and a session of float64 has met one. It promises nothing: a machine with other work to do
 * gives other numbers, though the ratios hardly move.
 */
export function measureAll(options: { visits: number; sample: number; now: () => number }): Measured[] {
  const samples = { ...interleaved(steps(), options), ...interleaved(others(), options) };
  const times = (name: string): Partial<Measured> => ({
    value: ratio(samples, name, `${name} bare`),
    unit: 'times',
  });
  const microseconds = (...names: string[]): Partial<Measured> => {
    const [all, less = 0] = names.map((name) => 1000 * median(samples[name]));
    return { value: all - less, unit: 'µs' };
  };
  const flops = (name: string): Partial<Measured> => ({
    value: (2 * 128 * 128 * 128) / (1e6 * median(samples[name])),
    unit: 'GFLOP/s',
  });
  const lines: [string, Partial<Measured>, number?][] = [
    ['LayerNorm 256×256 float64, forward + backward, to bare loops', times('float64'), 1.5],
    ['LayerNorm 256×256 float32, forward + backward, to bare loops', times('float32'), 1.5],
    ['LayerNorm 256×256 float64, forward + backward', microseconds('float64')],
    ['MLP 2-16-16-1 with tanh, B = 100, float64: one step', microseconds('tanh step'), 300],
    ['MLP 2-16-16-1 with ReLU, B = 100, float64: one step', microseconds('relu step'), 300],
    ['LayerNorm 4×8 float64, forward + backward: tape and checks', microseconds('tiny', 'tiny bare')],
    ['matmul 128×128 float64', flops('matmul float64')],
    ['matmul 128×128 float32', flops('matmul float32')],
  ];
  return lines.map(([what, measured, atMost]) => ({ what, value: NaN, unit: 'µs', ...measured, atMost }));
}

function steps(): Record<string, Run> {
  return { 'tanh step': trainingStep(tanh), 'relu step': trainingStep(relu) };
}

function others(): Record<string, Run> {
  const double = layerNormRuns(256, 256, 'float64');
  const single = layerNormRuns(256, 256, 'float32');
  const tiny = layerNormRuns(4, 8, 'float64');
  return {
    float64: double.readable,
    'float64 bare': double.bare,
    float32: single.readable,
    'float32 bare': single.bare,
    tiny: tiny.readable,
    'tiny bare': tiny.bare,
    'matmul float64': product(128, 'float64'),
    'matmul float32': product(128, 'float32'),
  };
}

/** The report as a table. */
export function table(measured: readonly Measured[]): string {
  const width = Math.max(...measured.map(({ what }) => what.length));
  return measured
    .map(({ what, value, unit, atMost }) => {
      const verdict =
        atMost === undefined ? '' : `  target ≤ ${atMost}: ${value <= atMost ? 'met' : 'missed'}`;
      return `${what.padEnd(width)}  ${value.toPrecision(3).padStart(6)} ${unit}${verdict}`;
    })
    .join('\n');
}
