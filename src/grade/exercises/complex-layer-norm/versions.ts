/** Data: LayerNorms over complex numbers, right and wrong, and what is said to the wrong ones. */
import { Complex } from '../../../autograd/complex.js';
import type { RightVersion, WrongVersion } from '../../exercise.js';
import type { ComplexLayerNorm } from './asking.js';

const names = {
  form: 'gives back a complex number for each it is given',
  real: 'is LayerNorm on real numbers',
  eps: 'uses ε under the root',
  slopes: 'carries the slopes in its imaginary parts',
  plane: 'is LayerNorm far from the real numbers too',
  conduct: 'leaves its input as it was',
};

const sum = (z: readonly Complex[]): Complex => z.reduce((a, b) => a.add(b));
const mean = (z: readonly Complex[]): Complex => sum(z).div(z.length);
const centre = (x: readonly Complex[]): Complex[] => x.map((z) => z.sub(mean(x)));
const square = (z: Complex): Complex => z.mul(z);
const variance = (x: readonly Complex[]): Complex => mean(centre(x).map(square));

/** As the worked solution has it. */
export const complexLayerNorm: ComplexLayerNorm = (x, eps) => divided(centre(x), variance(x).add(eps).sqrt());

function divided(numerators: readonly Complex[], by: Complex | number): Complex[] {
  return numerators.map((z) => z.div(by));
}

const realOnly = (z: Complex): Complex => new Complex(z.re);
const conjugate = (z: Complex): Complex => new Complex(z.re, -z.im);
const modulus = ({ re, im }: Complex): number => Math.sqrt(re * re + im * im);

/** Wrong as a LayerNorm of real numbers would be. */
const wrongOnTheLine: readonly WrongVersion<ComplexLayerNorm>[] = [
  {
    name: 'variance over n − 1',
    says: 'Your variance divides by n − 1. Equation (2) is a mean: divide by n.',
    caughtBy: names.real,
    candidate: (x, eps) =>
      divided(
        centre(x),
        sum(centre(x).map(square))
          .div(x.length - 1)
          .add(eps)
          .sqrt(),
      ),
  },
  {
    name: 'sum of squares',
    says: 'You divide by the root of the sum of squares. Equation (2) takes their mean: a sum divided by n.',
    caughtBy: names.real,
    candidate: (x, eps) => divided(centre(x), sum(centre(x).map(square)).add(eps).sqrt()),
  },
  {
    name: 'divides by the variance',
    says: 'You divide by the variance. Equation (3) divides by its root: .sqrt() is missing.',
    caughtBy: names.real,
    candidate: (x, eps) => divided(centre(x), variance(x).add(eps)),
  },
  {
    name: 'never centred',
    says: 'Above the fraction stands x itself. Equation (1) takes the mean away first, there as well as in the variance.',
    caughtBy: names.real,
    candidate: (x, eps) => divided(x, variance(x).add(eps).sqrt()),
  },
  {
    name: 'variance not centred',
    says: 'Your variance is the mean of x². Equation (2) squares x − μ, not x.',
    caughtBy: names.real,
    candidate: (x, eps) => divided(centre(x), mean(x.map(square)).add(eps).sqrt()),
  },
  {
    name: 'the sum for the mean',
    says: 'You take away the sum of the numbers. The mean is that sum divided by how many they are.',
    caughtBy: names.real,
    candidate: (x, eps) => {
      const centred = x.map((z) => z.sub(sum(x)));
      return divided(centred, mean(centred.map(square)).add(eps).sqrt());
    },
  },
  {
    name: 'always five features',
    says: 'You divide by 5 whatever the length of the list; the word in the notebook happens to have five features. How many numbers a list has, x.length knows.',
    caughtBy: names.real,
    candidate: (x, eps) => {
      const centred = x.map((z) => z.sub(sum(x).div(5)));
      return divided(centred, sum(centred.map(square)).div(5).add(eps).sqrt());
    },
  },
  {
    name: 'the first number is not squared',
    says: 'In your sum of squares the first number stands unsquared: reduce begins with it as it is, and squares only those that follow. Square all of them with map first, then add up.',
    caughtBy: names.real,
    candidate: (x, eps) =>
      divided(
        centre(x),
        centre(x)
          .reduce((a, z) => a.add(z.mul(z)))
          .div(x.length)
          .add(eps)
          .sqrt(),
      ),
  },
  {
    name: 'multiplied by the deviation',
    says: 'You multiply by the deviation. Equation (4) multiplies by r = 1/√(σ² + ε): that is a division by the root.',
    caughtBy: names.real,
    candidate: (x, eps) => centre(x).map((z) => z.mul(variance(x).add(eps).sqrt())),
  },
  {
    name: 'ε outside the root',
    says: 'You add ε after the root. Equation (3) adds it to the variance, under the root: variance.add(eps).sqrt().',
    caughtBy: names.eps,
    candidate: (x, eps) => divided(centre(x), variance(x).sqrt().add(eps)),
  },
  {
    name: 'no ε',
    says: 'ε never enters. Equation (3) adds it to the variance before the root is taken.',
    caughtBy: names.eps,
    candidate: (x) => divided(centre(x), variance(x).sqrt()),
  },
  {
    name: 'ε is always 0.00001',
    says: 'Your ε is 0.00001 whatever is handed over. Which number in your lines should be the name eps?',
    caughtBy: names.eps,
    candidate: (x) => complexLayerNorm(x, 1e-5),
  },
];

/** Right on real numbers, and yet no way to step sideways. */
const wrongBesideTheLine: readonly WrongVersion<ComplexLayerNorm>[] = [
  {
    name: 'squared sizes',
    says: 'You square sizes: re² + im², a real number, and the slope in the imaginary part is lost. Equation (2) squares the number itself: c.mul(c).',
    caughtBy: names.slopes,
    candidate: (x, eps) =>
      divided(
        centre(x),
        mean(centre(x).map((z) => new Complex(z.re * z.re + z.im * z.im)))
          .add(eps)
          .sqrt(),
      ),
  },
  {
    name: 'the size of the deviation',
    says: 'You divide by the size of √(σ² + ε), a real number, so the slope it carried is lost. Divide by the complex number itself.',
    caughtBy: names.slopes,
    candidate: (x, eps) => divided(centre(x), modulus(variance(x).add(eps).sqrt())),
  },
  {
    name: 'real deviation',
    says: 'Only the real part of the deviation is used. It depends on x too, so its imaginary part holds a slope: that is the second half of the quotient rule.',
    caughtBy: names.slopes,
    candidate: (x, eps) => divided(centre(x), realOnly(variance(x).add(eps).sqrt())),
  },
  {
    name: 'real mean',
    says: 'You take the mean of the real parts only. The mean moves with x, and its imaginary part says how fast.',
    caughtBy: names.slopes,
    candidate: (x, eps) => {
      const centred = x.map((z) => z.sub(mean(x).re));
      return divided(centred, mean(centred.map(square)).add(eps).sqrt());
    },
  },
  {
    name: 'real parts only',
    says: 'All your imaginary parts are 0: you went on with the real parts, and with them you have left the slopes behind.',
    caughtBy: names.slopes,
    candidate: (x, eps) => complexLayerNorm(x.map(realOnly), eps),
  },
  {
    name: 'conjugate',
    says: 'Your imaginary parts have the opposite sign: somewhere a number turned into its conjugate, re − im·i.',
    caughtBy: names.slopes,
    candidate: (x, eps) => complexLayerNorm(x, eps).map(conjugate),
  },
  {
    name: 'imaginary parts of x',
    says: 'You normalize the real parts and hand the imaginary parts on as they came. The slope of x̂ is not that of x: it changes in every step.',
    caughtBy: names.slopes,
    candidate: (x, eps) =>
      complexLayerNorm(x.map(realOnly), eps).map(({ re }, i) => new Complex(re, x[i].im)),
  },
  {
    name: 'each part by itself',
    says: 'You normalize real and imaginary parts each by itself, as two lists of real numbers. One complex number belongs together: let the methods of Complex do the arithmetic.',
    caughtBy: names.slopes,
    candidate: (x, eps) => {
      const [re, im] = [x.map((z) => new Complex(z.re)), x.map((z) => new Complex(z.im))].map((part) =>
        complexLayerNorm(part, eps),
      );
      return re.map((z, i) => new Complex(z.re, im[i].re));
    },
  },
  {
    name: 'a root of each part',
    says: 'You take the root of real and imaginary part each by itself. The root of a complex number is another one: .sqrt() knows it.',
    caughtBy: names.slopes,
    candidate: (x, eps) => {
      const { re, im } = variance(x).add(eps);
      return divided(centre(x), new Complex(Math.sqrt(re), Math.sqrt(Math.abs(im))));
    },
  },
  {
    name: 'im · im is dropped',
    says: 'You leave out the product of two imaginary parts, as for dual numbers. There δ² = 0; here i² = −1, and far from the real numbers that shows.',
    caughtBy: names.plane,
    candidate: (x, eps) => {
      const dropped = centre(x).map((z) => new Complex(z.re * z.re, 2 * z.re * z.im));
      return divided(centre(x), mean(dropped).add(eps).sqrt());
    },
  },
  {
    name: 'numbers instead of complex numbers',
    says: 'You give back plain numbers, and with them no slope. Give back the complex numbers.',
    caughtBy: names.form,
    candidate: ((x: Complex[], eps: number) => complexLayerNorm(x, eps).map(({ re }) => re)) as never,
  },
  {
    name: 'input changed',
    says: 'Your function wrote into the list it was given. Whoever called it still needs those numbers: make a new list with map.',
    caughtBy: names.conduct,
    candidate: (x, eps) => {
      complexLayerNorm(x, eps).forEach((z, i) => {
        x[i] = z;
      });
      return [...x];
    },
  },
];

/** From equation (1) to what is left behind. */
export const wrongComplexLayerNorms: readonly WrongVersion<ComplexLayerNorm>[] = [
  ...wrongOnTheLine,
  ...wrongBesideTheLine,
];

/** With loops, and the arithmetic of complex numbers written out. */
const writtenOut: ComplexLayerNorm = (x, eps) => {
  let [re, im] = [0, 0];
  for (const z of x) [re, im] = [re + z.re / x.length, im + z.im / x.length];
  let [squareRe, squareIm] = [eps, 0];
  for (const z of x) {
    const [a, b] = [z.re - re, z.im - im];
    squareRe += (a * a - b * b) / x.length;
    squareIm += (2 * a * b) / x.length;
  }
  const size = Math.hypot(squareRe, squareIm);
  const rootRe = Math.sqrt((size + squareRe) / 2);
  const rootIm = squareIm / (2 * rootRe);
  return x.map((z) => {
    const [a, b] = [z.re - re, z.im - im];
    return new Complex((a * rootRe + b * rootIm) / size, (b * rootRe - a * rootIm) / size);
  });
};

/** One number at a time (Welford). */
const welford: ComplexLayerNorm = (x, eps) => {
  let [mu, squares] = [new Complex(0), new Complex(0)];
  x.forEach((z, i) => {
    const before = z.sub(mu);
    mu = mu.add(before.div(i + 1));
    squares = squares.add(before.mul(z.sub(mu)));
  });
  return divided(
    x.map((z) => z.sub(mu)),
    squares.div(x.length).add(eps).sqrt(),
  );
};

/** The variance from the differences of all pairs: no mean in it. */
const byPairs: ComplexLayerNorm = (x, eps) => {
  const pairs = x.flatMap((a) => x.map((b) => square(a.sub(b))));
  const rstd = new Complex(1).div(
    sum(pairs)
      .div(2 * x.length * x.length)
      .add(eps)
      .sqrt(),
  );
  return x.map((z) => mean(x.map((other) => z.sub(other))).mul(rstd));
};

/** Right ones, each written in its own way. */
export const rightComplexLayerNorms: readonly RightVersion<ComplexLayerNorm>[] = [
  { name: 'the four equations', candidate: complexLayerNorm },
  { name: 'arithmetic written out', candidate: writtenOut },
  { name: 'Welford', candidate: welford },
  { name: 'differences of pairs', candidate: byPairs },
];
