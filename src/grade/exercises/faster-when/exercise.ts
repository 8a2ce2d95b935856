import type { Exercise, WrongVersion } from '../../exercise.js';
import { picking } from '../picking.js';

type Names = readonly string[];

/** The sentences to choose from, by their names: those that the notebook's measurements bear, and those that they do not. */
export const claims = {
  'usable rates': 'With a norm, learning rates can be used at which the bare net diverges.',
  'best against best':
    'Whether it trains faster is to be asked at the rate that suits each net, not at one rate for both.',
  'small rates':
    'At small learning rates the bare net of this notebook is ahead after the same number of steps.',
  'starting scale':
    'BatchNorm makes the net insensitive to the scale of its first weights over a wide range; norms of single examples do so over a narrower one.',
  always: 'A net with a norm always trains faster than one without.',
  'covariate shift': 'It trains faster because internal covariate shift is reduced.',
  'any rate': 'With a norm the learning rate no longer matters.',
  'for free': 'A step with a norm costs no more time than one without.',
} as const;
type ClaimName = keyof typeof claims;

const borne: readonly ClaimName[] = ['usable rates', 'best against best', 'small rates', 'starting scale'];

const [spelling, bears, whole] = [
  'is names of the list',
  'holds no sentence that was not measured',
  'holds every sentence that was',
];

const says = {
  'a name of its own': `The names are ${Object.keys(claims).join(', ')}.`,
  'it says always':
    '"Always": at small learning rates the bare net was ahead. One column of your own table refutes it.',
  'a reason for a result':
    'That norms help was measured here; why they help was not. Covariate shift is a hypothesis, and a contested one (B22).',
  'no end to it': 'The range of rates is wider, and it has an end: look at the right edge of the table.',
  'steps taken for seconds': 'Steps were counted, not seconds. A norm adds work to every step.',
  'one is missing':
    'What you have is right, and something measured is missing: the left half of the table, or the sweep over the scale of the first weights?',
  'the question of rates is missing':
    'One sentence of those you left out says how such a comparison is made at all. Without it the others can be read as a ranking.',
} as const;
type Mistake = keyof typeof says;

const refuted: readonly (readonly [ClaimName, Mistake])[] = [
  ['always', 'it says always'],
  ['covariate shift', 'a reason for a result'],
  ['any rate', 'no end to it'],
  ['for free', 'steps taken for seconds'],
];

const wrongAnswers: readonly (readonly [Mistake, string, Names])[] = [
  ['a name of its own', spelling, ['usable rates', 'it is faster']],
  ['it says always', bears, ['always', 'usable rates']],
  ['a reason for a result', bears, [...borne, 'covariate shift']],
  ['no end to it', bears, ['usable rates', 'any rate']],
  ['steps taken for seconds', bears, [...borne, 'for free']],
  ['one is missing', whole, ['usable rates', 'best against best', 'starting scale']],
  ['the question of rates is missing', whole, ['usable rates', 'small rates', 'starting scale']],
];

const wrong: readonly WrongVersion<Names>[] = wrongAnswers.map(([name, caughtBy, candidate]) => ({
  name,
  says: says[name],
  caughtBy,
  candidate,
}));

/** E2.3: what an honest answer to "normalization makes training faster" says. */
export const fasterWhenExercise: Exercise<Names> = {
  id: 'E2.3',
  title: 'When is it true?',
  statement:
    '“Normalization makes training faster.” Write four sentences that say when this is true, in your own words. Then compare: pick from the list all sentences that the measurements of this notebook bear, and none that they do not. Your own text holds if it says what these say, and nothing that the others say.',
  why: 'The sentence is repeated everywhere. Whoever has measured can say where it ends.',
  difficulty: 2,
  importance: 3,
  minutes: 10,
  asks: 'names',
  signature: "['name of a sentence', …]",
  hints: [
    'Go through the list with the tables beside you: for each sentence, which cell of which table shows it, or refutes it?',
    'A sentence about why needs an experiment that changes the reason and nothing else. Was there one?',
    'Four sentences hold: one about rates that can be used, one about small rates, one about the scale at the start, and one about how to compare.',
  ],
  solution: `[${borne.map((name) => `'${name}'`).join(', ')}]`,
  checks: picking<Mistake>('E2.3', {
    among: Object.keys(claims),
    says,
    expected: 'the names of all sentences that were measured, and of no others',
    looks: [
      {
        name: spelling,
        points: 10,
        mistake: (answer) =>
          answer.every((name) => Object.hasOwn(claims, name)) ? undefined : 'a name of its own',
      },
      {
        name: bears,
        points: 50,
        mistake: (answer) => refuted.find(([name]) => answer.includes(name))?.[1],
      },
      {
        name: whole,
        points: 40,
        mistake: (answer) => {
          if (!answer.includes('best against best')) return 'the question of rates is missing';
          return borne.every((name) => answer.includes(name)) ? undefined : 'one is missing';
        },
      },
    ],
  }),
  wrong,
  right: [
    { name: 'in the order of the list', candidate: borne },
    { name: 'from the last to the first', candidate: [...borne].reverse() },
    { name: 'with capitals and spaces', candidate: borne.map((name) => ` ${name.toUpperCase()}`) },
    { name: 'one twice', candidate: [...borne, 'small rates'] },
  ],
};
