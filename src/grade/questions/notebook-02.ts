/** Data: the questions of notebook 02. */
import type { Question } from './question.js';

const signal = {
  'kaiming-two': {
    text: 'Why is there a 2 in Kaiming’s deviation √(2/n)?',
    right: 'a',
    choices: {
      a: {
        text: 'ReLU takes away half of the mean square',
        says: 'Half of what comes in is negative and becomes 0. The 2 in the variance gives it back.',
      },
      b: {
        text: 'There are two matrices, one forward and one back',
        says: 'One matrix goes both ways. The back pass would count its outputs instead of its inputs; that is another choice of n.',
        misconception: 'two passes, two matrices',
      },
      c: {
        text: 'It is the mean of n inputs and n outputs',
        says: 'That is the variance of Xavier Glorot, 2/(n + m) for n inputs and m outputs. Where n = m it is 1/n, without a 2.',
        misconception: 'Xavier’s 2 is Kaiming’s',
      },
      d: {
        text: 'The variance of a product is twice that of a factor',
        says: 'The mean square of a product of independent numbers is the product of their mean squares.',
        misconception: 'variances of products add',
      },
    },
  },
  'scale-off': {
    text: 'A plain ReLU network of 20 layers starts with weights 10 % larger than Kaiming’s. By how much is the last activation too large?',
    right: 'c',
    choices: {
      a: {
        text: 'by 10 %',
        says: 'That is one layer. The next one multiplies again.',
        misconception: 'errors do not multiply',
      },
      b: {
        text: 'by 200 %: twenty times 10 %',
        says: 'They multiply: 1.1 · 1.1 · …, twenty times.',
        misconception: 'errors add up',
      },
      c: {
        text: 'by a factor of about 7',
        says: '1.1 to the power of 20 is 6.7. At 50 layers it is 117, and that is why a norm in every layer is worth its price.',
      },
      d: {
        text: 'not at all: ReLU cuts off what is too large',
        says: 'ReLU cuts off what is negative. Upwards it lets everything through.',
        misconception: 'ReLU bounds its output',
      },
    },
  },
  'mean-square-or-variance': {
    text: 'In Var(Wx) = n · Var(w) · E[x²], why E[x²] and not Var(x)?',
    right: 'b',
    choices: {
      a: {
        text: 'They are the same',
        says: 'Only where x has mean 0. Behind a ReLU the mean is about 0.4 of the deviation before it.',
        misconception: 'mean square is variance',
      },
      b: {
        text: 'The weights are random and x is given: a constant x is multiplied by random weights as well',
        says: 'If all x are 3, the sums w · x still vary from draw to draw, with 9 times the variance of the sum of w.',
      },
      c: {
        text: 'Because biases are left out',
        says: 'A bias would add its own variance. It does not turn the one into the other.',
        misconception: 'biases make the difference',
      },
      d: {
        text: 'It is an approximation for large n',
        says: 'It is exact for any n, for independent weights with mean 0.',
        misconception: 'holds only for large n',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

const training = {
  'small-rate': {
    text: 'At a very small learning rate, does the normalized net or the bare one have the lower loss after the same number of steps, in the sweep of this notebook?',
    right: 'd',
    choices: {
      a: {
        text: 'The normalized one, as always',
        says: 'Look at the left side of the whole sweep, in the next table. What normalization buys is on its right side.',
        misconception: 'normalization always trains faster',
      },
      b: {
        text: 'Neither learns at all',
        says: 'The bare one does: its curve falls from the first steps on.',
        misconception: 'small rates never learn',
      },
      c: {
        text: 'They are equal: small steps make all nets alike',
        says: 'They are not: the curves lie well apart.',
        misconception: 'at small rates all nets agree',
      },
      d: {
        text: 'The bare one',
        says: 'The gain of a norm is in the rates that it makes possible. Where the bare net still trains, it may well be ahead.',
      },
    },
  },
  'dead-units': {
    text: 'A ReLU unit outputs 0 for every example of the training set. What is its gradient, and what follows?',
    right: 'b',
    choices: {
      a: {
        text: 'Small, so it recovers slowly',
        says: 'It is exactly 0 for every example: there is nothing to recover with, as long as its inputs stay the same.',
        misconception: 'dead units recover slowly',
      },
      b: {
        text: '0: it does not move by itself, though what feeds it may',
        says: 'Its own weights hear nothing. A norm before the ReLU keeps the inputs of a unit spread around its β, so that it is rarely on the wrong side for all of them.',
      },
      c: {
        text: 'Infinite: 0 divided by 0',
        says: 'Nothing is divided. The slope of ReLU left of 0 is 0.',
        misconception: 'dead units explode',
      },
      d: {
        text: 'The same as any other: ReLU passes gradients on',
        says: 'It passes on where its input is positive, and nowhere else.',
        misconception: 'ReLU is transparent to gradients',
      },
    },
  },
  'covariate-shift': {
    text: '"BatchNorm works because it reduces internal covariate shift." What would test that?',
    right: 'c',
    choices: {
      a: {
        text: 'Measure that BatchNorm reduces the shift and that it trains faster',
        says: 'Both may be so without the one being the reason for the other: a third thing may do both.',
        misconception: 'correlation is a cause',
      },
      b: {
        text: 'Ask whether the paper says so',
        says: 'It does, as a hypothesis. A paper’s reason is not tested by being read.',
        misconception: 'the paper’s reason is its result',
      },
      c: {
        text: 'Put shifting noise behind BatchNorm, and see whether training slows down',
        says: 'That changes the shift and leaves the norm. Santurkar and others did it in 2018, and training hardly slowed: whatever the reason is, it is not this one alone (B22).',
      },
      d: {
        text: 'Show that training without BatchNorm is slower',
        says: 'That shows that it helps, not why.',
        misconception: 'effect taken for mechanism',
      },
    },
  },
  'norm-on-logits': {
    text: 'A classifier for ten classes ends with a LayerNorm on its logits, whose γ is held at 0.1. The loss stays above 2, little better than guessing. Why?',
    right: 'a',
    choices: {
      a: {
        text: 'Logits of size 0.1 say nearly the same of all classes',
        says: 'At best the right class gets 0.1 · 3, the others −0.03: a loss of 2.01. Nothing that the layers below learn can change that; γ could, were it free to grow.',
      },
      b: {
        text: 'The norm has cut off the gradient',
        says: 'The gradient goes through, and a tenth as strong. It is the loss that has a floor.',
        misconception: 'a norm blocks gradients',
      },
      c: {
        text: 'The learning rate is too large',
        says: 'At any rate the loss cannot go below its floor while γ stays where it is.',
        misconception: 'the learning rate is always to blame',
      },
      d: {
        text: 'Ten classes are too many for ten logits',
        says: 'One logit for each class is what softmax takes. It is their size that is tied.',
        misconception: 'logits need more room',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

/** The questions of notebook 02. */
export const whyQuestions = { ...signal, ...training };
