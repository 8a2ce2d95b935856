import type { DType } from '../tensor/dtype.js';
import type { Streams } from '../tensor/random.js';

/** Named numbers of a run. */
export type Numbers = Readonly<Record<string, number | readonly number[]>>;

/** The sizes an experiment comes in: one for a notebook, one for a long evening. */
export type PresetName = 'notebook' | 'full';

/** One run that an experiment asks for, for every seed. */
export interface Plan {
  readonly arm: string;
  /** What is varied, by name: `{ depth: 12, learningRate: 0.003 }`. */
  readonly setting: Numbers;
  /** Roughly how much work it is, in any unit that is the same for all runs of the experiment. */
  readonly cost: number;
}

/** All that a run depends on besides its plan. */
export interface Circumstances {
  readonly preset: PresetName;
  readonly seed: number;
  readonly dtype: DType;
  /** The streams of the seed: every random number comes from here. */
  readonly random: Streams;
  /** The name of a mechanism to break on purpose, for the controls. */
  readonly sabotage?: string;
}

/** How far a run is; said between steps, where it can be interrupted. */
export interface Step {
  readonly done: number;
  readonly of: number;
  /** What may be drawn while it runs: `{ loss: 1.2 }`. */
  readonly now?: Numbers;
}

/** What came out of one run. */
export interface Result {
  readonly experiment: string;
  readonly seed: number;
  readonly arm: string;
  readonly setting: Numbers;
  readonly metrics: Numbers;
  readonly dtype: DType;
  readonly backend: 'reference';
  readonly seconds: number;
}

/**
 * A sentence that the records must bear out. Its threshold was written before the runs that judge it.
 *
 * A claim of *difference* compares two arms: with both of them the same it must not hold. A claim of a *value* (or of
 * sameness) must notice a planted deviation. Every claim names the sabotage after which it must not hold.
 */
export interface Claim {
  readonly id: string;
  readonly text: string;
  /** At least or at most a number, or between two. */
  readonly relation: 'at least' | 'at most' | 'between';
  readonly threshold: number | readonly [number, number];
  /** The number that is compared, from the records of all seeds. */
  readonly value: (results: readonly Result[]) => number;
  readonly kind:
    | { readonly of: 'difference'; readonly between: readonly [string, string] }
    | { readonly of: 'value'; readonly deviation: Deviation };
  /** A name of the experiment's `sabotages`. */
  readonly sabotage: string;
}

/** A planted deviation: a metric of some records times a factor. It must be noticed. */
export interface Deviation {
  readonly metric: string;
  readonly factor: number;
  readonly where: (result: Result) => boolean;
}

/** A question to the machine, with all that is needed to ask it again. */
export interface Experiment {
  readonly name: string;
  readonly question: string;
  readonly varied: string;
  readonly held: string;
  readonly source: string;
  readonly arms: readonly string[];
  /** The metrics of every record, by name, with their meaning and unit. */
  readonly metrics: Readonly<Record<string, string>>;
  /** What an experiment of this size does not show. */
  readonly limits: string;
  /** Where the question makes sense in one precision only. */
  readonly dtype?: DType;
  /** How many seeds a verdict needs; 8 unless said otherwise. */
  readonly seedsToJudge?: number;
  /** How the mechanism can be broken, by name, in words. */
  readonly sabotages: Readonly<Record<string, string>>;
  /** The runs of one seed. */
  readonly plans: (preset: PresetName) => readonly Plan[];
  /** One run: it yields between its steps and returns its metrics. */
  readonly run: (plan: Plan, circumstances: Circumstances) => Generator<Step, Numbers>;
  readonly claims: (preset: PresetName) => readonly Claim[];
}
