/** Batches that lie on several workers, mixed or by class. */
import type { Stream } from '../tensor/random.js';
import type { Examples } from '../train/examples.js';

/** How an epoch is dealt out. */
export interface Dealing {
  /** Of one worker. */
  readonly size: number;
  /** Whether all that one worker gets at once is of one class. */
  readonly sorted: boolean;
  readonly random: Stream;
}

/**
 * The rows of one epoch, batch by batch, in random order. What is left when no full batch can be made of it, of a class
 * where batches are sorted, is not used.
 */
export function dealt({ targets }: Examples, { size, sorted, random }: Dealing): number[][] {
  const order = random.permutation(targets.data.length);
  const classes = [...new Set(targets.data)].sort((a, b) => a - b);
  const heaps = sorted ? classes.map((one) => order.filter((n) => targets.data[n] === one)) : [order];
  const batches = heaps.flatMap((rows) =>
    Array.from({ length: Math.floor(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size)),
  );
  return random.permutation(batches.length).map((i) => batches[i]);
}
