import * as nn from '../../src/nn/index.js';
import { tensor } from '../../src/index.js';
import type { Tensor } from '../../src/index.js';

const x = tensor([[0.3, -1.2, 0.8]]);
const weight = tensor([[1], [2], [3]]);
const image = tensor([
  [
    [
      [1, 2],
      [3, 4],
    ],
  ],
]);

/** A call of each function that is one operation. */
const calls: Readonly<Record<string, () => Tensor>> = {
  gelu: () => nn.gelu(x),
  silu: () => nn.silu(x),
  sigmoid: () => nn.sigmoid(x),
  softplus: () => nn.softplus(x),
  softmax: () => nn.softmax(x),
  logSoftmax: () => nn.logSoftmax(x),
  linear: () => nn.linear({ x, weight }),
  crossEntropy: () => nn.crossEntropy({ logits: x, targets: tensor([1]) }),
  zLoss: () => nn.zLoss(x),
  conv2d: () => nn.conv2d({ x: image, weight: image }),
};

/** The operations of a graph, the last one first. */
function operations(y: Tensor): string[] {
  const { node } = y;
  return node ? [node.op, ...node.inputs.flatMap(operations)] : [];
}

test.each(Object.entries(calls))('%s stands in a graph under its own name', (name, call) => {
  expect(operations(call())).toContain(name);
});
