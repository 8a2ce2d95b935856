import type { DType } from '../../tensor/dtype.js';
import type { PresetName, Result } from '../../experiments/index.js';
import type { Run } from '../../experiments/runs.js';

/** One run, as a thread is given it. */
export interface Task extends Run {
  readonly experiment: string;
  readonly preset: PresetName;
  readonly dtype: DType;
  readonly sabotage?: string;
  /** The name of another source of random bits. */
  readonly generator?: 'xorshift128plus';
}

/** What a thread says of its run: which share is done; what came out; or why nothing did. */
export type Message = { readonly share: number } | { readonly result: Result } | { readonly failure: string };
