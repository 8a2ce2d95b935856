import type { Specimen } from '../../judging.js';
import { everyOther, inPieces, ofTheLibrary } from './layers.js';
import type { Layer } from './layers.js';

/** Tell experiments apart; nobody is graded by them. */
export const telling: readonly Specimen<Layer>[] = [
  { name: 'what was kept', layer: (_, kept) => kept, says: '' },
  { name: 'zeros', layer: (_, kept) => kept.map(() => 0), says: '' },
  { name: 'no numbers', layer: (_, kept) => kept.map(() => NaN), says: '' },
  { name: 'channels in pieces', layer: inPieces, says: '' },
  { name: 'channels last', layer: everyOther, says: '' },
  {
    name: 'a thousandth too much',
    layer: (...given) => ofTheLibrary(...given).map((v) => 1.001 * v),
    says: '',
  },
  { name: 'a fiftieth too much', layer: (...given) => ofTheLibrary(...given).map((v) => 1.02 * v), says: '' },
  { name: 'far too much', layer: (...given) => ofTheLibrary(...given).map((v) => 1000 * v), says: '' },
  { name: 'the first channel only', layer: (...given) => ofTheLibrary(...given).slice(0, 1), says: '' },
];
