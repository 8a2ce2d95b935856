import type { Specimen } from '../../judging.js';
import { sound } from './layers.js';
import type { Derivation } from './layers.js';

const times =
  (factor: (k: number) => number): Derivation =>
  (k, ...inputs) =>
    sound(k, ...inputs).map((value) => factor(k) * value);

/** Tell apart what experiments look at; nobody is graded by them. */
export const telling: readonly Specimen<Derivation>[] = [
  { name: 'one half more in the middle', layer: times((k) => (k === 2 ? 1.5 : 1)), says: '' },
  { name: 'a hundredth more in the middle', layer: times((k) => (k === 2 ? 1.01 : 1)), says: '' },
  { name: 'a hundred times as much in the middle', layer: times((k) => (k === 2 ? 100 : 1)), says: '' },
  { name: 'twice as much from line 1 on', layer: times((k) => (k === 0 ? 1 : 2)), says: '' },
  { name: 'another sign in every other line', layer: times((k) => (k % 2 === 0 ? 1 : -1)), says: '' },
  { name: 'zeros', layer: times(() => 0), says: '' },
  {
    name: 'falling',
    layer: (k, ...inputs) => sound(k, ...inputs).map((value) => value - k),
    says: '',
  },
  {
    name: 'rising',
    layer: (k, ...inputs) => sound(k, ...inputs).map((value) => value + k),
    says: '',
  },
];
