/** Data: the questions of notebook 04. */
import type { Question } from './question.js';

const slopes = {
  'consistent-gradient': {
    text: 'Somebody writes LayerNorm out of library operations and forgets to subtract the mean. gradientCheck passes. What has it shown?',
    right: 'c',
    choices: {
      a: {
        text: 'That the layer is LayerNorm after all: the gradient does not depend on the mean',
        says: 'The gradient of LayerNorm does depend on it. But the check never saw LayerNorm: it compared this layer with itself.',
        misconception: 'a passed check means the right layer',
      },
      b: {
        text: 'That the step was too large to see the mistake',
        says: 'No step would show it. Both numbers belong to the same function, so they agree at every step that is good at all.',
        misconception: 'a finer step finds a wrong forward pass',
      },
      c: {
        text: 'That the way back belongs to this forward pass, whatever it computes',
        says: 'It is the right gradient of the wrong function. A gradient check shows self-consistency; what the function should be it cannot know.',
      },
      d: {
        text: 'Nothing: the check must be broken, for it passes a wrong layer',
        says: 'It has shown something: nudging and the way back agree. That is worth having, and it is not what you asked.',
        misconception: 'a check that passes a wrong layer is useless',
      },
    },
  },
  'step-too-small': {
    text: 'In float64 you make h a thousand times smaller than the best step. What becomes of the error of a two-sided slope?',
    right: 'b',
    choices: {
      a: {
        text: 'It shrinks a million times, as h² says',
        says: 'That is the right side of the V, where curvature rules. You are on the left side now, where rounding rules.',
        misconception: 'smaller is always better',
      },
      b: {
        text: 'It grows about a thousand times',
        says: 'Left of the best step the error is about eps · |f| / h: the last digits of two nearly equal numbers, divided by an ever smaller h.',
      },
      c: {
        text: 'It stays: float64 has digits to spare',
        says: 'It has sixteen. The two values agree in most of them, and subtracting throws exactly those away.',
        misconception: 'float64 is exact enough for any step',
      },
      d: {
        text: 'It becomes 1, since x + h is x',
        says: 'That happens, but not yet: only when h is below the gap between x and the next number, more than a million times further left.',
        misconception: 'every small step vanishes',
      },
    },
  },
  'complex-step': {
    text: 'Why may the complex step use h = 10⁻¹⁰⁰, where a difference would give nonsense?',
    right: 'd',
    choices: {
      a: {
        text: 'Complex numbers are stored with more digits',
        says: 'They are two float64 numbers side by side, with sixteen digits each.',
        misconception: 'complex numbers are more precise',
      },
      b: {
        text: 'Its error falls with a higher power of h',
        says: 'It falls as h², as for the two-sided slope. That is why a tiny h removes it, not why a tiny h is allowed.',
        misconception: 'the order of the error is the reason',
      },
      c: {
        text: 'It averages the rounding errors of both sides',
        says: 'There are no sides: f is computed once, beside the real axis.',
        misconception: 'averaging rounding errors',
      },
      d: {
        text: 'Nothing is subtracted: the slope stands in a part of its own',
        says: 'The value stands in the real part, the slope times h in the imaginary one. They never meet, so no digits cancel.',
      },
    },
  },
  'kink-half': {
    text: 'A network with ReLU fails its gradient check at one seed, with an error of 0.02, and passes at nine others. What is the most likely reason?',
    right: 'a',
    choices: {
      a: {
        text: 'With that seed a ReLU changes sides between x − h and x + h',
        says: 'A kink moves with the seed, a mistake stays. Try a smaller step with the same seed: if the error goes, it was a kink.',
      },
      b: {
        text: 'The way back of ReLU is wrong at 0',
        says: 'At 0 there is no slope, and every number from 0 to 1 will do. And the input need not be 0: it is enough that 0 lies between the two points.',
        misconception: 'one of two answers at a kink is wrong',
      },
      c: {
        text: 'The tolerance is too strict: 0.02 is numerics',
        says: 'In float64 a two-sided slope has about ten digits. Two percent have a reason.',
        misconception: 'two percent are numerics',
      },
      d: {
        text: 'Rounding: that seed has unlucky digits',
        says: 'Rounding differs from seed to seed, by a factor of ten or so. It does not make two percent out of a billionth.',
        misconception: 'rounding explains any error',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

const checks = {
  'nan-passes': {
    text: 'A check says: if (error > 1e-7) fail; else pass. The way back divides 0 by 0. What happens?',
    right: 'c',
    choices: {
      a: {
        text: 'It fails: NaN is larger than every number',
        says: 'NaN is neither larger nor smaller than anything: every comparison with it is false, also this one.',
        misconception: 'NaN is larger than everything',
      },
      b: {
        text: 'It throws an error: NaN cannot be compared',
        says: 'It can, silently. The answer is false.',
        misconception: 'comparing NaN throws',
      },
      c: {
        text: 'It passes',
        says: 'NaN > 1e-7 is false, so the check takes the other branch. Ask for what must hold, error <= 1e-7, and NaN fails.',
      },
      d: {
        text: 'It passes once in a while, depending on the seed',
        says: 'If the gradient is NaN, so is the error, whatever the direction: NaN times anything is NaN.',
        misconception: 'NaN is random',
      },
    },
  },
  'direction-count': {
    text: 'A network has a million parameters. How many runs of it does a gradient check along one random direction need, and what does it tell?',
    right: 'b',
    choices: {
      a: {
        text: 'Two million; which parameters are wrong, and by how much',
        says: 'That is the check entry by entry: thorough, and rarely affordable.',
        misconception: 'every check goes entry by entry',
      },
      b: {
        text: 'Two, and the way back once; whether something is wrong, but not where',
        says: 'All numbers move at once, and one number is compared. A wrong gradient stands at a right angle to a random direction with probability 0.',
      },
      c: {
        text: 'Two; but it sees only the one parameter that the direction points at',
        says: 'A random direction points a little at every parameter. Pointing at one is what the check entry by entry does.',
        misconception: 'a direction is one coordinate',
      },
      d: {
        text: 'A thousand, the root of a million; the mean error',
        says: 'The number of runs does not depend on the number of parameters at all.',
        misconception: 'more parameters need more directions',
      },
    },
  },
  'blind-loss': {
    text: 'With γ = 1 a LayerNorm is tested with the loss sum(y). What is the worst way back that still passes?',
    right: 'd',
    choices: {
      a: {
        text: 'Only the right one passes: the gradient of a sum is ones, and ones reach every entry',
        says: 'They reach every entry and cancel: x̂ sums to 0 whatever x is, so this loss does not depend on x.',
        misconception: 'sum as a loss tests every entry',
      },
      b: {
        text: 'None passes, not even the right one: dx is 0, and dividing by it fails',
        says: 'A check with a floor under its denominator has no trouble with 0. It passes, and that is the trouble.',
        misconception: 'a gradient of 0 cannot be checked',
      },
      c: {
        text: 'One that is right up to a factor',
        says: 'It passes, but it is not the worst: a factor of 0 is allowed as well.',
        misconception: 'only the scale is lost',
      },
      d: {
        text: 'One that always returns zeros',
        says: 'The true dx is 0. Take a random factor for each output instead of ones, and a γ that is not 1.',
      },
    },
  },
  'gamma-one': {
    text: 'A test has random inputs and a random dy, and takes γ and β as a new layer has them: γ = 1, β = 0. Which mistake can it not see?',
    right: 'a',
    choices: {
      a: {
        text: 'A way back that forgets to multiply by γ',
        says: 'Multiplying by 1 and forgetting to multiply are the same. So are adding 0 and forgetting β. Draw both at random.',
      },
      b: {
        text: 'A way back that forgets to subtract mean(g)',
        says: 'With a random dy, g = dy has a mean, and leaving it there is seen at once.',
        misconception: 'nothing can be seen with γ = 1',
      },
      c: {
        text: 'A way back that returns zeros',
        says: 'With a random dy the true dx is not 0, so zeros are caught. It is dy = 1 that hides them.',
        misconception: 'γ = 1 makes dx zero',
      },
      d: {
        text: 'None, as long as x is random',
        says: 'x reaches γ only through x̂. Whether the layer multiplies by γ at all cannot be seen while γ is 1.',
        misconception: 'random inputs are enough',
      },
    },
  },
  'independent-numbers': {
    text: 'Which test can find out that a layer divides the variance by C − 1?',
    right: 'b',
    choices: {
      a: {
        text: 'A gradient check with many seeds and a strict tolerance',
        says: 'The layer agrees with itself at every seed. Strictness does not help where the question is another one.',
        misconception: 'more seeds find a wrong forward pass',
      },
      b: {
        text: 'A comparison with numbers that somebody else computed',
        says: 'Only something from outside knows what the layer should compute: another program, a paper’s example, a fact such as mean square 1.',
      },
      c: {
        text: 'Complex step or dual numbers, since they are exact',
        says: 'They are exact for the function you give them. Give them the wrong function, and the slope of the wrong function is what you get.',
        misconception: 'exact derivatives find a wrong forward pass',
      },
      d: {
        text: 'None: with many features the two are equal',
        says: 'Nearly equal, with many. With five the deviation is off by a tenth, and a test may choose its own number of features.',
        misconception: 'a small difference cannot be tested',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

/** The questions of notebook 04. */
export const trustQuestions = { ...slopes, ...checks };
