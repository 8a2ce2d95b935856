import type { Climb } from './level.js';

/** The way back through LayerNorm, from a nudge to its Jacobian. */
export const backwardByHand: Climb = {
  title: 'Back through LayerNorm, by hand',
  levels: [
    {
      title: 'Nudge and look',
      goal: 'Move one entry of x a little and see how far the loss moves: that is a gradient.',
      needs: [{ prediction: 'how far the loss moves' }],
      tool: 'a nudge, to test every formula with',
    },
    {
      title: 'Stretched forward, summed backward',
      goal: 'γ and β serve every row. What do they hear on the way back?',
      needs: [{ blank: 'layer-norm-dbeta:4' }, { blank: 'layer-norm-dgamma:4' }],
      tool: 'dβ = Σ dy and dγ = Σ dy ⊙ x̂',
    },
    {
      title: 'What arrives at x̂',
      goal: 'dy meets γ first. What is left of it then?',
      needs: [{ blank: 'layer-norm-g:4' }],
      tool: 'g = γ ⊙ dy',
    },
    {
      title: 'Hold r still',
      goal: 'x̂ = c · r has two factors. Follow the first, with the second held.',
      needs: [{ blank: 'layer-norm-direct-path:4' }],
      tool: 'the direct path, r · g',
    },
    {
      title: 'Let r move',
      goal: 'Every entry of c moves r. What arrives there, and what one step further back, at the variance?',
      needs: [{ blank: 'layer-norm-dr:3' }, { blank: 'layer-norm-dvariance:5' }],
      tool: 'dr = Σ g ⊙ c and dσ² = −½ r³ dr',
    },
    {
      title: 'Join the paths',
      goal: 'Both paths end at c. Add them: it is the whole way back of RMSNorm.',
      needs: [{ blank: 'layer-norm-dc:8' }],
      tool: 'dc = r (g − x̂ mean(g ⊙ x̂))',
    },
    {
      title: 'The path that vanishes',
      goal: 'Everyone draws a path from the variance to the mean. How much comes through it?',
      needs: [{ blank: 'layer-norm-mean-through-variance:5' }, { blank: 'layer-norm-dmu:4' }],
      tool: 'dμ = −r Σ g, and nothing through the variance',
    },
    {
      title: 'Equation (8)',
      goal: 'x reaches the loss through c alone, and c = x − μ. One line is left.',
      needs: [{ blank: 'layer-norm-dx-from-dc:5' }, { blank: 'layer-norm-dx:5' }],
      tool: 'dx = r (g − mean(g) − x̂ mean(g ⊙ x̂))',
    },
    {
      title: 'Your backward at work',
      goal: 'Put it into a small network and let it train.',
      needs: [{ prediction: 'loss with my own backward' }],
      tool: 'a layer of your own',
    },
    {
      title: 'The view from the top',
      goal: 'See all at once which directions LayerNorm lets through, and which it swallows.',
      needs: [
        { blank: 'layer-norm-jacobian:6' },
        { blank: 'layer-norm-jacobian-ones:5' },
        { blank: 'layer-norm-jacobian-xhat:7' },
        { blank: 'layer-norm-jacobian-rest:6' },
      ],
      tool: 'J = r (I − 11ᵀ/C − x̂x̂ᵀ/C)',
    },
  ],
};
