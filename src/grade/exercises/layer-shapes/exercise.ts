import type { Exercise } from '../../exercise.js';
import { judges } from '../../judges.js';
import { checkNames, rightExperiments, wrongExperiments } from './experiments.js';
import { namingLastRead } from './last-read.js';
import { rightLayers, tellingLayers, wrongAttention, wrongRest } from './layers.js';
import type { Shaped, ShapesExperiment } from './layers.js';

/** E8.5: the shapes that the lesson prints, as assertions. */
export const layerShapesExercise: Exercise<ShapesExperiment> = {
  id: 'E8.5',
  title: 'From print-out to assertion',
  statement:
    'The lesson prints the shapes of its encoder layer for 30 sentences of 200 words of 512 features, 8 heads and 2048 features inside the feed-forward. Write the assertion: you are handed a layer that says its shapes by name, layer({ batch, words, width, heads, hidden }): x, queries, keys, values, shares (of softmax), attention, gamma, beta, norm1 (what leaves the first add & norm), inner (inside the feed-forward), feedForward and norm2. Say true if all of them are right, at (30, 200, 512) and at other sizes.',
  why: 'What is printed is looked at once. What is asserted is looked at every day.',
  difficulty: 1,
  importance: 2,
  minutes: 8,
  asks: 'an experiment',
  signature: 'shapesAreRight(layer: (sizes: LayerSizes) => Record<string, readonly number[]>): boolean',
  hints: [
    'Write down the twelve shapes in letters first: x is [batch, words, width], queries are [batch, heads, words, width / heads]. What is the shape of shares?',
    'Two lists are never ===. String(a) === String(b) compares what they hold.',
    'Let a helper take the sizes, work out the twelve shapes and compare; call it at (30, 200, 512) and at sizes that are all different.',
  ],
  solution: `function shapesAreRight(layer: (sizes: LayerSizes) => Record<string, readonly number[]>): boolean {
  const rightAt = ({ batch, words, width, heads, hidden }: LayerSizes): boolean => {
    const [stream, head] = [[batch, words, width], [batch, heads, words, width / heads]];
    const expected: Record<string, readonly number[]> = {
      x: stream, queries: head, keys: head, values: head, shares: [batch, heads, words, words], attention: stream,
      gamma: [width], beta: [width], norm1: stream, inner: [batch, words, hidden], feedForward: stream, norm2: stream,
    };
    const got = layer({ batch, words, width, heads, hidden });
    return Object.keys(expected).every((name) => String(got[name]) === String(expected[name]));
  };
  return rightAt({ batch: 30, words: 200, width: 512, heads: 8, hidden: 2048 }) && rightAt({ batch: 3, words: 5, width: 12, heads: 4, hidden: 20 });
}`,
  checks: namingLastRead(
    judges<Shaped>({
      right: { name: checkNames.right, points: 30, layers: rightLayers },
      wrong: [
        { name: checkNames.attention, points: 40, layers: wrongAttention },
        { name: checkNames.rest, points: 30, layers: wrongRest },
      ],
      telling: tellingLayers,
      known: wrongExperiments,
    }),
  ),
  wrong: wrongExperiments,
  right: rightExperiments,
};
