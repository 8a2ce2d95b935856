import type { DerivationName } from '../../../derive/library/index.js';

/** What the library still lacks where the file that a derivation names is there already. */
export const notCompared: Partial<Record<DerivationName, string>> = {
  'attention-soft-cap': 'attention cannot cap its logits yet',
  'batch-renorm-forward': 'batchRenorm finds its r and d itself; they cannot be handed over',
  'spectral-norm-dw':
    'spectralNorm finds u and v itself, by a step of its iteration; they cannot be handed over',
};
