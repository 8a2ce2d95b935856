/** The hall: eighteen wrong LayerNorms under short names, and four right ones. */
import type { LayerNormFunction } from '../exercises/layer-norm/inputs.js';
import { rightLayerNorms } from '../exercises/layer-norm/right.js';
import { wrongLayerNorms } from '../exercises/layer-norm/wrong/index.js';

/** A LayerNorm of the hall. */
export interface HallLayer {
  readonly name: string;
  readonly layer: LayerNormFunction;
}

/** Names in the hall, and what exercise E1.1 calls the same layers. */
const wrongNames = {
  'n − 1': 'variance over n − 1',
  'ε outside': 'ε outside the root',
  'n − 1, ε outside': 'variance over n − 1 and ε outside the root',
  'no ε': 'no ε',
  'always 1e-5': 'ε is always 0.00001',
  'E[x²] − E[x]²': 'variance as a difference of squares',
  'divides by σ²': 'divides by the variance',
  'never centred': 'never centred',
  'σ² not centred': 'variance not centred',
  'last two axes': 'statistics over the last two axes',
  'over the batch': 'statistics over the batch',
  'one γ': 'one γ for all features',
  'no β': 'β is ignored',
  'no γ': 'γ is ignored',
  'gain 1 + γ': 'gain 1 + γ',
  'γ(x̂ + β)': 'γ multiplies β as well',
  'cut off': 'statistics cut off from the gradient',
  float16: 'statistics in half precision',
} as const;

const rightNames = {
  'two passes': 'two passes',
  Welford: 'Welford',
  matrix: 'centring matrix',
  'the library': 'the library',
} as const;

/** The name of a wrong layer of the hall. */
export type WrongName = keyof typeof wrongNames;

/** The name of a right one. */
export type RightName = keyof typeof rightNames;

/** Wrong in eighteen ways. */
export const wrongLayers: readonly HallLayer[] = named(wrongNames, wrongLayerNorms);

/** Right, each written in its own way. */
export const rightLayers: readonly HallLayer[] = named(rightNames, rightLayerNorms);

function named(
  names: Readonly<Record<string, string>>,
  versions: readonly { readonly name: string; readonly candidate: LayerNormFunction }[],
): HallLayer[] {
  return Object.entries(names).flatMap(([name, known]) =>
    versions.filter((version) => version.name === known).map(({ candidate }) => ({ name, layer: candidate })),
  );
}
