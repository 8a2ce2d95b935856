/** Layers that are no norm at all. What an experiment says of them tells what it looks at. */
import { add, mul, slice, tensor } from '../../autograd/index.js';
import type { Tensor } from '../../autograd/index.js';
import { layerNorm } from '../../norm/layer-norm.js';
import type { Specimen } from '../judging.js';
import { mapNumbers } from '../arrays/plain.js';

const odd = <F>(
  name: string,
  layer: F,
): { readonly name: string; readonly layer: F; readonly says: string } => ({
  name,
  layer,
  says: '',
});

type TensorLayer = (x: Tensor) => Tensor;

/** Over tensors of two axes. */
export const oddTensorLayers: readonly Specimen<TensorLayer>[] = [
  odd('gives x back', (x: Tensor) => x),
  odd('gives zeros', (x: Tensor) => mul(x, 0)),
  odd('gives no numbers', (x: Tensor) => mul(x, NaN)),
  odd('gives the first row only', (x: Tensor) => slice(x, { axis: 0, start: 0, end: 1 })),
  odd('gives one number', () => tensor([[1]])),
  odd('adds one to a norm', (x: Tensor) => add(layerNorm({ x }), 1)),
  {
    name: 'is another one in every call',
    says: '',
    get layer(): TensorLayer {
      let calls = 0;
      return (x) => add(x, calls++);
    },
  },
];

type ArrayLayer<T> = (x: T) => T;

/** Over nested arrays. */
export function oddArrayLayers<T extends readonly unknown[]>(): readonly Specimen<ArrayLayer<T>>[] {
  const everywhere =
    (f: (value: number) => number): ArrayLayer<T> =>
    (x) =>
      mapNumbers(x, f) as T;
  return [
    odd(
      'gives x back',
      everywhere((value) => value),
    ),
    odd(
      'gives zeros',
      everywhere(() => 0),
    ),
    odd(
      'gives no numbers',
      everywhere(() => NaN),
    ),
    odd('gives the first item only', ((x: T) => x.slice(0, 1)) as unknown as ArrayLayer<T>),
    odd('gives sizes without signs', everywhere(Math.abs)),
    {
      name: 'is another one in every call',
      says: '',
      get layer(): ArrayLayer<T> {
        let calls = 0;
        return (x) => mapNumbers(x, (value) => value + calls++) as T;
      },
    },
  ];
}
