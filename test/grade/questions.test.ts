import fs from 'node:fs';
import path from 'node:path';
import { questions, questionsByNotebook } from '../../src/grade/index.js';
import type { Letter, Question } from '../../src/grade/index.js';

const all = Object.entries<Question>(questions);
const letters: readonly Letter[] = ['a', 'b', 'c', 'd'];

/** The cells of code of a notebook, one after another. */
function cellsOf(notebook: string): string {
  const folder = path.resolve(__dirname, '../../notebooks');
  const name = fs.readdirSync(folder).find((one) => one.startsWith(`${notebook}-`)) ?? '';
  const { cells } = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as {
    readonly cells: readonly { readonly cell_type: string; readonly source: string | readonly string[] }[];
  };
  return cells
    .filter(({ cell_type }) => cell_type === 'code')
    .map(({ source }) => [source].flat().join(''))
    .join('\n');
}

describe('the questions', () => {
  it('come notebook by notebook', () => {
    expect(all.map(([id]) => id)).toEqual([
      'cell-order',
      'tenths',
      'two-names',
      'last-axis',
      'keepdims-forgotten',
      'same-seed',
      'how-many-statistics',
      'shared-mean',
      'bound',
      'biased-variance',
      'gamma-beta-undo',
      'epsilon',
      'negative-scale',
      'layer-or-batch',
      'what-stable-means',
      'kaiming-two',
      'scale-off',
      'mean-square-or-variance',
      'small-rate',
      'dead-units',
      'covariate-shift',
      'norm-on-logits',
      'what-dy-is',
      'ones-as-dy',
      'summed-not-averaged',
      'dy-or-g',
      'direct-path',
      'rms-backward',
      'vanishing-path',
      'which-term-is-gone',
      'it-learns-anyway',
      'lost-directions',
      'consistent-gradient',
      'step-too-small',
      'complex-step',
      'kink-half',
      'nan-passes',
      'direction-count',
      'blind-loss',
      'gamma-one',
      'independent-numbers',
      'learned-or-measured',
      'which-variance',
      'momentum-means',
      'bias-before',
      'gradient-in-use',
      'batch-of-two',
      'who-sees-whom',
      'one-class-batches',
      'two-layer-norms',
      'group-extremes',
      'passes-too',
      'contrast-gone',
      'no-mean-no-mean',
      'padded-count',
      'identity-first',
      'told-apart',
      'where-with-gamma',
      'when-the-same',
      'what-to-centre',
      'ten-times-the-weights',
      'what-decay-does',
      'head-split',
      'norm-parameters',
      'third-norm',
      'final-norm',
      'norm-on-the-stream',
      'cache-and-norm',
      'warm-up-why',
      'growth-without-norm',
      'pre-growth',
      'late-blocks',
      'alpha-where',
      'peri-norms',
      'two-zeros',
      'top-gradient',
      'one-rate',
      'why-warm-up',
      'alike-positions',
    ]);
  });

  it.each(all)('%s: each wrong answer names a misconception, the right one none', (_, { right, choices }) => {
    expect(Object.keys(choices)).toEqual(letters);
    for (const letter of letters) {
      expect(choices[letter].says.length).toBeGreaterThan(30);
      expect(choices[letter].misconception === undefined).toBe(letter === right);
    }
    expect(new Set(letters.map((letter) => choices[letter].text)).size).toBe(4);
  });

  it.each(Object.entries(questionsByNotebook))(
    'of notebook %s are six or more, and each is asked and answered there',
    (notebook, those) => {
      const ids = Object.keys(those);
      expect(ids.length).toBeGreaterThanOrEqual(6);
      const cells = cellsOf(notebook);
      expect(ids.filter((id) => !cells.includes(`question('${id}')`))).toEqual([]);
      expect(ids.filter((id) => !cells.includes(`answer('${id}',`))).toEqual([]);
    },
  );

  it('do not favour one letter', () => {
    const counts = letters.map((letter) => all.filter(([, { right }]) => right === letter).length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(all.length / 2);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
  });
});
