/** What a function makes of shapes, whatever its numbers are. */
import { Tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import { formatShape } from '../../../tensor/shape.js';
import type { Shape } from '../../../tensor/shape.js';
import { said } from '../../grading.js';
import { isNotYetWritten } from '../../not-yet-written.js';
import type { OverFunction } from './right.js';

/** A shape of x, and a shape that it should end in. */
export type Pair = readonly [of: Shape, shape: Shape];

/** An answer, and what it was given for. */
export interface Answer {
  readonly kind:
    | 'refused'
    | 'refused, one shape named'
    | 'refused without words'
    | 'answered'
    | 'stopped'
    | 'given back'
    | 'a text given back';
  readonly input: string;
  readonly got: string;
}

/** Asks about each pair. */
export function asked(candidate: OverFunction, pairs: readonly Pair[], seed: number): readonly Answer[] {
  return pairs.map(([of, shape], i) => {
    const x = new Tensor(stream('normalize-over exercise, shapes', 10 * seed + i).normals(of));
    const input = `x of shape ${formatShape(of)}, shape ${formatShape(shape)}`;
    try {
      return { input, ...given(candidate(x, [...shape], 1e-5), x) };
    } catch (error) {
      if (isNotYetWritten(error)) throw error;
      return { input, kind: thrown(error, [of, shape]), got: said(error) };
    }
  });
}

function given(y: unknown, x: Tensor): Pick<Answer, 'kind' | 'got'> {
  if (typeof y === 'string' || y instanceof Error) return { kind: 'a text given back', got: `'${said(y)}'` };
  if (y === x) return { kind: 'given back', got: 'x itself' };
  return {
    kind: 'answered',
    got: y instanceof Tensor ? `numbers of shape ${formatShape(y.shape)}` : said(y),
  };
}

/** An operation that cannot go on is no refusal; the layer of the library is one, since it compares shapes itself. */
const stops = /^(add|broadcastTo|concat|div|matmul|mean|mul|pow|reshape|slice|sqrt|sub|sum|Tensor|tensor): /;

function thrown(error: unknown, [of, shape]: Pair): Answer['kind'] {
  const message = said(error);
  if (stops.test(message)) return 'stopped';
  const lengths = [...shape, ...of.slice(-shape.length)];
  if (lengths.every((length) => message.includes(String(length)))) return 'refused';
  if (error instanceof TypeError || error instanceof ReferenceError) return 'stopped';
  return /\d/.test(message) ? 'refused, one shape named' : 'refused without words';
}

/** True where a function said no, in whatever words. */
export const isRefusal = ({ kind }: Answer): boolean => kind.startsWith('refused');

/** Which pairs were refused, and what became of the others: two functions that compare alike have the same. */
export const comparing = (answers: readonly Answer[]): string =>
  answers
    .map((answer) => (isRefusal(answer) ? 'refused' : answer.kind.replace('stopped', 'answered')))
    .join();
