import type { Exercise, WrongVersion } from '../../exercise.js';
import { picking } from '../picking.js';
import { axisAnswers, axisLists, axisPuzzles } from './puzzles.js';

type Names = readonly string[];

const [spelling, three, uncentred, named, groups] = [
  'is six lists of axes',
  'finds three that leave mean 0 and mean square 1',
  'finds one where nothing is centred',
  'finds one that is not what its shape suggests',
  'sees that channels stand in groups',
];

const says = {
  'not six':
    "There are six pairs: one list of axes for each, in their order, as text: '2', or '0 1'. The channels of one of them may be cut: '1 2 3 in 2 groups'.",
  'a list of its own':
    "Write the axes that there are, with a space between them: '0 2'. Where x has three, they are 0, 1 and 2.",
  'the axes that keep their own':
    'In the first pair that is not right you named the axes along which the statistics differ. Asked for are those along which the numbers of one statistic differ: where the mean is taken, and is 0 afterwards.',
  'too many axes':
    'In the first pair that is not right you named more axes than it takes. If every row has mean 0, so has every block of rows: a list that is right passes the test with every axis you add. Look for the shortest list that passes.',
  'too few axes':
    'In the first pair that is not right your axes are among those that it takes, and are not enough. Take the mean over them, and over them alone: it is not 0.',
  'another list':
    'In the first pair that is not right one axis at least does not belong in your list. Take the mean of y over the axes that you named, pair by pair from 0 to 2: where is it not 0?',
  'a mean looked for':
    'In pair 3 no mean is 0 anywhere: nothing was centred. The mean square is what is 1, and over which axes?',
  'a well-known layer':
    'Pair 4 has three axes, and looks like sentences of words. It is neither LayerNorm nor BatchNorm of words, but words are not all that has three axes: test every list.',
  'all channels together':
    'In pair 5 all numbers of a sample have mean 0 and mean square 1, and so have fewer. Halve the channels: what is the mean of channels 0 and 1 alone?',
  'each channel alone': 'In pair 5 a channel alone has no mean of 0. Two neighbours have.',
} as const;
type Mistake = keyof typeof says;

const complements: readonly string[] = ['0 1', '2', '0 1'];
const contains = (longer: string, shorter: string): boolean =>
  shorter.split(' ').every((axis) => longer.split(' ').includes(axis));
const rest = (answer: Names): Mistake | undefined => {
  const n = [0, 1, 2].find((pair) => answer[pair] !== axisAnswers[pair]);
  if (n === undefined) return undefined;
  if (answer[n] === complements[n]) return 'the axes that keep their own';
  if (contains(answer[n], axisAnswers[n])) return 'too many axes';
  return contains(axisAnswers[n], answer[n]) ? 'too few axes' : 'another list';
};

const isThere = (list: string, pair: number): boolean =>
  axisLists.includes(list) && !(axisPuzzles[pair].x.shape.length === 3 && list.includes('3'));

/** Axes in rising order, counted from the front, alone: '-1 0' of three axes is '0 2', and so is '0 2, not centred'. */
const fromTheFront = (list: string, pair: number): string => {
  const [axes, groups = ''] = list.replace(/,? \(?not centred\)?$/, '').split(/(?= in )/);
  if (!/^-?\d( -?\d)*$/.test(axes) || pair >= axisPuzzles.length) return list;
  const rank = axisPuzzles[pair].x.shape.length;
  const counted = axes.split(' ').map((axis) => (Number(axis) < 0 ? Number(axis) + rank : Number(axis)));
  return counted.sort((a, b) => a - b).join(' ') + groups;
};

const checks = picking<Mistake>('E6.2', {
  among: axisLists,
  says,
  called: 'lists of axes',
  meant: fromTheFront,
  expected: 'six lists of axes, in the order of the pairs',
  looks: [
    {
      name: spelling,
      points: 10,
      mistake: (answer) => {
        if (answer.length !== 6) return 'not six';
        return answer.every(isThere) ? undefined : 'a list of its own';
      },
    },
    { name: three, points: 40, mistake: rest },
    {
      name: uncentred,
      points: 20,
      mistake: (answer) => (answer[3] === axisAnswers[3] ? undefined : 'a mean looked for'),
    },
    {
      name: named,
      points: 15,
      mistake: (answer) => (answer[4] === axisAnswers[4] ? undefined : 'a well-known layer'),
    },
    {
      name: groups,
      points: 15,
      mistake: (answer) => {
        if (answer[5] === axisAnswers[5]) return undefined;
        return answer[5] === '2 3' ? 'each channel alone' : 'all channels together';
      },
    },
  ],
});

const but = (changes: Readonly<Record<number, string>>): Names =>
  axisAnswers.map((list, n) => changes[n] ?? list);

const answers: readonly (readonly [Mistake, string, Names])[] = [
  ['not six', spelling, ['2', '0 1']],
  ['a list of its own', spelling, but({ 0: 'the last' })],
  ['the axes that keep their own', three, but({ 0: '0 1', 1: '2' })],
  ['too many axes', three, but({ 0: '0 1 2' })],
  ['too few axes', three, but({ 2: '3' })],
  ['another list', three, but({ 1: '1 2' })],
  ['a mean looked for', uncentred, but({ 3: '1 2 3' })],
  ['a well-known layer', named, but({ 4: '0 1' })],
  ['all channels together', groups, but({ 5: '1 2 3' })],
  ['each channel alone', groups, but({ 5: '2 3' })],
];

const wrong: readonly WrongVersion<Names>[] = answers.map(([name, caughtBy, candidate]) => ({
  name,
  says: says[name],
  caughtBy,
  candidate,
}));

/** E6.2: from what came out to who shared a statistic. */
export const whichAxesExercise: Exercise<Names> = {
  id: 'E6.2',
  title: 'Which axes made this?',
  statement:
    "Six pairs, axisPuzzles[0] to axisPuzzles[5], each with x and y: y is x normalized over some axes. Find the axes of each, and write them as text, with a space between: '2', or '0 1'. In one of them nothing was centred: write its axes alone. In one of them the channels, axis 1, are cut in two halves: '1 2 3 in 2 groups'.",
  why: 'A layer in somebody else’s code says what it is called. What it does can be asked.',
  difficulty: 2,
  importance: 2,
  minutes: 10,
  asks: 'names',
  signature: "['axes of pair 0', …, 'axes of pair 5']",
  hints: [
    'Where numbers were normalized together, their mean is 0 and their mean square is 1. Take the mean of y over a list of axes, and look at the largest.',
    'There are seven lists for three axes and fifteen for four, and listsOf(3) and listsOf(4) are all of them: let a loop try each. Several will pass; the shortest of them is the one.',
    'Where no mean is 0, look at mean squares. Where only 1 2 3 together passes, cut axis 1 in halves with slice and look again.',
  ],
  solution: `[${axisAnswers.map((list) => `'${list}'`).join(', ')}]`,
  checks,
  wrong,
  right: [
    { name: 'as in the list', candidate: axisAnswers },
    { name: 'with spaces around', candidate: axisAnswers.map((list) => ` ${list} `) },
    { name: 'with wide spaces', candidate: axisAnswers.map((list) => list.replaceAll(' ', '  ')) },
    {
      name: 'with a word on what was not centred',
      candidate: axisAnswers.map((list, n) => (n === 3 ? `${list}, not centred` : list)),
    },
    { name: 'with capitals', candidate: axisAnswers.map((list) => list.toUpperCase()) },
    { name: 'in another order', candidate: ['2', '1 0', '3 2', '1', '2 0', '3 1 2 in 2 groups'] },
    {
      name: 'counted from the end',
      candidate: ['-1', '0 -2', '-2 -1', '-3', '-1 0', '-3 -2 -1 in 2 groups'],
    },
  ],
};
