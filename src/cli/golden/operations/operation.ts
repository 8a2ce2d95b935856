import type { Tensor } from '../../../index.js';

/** Tensors by name. */
export type ByName = Readonly<Record<string, Tensor>>;
/** What else a case says. */
export type Attributes = Readonly<Record<string, unknown>>;

/** How one operation of the golden files is computed with the library. */
export interface Operation {
  /** The inputs it cannot do without. */
  readonly needs: readonly string[];
  readonly attributes: readonly string[];
  /** float32 passes within k · 2⁻²⁴ · max(1, max|want|) of float64: roughly how many roundings meet in one number. */
  readonly k: number;
  /** What the library does not have of what a case asks for, in words: such a case is skipped. */
  lacks?(inputs: Readonly<Record<string, unknown>>, attributes: Attributes): string | undefined;
  run(inputs: ByName, attributes: Attributes): ByName;
}
