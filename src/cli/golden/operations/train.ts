import { Adam, AdamW, clipGradNorm, ndarray, RMSprop, SGD, Tensor } from '../../../index.js';
import type { NDArray, Optimizer } from '../../../index.js';
import { number } from './attributes.js';
import type { Attributes, ByName, Operation } from './operation.js';

/** The optimizers and the clipping of the golden files. */
export const train: Readonly<Record<string, Operation>> = {
  optimizer: {
    needs: ['p0', 'grads'],
    attributes: ['name', 'hyper'],
    k: 16, // Each step rounds the parameter once; what is rounded in the memory reaches it times the learning rate.
    run: trained,
  },
  clip_grad_norm: {
    needs: ['g0'],
    attributes: ['max_norm', 'eps'],
    k: 1, // The norm is summed in float64: every number is rounded once, when it is stored.
    run: clipped,
  },
};

/** The parameter after each step, one row a step. */
function trained({ p0, grads }: ByName, { name, hyper }: Attributes): ByName {
  const p = new Tensor({ ...p0, data: p0.data.slice() });
  const optimizer = optimizerOf(String(name), p, (hyper ?? {}) as Attributes);
  const after: NDArray = { ...grads, data: grads.data.slice() };
  for (let at = 0; at < grads.data.length; at += p.data.length) {
    p.grad = new Tensor({ ...p, data: grads.data.slice(at, at + p.data.length) });
    optimizer.step();
    after.data.set(p.data, at);
  }
  return { p: new Tensor(after) };
}

/** What stands in `hyper` may be left out where PyTorch has a value for it. */
function optimizerOf(name: string, p: Tensor, hyper: Attributes): Optimizer {
  const [parameters, [family]] = [new Map([['p', p]]), name.split('-')];
  const given = (key: string, standard: number): number =>
    hyper[key] === undefined ? standard : number(key, hyper[key]);
  const learningRate = number('lr', hyper.lr);
  const weightDecay = given('weight_decay', family === 'adamw' ? 0.01 : 0);
  const [eps, alpha, momentum] = [given('eps', 1e-8), given('alpha', 0.99), given('momentum', 0)];
  const betas = pair('betas', hyper.betas ?? [0.9, 0.999]);
  requireKnown(family, hyper);
  if (family === 'adam') return new Adam(parameters, { learningRate, betas, eps, weightDecay });
  if (family === 'adamw') return new AdamW(parameters, { learningRate, betas, eps, weightDecay });
  if (family === 'rmsprop')
    return new RMSprop(parameters, { learningRate, alpha, eps, momentum, weightDecay });
  const nesterov = family === 'nesterov' || hyper.nesterov === true;
  return new SGD(parameters, { learningRate, momentum, nesterov, weightDecay });
}

const known: Readonly<Record<string, readonly string[]>> = {
  sgd: ['lr', 'momentum', 'weight_decay', 'nesterov'],
  nesterov: ['lr', 'momentum', 'weight_decay', 'nesterov'],
  adam: ['lr', 'betas', 'eps', 'weight_decay'],
  adamw: ['lr', 'betas', 'eps', 'weight_decay'],
  rmsprop: ['lr', 'alpha', 'eps', 'momentum', 'weight_decay'],
};

/** What the library does not have may stand there only where it is switched off, as PyTorch writes its defaults. */
function requireKnown(family: string, hyper: Attributes): void {
  if (!Object.hasOwn(known, family))
    throw new RangeError(`expected name to begin with ${Object.keys(known).join(', ')}, got "${family}"`);
  for (const [name, value] of Object.entries(hyper))
    if (!known[family].includes(name) && value !== 0 && value !== false && value !== null)
      throw new RangeError(`expected hyper to hold ${known[family].join(', ')}, got "${name}"`);
}

function pair(name: string, value: unknown): [number, number] {
  const [first, second] = Array.isArray(value) ? (value as unknown[]) : [];
  return [number(`${name}[0]`, first), number(`${name}[1]`, second)];
}

function clipped(inputs: ByName, { max_norm, eps }: Attributes): ByName {
  const parameters = new Map(
    Object.entries(inputs).map(([name, gradient]) => {
      const parameter = new Tensor(gradient);
      parameter.grad = gradient;
      return [name, parameter];
    }),
  );
  const small = eps === undefined ? {} : { eps: number('eps', eps) };
  const norm = clipGradNorm(parameters, number('max_norm', max_norm), small);
  const results: Record<string, Tensor> = { norm: new Tensor(ndarray([norm], [], inputs.g0.dtype)) };
  for (const [name, { grad }] of parameters) if (grad) results[name] = grad;
  return results;
}
