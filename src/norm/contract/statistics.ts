import { gradient } from '../../autograd/gradient.js';
import { Tensor } from '../../autograd/tensor.js';
import { filled, mapped, ndarray, zerosLike } from '../../tensor/ndarray.js';
import { stream } from '../../tensor/random.js';
import { stridesOf } from '../../tensor/shape.js';
import type { Shape } from '../../tensor/shape.js';
import type { Norm } from '../registry.js';
import { largestDifference, randomInputs, sharing } from './inputs.js';
import type { Finding } from './inputs.js';

/**
 * A number of x reaches all of y that shares its statistic, and nothing else; a number of dy likewise on the way back,
 * but that a detached statistic does not carry it.
 */
export function sharedStatistics(norm: Norm, seed: number): Finding[] {
  const [shape] = norm.shapes;
  const inputs = randomInputs(norm, shape, seed);
  const y = norm.apply(inputs, { eps: 0.1 });
  const members = sharing(norm, shape);
  const forward = members.flatMap((places) => {
    const x = moved(inputs.x, (value, place) => (place === places[0] ? value + 1 : value));
    return reached(y, norm.apply({ ...inputs, x }, { eps: 0.1 }), places).map(
      (what) => `a number of x ${what}`,
    );
  });
  const back = members.flatMap((places) => {
    const dy = zerosLike(y);
    dy.data[places[0]] = 1;
    const [dx] = gradient(y, [inputs.x], { dy: new Tensor(dy) });
    return reached(new Tensor(zerosLike(dx)), dx, norm.detaches ? [] : places, places).map(
      (what) => `on the way back, a number of y ${what}`,
    );
  });
  return [...new Set([...forward, ...back])];
}

function reached(
  before: Tensor,
  after: Tensor,
  places: readonly number[],
  allowed: readonly number[] = places,
): Finding[] {
  const changed = (place: number): boolean => before.data[place] !== after.data[place];
  const outside = before.data.findIndex((_, place) => changed(place) && !allowed.includes(place)) >= 0;
  return [
    ...(outside ? ['reaches numbers that do not share its statistic'] : []),
    ...(places.every(changed) ? [] : ['does not reach all that share its statistic']),
  ];
}

/** Each group of numbers with one statistic is shifted, or scaled, by an amount of its own. */
export function invariances(norm: Norm, seed: number): Finding[] {
  const [shape] = norm.shapes;
  const inputs = randomInputs(norm, shape, seed);
  const statisticOf = norm.statisticOf(shape);
  const y = norm.apply(inputs, { eps: 0 });
  const changes = {
    shift: (value: number, place: number) => value + 7 + statisticOf(place),
    scale: (value: number, place: number) => value * (4 + statisticOf(place)),
  };
  return (['shift', 'scale'] as const).flatMap((name) => {
    const x = moved(inputs.x, changes[name]);
    const same = largestDifference(y, norm.apply({ ...inputs, x }, { eps: 0 })) < 1e-11;
    const declared = norm.invariantTo.includes(name);
    return same === declared
      ? []
      : [
          `declared ${declared ? '' : 'not '}invariant to a ${name} of x, but the output ${same ? 'stays' : 'moves'}`,
        ];
  });
}

/** Numbers that share a statistic and are all equal: their variance is 0. */
export function constantNumbers(norm: Norm, seed: number): Finding[] {
  const [shape] = norm.shapes;
  const { gamma, beta } = randomInputs(norm, shape, seed);
  const statisticOf = norm.statisticOf(shape);
  const x = moved(new Tensor(filled(shape, 0.1)), (value, place) => value * (1 + statisticOf(place)));
  const y = norm.apply({ x, gamma, beta }, { eps: 1e-5 });
  const [dx] = gradient(y, [x], { dy: new Tensor(stream('constant', seed).normals(shape)) });
  const finite = [...y.data, ...dx.data].every(Number.isFinite);
  const wanted = norm.parameters.includes('beta') ? beta : new Tensor(mapped(beta, () => 0));
  const isBeta = largestDifference(y, spread(wanted, shape, norm.channelAxis)) < 1e-9;
  return [
    ...(finite ? [] : ['equal numbers give a number that is not finite']),
    ...(norm.centres && !isBeta ? ['equal numbers do not give β'] : []),
  ];
}

/** One number per channel repeated over the other axes. */
function spread(vector: Tensor, shape: Shape, channelAxis: number): Tensor {
  const axis = channelAxis < 0 ? channelAxis + shape.length : channelAxis;
  const step = stridesOf(shape)[axis];
  return moved(
    new Tensor(filled(shape, 0)),
    (_, place) => vector.data[Math.floor(place / step) % shape[axis]],
  );
}

function moved(x: Tensor, change: (value: number, place: number) => number): Tensor {
  return new Tensor(ndarray(x.data.map(change), x.shape));
}
