import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BatchNorm,
  Conv2d,
  Dropout,
  Embedding,
  GroupNorm,
  LayerNorm,
  Linear,
  ReLU,
  RMSNorm,
  Sequential,
  Sigmoid,
  SiLU,
  stream,
} from '../../../src/index.js';
import type { PlainArray, PlainState } from '../../../src/index.js';

const folder = join(__dirname, '../../golden/state-dicts');

/** What PyTorch saved, byte by byte. */
export const saved = (name: string): Uint8Array => readFileSync(join(folder, `${name}.safetensors`));

/** What PyTorch computes. */
export const { cases } = JSON.parse(readFileSync(join(folder, 'state-dicts.json'), 'utf8')) as {
  cases: Record<'rows' | 'images', { x: PlainArray; y: PlainArray; state: PlainState }> & {
    odd: { state: PlainState };
  };
};

const random = stream('weights', 1);

/** The networks of the files, with other numbers. */
export const nets = {
  rows: (): Sequential => {
    const inner = [new RMSNorm(6), new Linear(6, 5, { random, bias: false }), new LayerNorm(5)];
    const chain = [
      new Linear(4, 6, { random }),
      new SiLU(),
      new Dropout(0.5, { random }),
      new Sequential(inner),
    ];
    return new Sequential([new Embedding(7, 4, { random }), ...chain, new Linear(5, 3, { random })]);
  },
  images: (): Sequential => {
    const dtype = 'float32';
    return new Sequential([
      new Conv2d(2, 4, 3, { stride: 2, padding: 1, random, dtype }),
      new BatchNorm(4, { dtype }),
      new ReLU(),
      new Conv2d(4, 6, [1, 2], { bias: false, random, dtype }),
      new GroupNorm(2, 6, { dtype }),
      new Sigmoid(),
    ]);
  },
};
