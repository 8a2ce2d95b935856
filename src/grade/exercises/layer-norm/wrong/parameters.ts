import { add } from '../../../../autograd/ops/add.js';
import { mean } from '../../../../autograd/ops/mean.js';
import { mul } from '../../../../autograd/ops/mul.js';
import type { WrongVersion } from '../../../exercise.js';
import type { LayerNormFunction } from '../inputs.js';
import { affine, standard } from './pieces.js';

/** Wrong in γ and β. */
export const wrongParameters: readonly WrongVersion<LayerNormFunction>[] = [
  {
    name: 'one γ for all features',
    says: 'Your γ has become a single number, its mean. Every feature has a γ of its own: mul(gamma, xhat) with gamma of shape [C].',
    caughtBy: 'gives each feature its γ and β',
    candidate: (x, gamma, beta, eps) => affine(standard(x, eps), mean(gamma), beta),
  },
  {
    name: 'β is ignored',
    says: 'β never enters. Equation (5) ends with + β.',
    caughtBy: 'gives each feature its γ and β',
    candidate: (x, gamma, _, eps) => mul(gamma, standard(x, eps)),
  },
  {
    name: 'γ is ignored',
    says: 'γ never enters. With γ = 1 nobody would notice; training moves it away from 1.',
    caughtBy: 'gives each feature its γ and β',
    candidate: (x, _, beta, eps) => add(standard(x, eps), beta),
  },
  {
    name: 'gain 1 + γ',
    says: 'You multiply by 1 + γ. Some libraries store the gain that way and start γ at 0; here, as in PyTorch, the gain is γ itself and starts at 1.',
    caughtBy: 'centres and scales each row',
    candidate: (x, gamma, beta, eps) => affine(standard(x, eps), add(gamma, 1), beta),
  },
  {
    name: 'γ multiplies β as well',
    says: 'You shift first and scale afterwards: γ(x̂ + β), so β is scaled too. Equation (5) is γ x̂ + β. Where do the brackets go?',
    caughtBy: 'gives each feature its γ and β',
    candidate: (x, gamma, beta, eps) => mul(gamma, add(standard(x, eps), beta)),
  },
  {
    name: 'γ and β exchanged',
    says: 'γ and β have changed places. γ multiplies x̂, β is added.',
    caughtBy: 'centres and scales each row',
    candidate: (x, gamma, beta, eps) => affine(standard(x, eps), beta, gamma),
  },
  {
    name: 'γ and β first',
    says: 'You apply γ and β before normalizing, so the normalization takes most of them away again. They come last: equation (5).',
    caughtBy: 'gives each feature its γ and β',
    candidate: (x, gamma, beta, eps) => standard(affine(x, gamma, beta), eps),
  },
];
