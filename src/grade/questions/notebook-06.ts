/** Data: the questions of notebook 06. */
import type { Question } from './question.js';

const axes = {
  'two-layer-norms': {
    text: 'x holds images, [samples, channels, rows, columns]. Two papers write LayerNorm. One takes one mean for each image, the other one for each pixel of each image, over its channels. Which axes are these?',
    right: 'c',
    choices: {
      a: {
        text: '[0] and [1]',
        says: 'Axis 0 runs over images: a mean along it mixes them, which no LayerNorm does.',
        misconception: 'LayerNorm over the batch',
      },
      b: {
        text: '[2, 3] and [1]',
        says: 'The second is right. [2, 3] has one mean for each channel of each image: that is InstanceNorm.',
        misconception: 'LayerNorm of an image is InstanceNorm',
      },
      c: {
        text: '[1, 2, 3] and [1]',
        says: 'The first is one mean for all of an image, the second is what a Transformer does with a word, for a pixel. One name, two layers: ask for axes.',
      },
      d: {
        text: '[1] and [1, 2, 3]',
        says: 'These are the two, the other way round: axes are those that the mean runs over, and are gone afterwards.',
        misconception: 'axes that keep their own statistic',
      },
    },
  },
  'group-extremes': {
    text: 'GroupNorm of 8 channels. With one group it is one old acquaintance, up to γ and β; with eight groups it is another. Which?',
    right: 'a',
    choices: {
      a: {
        text: 'LayerNorm of the whole sample, and InstanceNorm',
        says: 'All channels together are the whole sample; each channel alone is InstanceNorm. GroupNorm lies between them.',
      },
      b: {
        text: 'InstanceNorm, and LayerNorm of the whole sample',
        says: 'The other way round: one group holds all channels, and eight groups hold one channel each.',
        misconception: 'number of groups taken for their size',
      },
      c: {
        text: 'BatchNorm, and InstanceNorm',
        says: 'No number of groups lets a sample see another one. Groups are cut within a sample.',
        misconception: 'GroupNorm sees the batch',
      },
      d: {
        text: 'LayerNorm of the whole sample, and positional normalization',
        says: 'Positions go together in every GroupNorm, however many groups there are. Positional normalization keeps each position for itself.',
        misconception: 'GroupNorm keeps positions apart',
      },
    },
  },
  'passes-too': {
    text: 'y was normalized over axis 2 of [sentences, words, features], and ε is next to nothing. Over which other axes are its means 0 and its mean squares 1 as well?',
    right: 'd',
    choices: {
      a: {
        text: 'None: only axis 2 was normalized',
        says: 'The mean of many means of 0 is 0. Which blocks are made of whole rows?',
        misconception: 'a mean of zeros is something else',
      },
      b: {
        text: '[0] and [1], each alone',
        says: 'Along axis 1 you meet one feature of many words: nobody has set their mean to 0.',
        misconception: 'normalized over one axis means over all',
      },
      c: {
        text: '[0, 1]',
        says: 'That is one feature over all words of all sentences, as in BatchNorm: no row is whole in it.',
        misconception: 'the other axes pass',
      },
      d: {
        text: '[1, 2], [0, 2] and [0, 1, 2]',
        says: 'Every list that holds axis 2: blocks of whole rows. So whoever looks for the axes of a layer takes the shortest list that passes.',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

const layers = {
  'contrast-gone': {
    text: 'Photographs are to be sorted into day and night, and the first layer is an InstanceNorm of the picture itself. What happens?',
    right: 'b',
    choices: {
      a: {
        text: 'It helps: all pictures have the same brightness now, and the network can look at shapes',
        says: 'That is what it is good for where brightness does not matter. Here it is the answer.',
        misconception: 'normalizing always helps',
      },
      b: {
        text: 'How bright a picture is and how strong its contrast is gone, before anybody has looked',
        says: 'Mean and deviation of each channel are 0 and 1 afterwards, day or night. γ and β cannot bring them back: they are the same for all pictures.',
      },
      c: {
        text: 'γ and β learn to give brightness back',
        says: 'They are the same for all pictures: they can make all of them brighter, not the bright ones.',
        misconception: 'γ and β restore what a sample has lost',
      },
      d: {
        text: 'Nothing: a convolution behind it sees the same',
        says: 'It sees pictures that all have the same brightness and the same contrast.',
        misconception: 'a norm hides nothing',
      },
    },
  },
  'no-mean-no-mean': {
    text: 'The dx of FRN has one term less than that of InstanceNorm: there is no mean of g in it. Why?',
    right: 'b',
    choices: {
      a: {
        text: 'Its threshold has cut it off',
        says: 'The threshold decides what g is. Also without it there is no mean of g.',
        misconception: 'the threshold replaces a path',
      },
      b: {
        text: 'mean(g) is what comes back through μ, and FRN subtracts none',
        says: 'Each term of a dx is a road from x to y. No μ on the way there, no mean(g) on the way back.',
      },
      c: {
        text: 'mean(g) is 0 for it',
        says: 'g comes from what stands above. Nothing makes its mean 0.',
        misconception: 'mean(g) is 0',
      },
      d: {
        text: 'It is left out to save time; the term is small',
        says: 'The gradient check finds any term that is left out. This one is not there.',
        misconception: 'gradients are approximations',
      },
    },
  },
  'padded-count': {
    text: 'Half of all places of a batch are padding, and hold zeros. The words of a feature have mean 0 and deviation 1. Whoever divides sums by the number of all places makes words that are',
    right: 'd',
    choices: {
      a: {
        text: 'right: zeros add nothing to a sum',
        says: 'To the sum, no. They add to the count by which it is divided.',
        misconception: 'zeros do not count',
      },
      b: {
        text: 'half as large as they should be',
        says: 'The variance comes out too small, and it is what one divides by.',
        misconception: 'a small divisor makes small numbers',
      },
      c: {
        text: 'twice as large as they should be',
        says: 'The variance is half of what it should be. One divides by its root.',
        misconception: 'divided by the variance',
      },
      d: {
        text: '√2 times as large as they should be',
        says: 'The variance comes out as a half, and the words are divided by √½. With other lengths it is another factor: the same sentence comes out differently in every batch.',
      },
    },
  },
  'identity-first': {
    text: 'adaLN-Zero: h = x + gate ⊙ f(LN(x) ⊙ (1 + scale) + shift), where scale, shift and gate are made from a condition c as W c + b, with W = 0 and b = 0. Who gets a gradient in the first step?',
    right: 'a',
    choices: {
      a: {
        text: 'The part of W and b that makes the gate, and nothing inside f',
        says: 'The block is the identity. The gate hears what f says; scale, shift and f stand behind a factor of 0, and hear something as soon as it has moved.',
      },
      b: {
        text: 'Nobody: everything is 0',
        says: 'f(LN(x)) is not 0, and it is what the gradient of the gate is made of.',
        misconception: 'a gate at 0 never opens',
      },
      c: {
        text: 'Everybody: the gradient does not care for values',
        says: 'What goes back to f is multiplied by the gate, and that is 0.',
        misconception: 'gradients ignore factors',
      },
      d: {
        text: 'Scale and shift, and not the gate',
        says: 'Scale and shift stand inside f, and the gate between f and the sum.',
        misconception: 'the gate blocks itself',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

/** The questions of notebook 06. */
export const familyQuestions = { ...axes, ...layers };
