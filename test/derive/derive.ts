import type * as Alphabet from '../../src/derive/alphabet.js';
import type * as Check from '../../src/derive/check.js';
import type * as Words from '../../src/derive/counter-example-words.js';
import type * as Errors from '../../src/derive/errors.js';
import type * as Evaluate from '../../src/derive/evaluate.js';
import type * as Decimals from '../../src/derive/fields/decimals.js';
import type * as Degrees from '../../src/derive/fields/degrees.js';
import type * as Dual from '../../src/derive/fields/dual.js';
import type * as Finite from '../../src/derive/fields/finite.js';
import type * as Float64 from '../../src/derive/fields/float64.js';
import type * as Judge from '../../src/derive/judge.js';
import type * as Parse from '../../src/derive/parse.js';
import type * as Points from '../../src/derive/point.js';
import type * as Print from '../../src/derive/print.js';
import type * as Randoms from '../../src/derive/random.js';
import type * as ReadLetters from '../../src/derive/read-letters.js';
import type * as Shape from '../../src/derive/shape.js';
import type * as TestPointsModule from '../../src/derive/test-points.js';
import type * as Vectors from '../../src/derive/vectors.js';

/** What the facts look at: the functions of the checker, from one copy of its source. */
export type Derive = typeof Alphabet &
  typeof Check &
  typeof Words &
  typeof Errors &
  typeof Evaluate &
  typeof Decimals &
  typeof Degrees &
  typeof Dual &
  typeof Finite &
  typeof Float64 &
  typeof Judge &
  typeof Parse &
  typeof Points &
  typeof Print &
  typeof Randoms &
  typeof ReadLetters &
  typeof Shape &
  typeof TestPointsModule &
  typeof Vectors;

/** Things that are true of the checker, each checked on the copy it is handed: the real one, or one with a planted bug. */
export type Facts = Readonly<Record<string, (of: Derive) => void>>;

const files = [
  'alphabet',
  'check',
  'counter-example-words',
  'errors',
  'evaluate',
  'fields/decimals',
  'fields/degrees',
  'fields/dual',
  'fields/finite',
  'fields/float64',
  'judge',
  'parse',
  'point',
  'print',
  'random',
  'read-letters',
  'shape',
  'test-points',
  'vectors',
];

/** The functions of a copy whose modules `load` hands out. */
export const deriveFrom = (load: (file: string) => unknown): Derive =>
  Object.assign({}, ...files.map(load)) as Derive;

export const derive: Derive = deriveFrom((file) => jest.requireActual(`../../src/derive/${file}.ts`));
