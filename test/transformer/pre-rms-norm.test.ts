import { ndarray, preRMSNormState, RMSNorm, stream, TokenTransformer } from '../../src/index.js';
import type { PlacementName, TokenTransformerOptions } from '../../src/index.js';
import { largestDifference, randomized } from './models.js';

const random = stream('pre-rms-norm', 1);
const sizes = { vocabulary: 7, length: 6, width: 8, hidden: 12, heads: 2, depth: 3 };
const tokens = ndarray([1, 2, 3, 4, 5, 6, 0, 3, 3, 1, 6, 2], [2, 6]);
const made = (options: Partial<TokenTransformerOptions> = {}): TokenTransformer =>
  randomized(new TokenTransformer({ ...sizes, random, ...options }));
const converted = (): TokenTransformer => made({ norm: (C) => new RMSNorm(C) });

test('a Pre-LN model and its Pre-RMSNorm model give the same logits', () => {
  const model = made();
  const other = converted();
  other.loadStateDict(preRMSNormState(model.stateDict()));
  expect(largestDifference(model.forward(tokens), other.forward(tokens))).toBeLessThan(1e-12);
});

test('each of the two steps is needed: writers without a mean, and β in the layers that read', () => {
  const model = made();
  const state = preRMSNormState(model.stateDict());
  const differs = (path: RegExp): number => {
    const other = converted();
    const partly = new Map(
      [...state].map(([name, value]) => [
        name,
        path.test(name) ? (model.stateDict().get(name) ?? value) : value,
      ]),
    );
    other.loadStateDict(partly);
    return largestDifference(model.forward(tokens), other.forward(tokens));
  };
  for (const path of [
    /^embedding/,
    /^position/,
    /output\.weight/,
    /output\.bias/,
    /second\.weight/,
    /second\.bias/,
  ])
    expect([path, differs(path) > 1e-3]).toEqual([path, true]);
  for (const path of [/query\.bias/, /value\.bias/, /first\.bias/, /readout\.bias/])
    expect([path, differs(path) > 1e-3]).toEqual([path, true]);
});

test('the state of the model stays as it was', () => {
  const model = made();
  const [before, state] = [model.stateDict(), model.stateDict()];
  preRMSNormState(state);
  expect(state).toEqual(before);
});

test.each(['post', 'none'] as PlacementName[])(
  'the state of another placement is refused: %s',
  (placement) => {
    expect(() => preRMSNormState(made({ placement }).stateDict())).toThrow('found no β of its norms');
  },
);

test('a state that lacks a layer is refused', () => {
  const state = made().stateDict();
  state.delete('readout.bias');
  expect(() => preRMSNormState(state)).toThrow('the state lacks readout');
});
