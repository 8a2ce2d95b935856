import type { Climb } from './level.js';

/** The way back through LayerNorm, from a nudge to its Jacobian: notebook 03. */
export const backwardByHand: Climb = {
  title: 'Back through LayerNorm, by hand',
  levels: [
    {
      title: 'Nudge and look',
      goal: 'See what a gradient is here, without any formula.',
      needs: [
        { prediction: 'outputs that move when x[0, 0] is nudged' },
        { question: 'what-dy-is' },
        { question: 'ones-as-dy' },
      ],
      tool: 'L = ⟨dy, y⟩, and a nudge to test every formula with',
    },
    {
      title: 'What was copied forward is summed backward',
      goal: 'The gradients of β and γ.',
      needs: [{ blank: 'layer-norm-dbeta:4' }, { blank: 'layer-norm-dgamma:4' }],
      tool: 'dβ = Σ dy and dγ = Σ dy ⊙ x̂',
    },
    {
      title: 'Getting γ and β out of the way',
      goal: 'What arrives at x̂.',
      needs: [{ blank: 'layer-norm-g:4' }],
      tool: 'g = γ ⊙ dy',
    },
    {
      title: 'Hold r still',
      goal: 'The first path to x, and how far it gets you.',
      needs: [{ blank: 'layer-norm-direct-path:4' }],
      tool: 'the direct path, r · g',
    },
    {
      title: 'Let r move',
      goal: 'What arrives at r, and at the variance behind it.',
      needs: [{ blank: 'layer-norm-dr:3' }, { blank: 'layer-norm-dvariance:4' }],
      tool: 'dr = Σ g c and dσ² = −½ r³ dr',
    },
    {
      title: 'Join the two paths',
      goal: 'Everything that arrives at c: the whole way back of RMSNorm.',
      needs: [{ blank: 'layer-norm-variance-path:3' }, { blank: 'layer-norm-dc:8' }, { check: 'E3.3' }],
      tool: 'dc = r (g − x̂ · mean(g ⊙ x̂))',
    },
    {
      title: 'Through the mean, twice',
      goal: 'What arrives at μ, by a path that vanishes and by one that does not.',
      needs: [
        { blank: 'layer-norm-mean-through-variance:2' },
        { blank: 'layer-norm-variance-derivative:5' },
        { blank: 'layer-norm-dmu:4' },
      ],
      tool: 'dμ = −r · C · mean(g), and nothing through the variance',
    },
    {
      title: 'The summit',
      goal: 'dx, equation (8).',
      needs: [{ blank: 'layer-norm-dx-from-dc:5' }, { blank: 'layer-norm-dx-from-dc:9' }, { check: 'E3.2' }],
      tool: 'dx = r (g − mean(g) − x̂ · mean(g ⊙ x̂))',
    },
    {
      title: 'Drop it into a network',
      goal: 'Train with your own backward, and find out what training can tell about it.',
      needs: [
        { prediction: 'final loss with mean(g) forgotten, over that of (8)' },
        { question: 'it-learns-anyway' },
      ],
      tool: 'a layer of your own, and a reason to check it',
    },
    {
      title: 'The view from the top',
      goal: 'See what equation (8) is.',
      needs: [
        { blank: 'layer-norm-jacobian:4' },
        { blank: 'layer-norm-jacobian-xhat:5' },
        { question: 'lost-directions' },
      ],
      tool: 'the picture: a shadow of a shadow, times r',
    },
  ],
};
