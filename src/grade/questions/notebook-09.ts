/** Data: the questions of notebook 09. */
import type { Question } from './question.js';

const growth = {
  'growth-without-norm': {
    text: 'A stream passes through ten sub-layers, x + f(x) each, without a norm. Each f answers as loud as it is asked. The mean square is 1 at first; what is it behind the tenth?',
    right: 'd',
    choices: {
      a: {
        text: '11: each adds 1',
        says: 'So it would be if f answered in one size, whatever it hears. Here it hears a louder stream each time.',
        misconception: 'growth by a sum',
      },
      b: {
        text: '1: the sum of two calm roads is calm',
        says: 'Two roads of mean square 1 that share nothing make a mean square of 2.',
        misconception: 'a sum stays as large as its parts',
      },
      c: {
        text: '100: ten times the size, so its square',
        says: 'That would be the ten branches all saying the same, and each in the size of the first. They share nothing, and each is louder than the one before.',
        misconception: 'sizes add up',
      },
      d: {
        text: '1024: each doubles it',
        says: '1 + 1 behind the first, 2 + 2 behind the second: 2 to the power of 10. Behind 48 it is 3 · 10¹⁴.',
      },
    },
  },
  'pre-growth': {
    text: 'The same with Pre-LN, x + f(LN(x)), where each f answers a normalized word with a mean square of 1. How large is the stream behind 48 sub-layers (24 blocks), as a root mean square?',
    right: 'b',
    choices: {
      a: {
        text: '1: it is normalized each time',
        says: 'What f hears is normalized. The stream itself goes round the norm, and only grows.',
        misconception: 'Pre-LN normalizes the stream',
      },
      b: {
        text: '7: the root of 1 + 48',
        says: 'Each sub-layer adds 1 to the mean square, whatever the stream has become. That is why a Pre-LN model needs a norm at its end.',
      },
      c: {
        text: '49: each sub-layer adds 1',
        says: 'Each adds 1 to the mean square. The size is its root.',
        misconception: 'mean square taken for size',
      },
      d: {
        text: 'about 10⁷: each sub-layer multiplies it by √2',
        says: 'That is the stream without a norm. Behind a norm, f no longer answers louder when the stream is louder.',
        misconception: 'growth by a factor',
      },
    },
  },
  'late-blocks': {
    text: 'In Pre-LN each branch has the size 1, and behind 48 of them the stream has the size 7. Which branch turns the direction of the stream least, as far as sizes go?',
    right: 'c',
    choices: {
      a: {
        text: 'The first: it is farthest from the loss',
        says: 'Its branch is as large as the stream it joins: it turns it by 45 degrees. What counts here is how large a branch is beside the stream.',
        misconception: 'far from the loss means weak',
      },
      b: {
        text: 'All alike: every branch has the size 1',
        says: 'The branches have one size. The stream that they join has not.',
        misconception: 'the stream keeps its size',
      },
      c: {
        text: 'The last: a branch of size 1 beside a stream of size 7',
        says: 'The share of branch n falls like 1/n. It is one reason why late layers of deep Pre-LN models can often be left out.',
      },
      d: {
        text: 'None turns it: the norm only changes the size',
        says: 'The norm stands on the branch, and the branch is added: that turns the stream, unless it points the same way.',
        misconception: 'residual blocks do not turn the stream',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

const placing = {
  'alpha-where': {
    text: 'A DeepNorm block with α = 3 is written without a factor on the stream. Which line computes the same (but for the ε of the norm)?',
    right: 'a',
    choices: {
      a: {
        text: 'LN(x + f(x) / 3)',
        says: 'A third of 3x + f(x), and the norm does not hear a common factor. So a louder stream and a quieter branch are one thing. Weights start smaller as well, by β.',
      },
      b: {
        text: 'LN(x + 3 f(x))',
        says: 'That makes the sub-layer louder, the opposite of what is wanted. It is B8 of the museum; what it costs depends on seed, rate and task, as you are about to see.',
        misconception: 'α on the branch',
      },
      c: {
        text: '3 LN(x + f(x))',
        says: 'Behind the norm a factor only makes everything larger; it does not decide which of the two roads counts.',
        misconception: 'α behind the norm',
      },
      d: {
        text: 'x + f(LN(x)) / 3',
        says: 'DeepNorm is a Post-LN: its norm stands behind the sum.',
        misconception: 'DeepNorm is a Pre-LN',
      },
    },
  },
  'peri-norms': {
    text: 'What does Peri-LN have that Pre-LN has not?',
    right: 'c',
    choices: {
      a: {
        text: 'A norm behind the sum of every block',
        says: 'Then the stream would go through a norm in every block, as in Post-LN.',
        misconception: 'Peri-LN normalizes the stream',
      },
      b: {
        text: 'A learned gate on the branch',
        says: 'That is ReZero’s. Peri-LN has a second norm.',
        misconception: 'Peri-LN has a gate',
      },
      c: {
        text: 'A norm on the branch behind the sub-layer',
        says: 'x + LN(f(LN(x))): what joins the stream has the size of γ, whatever the sub-layer says.',
      },
      d: {
        text: 'A norm at the end of the model',
        says: 'That one both have: in both the stream grows, and is normalized once at the end.',
        misconception: 'the final norm is Peri-LN’s',
      },
    },
  },
  'two-zeros': {
    text: 'A block computes x + a · relu(x · w1) · w2 and should start as the identity. Which start never learns anything?',
    right: 'b',
    choices: {
      a: {
        text: 'a = 0, w1 and w2 drawn at random',
        says: 'That is ReZero. The gradient of a is what relu(x · w1) · w2 says about the loss: it moves at once, and then w1 and w2 hear something.',
        misconception: 'a gate at 0 never opens',
      },
      b: {
        text: 'a = 0 and w2 = 0, w1 drawn at random',
        says: 'a hears through w2, and w2 through a: both gradients are 0, in this step and in every other. One zero makes an identity, two in a row make a wall.',
      },
      c: {
        text: 'a = 1 and w2 = 0, w1 drawn at random',
        says: 'That is Fixup’s: w2 hears relu(x · w1), which is not 0.',
        misconception: 'weights that start at 0 stay there',
      },
      d: {
        text: 'a = 1, w1 and w2 drawn very small',
        says: 'Small gradients are gradients: it learns, slowly at first. And it is no identity.',
        misconception: 'small weights never learn',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

const claims = {
  'top-gradient': {
    text: 'Take Pre-LN networks of 2 to 32 blocks, leave out the norm at the very top, and send the same gradient dy into the end of each stream, before training. What becomes of the gradient of the last W₂ as the depth grows?',
    right: 'd',
    choices: {
      a: {
        text: 'It explodes: nothing holds it any more',
        says: 'The last W₂ stands next to dy. Nothing is multiplied on the way to it, however many blocks lie below.',
        misconception: 'Post-LN explodes with depth',
      },
      b: {
        text: 'It grows like √L, as the stream does',
        says: 'W₂ does not hear the stream itself: its branch begins with a norm, so what it hears has one size at every depth.',
        misconception: 'the branch hears the size of the stream',
      },
      c: {
        text: 'It falls like 1/√L, as in the figure',
        says: 'What divided by √L there was the norm at the top, and you have left it out.',
        misconception: 'the final norm has no say',
      },
      d: {
        text: 'It stays about the same',
        says: 'W₂ hears a branch that began with a norm, and from above it gets dy as it is. The fall with depth was the division by the norm at the top, on its way back.',
      },
    },
  },
  'one-rate': {
    text: 'At learning rate 0.003 placement A ends at a loss of 0.9 and placement B at 1.4, both mean of eight seeds, far apart. What may you write?',
    right: 'a',
    choices: {
      a: {
        text: 'At this rate, in this setting, A ends lower than B',
        says: 'That is what was measured. Which is better at the rate that suits it takes the other rates: a placement may look hopeless at one rate and have begun to learn at a third of it.',
      },
      b: {
        text: 'A is the better placement',
        says: 'For every rate, depth and task? One column of a table does not rank its rows: B may be ahead at a third of the rate.',
        misconception: 'a ranking from one learning rate',
      },
      c: {
        text: 'Nothing: differences between placements are noise',
        says: 'Eight seeds, far apart, are no noise. What is missing is not certainty but scope.',
        misconception: 'every difference is noise',
      },
      d: {
        text: 'B does not train',
        says: 'It ends higher, at one rate. Whether it trains shows in its own curve, at its own rate.',
        misconception: 'worse means broken',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

const firstSteps = {
  'why-warm-up': {
    text: 'In this notebook a Post-LN network stays at chance at the rate 0.01, and learns at the same rate after a warm-up of 100 steps. What has been shown?',
    right: 'c',
    choices: {
      a: {
        text: 'That its gradients explode, and small steps tame them',
        says: 'At the start its gradients are of ordinary size at every depth, and even from bottom to top: section 5.',
        misconception: 'warm-up tames exploding gradients',
      },
      b: {
        text: 'That Post-LN cannot be trained without a warm-up',
        says: 'Two blocks of it learn without one: section 10.',
        misconception: 'Post-LN always needs a warm-up',
      },
      c: {
        text: 'That at this rate, on this task, what the first steps do decides',
        says: 'The rate at the end is the same in both. One task, one depth, one rate: no law follows from that.',
      },
      d: {
        text: 'That a warm-up helps every placement',
        says: 'Pre-LN learns as well without one: it changes next to nothing there.',
        misconception: 'a warm-up always helps',
      },
    },
  },
  'alike-positions': {
    text: 'In the film of Post-LN the positions in block 12 are as alike after 120 updates as after 20. Yet the gradient of block 1 is more than ten times larger again, and the loss has left chance. What has come back?',
    right: 'b',
    choices: {
      a: {
        text: 'Differences between positions, without which nothing can be learned',
        says: 'Their column stays where it was. Which letters a string holds can be learned without them.',
        misconception: 'alike positions end all learning',
      },
      b: {
        text: 'Differences between strings: the six answers are equal, but others for another string',
        says: 'What comes out on top depends on the input again, and so on what the lower blocks say. Which letters there are can be learned so; where they belong cannot.',
      },
      c: {
        text: 'The size of the activations, which the collapse had made small',
        says: 'A norm makes them of size 1, before and after. It is their differences that were gone.',
        misconception: 'collapse taken for small size',
      },
      d: {
        text: 'Nothing: a gradient scatters from step to step',
        says: 'It does, by a factor of two or three, as that of block 12 shows. This one was small for thirty updates and is large for sixty.',
        misconception: 'every difference is noise',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;

/** The questions of notebook 09. */
export const depthQuestions = { ...growth, ...placing, ...claims, ...firstSteps };
