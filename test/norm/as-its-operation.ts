/** What every module keeps to that is its operation with parameters of its own. */
import { gradient, stream, Tensor, toPyTorch } from '../../src/index.js';
import type { Module } from '../../src/index.js';

/** The parameters of a module by name. */
export type Own = Readonly<Record<string, Tensor>>;

/**
 * With random parameters the module computes what the operation computes with the same, its parameters have the
 * gradients of those of the operation, every number of them one, and another module takes its state over.
 */
export function expectAsItsOperation<M extends Module>(
  make: () => M,
  forward: (module: M) => Tensor,
  operation: (own: Own) => Tensor,
): void {
  const [module, other] = [make(), make()];
  for (const [name, parameter] of module.namedParameters())
    parameter.data.set(stream(name, 1).normals(parameter.shape, { mean: 1 }).data);
  const own: Own = Object.fromEntries(module.namedParameters());
  const [y, wanted] = [forward(module), operation(own)];
  expect([y.shape, y.data]).toEqual([wanted.shape, wanted.data]);

  const dy = new Tensor(stream('dy', 1).normals(y.shape));
  const back = (from: Tensor): unknown[] =>
    gradient(from, Object.values(own), { dy }).map(({ data }) => data);
  expect(back(y)).toEqual(back(wanted));
  for (const { data } of gradient(y, Object.values(own), { dy }))
    expect(data.every((value) => value !== 0)).toBe(true);

  if (module.namedParameters().size > 0) expect(forward(other).data).not.toEqual(y.data);
  other.loadStateDict(module.stateDict());
  expect(forward(other).data).toEqual(y.data);
}

/** What a module holds at the start: each parameter as it is printed. */
export const atTheStart = (module: Module): Readonly<Record<string, readonly number[]>> =>
  Object.fromEntries([...module.namedParameters()].map(([name, { data }]) => [name, [...data]]));

/** The names that PyTorch has for what a module holds. */
export const namesInPyTorch = (module: Module): readonly string[] => [...toPyTorch(module).keys()];
