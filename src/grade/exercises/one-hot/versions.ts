import type { RightVersion, WrongVersion } from '../../exercise.js';

const atZero = 'is right at ε = 0';
const everywhere = 'is right for every ε';

/** Plausible mistakes, and what to say to each. */
export const wrongFormulas: readonly WrongVersion<string>[] = [
  {
    name: 'one square only',
    says: 'Under your root only the distance of the 1 counts. The zeros lie off the mean too, by 1/C each: their C − 1 squares are missing.',
    caughtBy: atZero,
    candidate: '(1 - 1/C) / sqrt((1 - 1/C)^2 / C + eps)',
  },
  {
    name: 'ε is always 0.00001',
    says: 'Your ε is 0.00001, whatever eps is. Which number in your formula should be the name eps?',
    caughtBy: atZero,
    candidate: '(1 - 1/C) / sqrt((C - 1) / C^2 + 0.00001)',
  },
  {
    name: 'brackets above',
    says: 'Division comes before subtraction: in 1 - 1/C / … only the 1/C is divided by your root. Put brackets around all that stands above the line.',
    caughtBy: atZero,
    candidate: '1 - 1/C / sqrt((C - 1) / C^2 + eps)',
  },
  {
    name: 'brackets above, in one fraction',
    says: 'Division comes before subtraction: in C - 1 / … only the 1 is divided by your root. Put brackets around all that stands above the line.',
    caughtBy: atZero,
    candidate: 'C - 1 / sqrt(C - 1 + C^2 * eps)',
  },
  {
    name: 'brackets under the root',
    says: 'Division comes before subtraction: C - 1/C^2 is C less a little. Under your root C − 1 as a whole is to be divided by C²: put brackets around it.',
    caughtBy: atZero,
    candidate: '(1 - 1/C) / sqrt(C - 1/C^2 + eps)',
  },
  {
    name: 'brackets nowhere',
    says: 'Division comes before subtraction, so 1 - 1/C / … and C - 1/C^2 are not what they look like. Put brackets around 1 − 1/C above the line, and around C − 1 under the root.',
    caughtBy: atZero,
    candidate: '1 - 1/C / sqrt(C - 1/C^2 + eps)',
  },
  {
    name: 'not centred',
    says: 'Your entry is 1 over the deviation. The mean 1/C is subtracted before: 1 − 1/C stands above.',
    caughtBy: atZero,
    candidate: '1 / sqrt((C - 1) / C^2 + eps)',
  },
  {
    name: 'mean square for the variance',
    says: 'Below your root stands 1/C. That is the mean of the squares of the row, or a variance that divides by C − 1. The variance is the mean of the squares of x − μ, over C.',
    caughtBy: atZero,
    candidate: '(1 - 1/C) / sqrt(1/C + eps)',
  },
  {
    name: 'root mean square',
    says: 'That is RMSNorm: the mean is never subtracted, above nor below.',
    caughtBy: atZero,
    candidate: '1 / sqrt(1/C + eps)',
  },
  {
    name: 'sum instead of mean',
    says: 'Below your root stands the sum of the squares. The variance is their mean: divided by C.',
    caughtBy: atZero,
    candidate: '(1 - 1/C) / sqrt((C - 1) / C + eps)',
  },
  {
    name: 'divided by the variance',
    says: 'You divide by the variance plus ε. Equation (3) takes its root.',
    caughtBy: atZero,
    candidate: '(1 - 1/C) / ((C - 1) / C^2 + eps)',
  },
  {
    name: 'the square',
    says: 'That is the square of the entry. The bound of the proof is on a², the entry is a.',
    caughtBy: atZero,
    candidate: '(C - 1)^2 / (C - 1 + C^2 * eps)',
  },
  {
    name: 'one of the zeros',
    says: 'That is what becomes of an entry that is 0. Asked for is the entry that is 1.',
    caughtBy: atZero,
    candidate: '-1 / sqrt(C - 1 + C^2 * eps)',
  },
  {
    name: 'root of C',
    says: 'No entry comes out larger than √(C − 1). All squares add up to C, and the zeros take their share.',
    caughtBy: atZero,
    candidate: 'sqrt(C)',
  },
  {
    name: 'upside down',
    says: 'Your fraction is upside down: the deviation stands below, what is divided stands above.',
    caughtBy: atZero,
    candidate: 'sqrt((C - 1) / C^2 + eps) / (1 - 1/C)',
  },
  {
    name: 'no ε',
    says: 'That is the wall itself, at ε = 0. How far below it ε keeps the entry is what is asked: leave ε under the root.',
    caughtBy: everywhere,
    candidate: 'sqrt(C - 1)',
  },
  {
    name: 'ε outside the root',
    says: 'You add ε to the deviation. It is added to the variance, under the root.',
    caughtBy: everywhere,
    candidate: '(1 - 1/C) / (sqrt(C - 1) / C + eps)',
  },
  {
    name: 'ε behind the fraction',
    says: 'Your ε is added to the whole fraction. It is added to the variance, inside the brackets of sqrt( … ).',
    caughtBy: everywhere,
    candidate: '(1 - 1/C) / sqrt((C - 1) / C^2) + eps',
  },
  {
    name: 'the wall over 1 + ε',
    says: 'You divide the wall by 1 + ε. ε is added to the variance, under the root of (3), and this row has the variance (C − 1)/C², not 1.',
    caughtBy: everywhere,
    candidate: 'sqrt(C - 1) / (1 + eps)',
  },
  {
    name: 'ε left behind',
    says: 'You took 1/C² out of the root and left ε as it was. Everything under the root is multiplied by C², ε too.',
    caughtBy: everywhere,
    candidate: '(C - 1) / sqrt(C - 1 + eps)',
  },
  {
    name: 'ε times C',
    says: 'Your ε is multiplied by C. What comes out of the root as 1/C was 1/C² inside: ε is multiplied by C².',
    caughtBy: everywhere,
    candidate: '(C - 1) / sqrt(C - 1 + C * eps)',
  },
  {
    name: 'ε for a variance of 1',
    says: 'You multiply the wall by 1/√(1 + ε). That is the loss of a row whose variance is 1; here it is (C − 1)/C².',
    caughtBy: everywhere,
    candidate: 'sqrt(C - 1) / sqrt(1 + eps)',
  },
];

/** Right formulas, each in its own spelling. */
export const rightFormulas: readonly RightVersion<string>[] = [
  { name: 'one fraction', candidate: '(C - 1) / sqrt(C - 1 + C^2 * eps)' },
  { name: 'x − μ over the deviation', candidate: 'x̂ = (1 - 1/C) / √((C - 1)/C² + ε)' },
  { name: 'a power', candidate: '(1 - 1/C) * ((1 - 1/C) / C + eps)**(-1/2)' },
  { name: 'the wall and what ε leaves', candidate: 'sqrt(C - 1) * sqrt((C - 1) / (C - 1 + C*C*eps))' },
  { name: 'as in NumPy', candidate: '(C - 1) / np.sqrt((C - 1) + eps * C**2)' },
];
