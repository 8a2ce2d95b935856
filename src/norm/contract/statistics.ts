import { gradient } from '../../autograd/gradient.js';
import { Tensor } from '../../autograd/tensor.js';
import { filled, zerosLike } from '../../tensor/ndarray.js';
import { stream } from '../../tensor/random.js';
import type { Norm } from '../registry/norm.js';
import { constantLike, largestDifference, moved, randomInputs, reachOf } from './inputs.js';
import type { Finding } from './inputs.js';

/**
 * A number of x reaches all of y that it is said to reach, and nothing else; a number of dy likewise on the way back,
 * but that a detached statistic does not carry it, and that numbers may be pinned.
 */
export function sharedStatistics(norm: Norm, seed: number): Finding[] {
  const [shape] = norm.shapes;
  const inputs = randomInputs(norm, shape, seed);
  const reaches = reachOf(norm, shape);
  const places = Array.from(inputs.x.data, (_, place) => place);
  const findings = places.flatMap((one) => {
    // It moves near zero: far out, a curve like tanh is so flat that nothing reaches y.
    const [x, xAfter] = [0.25, 0.5].map((near) =>
      moved(inputs.x, (value, place) => (place === one ? near : value)),
    );
    const [y, after] = [x, xAfter].map((each) => norm.apply({ ...inputs, x: each }, { eps: 0.1 }));
    const forward = places.filter((place) => y.data[place] !== after.data[place]);
    const dy = zerosLike(y);
    dy.data[one] = 1;
    const [dx] = gradient(y, [x], { dy: new Tensor(dy) });
    const back = places.filter((place) => dx.data[place] !== 0);
    const [to, from] = [places.filter((p) => reaches(one, p)), places.filter((p) => reaches(p, one))];
    return [
      ...unlike(forward, to, norm.pins ? [] : to).map((what) => `a number of x ${what}`),
      ...unlike(back, from, norm.detaches || norm.pins ? [] : from).map(
        (what) => `on the way back, a number of y ${what}`,
      ),
    ];
  });
  const all = [...new Set(findings)];
  return norm.pins && all.length === 0 && !pinsSome(norm, seed)
    ? ['declared to pin numbers, but pins none']
    : all;
}

/** Whether some number of y stays where it is though a number of x that it shares a statistic with moves a little. */
function pinsSome(norm: Norm, seed: number): boolean {
  const inputs = randomInputs(norm, norm.shapes[0], seed);
  const y = norm.apply(inputs, { eps: 0.1 });
  const x = moved(inputs.x, (value, place) => (place === 0 ? value + 1e-3 : value));
  const after = norm.apply({ ...inputs, x }, { eps: 0.1 });
  const reaches = reachOf(norm, inputs.x.shape);
  return y.data.some((value, place) => reaches(0, place) && Math.abs(value - after.data[place]) < 1e-12);
}

function unlike(reached: readonly number[], wanted: readonly number[], needed: readonly number[]): Finding[] {
  return [
    ...(reached.every((place) => wanted.includes(place))
      ? []
      : ['reaches numbers that do not share its statistic']),
    ...(needed.every((place) => reached.includes(place))
      ? []
      : ['does not reach all that share its statistic']),
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
  const inputs = randomInputs(norm, shape, seed);
  const statisticOf = norm.statisticOf(shape);
  const x = moved(new Tensor(filled(shape, 0.1)), (value, place) => value * (1 + statisticOf(place)));
  const y = norm.apply({ ...inputs, x }, { eps: 1e-5 });
  const [dx] = gradient(y, [x], { dy: new Tensor(stream('constant', seed).normals(y.shape)) });
  const finite = [...y.data, ...dx.data].every(Number.isFinite);
  const ofZeros = norm.apply({ ...inputs, x: constantLike(x, 0) }, { eps: 1e-5 });
  const same = largestDifference(y, ofZeros) < 1e-9;
  return [
    ...(finite ? [] : ['equal numbers give a number that is not finite']),
    ...(norm.centres && !same ? ['equal numbers do not give what zeros give'] : []),
  ];
}
