/** A process of its own: `kept-run.ts FILE UNTIL` takes a run up where FILE kept it and prints each loss as its bits. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import {
  Adam,
  crossEntropy,
  Dropout,
  LayerNorm,
  Linear,
  resumable,
  Sequential,
  stream,
  Tensor,
  warmUp,
} from '../../src/index.js';
import type { Checkpoint } from '../../src/index.js';

const [file, until] = [process.argv[2], Number(process.argv[3])];
const random = stream('weights', 1);
const model = new Sequential([
  new Linear(4, 8, { random }),
  new LayerNorm(8),
  new Dropout(0.3, { random: stream('dropout', 1) }),
  new Linear(8, 3, { random }),
]);
const optimizer = new Adam(model.namedParameters(), { learningRate: 0.05 });
const run = resumable(
  {
    model,
    optimizer,
    steps: 20,
    schedule: warmUp(15),
    loss: (step) => {
      const from = stream('data', 1).substream(step);
      const x = new Tensor(from.normals([6, 4]));
      const targets = { data: Float64Array.from({ length: 6 }, () => from.integer(3)), shape: [6] };
      return crossEntropy({ logits: model.forward(x), targets: { ...targets, dtype: 'float64' } });
    },
  },
  {
    load: () => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Checkpoint) : undefined),
    save: (kept) => writeFileSync(file, JSON.stringify(kept)),
    now: () => Date.now() / 1000,
  },
);
for (const { step, loss } of run) {
  console.log(Buffer.from(Float64Array.of(loss).buffer).toString('hex'));
  if (step + 1 === until) break;
}
