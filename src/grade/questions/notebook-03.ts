/** Data: the questions of notebook 03. */
import type { Question } from './question.js';

const beginnings = {
  'what-dy-is': {
    text: 'You write the way back through a LayerNorm that stands somewhere in the middle of a network. Where do you get dy from?',
    right: 'c',
    choices: {
      a: {
        text: 'From y: the larger an output, the larger its dy',
        says: 'y says what came out, not what it is worth. A huge output that nobody uses has dy = 0.',
        misconception: 'dy is made of y',
      },
      b: {
        text: 'It is 1 everywhere, since the derivative of y by y is 1',
        says: 'That would mean that the loss is the sum of the outputs. Behind LayerNorm stand other layers, and they care for some outputs more than for others.',
        misconception: 'dy is ones',
      },
      c: {
        text: 'It is handed down by whatever comes after; you take it as it comes',
        says: 'For each output one number: how much the loss changes per unit of it. LayerNorm needs to know nothing else of the rest of the network.',
      },
      d: {
        text: 'By nudging each output of the layer and running the rest of the network again',
        says: 'That would give the same numbers, at one run for each of them. The layers behind work it out in one walk and hand it down.',
        misconception: 'gradients are found by trying',
      },
    },
  },
  'ones-as-dy': {
    text: 'Somebody tests a backward of LayerNorm with γ = 1 and the loss sum(y), so with dy = 1 everywhere. A backward that returns nothing but zeros for dx: does it pass?',
    right: 'a',
    choices: {
      a: {
        text: 'Yes: the true dx is 0 there',
        says: 'The entries of x̂ sum to 0 whatever x is, so this loss does not depend on x at all. Every test of this kind is blind.',
      },
      b: {
        text: 'No: zeros are never the gradient of anything useful',
        says: 'They are, of a loss that stands still. sum(y) is the sum of x̂ and of β, and the sum of x̂ is 0 for every x.',
        misconception: 'a gradient of zeros cannot be right',
      },
      c: {
        text: 'Only if ε is 0',
        says: 'x̂ is c · r, and c sums to 0. ε changes r, not the sum.',
        misconception: 'ε makes the sum of xhat differ from 0',
      },
      d: {
        text: 'No, if the input is random enough',
        says: 'The input does not matter: for every x the outputs sum to the same number. What has to be random is dy.',
        misconception: 'random inputs make a test strong',
      },
    },
  },
  'summed-not-averaged': {
    text: 'A batch of 1000 words is repeated once more, so that every word stands in it twice with the same dy. What happens to dβ?',
    right: 'b',
    choices: {
      a: {
        text: 'Nothing: it is an average over the words',
        says: 'The backward sums. If the loss is a mean over words, that is already in dy: each dy would have become half as large.',
        misconception: 'the gradient is averaged over the batch',
      },
      b: {
        text: 'It doubles: dβ is a sum over the words',
        says: 'β was copied into every word on the way forward, so every word sends its dy back, and they are added.',
      },
      c: {
        text: 'It gets twice as many entries',
        says: 'A gradient has the shape of what it belongs to: β has C entries, so dβ has C, whatever the batch.',
        misconception: 'dβ has the shape of y',
      },
      d: {
        text: 'It becomes zero, since the copies cancel',
        says: 'Nothing is subtracted between words. Each of them is normalized by itself.',
        misconception: 'words cancel in dβ',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

const middle = {
  'dy-or-g': {
    text: 'Which gradients are made of dy itself, and not of g = γ ⊙ dy?',
    right: 'd',
    choices: {
      a: {
        text: 'Those of β, γ and x: in dx γ can be multiplied in at the very end',
        says: 'γ differs from feature to feature, and dx takes means over features. The mean of γ ⊙ dy is not γ times the mean of dy.',
        misconception: 'γ can be pulled out of the mean',
      },
      b: {
        text: 'All of them, as long as γ is positive',
        says: 'Its sign is not the point. With γ = (1, 3) the two features weigh differently, and the means come out differently.',
        misconception: 'a positive γ does not matter',
      },
      c: {
        text: 'None of them: on the way back there is only g',
        says: 'The gradients of γ and β are taken before dy has met γ: there it is dy itself.',
        misconception: 'g is used in dγ and dβ',
      },
      d: {
        text: 'Those of β and γ, and nothing further down',
        says: 'β and γ meet dy first. From x̂ on, everything hears of the loss only through g.',
      },
    },
  },
  'direct-path': {
    text: 'You hold r still on the way back, and change nothing on the way forward. What is different?',
    right: 'b',
    choices: {
      a: {
        text: 'The outputs y are a little off',
        says: 'The way forward was not touched: y is right to the last digit. That is why this mistake is so hard to see.',
        misconception: 'a wrong backward shows in the output',
      },
      b: {
        text: 'Only dx: the outputs, dγ and dβ are as before',
        says: 'dγ and dβ branch off before r. A network with such a layer computes the same outputs and learns by a wrong slope.',
      },
      c: {
        text: 'All three gradients',
        says: 'dβ and dγ need dy and x̂, and neither asks whether r moves.',
        misconception: 'dγ depends on how r moves',
      },
      d: {
        text: 'Nothing, since r is a number and not a function of x',
        says: 'It is one number for each word, made of that word: nudge an entry and σ² moves, and r with it.',
        misconception: 'r is a constant',
      },
    },
  },
  'rms-backward': {
    text: 'The dx of LayerNorm is r · (g − a − b · x̂), with two numbers a and b for each word. RMSNorm divides by the root mean square and does not centre. Which of the two does its backward not have?',
    right: 'a',
    choices: {
      a: {
        text: 'a, the same for all entries',
        says: 'It comes through the mean. RMSNorm has no mean on the way forward, so nothing comes back through one.',
      },
      b: {
        text: 'b, which stands before x̂',
        says: 'That one belongs to dividing by a size which is made of x, and RMSNorm does divide.',
        misconception: 'the variance term belongs to centring',
      },
      c: {
        text: 'Both: it is r · g and nothing else',
        says: 'Then r would be a constant. It is made of x in RMSNorm too.',
        misconception: 'RMSNorm has no statistics to go through',
      },
      d: {
        text: 'It has both, only x̂ means something else',
        says: 'x̂ does mean something else, but try a shift: RMSNorm notices it, so its dx need not sum to 0, and there is nothing in it that makes it.',
        misconception: 'every norm has the same backward',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

const heights = {
  'vanishing-path': {
    text: 'The variance is made of x − μ. Why does no gradient reach μ through the variance?',
    right: 'c',
    choices: {
      a: {
        text: 'Because libraries cut the graph there',
        says: 'Some do, with a stop_gradient, and it changes nothing. It is allowed because the slope there is 0 anyway.',
        misconception: 'the path is cut by hand',
      },
      b: {
        text: 'Because μ is a constant on the way back',
        says: 'μ gets a gradient, −r · C · mean(g), by the straight path. Only this other path is empty.',
        misconception: 'the mean is a constant',
      },
      c: {
        text: 'Because the spread of numbers is least about their mean: there its slope is 0',
        says: 'A parabola is flat at its bottom, and the mean is the bottom. In formulas: the slope is −2 times the mean of c, and c sums to 0.',
      },
      d: {
        text: 'Because it is small beside the other paths and left out',
        says: 'It is not small, it is 0, for every x and every ε.',
        misconception: 'the path is neglected',
      },
    },
  },
  'which-term-is-gone': {
    text: 'A backward gives a dx whose entries sum to 0 in every word, with almost nothing along x̂, but a gradient check fails. What is most likely wrong?',
    right: 'd',
    choices: {
      a: {
        text: 'The term mean(g) was forgotten',
        says: 'Then dx would sum to r · C · mean(g), and not to 0.',
        misconception: 'the sum does not see the mean term',
      },
      b: {
        text: 'The term x̂ · mean(g ⊙ x̂) was forgotten',
        says: 'Then dx would keep all of its part along x̂.',
        misconception: 'the part along xhat does not see the variance term',
      },
      c: {
        text: 'r was held still',
        says: 'That is the same as forgetting x̂ · mean(g ⊙ x̂): a part along x̂ would be left.',
        misconception: 'holding r still changes only the size',
      },
      d: {
        text: 'The factor r in front, or the γ in g',
        says: 'Both removals are in place, so what is left is how long dx is, or what it was made of. A wrong factor keeps the sum at 0.',
      },
    },
  },
  'it-learns-anyway': {
    text: 'You replaced the backward of a layer, and the training loss still falls nicely. What do you know?',
    right: 'b',
    choices: {
      a: {
        text: 'The backward is right: with a wrong one nothing would be learned',
        says: 'You have just seen wrong ones learn. Any direction that goes roughly downhill goes down.',
        misconception: 'a falling loss proves the gradient',
      },
      b: {
        text: 'That the step as a whole goes downhill, and no more: the dx of this layer may be worth nothing',
        says: 'Gradient descent forgives a lot. To know that a gradient is right, compare it with nudging.',
      },
      c: {
        text: 'The backward is wrong, but the learning rate makes up for it',
        says: 'You do not know that it is wrong either. The curve cannot tell: ask a gradient check.',
        misconception: 'the learning rate repairs a gradient',
      },
      d: {
        text: 'Nothing at all: the loss falls with any gradient whatever',
        says: 'Not with any: a gradient that points uphill, or the printed formula with 1/C in front, does visibly worse.',
        misconception: 'gradients do not matter',
      },
    },
  },
  'lost-directions': {
    text: 'ε is tiny and a word has 512 features. Of all the directions that g can have, how many get through LayerNorm to dx?',
    right: 'a',
    choices: {
      a: {
        text: '510, each of them multiplied by r',
        says: 'Lost are the direction in which all entries move together, and the direction of x̂ itself. Everything else comes through unturned.',
      },
      b: {
        text: '511: only the mean is lost',
        says: 'The stretch is lost too: LayerNorm takes it back, so no gradient may ask for it.',
        misconception: 'only centring loses a direction',
      },
      c: {
        text: '512, since γ gives back what was lost',
        says: 'γ has done its work before g arrives at x̂. The Jacobian of x̂ has rank C − 2 at ε = 0, whatever γ is.',
        misconception: 'γ restores lost directions',
      },
      d: {
        text: '2: the mean and the variance',
        says: 'Those two are lost; the others are kept.',
        misconception: 'only the statistics carry the gradient',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

/** The questions of notebook 03. */
export const backwardQuestions = { ...beginnings, ...middle, ...heights };
