import type { DerivationName } from '../../../derive/library/index.js';

/** What the library still lacks where the file that a derivation names is there already. */
export const notCompared: Partial<Record<DerivationName, string>> = {
  'attention-soft-cap': 'attention cannot cap its logits yet',
  'batch-renorm-forward': 'batch renormalization is not in src yet',
};
