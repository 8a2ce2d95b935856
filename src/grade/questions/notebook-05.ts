/** Data: the questions of notebook 05. */
import type { Question } from './question.js';

const statistics = {
  'learned-or-measured': {
    text: 'A BatchNorm has γ, β, a running mean and a running variance. Which of them does the optimizer change?',
    right: 'b',
    choices: {
      a: {
        text: 'All four',
        says: 'The running statistics have no gradient. They are measured on the way forward, whatever the loss says.',
        misconception: 'running statistics are learned',
      },
      b: {
        text: 'γ and β',
        says: 'They have gradients. The running mean and variance are buffers: kept and stored with the model, and moved by forward passes in training only.',
      },
      c: {
        text: 'The running mean and variance',
        says: 'It is the other way round: these two are measured, γ and β are learned.',
        misconception: 'running statistics are learned, γ and β are not',
      },
      d: {
        text: 'None: all of them follow from the batch',
        says: 'The mean and variance of the batch follow from it. γ and β start at 1 and 0, and the optimizer moves them.',
        misconception: 'γ and β are computed',
      },
    },
  },
  'which-variance': {
    text: 'A batch of 4. BatchNorm divides by the root of one variance, and lets its running variance take up one, too. Which are they?',
    right: 'c',
    choices: {
      a: {
        text: 'Over n = 4 in both places',
        says: 'Then the running variance would be too small in the mean, by a factor of ¾ with batches of 4. Several published versions have it so.',
        misconception: 'running variance over n',
      },
      b: {
        text: 'Over n − 1 = 3 in both places',
        says: 'The batch itself is divided by its variance over n. With n − 1 there the mean square of x̂ would be ¾.',
        misconception: 'the batch normalized over n − 1',
      },
      c: {
        text: 'The batch by the one over n, the running one takes up the one over n − 1',
        says: 'Two purposes: the batch is to come out with mean square 1; what is kept is an estimate for data to come.',
      },
      d: {
        text: 'The batch by the one over n − 1, the running one takes up the one over n',
        says: 'It is the other way round: what is kept has to be corrected, what is divided by has not.',
        misconception: 'the two variances exchanged',
      },
    },
  },
  'momentum-means': {
    text: 'PyTorch’s BatchNorm has momentum 0.1, another library’s has 0.9, and they behave alike. How is that?',
    right: 'a',
    choices: {
      a: {
        text: 'The one says how much of the new comes in, the other how much of the old stays',
        says: 'Two conventions, m and 1 − m. Whoever carries a number from one to the other without turning it round gets statistics that forget nearly everything at each batch, or hardly move.',
      },
      b: {
        text: 'The other one has larger batches',
        says: 'The number has nothing to do with the size of the batch.',
        misconception: 'momentum depends on the batch',
      },
      c: {
        text: 'It is the momentum of the optimizer, which hardly matters',
        says: 'The name is shared, the thing is not: this is the weight of a moving average of statistics.',
        misconception: 'momentum is the optimizer’s',
      },
      d: {
        text: 'After a few batches any momentum gives the same',
        says: 'How long the start is remembered and how much single batches show, both depend on it.',
        misconception: 'momentum does not matter',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

const gradients = {
  'bias-before': {
    text: 'A linear layer with a bias, and BatchNorm behind it, in training. What does the bias learn?',
    right: 'd',
    choices: {
      a: {
        text: 'What β would otherwise have to learn',
        says: 'β stands behind the subtraction of the mean, the bias before it: it is subtracted again.',
        misconception: 'a bias before BatchNorm acts like β',
      },
      b: {
        text: 'The mean of the data',
        says: 'That is the running mean, which is measured. The bias is trained: what does the loss notice when all x of a feature move alike?',
        misconception: 'the bias learns the mean',
      },
      c: {
        text: 'Little: its gradient is small',
        says: 'Small would still be something. Add (8) up over the samples, term by term, and see what is left.',
        misconception: 'nearly zero taken for small',
      },
      d: {
        text: 'Nothing: its gradient is 0',
        says: 'A bias moves all numbers of a feature alike, the mean moves along, and nothing is left of it. Such layers are built without one.',
      },
    },
  },
  'gradient-in-use': {
    text: 'You fine-tune a network whose BatchNorms are frozen, so they use their running statistics. What is dx of such a norm?',
    right: 'b',
    choices: {
      a: {
        text: 'The same as in training: r (g − mean(g) − x̂ · mean(g ⊙ x̂))',
        says: 'The two means come from statistics that x moves. Running statistics do not hear x.',
        misconception: 'the training gradient in use',
      },
      b: {
        text: 'γ · r · dy, for each sample alone',
        says: 'The norm is a scale and a shift with fixed numbers, so the gradient is scaled and nothing else.',
      },
      c: {
        text: 'dy itself, for frozen layers pass gradients through',
        says: 'What is frozen does not change; it still multiplies by γ · r, and so does its gradient.',
        misconception: 'frozen means identity',
      },
      d: {
        text: '0: nothing flows through a frozen layer',
        says: 'Its own parameters do not move. The layers before it hear through it.',
        misconception: 'frozen means no gradient',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

const batches = {
  'batch-of-two': {
    text: 'A feature has the values 3 and 3.01 in a batch of two, and ε is next to nothing. What becomes of them?',
    right: 'a',
    choices: {
      a: {
        text: '−1 and 1',
        says: 'Both lie equally far from their mean, and that distance is the deviation. Only which was larger is left: 3 and 3000 come out the same.',
      },
      b: {
        text: 'Both about 0, since they hardly differ',
        says: 'They are divided by their own deviation, however small it is. (An ε that is large beside it would do that.)',
        misconception: 'nearly equal numbers come out near 0',
      },
      c: {
        text: '−0.005 and 0.005',
        says: 'That is x − μ. It is still divided by the deviation, which is 0.005 as well.',
        misconception: 'the deviation forgotten',
      },
      d: {
        text: 'It depends on the other features',
        says: 'In BatchNorm features do not hear each other. It is samples that do.',
        misconception: 'BatchNorm mixes features',
      },
    },
  },
  'who-sees-whom': {
    text: 'x is [8 samples, 5 features]. In training you nudge feature 2 of sample 3, before a BatchNorm. Which outputs can move?',
    right: 'c',
    choices: {
      a: {
        text: 'All features of sample 3',
        says: 'That is LayerNorm: statistics along the row.',
        misconception: 'BatchNorm taken for LayerNorm',
      },
      b: {
        text: 'All 40',
        says: 'Features do not share statistics. Only one column moves.',
        misconception: 'BatchNorm mixes features',
      },
      c: {
        text: 'Feature 2 of all samples',
        says: 'The column has one mean and one deviation, and all its numbers hear them.',
      },
      d: {
        text: 'Feature 2 of sample 3',
        says: 'So it is in use. In training the nudge moves mean and deviation of its column.',
        misconception: 'training taken for use',
      },
    },
  },
  'one-class-batches': {
    text: 'Ten workers each get images of one class and normalize by their own batch. The network learns nothing, though every step averages ten gradients. Which reason does the table leave standing?',
    right: 'd',
    choices: {
      a: {
        text: 'Gradients of different classes cancel when they are averaged',
        says: 'LayerNorm averages the same ten gradients, and learns.',
        misconception: 'averaged gradients cancel',
      },
      b: {
        text: 'The batches of a worker are too small',
        says: 'With mixed batches of the same size it learns.',
        misconception: 'only the size of a batch counts',
      },
      c: {
        text: 'The running statistics have not caught up',
        says: 'Then the error with the statistics of the batch would be small. It is that of guessing as well.',
        misconception: 'only running statistics can be wrong',
      },
      d: {
        text: 'What tells the class lies in the mean of the batch, and just that is subtracted',
        says: 'No row speaks against it, and it fits: each batch comes out with mean 0, whatever its class, and with the statistics of all ten together the network learns. It is an argument all the same; nothing here measures it.',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

/** The questions of notebook 05. */
export const batchNormQuestions = { ...statistics, ...gradients, ...batches };
