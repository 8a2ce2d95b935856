/** Data: the questions of notebook 00. */
import type { Question } from './question.js';

/** The questions of notebook 00. */
export const startQuestions = {
  'cell-order': {
    text: 'You run a cell with const a = 1, then one with a + 1. Now you change the first cell to const a = 5 and do not run it. You run a + 1 again. What does it show?',
    right: 'b',
    choices: {
      a: {
        text: '6',
        says: 'The page says 5, but the kernel has not read it yet. Only running a cell tells the kernel what stands in it.',
        misconception: 'the page is the program',
      },
      b: {
        text: '2',
        says: 'The kernel knows what ran, not what is written. Run the changed cell, and it will be 6.',
      },
      c: {
        text: 'An error, because a is a const',
        says: 'Within one cell a const stays what it is. Another run of its cell may name it anew; and here nothing was run.',
        misconception: 'a const cannot be declared again by a cell',
      },
      d: {
        text: 'An error, because the first cell is out of date',
        says: 'A notebook does not watch whether a cell was edited after it ran. That is why restarting and running all cells is a good habit.',
        misconception: 'the notebook keeps cells up to date',
      },
    },
  },
  tenths: {
    text: '0.1 + 0.2 === 0.3 is false. Why, and what does that mean for a check that compares your numbers with the expected ones?',
    right: 'd',
    choices: {
      a: {
        text: 'TypeScript adds carelessly; Python would say true',
        says: 'Python says false as well, and so does every language that keeps numbers in 64 binary digits.',
        misconception: 'a fault of the language',
      },
      b: {
        text: 'Rounding is random, so the sum may be another tomorrow',
        says: 'Rounding follows a rule: the same sum gives the same digits every time, on every machine.',
        misconception: 'rounding is random',
      },
      c: {
        text: 'Nothing: where both are right, all digits agree, and the check may use ===',
        says: 'Add the same numbers in another order, and the last digit may differ. Both sums are right.',
        misconception: 'right means the same digits',
      },
      d: {
        text: 'None of the three is stored exactly; the check has to allow a difference in the last digits',
        says: 'Each is rounded to about 16 digits, and so is the sum. That is why checks here compare within a tolerance.',
      },
    },
  },
  'two-names': {
    text: 'const list = [0.2, 0.1, 0.3]; const other = list; other[0] = 9; What is list[0] now?',
    right: 'c',
    choices: {
      a: {
        text: '0.2: other is a copy',
        says: '= gives the same list a second name. A copy has to be asked for: [...list] or list.slice().',
        misconception: '= copies a list',
      },
      b: {
        text: 'It stops with an error, because list is a const',
        says: 'const fixes what the name stands for, not what is inside: the list may change, the name may not be given away.',
        misconception: 'const freezes what is inside',
      },
      c: {
        text: '9: one list, two names',
        says: 'Both names lead to the same list. So a function that writes into its argument changes the list of whoever called it.',
      },
      d: {
        text: '9 in this cell, 0.2 in the next ones',
        says: 'Cells share everything they name. Nothing is put back when a cell ends.',
        misconception: 'each cell has copies of its own',
      },
    },
  },
  'last-axis': {
    text: 'x has shape [batch, words, features] = [4, 7, 16]. What is the shape of mean(x, { axis: -1 }), and what does each of its numbers belong to?',
    right: 'c',
    choices: {
      a: {
        text: '[4, 7, 16]: every number keeps its place',
        says: 'That is the shape of x. A mean replaces the 16 numbers of a word by one; their axis goes.',
        misconception: 'a reduction keeps the shape',
      },
      b: {
        text: '[16]: one number for each feature',
        says: 'That would be a mean over the two other axes. axis names the axis that disappears, not the one that stays.',
        misconception: 'axis names what stays',
      },
      c: {
        text: '[4, 7]: one number for each word',
        says: 'The last axis, the features, disappears: 28 words, 28 means. With keepdims: true it would be [4, 7, 1].',
      },
      d: {
        text: '[7, 16]: one number for each place and feature',
        says: 'That is axis 0, the batch. −1 counts from the end: the last axis.',
        misconception: '-1 is the first axis',
      },
    },
  },
  'keepdims-forgotten': {
    text: 'x has shape [words, features] = [3, 3], and keepdims is forgotten: sub(x, mean(x, { axis: -1 })). What happens?',
    right: 'b',
    choices: {
      a: {
        text: 'An error: [3] does not fit [3, 3]',
        says: 'For [2, 3] and [2] there is one. Here the lengths fit by chance, and nobody complains.',
        misconception: 'a wrong shape is always noticed',
      },
      b: {
        text: 'It runs, and feature j loses the mean of word j',
        says: 'Counted from the last axis, [3] lies beside the features. A square example hides this slip: try a function on lengths that all differ.',
      },
      c: {
        text: 'It runs, and each word loses its own mean',
        says: 'For that the means need the shape [3, 1]. Without keepdims they have forgotten which axis they came from.',
        misconception: 'means remember their axis',
      },
      d: {
        text: 'It runs, and all nine numbers lose the mean of all nine',
        says: 'axis: -1 gives three means, one for each word; none of them is the mean of all.',
        misconception: 'a mean is over everything',
      },
    },
  },
  'same-seed': {
    text: "You draw the weights from stream('weights', 1). Now you also draw 100 numbers from stream('data', 1) first. What happens to the weights?",
    right: 'a',
    choices: {
      a: {
        text: 'Nothing',
        says: 'Each name has a stream of its own. However much is drawn from one, the others do not move.',
      },
      b: {
        text: 'They change: 100 numbers of seed 1 are already used',
        says: 'That would be so with one generator for everything, the usual trap. Here name and seed together make a stream.',
        misconception: 'one generator behind all streams',
      },
      c: {
        text: 'They become the same numbers as the data, since the seed is the same',
        says: 'The name counts as well: other name, unrelated numbers.',
        misconception: 'the seed alone decides',
      },
      d: {
        text: 'They change at every run anyway, since they are random',
        says: 'They look random and are computed: the same name and seed give the same numbers on every machine.',
        misconception: 'random means different each time',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;
