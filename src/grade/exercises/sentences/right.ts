import { concat } from '../../../autograd/ops/concat.js';
import { gradient } from '../../../autograd/gradient.js';
import { slice } from '../../../autograd/ops/slice.js';
import { Tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import type { RightVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import type { SentenceLayer } from '../statistics-over.js';

/** What is asked for. */
export type SentenceExperiment = Experiment<SentenceLayer>;

export const x: Tensor = new Tensor(stream('sentences', 1).normals([3, 2, 4]));
export const other: Tensor = new Tensor(
  stream('other sentences', 1).normals([3, 2, 4], { mean: 1, deviation: 2 }),
);
export const numbers: readonly number[] = [0, 1, 2];

export const sentenceOf = (y: Tensor, n: number): Tensor => slice(y, { axis: 0, start: n, end: n + 1 });

/** x with some sentences replaced by others. */
export const replaced = (which: (n: number) => boolean): Tensor =>
  concat(
    numbers.map((n) => sentenceOf(which(n) ? other : x, n)),
    { axis: 0 },
  );

/** The largest difference. */
export const distance = (a: Tensor, b: Tensor): number =>
  a.data.reduce((most, value, i) => Math.max(most, Math.abs(value - b.data[i])), 0);

/** How far sentence n of the answer moves. */
export const moves = (y: Tensor, z: Tensor, n: number): number =>
  distance(sentenceOf(y, n), sentenceOf(z, n));

const eachInTurn: SentenceExperiment = (layer) =>
  numbers.every((changed) => {
    const [y, z] = [layer(x), layer(replaced((n) => n === changed))];
    return numbers.every((n) => (n === changed ? moves(y, z, n) > 1e-3 : moves(y, z, n) < 1e-9));
  });

const allOthersInTurn: SentenceExperiment = (layer) =>
  numbers.every((kept) => {
    const [y, z] = [layer(x), layer(replaced((n) => n !== kept))];
    return moves(y, z, kept) < 1e-9 && numbers.every((n) => n === kept || moves(y, z, n) > 1e-3);
  });

/** Whether each sentence is the same alone as in the batch. */
export const sameAlone: SentenceExperiment = (layer) => {
  const y = layer(x);
  return numbers.every((n) => distance(layer(sentenceOf(x, n)), sentenceOf(y, n)) < 1e-9);
};

const eachAlone: SentenceExperiment = (layer) =>
  sameAlone(layer) && numbers.every((n) => moves(layer(x), layer(other), n) > 1e-3);

const inAnotherBatch: SentenceExperiment = (layer) => {
  const between = layer(concat([other, x, other], { axis: 0 }));
  const same = distance(slice(between, { axis: 0, start: 3, end: 6 }), layer(x)) < 1e-9;
  return same && numbers.every((n) => moves(layer(x), between, n) > 1e-3);
};

/** dy is random at one sentence and 0 elsewhere: dx should be 0 elsewhere, and not there. */
const byGradients: SentenceExperiment = (layer) =>
  numbers.every((n) => {
    const watched = new Tensor({ ...x, data: x.data.slice() });
    const y = layer(watched);
    const dy = new Tensor(stream('dy', n).normals(y.shape));
    const perSentence = y.data.length / 3;
    for (let i = 0; i < dy.data.length; i++) if (Math.floor(i / perSentence) !== n) dy.data[i] = 0;
    const [dx] = gradient(y, [watched], { dy });
    const sizes = numbers.map((m) =>
      distance(sentenceOf(dx, m), new Tensor({ ...sentenceOf(dx, m), data: new Float64Array(perSentence) })),
    );
    return sizes.every((size, m) => (m === n ? size > 1e-6 : size < 1e-9));
  });

/** Experiments that do, each in its own way. */
export const rightExperiments: readonly RightVersion<SentenceExperiment>[] = [
  { name: 'each sentence changed in turn', candidate: eachInTurn },
  { name: 'all sentences but one changed', candidate: allOthersInTurn },
  { name: 'each sentence alone', candidate: eachAlone },
  { name: 'in the middle of a larger batch', candidate: inAnotherBatch },
  { name: 'by gradients', candidate: byGradients },
];
