/** Data: the questions of notebook 01. */
import type { Question } from './question.js';

const statistics = {
  'how-many-statistics': {
    text: 'x has shape [batch, words, features] = [30, 200, 512]. LayerNorm normalizes the last axis. How many pairs of mean and deviation does it take?',
    right: 'c',
    choices: {
      a: {
        text: '512, one pair for each feature',
        says: 'That is BatchNorm: a pair for each feature, over all words. LayerNorm goes the other way.',
        misconception: 'statistics per feature',
      },
      b: {
        text: '30, one pair for each sentence',
        says: 'Then the words of a sentence would share a mean. In LayerNorm each word stands alone.',
        misconception: 'statistics per sentence',
      },
      c: {
        text: '6000, one pair for each word',
        says: '30 · 200 words, each with a pair of its own, taken over its 512 features.',
      },
      d: {
        text: '1024, as many as γ and β have entries',
        says: 'γ and β are parameters: learned, one entry for each feature. Mean and deviation are computed from x, one pair for each word. They have nothing to do with each other.',
        misconception: 'parameters are statistics',
      },
    },
  },
  'shared-mean': {
    text: 'Which numbers of x, shape [batch, words, features], share their mean with x[0, 2, 5] in LayerNorm over the last axis?',
    right: 'b',
    choices: {
      a: {
        text: 'x[0, 0, 5], x[0, 1, 5], … : the same feature in all words of the sentence',
        says: 'Those lie along the axis of words. The mean is taken along the last index, with the others held fixed.',
        misconception: 'statistics across words',
      },
      b: {
        text: 'x[0, 2, 0], x[0, 2, 1], … : all features of the same word',
        says: 'The last index runs, the others stay. Not one number of another word takes part.',
      },
      c: {
        text: 'x[0, 2, 5], x[1, 2, 5], … : the same place in all sentences',
        says: 'Those lie along the batch. Sharing a mean along the batch is what BatchNorm does.',
        misconception: 'statistics across the batch',
      },
      d: {
        text: 'all x[0, …, …]: the whole sentence',
        says: 'Then changing one word would change its neighbours. Try it: with LayerNorm they do not move.',
        misconception: 'statistics per sentence',
      },
    },
  },
  bound: {
    text: 'A row has C = 17 features. 16 are exactly 0, one is a million. ε is tiny. Where does the million land in x̂?',
    right: 'b',
    choices: {
      a: {
        text: 'near a million: an outlier stays one',
        says: 'Its size is forgotten altogether: a thousand, a million or a billion in its place give the same x̂.',
        misconception: 'outliers keep their size',
      },
      b: {
        text: 'near 4',
        says: '√(C − 1) = √16 = 4, the farthest any entry can go. A lone outlier touches the wall.',
      },
      c: {
        text: 'at 1: normalized means at most 1',
        says: 'The mean square of the row is 1, not its largest entry. One entry may hold nearly all of it.',
        misconception: 'normalized means between -1 and 1',
      },
      d: {
        text: 'near √17',
        says: 'Nearly: then this entry alone would hold all the squares, 17. But the entries also sum to 0, so the others cannot all be 0: a² ≤ C − 1.',
        misconception: 'the sum to zero is forgotten',
      },
    },
  },
  'biased-variance': {
    text: 'After LayerNorm over 24 numbers, std() of another library prints 1.0215 for them, not 1. Why?',
    right: 'd',
    choices: {
      a: {
        text: 'Rounding errors add up',
        says: 'Rounding in float64 is near 10⁻¹⁶, in float32 near 10⁻⁷. Two percent have a reason; look for it.',
        misconception: 'two percent are numerics',
      },
      b: {
        text: 'ε makes the rows a little too large',
        says: 'ε makes the denominator larger, so the result a little too small. And with ε = 10⁻⁵ it would be far less than two percent.',
        misconception: 'ε enlarges the result',
      },
      c: {
        text: 'LayerNorm divides by n − 1, the other library by n',
        says: 'The other way round: LayerNorm, PyTorch’s too, divides by n.',
        misconception: 'LayerNorm uses the unbiased variance',
      },
      d: {
        text: 'std() divides by n − 1, LayerNorm by n',
        says: '√(24/23) = 1.0215. Nothing is wrong with the layer; two definitions of a deviation meet.',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

const parameters = {
  'gamma-beta-undo': {
    text: 'Words come with many different means and deviations. Can one choice of γ and β make LayerNorm give all of them back?',
    right: 'd',
    choices: {
      a: {
        text: 'Yes: γ = √(σ² + ε), β = μ, as for any norm',
        says: 'Of which word? Each has a σ and a μ of its own, and γ, β are the same for every word.',
        misconception: 'γ and β can always undo',
      },
      b: {
        text: 'Yes, with enough training',
        says: 'Training chooses γ and β, and no choice will do: a word and the same word with its differences doubled have the same x̂, so they come out equal.',
        misconception: 'training finds what does not exist',
      },
      c: {
        text: 'No: once normalized, not even one word can be given back',
        says: 'One can: you wrote the function that does it.',
        misconception: 'γ and β can never undo',
      },
      d: {
        text: 'No: a deviation belongs to a word, γ to a feature',
        says: 'They live on different axes. Two words may be fitted by luck, all of them cannot: different words can have the same x̂. In BatchNorm γ and the deviation live on the same axis, and there the undo works.',
      },
    },
  },
  epsilon: {
    text: 'A row has deviation 0.001, and ε = 10⁻⁵, so √ε ≈ 0.0032. What does LayerNorm (γ = 1, β = 0) make of it?',
    right: 'a',
    choices: {
      a: {
        text: 'A row of deviation about 0.3',
        says: 'σ/√(σ² + ε) = 0.001/√(0.000001 + 0.00001) ≈ 0.30. Below √ε the layer no longer brings rows to size 1.',
      },
      b: {
        text: 'A row of deviation 1, as always',
        says: 'That holds while σ is large beside √ε. Here σ² is a tenth of ε: the denominator is mostly ε.',
        misconception: 'ε never matters',
      },
      c: {
        text: 'A row of zeros',
        says: 'Only a row of equal numbers becomes zeros. This one is shrunk less than its denominator suggests: work out σ/√(σ² + ε).',
        misconception: 'ε wipes out small rows',
      },
      d: {
        text: 'NaN, since it divides by nearly nothing',
        says: 'ε is there so that this cannot happen: the denominator is at least √ε ≈ 0.0032.',
        misconception: 'small deviations divide by zero',
      },
    },
  },
  'negative-scale': {
    text: 'With ε = 0, how does LayerNorm without γ and β answer to −3x + 7 in place of x?',
    right: 'c',
    choices: {
      a: {
        text: 'Exactly as to x',
        says: 'So it is for a positive factor. The deviation forgets the sign, the numerator keeps it.',
        misconception: 'invariant to any factor',
      },
      b: {
        text: 'With −3 times the answer to x',
        says: 'The factor 3 stands above and below the fraction line and cancels.',
        misconception: 'linear in x',
      },
      c: {
        text: 'With minus the answer to x',
        says: 'The 7 goes with the mean, the 3 with the deviation, and the sign stays: LN(αx + c) = sign(α) · LN(x).',
      },
      d: {
        text: 'With the answer to x, plus 7',
        says: 'What is added to all entries is added to their mean as well, and is subtracted with it.',
        misconception: 'offsets survive',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

const claims = {
  'layer-or-batch': {
    text: 'A sentence is padded with ten empty places, and the batch holds that one sentence. What do the real words notice in training?',
    right: 'a',
    choices: {
      a: {
        text: 'With LayerNorm nothing; with BatchNorm everything changes',
        says: 'LayerNorm looks at one word at a time. BatchNorm takes the padding into its means and deviations, unless somebody masks it.',
      },
      b: {
        text: 'With both nothing: padding is zeros',
        says: 'Zeros are numbers. They pull a mean over words towards 0.',
        misconception: 'zeros do not count',
      },
      c: {
        text: 'With LayerNorm everything, since the sentence got longer; with BatchNorm nothing',
        says: 'The other way round: LayerNorm never sees how long the sentence is.',
        misconception: 'LayerNorm runs over the words',
      },
      d: {
        text: 'Both fail: a batch of one has no deviation',
        says: 'LayerNorm needs no batch at all. BatchNorm here still has the words of the sentence; with a single word in training it would indeed have nothing to compare.',
        misconception: 'LayerNorm needs a batch',
      },
    },
  },
  'what-stable-means': {
    text: '"LayerNorm makes training stable." Which reading can you defend with what this notebook has shown?',
    right: 'd',
    choices: {
      a: {
        text: 'It works because it reduces internal covariate shift',
        says: 'That is the story told with BatchNorm in 2015, and it is contested. Nothing here measured it.',
        misconception: 'internal covariate shift is the reason',
      },
      b: {
        text: 'Any learning rate works with it',
        says: 'Nothing here trained. A wider range of learning rates is reported, and notebook 02 measures it; it has an end.',
        misconception: 'any learning rate works',
      },
      c: {
        text: 'Gradients no longer depend on the scale of the weights',
        says: 'They do: section 1 measured that the gradient of the weights goes as 1/s. What does not depend on s is the signal.',
        misconception: 'gradients become independent of scale',
      },
      d: {
        text: 'While σ is large beside √ε, the size of each word’s vector does not depend on the scale of the weights',
        says: 'That was measured, and it says where it ends. What it buys in training is a matter for experiments.',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

/** The questions of notebook 01. */
export const layerNormQuestions = { ...statistics, ...parameters, ...claims };
