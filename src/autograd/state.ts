/** The numbers of a module or an optimizer by name: taken over as a whole, or not at all. */
import { requireArray, requireMap, ShapeError } from '../tensor/errors.js';
import type { NDArray } from '../tensor/ndarray.js';
import { formatShape, sameShape, sizeOf } from '../tensor/shape.js';

/** What to do about a name that is not known, and about a shape that is that of the transpose. */
export interface Remedies {
  readonly unknown?: string;
  readonly transposed?: string;
}

/**
 * Copies the numbers of a state into arrays of the same names and shapes.
 *
 * @param owner What the arrays belong to, for the sentences.
 * @throws {RangeError} if a name is missing or unknown; nothing is changed then.
 * @throws {ShapeError} if a shape differs; nothing is changed then.
 * @throws {TypeError} if the state is no Map, or what stands in it no array; nothing is changed then.
 */
export function loadState(
  owner: 'module' | 'optimizer',
  own: ReadonlyMap<string, NDArray>,
  state: ReadonlyMap<string, NDArray>,
  { unknown, transposed = '' }: Remedies = {},
): void {
  requireMap('loadStateDict', 'the state', state, 'stateDict gives one');
  requireSameNames('loadStateDict', owner, own.keys(), state.keys(), unknown);
  for (const [name, { shape }] of own) {
    const given = state.get(name)!;
    requireArray('loadStateDict', name, given);
    const remedy = sameShape([...shape].reverse(), given.shape) ? transposed : '';
    if (!sameShape(shape, given.shape))
      throw new ShapeError('loadStateDict', name, formatShape(shape), given.shape, remedy);
    if (given.data.length !== sizeOf(shape))
      throw new RangeError(
        `loadStateDict: expected ${sizeOf(shape)} numbers for ${name} of shape ${formatShape(shape)}, got ${given.data.length}`,
      );
  }
  for (const [name, { data }] of own) data.set(state.get(name)!.data);
}

/**
 * Says what a state lacks, and what its owner does not have: three names of each.
 *
 * @throws {RangeError} if a name is missing or unknown.
 */
export function requireSameNames(
  op: string,
  owner: string,
  own: Iterable<string>,
  given: Iterable<string>,
  remedy: string = '',
): void {
  const [ours, theirs] = [new Set(own), new Set(given)];
  const missing = [...ours].filter((name) => !theirs.has(name));
  const unknown = [...theirs].filter((name) => !ours.has(name));
  const said = [
    ...(missing.length > 0 ? [`the state lacks ${listed(missing)}`] : []),
    ...(unknown.length > 0 ? [`the ${owner} has no ${listed(unknown)}`] : []),
  ];
  const toDo = unknown.length > 0 && remedy ? `. ${remedy}` : '';
  if (said.length > 0) throw new RangeError(`${op}: ${said.join(', and ')}${toDo}`);
}

function listed(found: readonly string[]): string {
  const rest = found.length - 3;
  return found.slice(0, 3).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
