import type { Exercise, WrongVersion } from '../../exercise.js';
import { picking } from '../picking.js';
import { placementNames, snippets } from './snippets.js';

type Names = readonly string[];

const right = snippets.map(({ placement }) => placement);
const [spelling, plainOnes, comment, overwritten] = [
  'is six names of the list',
  'names the four that are what they seem',
  'reads the code, not the comment',
  'sees which x is added',
];

const says = {
  'not six':
    'There are six pieces of code: one name for each, in their order. The names are post, pre, peri, deepnorm, rezero, and norm on the stream.',
  'a name of its own': 'The names are post, pre, peri, deepnorm, rezero and norm on the stream.',
  'post and deepnorm exchanged':
    'You have exchanged post and deepnorm. Both normalize the sum; DeepNorm makes x louder first.',
  'peri taken for pre': 'Piece 5 normalizes what f gives as well as what it gets: that is peri, not pre.',
  'rezero taken for none of these':
    'Piece 6 has no norm. Which placement has a factor that is 0 at the start instead?',
  'another place':
    'Look where the norm stands: on the branch before f, on the branch behind it, or behind the sum? One of the pieces 1, 3, 5 and 6 is still another.',
  'believed the comment':
    'Piece 2 says LayerNorm(x + Sublayer(x)) and computes something else: norm(x) goes into f, and the bare x is added. Comments are not executed (B7).',
  'pre, by its comment':
    'Piece 4 says "norm first", and then overwrites x: what is added to is the normalized x. In pre it is the bare one.',
  'not the overwritten one':
    'In piece 4 the x before the plus is not the x that came in. Which name says that?',
} as const;
type Mistake = keyof typeof says;

const at = (answer: Names, place: number): string => answer[place - 1];

const checks = picking<Mistake>('E8.2', {
  among: placementNames,
  says,
  expected: 'six names, in the order of the pieces',
  looks: [
    {
      name: spelling,
      points: 10,
      mistake: (answer) => {
        if (answer.length !== 6) return 'not six';
        return answer.every((name) => placementNames.some((one) => one === name))
          ? undefined
          : 'a name of its own';
      },
    },
    {
      name: plainOnes,
      points: 50,
      mistake: (answer) => {
        if (at(answer, 1) === 'deepnorm' && at(answer, 3) === 'post') return 'post and deepnorm exchanged';
        if (at(answer, 5) === 'pre') return 'peri taken for pre';
        if (at(answer, 6) !== 'rezero') return 'rezero taken for none of these';
        return [1, 3, 5].every((place) => at(answer, place) === right[place - 1])
          ? undefined
          : 'another place';
      },
    },
    {
      name: comment,
      points: 20,
      mistake: (answer) => (at(answer, 2) === 'pre' ? undefined : 'believed the comment'),
    },
    {
      name: overwritten,
      points: 20,
      mistake: (answer) => {
        if (at(answer, 4) === 'norm on the stream') return undefined;
        return at(answer, 4) === 'pre' ? 'pre, by its comment' : 'not the overwritten one';
      },
    },
  ],
});

const answers: readonly (readonly [Mistake, string, Names])[] = [
  ['not six', spelling, ['post', 'pre', 'peri']],
  ['a name of its own', spelling, ['post', 'pre', 'deepnorm', 'norm first', 'peri', 'rezero']],
  [
    'post and deepnorm exchanged',
    plainOnes,
    ['deepnorm', 'pre', 'post', 'norm on the stream', 'peri', 'rezero'],
  ],
  ['peri taken for pre', plainOnes, ['post', 'pre', 'deepnorm', 'norm on the stream', 'pre', 'rezero']],
  [
    'rezero taken for none of these',
    plainOnes,
    ['post', 'pre', 'deepnorm', 'norm on the stream', 'peri', 'pre'],
  ],
  ['another place', plainOnes, ['post', 'pre', 'post', 'norm on the stream', 'peri', 'rezero']],
  ['believed the comment', comment, ['post', 'post', 'deepnorm', 'norm on the stream', 'peri', 'rezero']],
  ['pre, by its comment', overwritten, ['post', 'pre', 'deepnorm', 'pre', 'peri', 'rezero']],
  ['not the overwritten one', overwritten, ['post', 'pre', 'deepnorm', 'post', 'peri', 'rezero']],
];

const wrong: readonly WrongVersion<Names>[] = answers.map(([name, caughtBy, candidate]) => ({
  name,
  says: says[name],
  caughtBy,
  candidate,
}));

/** E8.2: which placement a piece of code is. */
export const namePlacementsExercise: Exercise<Names> = {
  id: 'E8.2',
  title: 'Read the code, name the placement',
  statement:
    'Six pieces of code, each a residual connection with its norm somewhere. Name them in their order, with the names post, pre, peri, deepnorm, rezero, and norm on the stream (a Pre-LN gone wrong). One of the comments is not true.',
  why: 'You will read more blocks than you write. What a file says about itself and what it computes are two things.',
  difficulty: 2,
  importance: 2,
  minutes: 6,
  asks: 'names',
  signature: "['name of piece 1', …, 'name of piece 6']",
  hints: [
    'For each piece ask: what goes into f, and what stands before the plus? Draw the two roads.',
    'A name that is given a second value is another x from there on: mark the line.',
    'Two of them normalize the sum (one makes x louder first). Two normalize what f gets (one what it gives as well). One has no norm, and in one even the x before the plus has been normalized.',
  ],
  solution: `[${right.map((name) => `'${name}'`).join(', ')}]`,
  checks,
  wrong,
  right: [
    { name: 'as in the list', candidate: right },
    { name: 'with capitals', candidate: right.map((name) => name.toUpperCase()) },
    { name: 'with spaces around', candidate: right.map((name) => ` ${name} `) },
    {
      name: 'with capital letters at the beginning',
      candidate: right.map((name) => name[0].toUpperCase() + name.slice(1)),
    },
  ],
};
