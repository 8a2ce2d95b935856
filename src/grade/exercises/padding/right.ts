import { gradient } from '../../../autograd/gradient.js';
import { Tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import type { RightVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import type { SentenceLayer } from '../statistics-over.js';

/** What is asked for. */
export type PaddingExperiment = Experiment<SentenceLayer>;

/** How many words each of the three sentences has; up to five places it is padded. */
export const lengths: readonly number[] = [5, 3, 2];
const [places, features] = [5, 4];

const words = stream('words', 1).normals([3, places, features]);

/** Calls `use` for every number, with the place where it stands. */
function forEachNumber(use: (i: number, sentence: number, place: number) => void): void {
  for (let i = 0; i < words.data.length; i++) {
    const row = Math.floor(i / features);
    use(i, Math.floor(row / places), row % places);
  }
}

/** The batch with its padding filled by this. */
export function padded(fill: (i: number) => number): Tensor {
  const data = words.data.slice();
  forEachNumber((i, n, t) => {
    if (t >= lengths[n]) data[i] = fill(i);
  });
  return new Tensor({ ...words, data });
}

const noise = stream('padding', 1).normals(words.shape, { deviation: 3 }).data;
export const zeros: Tensor = padded(() => 0);
export const noisy: Tensor = padded((i) => noise[i]);

type Which = (sentence: number, place: number) => boolean;
export const isWord: Which = (n, t) => t < lengths[n];

/** The largest difference of two answers at the places that `which` picks. */
export function moves(y: Tensor, z: Tensor, which: Which = isWord): number {
  let most = 0;
  forEachNumber((i, n, t) => {
    if (which(n, t)) most = Math.max(most, Math.abs(y.data[i] - z.data[i]));
  });
  return most;
}

const otherPadding: PaddingExperiment = (layer) => moves(layer(zeros), layer(noisy)) < 1e-9;

/** Other numbers in the padding of one sentence after the other. */
const sentenceBySentence: PaddingExperiment = (layer) =>
  lengths.every((_, n) => {
    const changed = padded((i) => (Math.floor(i / (places * features)) === n ? noise[i] : 0));
    return moves(layer(zeros), layer(changed)) < 1e-9;
  });

/** What arrives at the padding from the words. */
const byGradients: PaddingExperiment = (layer) => {
  const x = padded((i) => noise[i]);
  const y = layer(x);
  const dy = new Tensor(stream('dy', 1).normals(y.shape));
  forEachNumber((i, n, t) => {
    if (!isWord(n, t)) dy.data[i] = 0;
  });
  const [dx] = gradient(y, [x], { dy });
  return moves(dx, new Tensor({ ...words, data: words.data.map(() => 0) }), (n, t) => !isWord(n, t)) < 1e-9;
};

const oneNumberAtATime: PaddingExperiment = (layer) => {
  const y = layer(zeros);
  let stays = true;
  forEachNumber((i, n, t) => {
    if (!isWord(n, t) && moves(y, layer(padded((k) => (k === i ? 1 : 0)))) > 1e-9) stays = false;
  });
  return stays;
};

/** Experiments that do, each in its own way. */
export const rightExperiments: readonly RightVersion<PaddingExperiment>[] = [
  { name: 'other numbers in the padding', candidate: otherPadding },
  { name: 'in one sentence after the other', candidate: sentenceBySentence },
  { name: 'by gradients', candidate: byGradients },
  { name: 'one padded number at a time', candidate: oneNumberAtATime },
];
