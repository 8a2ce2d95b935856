/** Data: the questions of notebook 07. */
import type { Question } from './question.js';

const places = {
  'told-apart': {
    text: 'LayerNorm at ε = 0, no γ, no β. From which of these rows can it tell (1, 2, 6)?',
    right: 'd',
    choices: {
      a: {
        text: '(11, 12, 16)',
        says: 'That is (1, 2, 6) with 10 added everywhere: a move along (1, 1, 1), which centring takes back.',
        misconception: 'a shift shows',
      },
      b: {
        text: '(2, 4, 12)',
        says: 'That is (1, 2, 6) times 2: c is doubled, and so is the deviation that it is divided by.',
        misconception: 'a positive factor shows',
      },
      c: {
        text: '(0, 2, 10)',
        says: 'Its mean is 4, so c = (−4, −2, 6), twice the (−2, −1, 3) of the other: both lost directions at once.',
        misconception: 'a shift and a factor together show',
      },
      d: {
        text: '(−1, −2, −6)',
        says: 'Its x̂ is that of (1, 2, 6) with the other sign: no shift and no positive factor takes one row to the other.',
      },
    },
  },
  'where-with-gamma': {
    text: 'Three features, γ = (2, 1, 0.5), β = 0, ε = 0. Where do the outputs of LayerNorm lie?',
    right: 'c',
    choices: {
      a: {
        text: 'On the sphere of radius √3',
        says: 'There x̂ lies. γ stretches one feature and shrinks another, so y does not stay on it.',
        misconception: 'γ keeps the sphere',
      },
      b: {
        text: 'On an ellipse in the plane of all rows of mean 0',
        says: 'x̂ has mean 0. After γ the entries no longer balance: what is 0 is the sum of y/γ.',
        misconception: 'the output has mean 0',
      },
      c: {
        text: 'On an ellipse in another plane through 0',
        says: 'γ maps a plane to a plane and a circle to an ellipse. (1/2, 1, 2), which is 1/γ, stands upright on it.',
      },
      d: {
        text: 'All over an ellipsoid',
        says: 'That is where RMSNorm puts them. LayerNorm has lost one direction more: a curve is left.',
        misconception: 'LayerNorm fills the ellipsoid',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

const withoutMean = {
  'when-the-same': {
    text: 'For which rows x do LayerNorm and RMSNorm, with the same γ and β = 0, give the same output?',
    right: 'a',
    choices: {
      a: {
        text: 'For those whose mean is 0',
        says: 'Then centring takes nothing off, and the mean square is the variance: two formulas become one.',
      },
      b: {
        text: 'For those whose mean square is 1',
        says: 'RMSNorm leaves such a row as it is (ε aside), but LayerNorm still takes its mean off.',
        misconception: 'size decides, not mean',
      },
      c: {
        text: 'For all, once there are many features',
        says: 'A mean does not go away with many features. It is small for rows of independent numbers around 0, and for others not.',
        misconception: 'means vanish in wide rows',
      },
      d: {
        text: 'For none: they are two different layers',
        says: 'Different on most rows, and the same on some. That these rows can be had on purpose is what the next section lives on.',
        misconception: 'two names, never one output',
      },
    },
  },
  'what-to-centre': {
    text: 'In a Pre-LN network, RMSNorm should take the place of LayerNorm. What has to be made without a mean, for every output to stay?',
    right: 'b',
    choices: {
      a: {
        text: 'What reads from the stream: query, key, value, first feed-forward layer',
        says: 'Readers get what the norm gives. If the stream has a mean, RMSNorm has divided by too much already, and no reader can tell.',
        misconception: 'the readers are centred',
      },
      b: {
        text: 'What writes to the stream: embedding, attention’s output, second feed-forward layer',
        says: 'Then the stream never has a mean, and LayerNorm would have nothing to take off.',
      },
      c: {
        text: 'γ of every norm',
        says: 'γ stands behind the division; what happens before is the question.',
        misconception: 'γ is centred',
      },
      d: {
        text: 'Nothing: training takes care of it',
        says: 'Perhaps, in time. Here the outputs are to stay what they are, without any training.',
        misconception: 'only training converts',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

const weights = {
  'ten-times-the-weights': {
    text: 'Weights before a LayerNorm (ε = 0) are made ten times as large; the learning rate of plain SGD stays, and is small. In the next step their direction turns by an angle that is …',
    right: 'd',
    choices: {
      a: {
        text: '… the same, since the output is the same',
        says: 'The output is the same. The gradient is not: it is a tenth. And it is added to weights ten times as long.',
        misconception: 'the same function has the same gradient',
      },
      b: {
        text: '… ten times larger',
        says: 'Larger weights do not hear more but less: the gradient is a tenth.',
        misconception: 'large weights get large gradients',
      },
      c: {
        text: '… ten times smaller',
        says: 'You have counted one of two: the gradient is a tenth, and the weights it is to turn are ten times as long.',
        misconception: 'η/‖w‖ in place of η/‖w‖²',
      },
      d: {
        text: '… a hundred times smaller',
        says: 'A tenth of the gradient, against weights ten times as long. That is the tangent of the angle, which for small steps is the angle itself: what counts for the direction is η/‖w‖².',
      },
    },
  },
  'what-decay-does': {
    text: 'What does weight decay do to weights before a LayerNorm?',
    right: 'b',
    choices: {
      a: {
        text: 'It keeps the function simple, by keeping the weights small',
        says: 'The function does not know how large these weights are: at half their size they compute the same.',
        misconception: 'small weights before a norm are simpler',
      },
      b: {
        text: 'It keeps the direction turning: shorter weights are turned faster',
        says: 'Growth and decay find a length at which steps turn by about √(2ηλ), in the root mean square. Decay sets a speed here, not a size of the function.',
      },
      c: {
        text: 'Nothing, since the length of these weights does not matter',
        says: 'For the output it does not. For the next step it does: η/‖w‖² is the rate that the direction feels.',
        misconception: 'what the output does not see does not count',
      },
      d: {
        text: 'In the end it makes them 0',
        says: 'As they shrink, their gradients grow like 1/‖w‖, and each step makes them longer. They meet at a length that is not 0.',
        misconception: 'decay wins in the end',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

/** The questions of notebook 07. */
export const geometryQuestions = { ...places, ...withoutMean, ...weights };
