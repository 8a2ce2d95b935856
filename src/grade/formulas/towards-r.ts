/** Data of four exercises: from dy to x̂, c, r and the variance, levels 3 to 5 of notebook 03. */
import { derivations } from '../../derive/library/index.js';
import { formulaExercise } from './formula-exercise.js';

export const gFormula = formulaExercise(
  {
    id: 'E3.1 g',
    derivation: derivations['layer-norm-g'],
    line: 4,
    why: 'From here on γ and β are out of the way: g is all that x̂ hears of the loss.',
    difficulty: 1,
    importance: 3,
    minutes: 2,
    hints: [
      'Look at line 3: D(y[j], xhat[j]).',
      'y is γ · x̂ + β, and now γ and β stand still.',
      'If x̂ grows by one unit, y grows by γ. Multiply.',
    ],
    known: [
      {
        name: 'γ missing',
        says: 'That is what arrives at y. Between y and x̂ stands γ, which multiplies on the way forward, and so on the way back.',
        formula: 'dy',
      },
      {
        name: 'divided by γ',
        says: 'You divide by γ, as if the way back undid the layer. A gradient is multiplied by the derivative: if x̂ grows by one unit, y grows by γ.',
        formula: 'dy / gamma',
      },
      {
        name: 'dy missing',
        says: 'That is the derivative of y alone. What arrives at y, dy, comes through it: the chain rule multiplies the two.',
        formula: 'gamma',
      },
      {
        name: 'β as well',
        says: 'β is in your line. It only shifts y; a number that is added has derivative 0 for x̂.',
        formula: 'gamma * dy + beta',
      },
      {
        name: 'β in the derivative',
        says: 'You take γ + β for the derivative of γ · x̂ + β by x̂. β has no x̂ beside it, and goes.',
        formula: '(gamma + beta) * dy',
      },
      {
        name: 'x̂ in place of γ',
        says: 'You multiply by x̂: that is for γ. Here x̂ is what moves, and γ stands beside it.',
        formula: 'dy * xhat',
      },
      {
        name: 'added up',
        says: 'You add up over the word. Each x̂ goes into its own y alone, so nothing is added up: one number for each feature.',
        formula: 'sum(i, gamma[i] * dy[i])',
      },
      {
        name: 'one γ for all',
        says: 'You multiply by the mean of γ. Every feature has a γ of its own.',
        formula: 'mean(gamma) * dy',
      },
    ],
  },
  ['gamma * dy', 'dy[j] * gamma[j]', 'γ ⊙ dy', 'mul(gamma, dy)'],
);

export const directPathFormula = formulaExercise(
  {
    id: 'E3.1 r·g',
    derivation: derivations['layer-norm-direct-path'],
    line: 4,
    why: 'The first path to x: some have taken it for the whole gradient, and shipped it.',
    difficulty: 1,
    importance: 2,
    minutes: 2,
    hints: [
      'Look at line 3: D(xhat[j], c[j]), with r held still.',
      'It is the derivative of a number times a constant.',
      'It is the constant, rstd.',
    ],
    known: [
      {
        name: 'r missing',
        says: 'That is what arrives at x̂. x̂ is c · r, so if c grows by one unit, x̂ grows by r.',
        formula: 'g',
      },
      {
        name: 'γ missing',
        says: 'You start from dy. What arrives at x̂ is g, in which γ is already.',
        formula: 'rstd * dy',
      },
      {
        name: 'γ twice',
        says: 'γ stands in your line once more, and g has it already.',
        formula: 'rstd * gamma * g',
      },
      {
        name: 'divided by r',
        says: 'You divide by r. rstd is one over the deviation, and x̂ is c times it: multiply.',
        formula: 'g / rstd',
      },
      {
        name: 'c in place of r',
        says: 'You multiply by c: that is what r would hear. Here c moves, and r stands beside it.',
        formula: 'g * c',
      },
      {
        name: 'x̂ in place of r',
        says: 'You multiply by x̂ itself. Asked is how fast x̂ moves with c, and that is what stands beside c.',
        formula: 'g * xhat',
      },
      {
        name: 'g missing',
        says: 'That is how fast x̂ moves with c, and it is right. What arrives at x̂, g, comes through it: multiply.',
        formula: 'rstd',
      },
      {
        name: 'x̂ itself',
        says: 'That is x̂ itself, on the way forward. Asked is what the loss sends back to c: g, times how fast x̂ moves with c.',
        formula: 'c * rstd',
      },
      {
        name: 'added up',
        says: 'You add up over the word. With r held still each c goes into its own x̂ alone.',
        formula: 'rstd * sum(i, g[i])',
      },
      {
        name: 'r squared',
        says: 'r stands there twice. Between c and x̂ there is one multiplication.',
        formula: 'rstd^2 * g',
      },
      {
        name: 'the whole way back',
        says: 'You have gone the whole way. At this level r is held still, so that one path can be seen by itself.',
        formula: 'rstd * (g - mean(g) - xhat * mean(g * xhat))',
      },
    ],
  },
  ['rstd * g', 'g[j] * rstd', 'r * γ * dy', 'g * xhat / c'],
);

export const drFormula = formulaExercise(
  {
    id: 'E3.1 dr',
    derivation: derivations['layer-norm-dr'],
    line: 3,
    why: 'One number that is used by a whole word hears from the whole word: here the entries begin to mix.',
    difficulty: 1,
    importance: 3,
    minutes: 2,
    hints: [
      'Look at line 2: D(xhat[i], rstd), with c held still.',
      'x̂ is c · r. What stands beside r? And since r was copied, the sum stays.',
      'The derivative is c[i]. Put it in its place, inside the sum.',
    ],
    known: [
      {
        name: 'a mean over the features',
        says: 'You take a mean. r is copied into all products c · r, and copies add up what comes back.',
        formula: 'mean(g * c)',
      },
      {
        name: 'x̂ in place of c',
        says: 'Your line has one r too many: x̂ is c · r already. What stands beside r in that product is c.',
        formula: 'sum(g * xhat)',
      },
      {
        name: 'not added up',
        says: 'That is what one entry sends back. There is one r for the whole word: add up what all entries send.',
        formula: 'g * c',
        isOpen: true,
      },
      {
        name: 'g missing',
        says: 'g is missing: you add up what stands beside r alone. Each c is weighed with what arrives at its own x̂.',
        formula: 'sum(c)',
      },
      {
        name: 'c missing',
        says: 'You add up g alone. If r grows by one unit, each x̂ grows by its own c.',
        formula: 'sum(g)',
      },
      {
        name: 'a product of two sums',
        says: 'You add up g and c each by itself. Entry by entry the one meets the other first; then the products are added up.',
        formula: 'sum(g) * sum(c)',
      },
      {
        name: 'c outside the sum',
        says: 'c stands outside your sum, and its index is left over. Entry by entry g meets c first; then the products are added up.',
        formula: 'sum(g) * c[i]',
        isOpen: true,
      },
      {
        name: 'γ missing',
        says: 'You start from dy. What arrives at x̂ is g, in which γ is already.',
        formula: 'sum(dy * c)',
      },
      {
        name: 'γ twice',
        says: 'γ stands in your line once more, and g has it already.',
        formula: 'sum(gamma * g * c)',
      },
      {
        name: 'the other sign',
        says: 'Your sign is the other one. If r grows, x̂ = c · r grows in the direction of c: plus. (The minus comes one node further back.)',
        formula: '-sum(g * c)',
      },
      {
        name: 'one node too far',
        says: 'That is dσ², one node further back: you have multiplied by r by σ² as well. Here the way ends at r.',
        formula: '-1/2 * rstd^3 * sum(g * c)',
      },
    ],
  },
  ['sum(i, g[i] * c[i])', 'sum(g * c)', 'C * mean(g * c)', 'sum(γ * dy * c)', 'sum(g * xhat) / rstd'],
);

export const dvarianceFormula = formulaExercise(
  {
    id: 'E3.1 dσ²',
    derivation: derivations['layer-norm-dvariance'],
    line: 4,
    why: 'The one derivative of this road that cannot be read off as a factor: a power comes down.',
    difficulty: 2,
    importance: 2,
    minutes: 3,
    hints: [
      'Look at the last factor of line 3: D(rstd, variance). What stands before it stays.',
      'It is the derivative of z to the power −1/2. The new power is −3/2, and in front comes −1/2.',
      '(σ² + ε) to the power −3/2 is r³. So r by σ² is −1/2 · r³.',
    ],
    known: [
      {
        name: 'the other sign',
        says: 'Your sign is the other one. If the variance grows, r = 1/√(σ² + ε) falls: the power −1/2 comes down with its minus.',
        formula: '1/2 * rstd^3 * sum(g * c)',
      },
      {
        name: 'the power left as it was',
        says: 'The power came down in front, and above it stayed −1/2. It becomes one less: −3/2, which is r³.',
        formula: '-1/2 * rstd * sum(g * c)',
      },
      {
        name: 'the derivative of a root',
        says: 'That is the derivative of √(σ² + ε). r is one over that root, the power −1/2.',
        formula: '1/2 * rstd * sum(g * c)',
      },
      {
        name: 'the power one more',
        says: 'Above stands +3/2. −1/2 less one is −3/2: σ² + ε stands below the line.',
        formula: '-1/2 * (variance + eps)^(3/2) * sum(g * c)',
      },
      {
        name: 'one added to the power',
        says: 'Above stands +1/2 now, as if one were added. −1/2 less one is −3/2: σ² + ε stands below the line.',
        formula: '-1/2 * (variance + eps)^(1/2) * sum(g * c)',
      },
      {
        name: 'half missing',
        says: 'The power −1/2 comes down in front, and your line has −1 there.',
        formula: '-rstd^3 * sum(g * c)',
      },
      {
        name: 'r squared',
        says: 'You have r². −1/2 less one is −3/2, and (σ² + ε) to that power is r³.',
        formula: '-1/2 * rstd^2 * sum(g * c)',
      },
      {
        name: 'what arrives at r is missing',
        says: 'That is the derivative of r alone. What arrives at r, the sum of g ⊙ c, comes through it: multiply.',
        formula: '-1/2 * rstd^3',
      },
      {
        name: 'a mean in place of the sum',
        says: 'You take a mean of g ⊙ c. What arrives at r is their sum, and nothing has divided it.',
        formula: '-1/2 * rstd^3 * mean(g * c)',
      },
      {
        name: 'not added up',
        says: 'An index is left over: that is what one entry sends. What arrives at r is the sum over the word.',
        formula: '-1/2 * rstd^3 * g * c',
        isOpen: true,
      },
      {
        name: 'a product of two sums',
        says: 'You add up g and c each by itself. What arrives at r is the sum of the products, g ⊙ c entry by entry.',
        formula: '-1/2 * rstd^3 * sum(g) * sum(c)',
      },
      {
        name: 'x̂ in place of c',
        says: 'You have r³ and x̂ as well: that is one r too many, for x̂ = c · r.',
        formula: '-1/2 * rstd^3 * sum(g * xhat)',
      },
      {
        name: 'ε forgotten',
        says: 'ε is gone from your line. r is (σ² + ε) to a power, and its derivative keeps it.',
        formula: '-1/2 * variance^(-3/2) * sum(g * c)',
      },
    ],
  },
  [
    '-1/2 * rstd^3 * sum(g * c)',
    'sum(g * c) * (-1/2 * (variance + eps)^(-3/2))',
    '-rstd^2 * sum(g * xhat) / 2',
    '-C/2 * rstd^3 * mean(g * c)',
  ],
);
