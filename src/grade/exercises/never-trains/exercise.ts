import type { Exercise, WrongVersion } from '../../exercise.js';
import { picking } from '../picking.js';

type Names = readonly string[];

/** What may be wrong with the net, how it would show, and what would help: by their names. */
export const findings = {
  suspects: {
    'norm on the logits': 'a norm stands behind the last layer, and its γ is held at 0.1',
    'dead units': 'the ReLUs are 0 for every example',
    'rate too large': 'each step overshoots',
    'labels shuffled': 'labels do not belong to their examples',
    'no gradient': 'a detach keeps the gradient from the lower layers',
  },
  signs: {
    'the loss has a floor': 'with any weights below, the loss cannot go under 2 while γ is 0.1',
    'most outputs are 0': 'the share of zeros behind the ReLUs is near 1',
    'the loss jumps': 'from step to step it goes up as often as down',
    'a gradient is exactly 0': 'the first layers hear nothing at all',
    'only unseen examples fail': 'the training loss falls, the test loss does not',
  },
  cures: {
    'take the norm away there': 'logits without a norm can grow as large as the loss asks',
    'smaller steps': 'a tenth of the learning rate',
    'larger first weights': 'Kaiming’s deviation times 3',
    'a bias of 1': 'every ReLU starts open',
    'more layers': 'a deeper net',
  },
} as const;

const [spelling, suspect, sign, cure] = [
  'is three names: a suspect, a sign and a cure',
  'finds what is wrong',
  'gives the sign that shows it',
  'gives what helps',
];

const says = {
  'not three': 'Three names are asked for: one suspect, the sign that shows it, and the cure.',
  'a name of its own': 'Copy the names from the three lists: their middle column.',
  'dead units suspected':
    'Look at the statistics: about half of what comes out of the ReLUs is 0, as it should be.',
  'rate suspected':
    'The loss does not jump: at each of the three rates it falls a little and stays above 2. What keeps it up?',
  'gradient suspected':
    'Every layer hears something: no gradient is 0, only all are small. And the loss would stay up even if they were large.',
  'labels suspected':
    'With shuffled labels a net of this size would still learn its training examples by heart. This one cannot even do that.',
  'not what shows it':
    'The suspect is right. How does it show? Work out the smallest loss that logits of that size allow.',
  'not what helps':
    'Suspect and sign are right. What you propose leaves the logits tied to their sphere: what lets them grow?',
} as const;
type Mistake = keyof typeof says;

const right = ['norm on the logits', 'the loss has a floor', 'take the norm away there'] as const;
const known: readonly string[] = Object.values(findings).flatMap((list) => Object.keys(list));
const suspected: Readonly<Record<string, Mistake>> = {
  'dead units': 'dead units suspected',
  'rate too large': 'rate suspected',
  'no gradient': 'gradient suspected',
  'labels shuffled': 'labels suspected',
};

const answers: readonly (readonly [Mistake, string, Names])[] = [
  ['not three', spelling, ['norm on the logits', 'the loss has a floor']],
  ['a name of its own', spelling, ['norm on the logits', 'the loss has a floor', 'train longer']],
  ['dead units suspected', suspect, ['dead units', 'most outputs are 0', 'a bias of 1']],
  ['rate suspected', suspect, ['rate too large', 'the loss jumps', 'smaller steps']],
  ['gradient suspected', suspect, ['no gradient', 'a gradient is exactly 0', 'larger first weights']],
  ['labels suspected', suspect, ['labels shuffled', 'the loss has a floor', 'smaller steps']],
  ['not what shows it', sign, ['norm on the logits', 'a gradient is exactly 0', 'take the norm away there']],
  ['not what helps', cure, ['norm on the logits', 'the loss has a floor', 'larger first weights']],
];

const wrong: readonly WrongVersion<Names>[] = answers.map(([name, caughtBy, candidate]) => ({
  name,
  says: says[name],
  caughtBy,
  candidate,
}));

/** E2.4: a net that never trains, and why. */
export const neverTrainsExercise: Exercise<Names> = {
  id: 'E2.4',
  title: 'The net that never trains',
  statement:
    'The net of the cell above has ten classes, sensible first weights and a norm in every layer, the last one included. Its loss stays above 2, whatever the learning rate. Measure it with your statisticsOf, and then name three things: what is wrong, the sign that shows it, and what helps.',
  why: 'A loss that lies flat near ln K is a frequent sight. Whoever measures before changing something finds out in a minute.',
  difficulty: 2,
  importance: 2,
  minutes: 8,
  asks: 'names',
  signature: "['a suspect', 'a sign', 'a cure']",
  hints: [
    'Compare the suspects with what you measured: which of them would show as zeros, as jumps, as a gradient of exactly 0, and which in none of these?',
    'How large are the logits, and how large can they get? With K = 10 and γ = 0.1 the largest is 0.1 · √9.',
    'Put the best logits into the loss: ln(1 + 9 · exp(−0.1 · 10 / 3)) is 2.01. As long as γ stays small it cannot get lower.',
  ],
  solution: `[${right.map((name) => `'${name}'`).join(', ')}]`,
  checks: picking<Mistake>('E2.4', {
    among: known,
    says,
    expected: 'a suspect, the sign that shows it, and a cure',
    looks: [
      {
        name: spelling,
        points: 10,
        mistake: (answer) => {
          if (answer.some((name) => !known.includes(name))) return 'a name of its own';
          return Object.values(findings).every(
            (list) => answer.filter((name) => Object.hasOwn(list, name)).length === 1,
          )
            ? undefined
            : 'not three';
        },
      },
      {
        name: suspect,
        points: 50,
        mistake: (answer) =>
          answer.map((name) => (Object.hasOwn(suspected, name) ? suspected[name] : undefined)).find(Boolean),
      },
      {
        name: sign,
        points: 20,
        mistake: (answer) => (answer.includes(right[1]) ? undefined : 'not what shows it'),
      },
      {
        name: cure,
        points: 20,
        mistake: (answer) => (answer.includes(right[2]) ? undefined : 'not what helps'),
      },
    ],
  }),
  wrong,
  right: [
    { name: 'suspect, sign, cure', candidate: right },
    { name: 'the cure first', candidate: [right[2], right[0], right[1]] },
    { name: 'the sign first', candidate: [right[1], right[2], right[0]] },
    { name: 'with capitals and spaces', candidate: right.map((name) => ` ${name.toUpperCase()} `) },
  ],
};
