import { Tensor } from '../../../autograd/tensor.js';
import { callsOf, trusts } from '../../museum/noticing.js';
import type { Decode } from './decoder.js';
import { rightDecoders } from './layers.js';
import type { CacheExperiment } from './layers.js';

/** What is wrong with the caches that an experiment hands over, if that shows in its calls. */
export function notice(experiment: CacheExperiment): string | undefined {
  const [{ layer: right }] = rightDecoders;
  const calls = callsOf<Decode>(experiment, right);
  const lengths = calls.map(([words]) => (words instanceof Tensor ? words.shape[0] : NaN));
  const isPiece = lengths.map((length) => length < Math.max(...lengths));
  const caches = calls.flatMap(([, cache]) => cache ?? []);
  const believes = trusts(experiment, right);
  if (caches.length === 0) {
    if (believes) return 'without a cache';
    return isPiece.includes(true) ? 'pieces without a cache' : undefined;
  }
  if (new Set(caches).size < caches.length) return undefined;
  const isCut = calls.some(([, cache], i) => cache && isPiece[i]);
  if (isCut) return believes ? undefined : 'a new cache for every word';
  return believes ? 'the whole sentence with an empty cache' : undefined;
}
