/** Data: what to say to checks that misjudge a layer of the hall. */
import {
  betaIsZero,
  epsDoesNotCount,
  epsIsUsual,
  gammaIsOne,
  gammaIsOneNumber,
  isFloat64,
  isNearZero,
  isOneWord,
} from './asked.js';
import type { Fact } from './asked.js';
import type { RightName, WrongName } from '../../hall/layers.js';

/** Why a right layer is accused. */
export interface Alarm {
  /** The misconception, by its name. */
  readonly name: string;
  readonly says: string;
}

/** What no question of a battery can show, since all of them have something in common. */
export interface Blindness extends Alarm {
  /** True of every question. */
  readonly always: Fact;
}

const ones: Blindness = {
  name: 'γ is always 1',
  always: gammaIsOne,
  says: 'Every γ you ask with is 1, and forgetting to multiply by 1 changes nothing. Draw γ at random, one number for each feature.',
};
const oneNumber: Blindness = {
  name: 'the same γ for every feature',
  always: gammaIsOneNumber,
  says: 'In each of your questions all features have the same γ, so a layer that keeps one γ for all of them gives the right numbers. Let them differ.',
};
const noShift: Blindness = {
  name: 'β is always 0',
  always: betaIsZero,
  says: 'Every β you ask with is 0. Forgetting to add it, or multiplying it by something, changes nothing then: draw β at random as well.',
};
const oneEps: Blindness = {
  name: 'only one ε',
  always: epsIsUsual,
  says: 'You ask with ε = 0.00001 every time, and a layer that has this number written into it answers correctly. Ask with a second ε.',
};
const hiddenEps: Blindness = {
  name: 'ε beside large variances',
  always: epsDoesNotCount,
  says: 'In all your questions ε is next to nothing beside the variance, so it hardly matters what a layer does with it. Ask once with an ε about as large as the variance.',
};
const oneWord: Blindness = {
  name: 'one word at a time',
  always: isOneWord,
  says: 'You hand over one word at a time, so a layer that takes its mean over more axes, or over the wrong one, finds nothing to mix. Give words neighbours: [sentences, words, features], every length at least 2.',
};
const wideNumbers: Blindness = {
  name: 'never in float32',
  always: isFloat64,
  says: 'All your numbers are float64, which has digits to waste. This layer loses them by subtracting two large, nearly equal numbers: ask in float32, with words far from zero.',
};
const nearZero: Blindness = {
  name: 'float32, but near zero',
  always: isNearZero,
  says: 'You do ask in float32, but the words stay near zero, where mean(x²) − mean(x)² loses little. Move them by 10 000 or so: the answer should hardly change.',
};

/** Why a wrong layer slips through, by its name: what the questions have in common, most likely first. */
export const blindnesses: Readonly<Partial<Record<WrongName, readonly Blindness[]>>> = {
  'over the batch': [oneWord],
  'last two axes': [oneWord],
  'no γ': [ones],
  'one γ': [ones, oneNumber],
  'no β': [noShift],
  'γ(x̂ + β)': [noShift, ones],
  'ε outside': [hiddenEps],
  'no ε': [hiddenEps],
  'always 1e-5': [oneEps, hiddenEps],
  'E[x²] − E[x]²': [wideNumbers, nearZero],
};

/** What to say where a right layer is accused because ε = 0 is asked for. */
export const zeroEps: Alarm = {
  name: 'ε = 0',
  says: 'You ask with ε = 0, and a word of equal numbers then gives 0/0, in a right layer too. An ε above 0 is part of LayerNorm: that is what it is for.',
};

/** What to say where a right layer is accused for its numbers in float32, and for no others. */
export const tooStrict: Alarm = {
  name: 'too strict in float32',
  says: 'In float64 your checks believe this layer, in float32 they do not. A float32 number has seven digits; around 10 000 only three of them stand after the point, in a right layer too: allow what the format allows.',
};

/** What to say where all right layers are accused, and most wrong ones are not. */
export const upsideDown: Alarm = {
  name: 'upside down',
  says: 'Your checks say false of every right layer and true of most wrong ones, so the verdict is upside down: true is for a layer that you believe.',
};

/** What to say where a wrong layer slips through and nothing more is known. */
export const slipping: Readonly<Record<WrongName, string>> = {
  'divides by σ²':
    'A layer that divides by the variance passes. Do you compare its numbers with numbers from elsewhere, or the layer only with itself?',
  'over the batch':
    'A layer with statistics over the batch, which is BatchNorm, passes. Compare a few numbers with those of a right layer, word by word.',
  'gain 1 + γ':
    'A layer that multiplies by 1 + γ passes. What should the numbers be for a γ that you choose?',
  'never centred':
    'A layer that never subtracts the mean passes. Hand over words whose mean is not 0, and compare numbers.',
  'σ² not centred':
    'A layer whose variance is mean(x²) passes. Hand over words whose mean is not 0, and compare numbers.',
  'last two axes':
    'A layer that takes its mean over two axes passes. Ask with three axes, and with neighbours that differ.',
  'n − 1':
    'A layer that divides the variance by n − 1 passes. It agrees with itself in everything: compare its numbers with ones from elsewhere, by hand or by the library.',
  'n − 1, ε outside':
    'A layer that divides by n − 1 and adds ε after the root passes. Compare its numbers with ones from elsewhere, by hand or by the library.',
  'no γ': 'A layer that ignores γ passes. Compare numbers in a case where γ is not 1.',
  'one γ':
    'A layer with one γ for all features passes. Compare numbers in a case where the γ of the features differ.',
  'no β': 'A layer that ignores β passes. Compare numbers in a case where β is not 0.',
  'γ(x̂ + β)':
    'A layer that multiplies β by γ as well passes. Compare numbers in a case where neither is 0 or 1.',
  'ε outside':
    'A layer that adds ε after the root passes. Where ε is about as large as the variance, √(σ² + ε) and √(σ²) + ε lie far apart: compare them there.',
  'no ε': 'A layer without ε passes. Compare numbers where ε is about as large as the variance.',
  'always 1e-5': 'A layer that always takes ε = 0.00001 passes. Ask with another ε, large enough to show.',
  float16:
    'A layer whose mean and deviation keep three digits passes. A right layer in float64 keeps nearly sixteen: how much do you allow?',
  'E[x²] − E[x]²':
    'A layer with the variance mean(x²) − mean(x)² passes. Which digits are left in float32, for words around 10 000, and does your comparison notice NaN?',
  'cut off':
    'y is right in this layer, its way back is not: mean and deviation are cut off from it. Ask for the gradient of x, and compare that as well.',
};

/** What to say where a right layer is accused and nothing more is known. */
export const accused: Readonly<Record<RightName, string>> = {
  'two passes':
    'This layer is right: equations (1) to (5), line by line. Which of your demands does it not meet, and is that demand true of LayerNorm?',
  Welford:
    'This layer is right. It adds up in another order, so its last digits are its own: allow for rounding, more of it in float32.',
  matrix:
    'This layer is right; it centres by multiplying with I − 11ᵀ/C. So its last digits are its own, and in float32, far from zero, it loses a few that others keep: allow for both.',
  'the library':
    'This is the layer of the library, and it is right. Which of your demands does it not meet, and is that demand true of LayerNorm?',
};
