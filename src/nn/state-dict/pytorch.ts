/**
 * The numbers of a module under the names, and in the layouts, that PyTorch's modules have:
 *
 *     ours                                     PyTorch's
 *     gamma and beta of a norm                 weight and bias
 *     runningMean, runningVariance             running_mean, running_var
 *     weight [in, out] of a Linear             weight [out, in]
 *     layers.0.weight of a Sequential          0.weight
 *     passes of a Dropout                      –                             ours keeps its own
 *     –                                        num_batches_tracked           not needed: ours always has a momentum
 *     anything else                            the same name and layout
 *
 * Embedding [V, C] and Conv2d [O, C, h, w] are laid out alike. Attention has four linear layers, `query`, `key`, `value`
 * and `output`. PyTorch packs the first three into `in_proj_weight` and `in_proj_bias`: there `chunk(3)` cuts them apart;
 * `out_proj` is `output`.
 */
import type { Module } from '../../autograd/module.js';
import { requireSameNames } from '../../autograd/state.js';
import { requireArray, requireMap, ShapeError } from '../../tensor/errors.js';
import { zerosLike } from '../../tensor/ndarray.js';
import type { NDArray } from '../../tensor/ndarray.js';
import { formatShape, sameShape } from '../../tensor/shape.js';
import { Dropout } from '../dropout.js';
import { Linear } from '../linear.js';
import { Sequential } from '../sequential.js';

const names: Readonly<Record<string, string>> = {
  gamma: 'weight',
  beta: 'bias',
  runningMean: 'running_mean',
  runningVariance: 'running_var',
};

/** A parameter or buffer of ours and what it is in PyTorch. */
interface Entry {
  readonly path: string;
  readonly name: string;
  readonly array: NDArray;
  /** Whether PyTorch keeps the transpose. */
  readonly transposed: boolean;
}

/**
 * A copy of all parameters and buffers of a module, as PyTorch's `load_state_dict` reads them.
 *
 * @example
 * const random = stream('weights', 1);
 * const net = new Sequential([new Linear(3, 2, { random }), new BatchNorm(2)]);
 * const state = toPyTorch(net);
 * [...state.keys()]; // ["0.weight", "0.bias", "1.weight", "1.bias", "1.running_mean", "1.running_var"]
 * state.get('0.weight')?.shape; // [2, 3]
 */
export function toPyTorch(module: Module): Map<string, NDArray> {
  return new Map(
    entriesOf(module).map(({ name, array, transposed }) => [
      name,
      transposed ? transposeOf(array) : { ...array, data: array.data.slice() },
    ]),
  );
}

/**
 * Takes over the numbers of a PyTorch state dict, in place, each in the precision that the module has.
 *
 * A square weight that is transposed cannot be told from one that is not.
 *
 * @param state Arrays by PyTorch's names, as `readSafetensors` or `stateOf` gives them.
 * @throws {RangeError} if a name is missing or unknown; nothing is changed then.
 * @throws {ShapeError} if a shape differs, saying so where it is that of the transpose; nothing is changed then.
 * @throws {TypeError} if the state is no Map, or what stands in it no array; nothing is changed then.
 * @example
 * const norm = new LayerNorm(2, { eps: 0 });
 * loadPyTorch(norm, new Map([['weight', tensor([3, 4])], ['bias', tensor([0, 1])]]));
 * norm.forward(tensor([[5, 7]])); // [[-3, 5]]
 */
export function loadPyTorch(module: Module, state: ReadonlyMap<string, NDArray>): void {
  requireMap('loadPyTorch', 'the state', state, 'readSafetensors makes one of bytes, stateOf one of JSON');
  const entries = entriesOf(module);
  requireNames(entries, state);
  const own = module.stateDict();
  for (const entry of entries) own.set(entry.path, fitted(entry, state.get(entry.name) as NDArray));
  module.loadStateDict(own);
}

function entriesOf(module: Module, path: string = '', name: string = ''): Entry[] {
  const own = new Map<string, NDArray>(
    [...module.namedParameters(), ...module.namedBuffers()].filter(([field]) => !field.includes('.')),
  );
  const called = (field: string): string =>
    Object.hasOwn(names, field) && !own.has(names[field]) ? names[field] : field;
  const entries = [...(module instanceof Dropout ? [] : own)].map(([field, array]) => ({
    ...{ path: path + field, name: name + called(field), array },
    transposed: module instanceof Linear && field === 'weight',
  }));
  const below = [...module.children()].flatMap(([field, part]) => {
    const theirs = module instanceof Sequential ? field.replace(/^layers\./, '') : field;
    return entriesOf(part, `${path}${field}.`, `${name}${theirs}.`);
  });
  return [...entries, ...below];
}

function requireNames(entries: readonly Entry[], state: ReadonlyMap<string, NDArray>): void {
  const ours = new Set(entries.map(({ name }) => name));
  const counted = (name: string): boolean =>
    name.endsWith('num_batches_tracked') && ours.has(name.replace('num_batches_tracked', 'running_mean'));
  const given = [...state.keys()].filter((name) => !counted(name));
  const packed = given.some((name) => !ours.has(name) && /in_proj_(weight|bias)$/.test(name));
  const remedy = packed ? 'Cut in_proj into query, key and value with chunk(3)' : '';
  requireSameNames('loadPyTorch', 'module', ours, given, remedy);
}

/** The numbers of the state as ours are laid out. */
function fitted({ name, array, transposed }: Entry, given: NDArray): NDArray {
  requireArray('loadPyTorch', name, given);
  const expected = transposed ? [...array.shape].reverse() : array.shape;
  if (!sameShape(expected, given.shape)) {
    const turned = sameShape([...expected].reverse(), given.shape);
    const why = transposed ? ': PyTorch keeps the weight of a linear layer as [out, in]' : '';
    const remedy = turned ? `It looks transposed${why}` : '';
    throw new ShapeError('loadPyTorch', name, formatShape(expected), given.shape, remedy);
  }
  return transposed ? transposeOf(given) : given;
}

function transposeOf(x: NDArray): NDArray {
  const [rows, columns] = x.shape;
  const y = zerosLike(x);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) y.data[j * rows + i] = x.data[i * columns + j];
  return { ...y, shape: [columns, rows] };
}
