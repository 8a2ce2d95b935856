/** Models to listen to: their outputs are small enough to work out. */
import { Module } from '../../../autograd/module.js';
import type { Layer } from '../../../autograd/module.js';
import { add } from '../../../autograd/ops/add.js';
import { mul } from '../../../autograd/ops/mul.js';
import { relu } from '../../../autograd/ops/relu.js';
import { sub } from '../../../autograd/ops/sub.js';
import { tensor } from '../../../autograd/tensor.js';
import type { Tensor } from '../../../autograd/tensor.js';

/** What is told of one call of one module. */
export interface ModuleStatistics {
  readonly path: string;
  /** √mean square of what it gave. */
  readonly size: number;
  /** The share of exact zeros in it. */
  readonly dead: number;
}

/** The function the exercise asks for. */
export type StatisticsFunction = (model: Layer, x: Tensor) => ModuleStatistics[];

class Scale extends Module {
  readonly weight: Tensor;
  constructor(factor: number) {
    super();
    this.weight = tensor(factor);
  }
  forward(x: Tensor): Tensor {
    return mul(x, this.weight);
  }
}

class Bend extends Module {
  forward(x: Tensor): Tensor {
    return relu(sub(x, 0.5));
  }
}

/** Two steps, the second of them declared first. */
class Block extends Module {
  readonly bend: Bend = new Bend();
  readonly scale: Scale;
  constructor(factor: number) {
    super();
    this.scale = new Scale(factor);
  }
  forward(x: Tensor): Tensor {
    return add(x, this.bend.forward(this.scale.forward(x)));
  }
}

/** Blocks in a list, and a module that is called twice; in training it does something of its own. */
class Model extends Module {
  readonly blocks: readonly Block[] = [new Block(2), new Block(-3)];
  readonly last: Scale = new Scale(0.5);
  calls = 0;
  forward(x: Tensor): Tensor {
    this.calls += 1;
    const y = this.blocks.reduce((below, block) => block.forward(below), x);
    return this.last.forward(this.last.forward(this.training ? y : mul(y, 0.5)));
  }
}

/** A fresh model. */
export const deepModel = (): Model => new Model();

/** One that has two parts and nothing below them. */
export const flatModel = (): Layer => new Block(1.5);
