/** Data: the questions of notebook 08. */
import type { Question } from './question.js';

const shapes = {
  'head-split': {
    text: 'Attention splits [batch, words, 512] into 8 heads. Which two steps do it?',
    right: 'b',
    choices: {
      a: {
        text: 'Reshape to [batch, 8, words, 64]',
        says: 'The shape is right and the numbers are not: a reshape keeps the order in memory, so a "head" would get pieces of several words (B5).',
        misconception: 'reshape in place of a transpose',
      },
      b: {
        text: 'Reshape to [batch, words, 8, 64], then exchange the two axes in the middle',
        says: 'First each word’s own 512 numbers are cut in eight, then the heads come before the words.',
      },
      c: {
        text: 'Exchange words and features, then reshape',
        says: 'Then the first cut runs through the words: eight groups of words, not of features.',
        misconception: 'heads are groups of words',
      },
      d: {
        text: 'Repeat the 512 numbers eight times',
        says: 'Heads do not get copies: each gets 64 numbers of its own, and together they cost what one would.',
        misconception: 'each head sees all features',
      },
    },
  },
  'norm-parameters': {
    text: 'An encoder layer of width 512 has two norms. How many parameters do they have together?',
    right: 'd',
    choices: {
      a: {
        text: '4: a γ and a β for each norm',
        says: 'γ and β are vectors: one number for each feature.',
        misconception: 'γ is one number',
      },
      b: {
        text: '1024: the norms share their γ and β',
        says: 'Each norm has its own. Sharing them is a mistake that no shape betrays.',
        misconception: 'norms share parameters',
      },
      c: {
        text: '2 · 200 · 512, one for each word and feature',
        says: 'γ and β do not know the word: the same 512 numbers serve every position.',
        misconception: 'γ belongs to positions',
      },
      d: {
        text: '2048: two norms, each with a γ and a β of 512 numbers',
        says: 'Beside 3.1 million in attention and feed-forward: the smallest part, and not the least important.',
      },
    },
  },
  'third-norm': {
    text: 'Why does a decoder layer have three norms where an encoder layer has two?',
    right: 'c',
    choices: {
      a: {
        text: 'Its mask needs one',
        says: 'A mask is added to the scores before softmax; it is no sub-layer and has no norm.',
        misconception: 'the mask is a sub-layer',
      },
      b: {
        text: 'The encoder’s output has to be normalized again',
        says: 'Its last norm has done that already. The third norm belongs to what the decoder does with it.',
        misconception: 'the third norm is for the encoder',
      },
      c: {
        text: 'It has three sub-layers: self-attention, cross-attention, feed-forward',
        says: 'Every sub-layer has its residual connection, and every connection its norm.',
      },
      d: {
        text: 'Queries, keys and values get one each',
        says: 'They come from one normalized word by three matrices. Norms of queries and keys exist (QK-norm), and are another thing.',
        misconception: 'one norm per projection',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

const placing = {
  'final-norm': {
    text: 'You turn a Post-LN encoder into Pre-LN by moving each norm before its sub-layer. What else is needed?',
    right: 'a',
    choices: {
      a: {
        text: 'One more norm behind the last layer',
        says: 'Otherwise what comes out is the bare stream, which has grown with the depth and which nothing has normalized.',
      },
      b: {
        text: 'Nothing: the number of norms stays the same',
        says: 'In Post-LN the last thing that happens is a norm. In Pre-LN it is a sum: count again at the end of the model.',
        misconception: 'Pre-LN needs no final norm',
      },
      c: {
        text: 'A norm between any two layers',
        says: 'Each layer begins with one already.',
        misconception: 'a norm between layers',
      },
      d: {
        text: 'The norms have to lose their β',
        says: 'β may stay; the next linear layer could take it over, and does not have to.',
        misconception: 'Pre-LN norms have no parameters',
      },
    },
  },
  'norm-on-the-stream': {
    text: 'Someone writes Pre-LN as: x = norm(x); return x + f(x). What is wrong?',
    right: 'b',
    choices: {
      a: {
        text: 'Nothing: f gets a normalized x',
        says: 'It does; but what is added to is normalized as well. Which x stands before the plus?',
        misconception: 'the same name is the same number',
      },
      b: {
        text: 'The stream is normalized too: x has been overwritten',
        says: 'It should be x + f(norm(x)). PyTorch’s first version of norm_first had the same bug; the shapes are right and it trains, only like something else.',
      },
      c: {
        text: 'The norm stands on the wrong side: this is Post-LN',
        says: 'In Post-LN the norm stands behind the sum. Here nothing is normalized behind it.',
        misconception: 'any wrong Pre-LN is Post-LN',
      },
      d: {
        text: 'The residual connection is missing',
        says: 'There is a plus, and an x before it. It is the wrong x.',
        misconception: 'a plus is enough',
      },
    },
  },
  'cache-and-norm': {
    text: 'A decoder with Pre-LN and causal attention writes one word at a time and keeps keys and values of the earlier ones. Why may it keep them, though LayerNorm stands in every block?',
    right: 'd',
    choices: {
      a: {
        text: 'Because γ and β are frozen in use',
        says: 'They are, and so are all weights. That would not help if a norm looked at other words.',
        misconception: 'frozen parameters make a cache valid',
      },
      b: {
        text: 'Because the statistics are recomputed for the whole sentence each time',
        says: 'Nothing is recomputed: that is what the cache saves.',
        misconception: 'LayerNorm looks at the sentence',
      },
      c: {
        text: 'Because it only approximates the full pass',
        says: 'It equals it, up to rounding. The exercise asks for nine digits.',
        misconception: 'a cache is an approximation',
      },
      d: {
        text: 'Because a norm looks at one word alone, so later words do not change earlier ones',
        says: 'Mean and deviation of a word come from its own features, and the mask keeps attention from looking ahead: an earlier word’s numbers are final. With BatchNorm over words this would be false.',
      },
    },
  },
  'warm-up-why': {
    text: 'Xiong and others read it so: in Post-LN the layers near the output get large gradients at once, and a warm-up keeps the first steps small. What, measured in this notebook, does that reading leave unexplained?',
    right: 'c',
    choices: {
      a: {
        text: 'That the gradient at the top of Post-LN does not fall with the depth',
        says: 'That is what the reading builds on: section 10 measured it.',
        misconception: 'what a reading builds on speaks against it',
      },
      b: {
        text: 'That LayerNorm has no statistics yet when training begins',
        says: 'It has: LayerNorm takes them afresh from every word. Running statistics are BatchNorm’s.',
        misconception: 'LayerNorm has running statistics',
      },
      c: {
        text: 'That Adam’s first step is as long for a small gradient as for a large one',
        says: 'One gradient over the root of its own square is 1 or −1, so a large gradient does not by itself make a large step. What does, the reading has to say.',
      },
      d: {
        text: 'That Pre-LN does without a warm-up',
        says: 'This reading has an answer to that: at the top, Pre-LN’s gradients are smaller. It is the other reading, that of Adam’s first steps, which Pre-LN puts in question: it has the same Adam.',
        misconception: 'what one reading leaves open, every reading does',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

/** The questions of notebook 08. */
export const transformerQuestions = { ...shapes, ...placing };
