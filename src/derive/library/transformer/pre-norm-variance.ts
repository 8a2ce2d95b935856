import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { stackLetters } from './letters-size.js';

/** Pre-LN: each sub-layer adds. */
export const preNormVariance: Derivation = {
  name: 'pre-norm-variance',
  title: 'Pre-LN: growth by a sum',
  says: 'The branch hears a normalized stream, so the mean square s of what it answers does not depend on what the stream has become. Each sub-layer adds s to the mean square of the stream, and its size, the root, grows like the root of the depth.',
  source: 'Xiong et al. (2020), arXiv:2002.04745, lemma 2, for the growth; derived here',
  agreesWith: 'transformer/placement: pre',
  letters: stackLetters,
  lines: [
    line('pre3'),
    line('pre2 + s', 'the third sub-layer adds s'),
    line('pre1 + s + s', 'the second', { forbid: ['pre2'] }),
    line('v + 3 * s', 'and the first: with n sub-layers $v_0 + n s$', { forbid: ['pre1', 'pre2'] }),
  ],
};
