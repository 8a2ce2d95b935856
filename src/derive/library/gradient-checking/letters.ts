import type { Letters } from '../../derivation.js';

const scalars = { sizes: {}, indices: {} };

/** A cubic f and its values at x + h and x − h. */
export const cubicLetters: Letters = {
  ...scalars,
  variables: { x: 'number', h: 'nonzero', a: 'number', b: 'number', c: 'number', d: 'number' },
  definitions: {
    f: 'a + b * x + c * x^2 + d * x^3',
    plus: 'a + b * (x + h) + c * (x + h)^2 + d * (x + h)^3',
    minus: 'a + b * (x - h) + c * (x - h)^2 + d * (x - h)^3',
    halfPlus: 'a + b * (x + h / 2) + c * (x + h / 2)^2 + d * (x + h / 2)^3',
    halfMinus: 'a + b * (x - h / 2) + c * (x - h / 2)^2 + d * (x - h / 2)^3',
    slope: 'D(f, x)',
    second: 'D(D(f, x), x)',
    third: 'D(D(D(f, x), x), x)',
  },
  tex: {
    plus: 'f(x+h)',
    minus: 'f(x-h)',
    halfPlus: 'f(x+\\tfrac{h}{2})',
    halfMinus: 'f(x-\\tfrac{h}{2})',
    slope: "f'",
    second: "f''",
    third: "f'''",
  },
};

/** A polynomial of degree five, whose fifth derivative shows as well. */
export const quinticLetters: Letters = {
  ...scalars,
  variables: { x: 'number', h: 'nonzero', b: 'number', c: 'number', d: 'number', k: 'number', q: 'number' },
  definitions: {
    f: 'b * x + c * x^2 + d * x^3 + k * x^4 + q * x^5',
    plus: 'b * (x + h) + c * (x + h)^2 + d * (x + h)^3 + k * (x + h)^4 + q * (x + h)^5',
    minus: 'b * (x - h) + c * (x - h)^2 + d * (x - h)^3 + k * (x - h)^4 + q * (x - h)^5',
    slope: 'D(f, x)',
    third: 'D(D(D(f, x), x), x)',
    fifth: 'D(D(third, x), x)',
  },
  tex: { plus: 'f(x+h)', minus: 'f(x-h)', slope: "f'", third: "f'''", fifth: 'f^{(5)}' },
};

/** The two errors of a central difference: h²a/6 from the curve and b/h from rounding, with b written by the best h. */
export const stepLetters: Letters = {
  ...scalars,
  variables: { h: 'positive', best: 'positive', a: 'positive' },
  definitions: { b: 'a * best^3 / 3', error: 'h^2 * a / 6 + b / h' },
  tex: { best: 'h_0', error: 'E' },
};

/** The powers of x + ih by their real and imaginary parts, and a cubic of them. */
export const complexStepLetters: Letters = {
  ...scalars,
  variables: { x: 'number', h: 'nonzero', a: 'number', b: 'number', c: 'number', d: 'number' },
  definitions: {
    squareReal: 'x * x - h * h',
    squareImaginary: '2 * x * h',
    cubeReal: 'squareReal * x - squareImaginary * h',
    cubeImaginary: 'squareReal * h + squareImaginary * x',
    real: 'a + b * x + c * squareReal + d * cubeReal',
    imaginary: 'b * h + c * squareImaginary + d * cubeImaginary',
    f: 'a + b * x + c * x^2 + d * x^3',
    slope: 'D(f, x)',
    second: 'D(D(f, x), x)',
    third: 'D(D(D(f, x), x), x)',
  },
  tex: {
    squareReal: '\\operatorname{Re}(z^2)',
    squareImaginary: '\\operatorname{Im}(z^2)',
    cubeReal: '\\operatorname{Re}(z^3)',
    cubeImaginary: '\\operatorname{Im}(z^3)',
    real: '\\operatorname{Re} f(z)',
    imaginary: '\\operatorname{Im} f(z)',
    slope: "f'",
    second: "f''",
    third: "f'''",
  },
};

/** Two functions of x, each with its derivative: the two halves of a dual number. */
export const dualLetters: Letters = {
  ...scalars,
  variables: { x: 'number', a: 'number', b: 'number', c: 'number', d: 'number', k: 'number', q: 'number' },
  definitions: {
    u: 'a + b * x + c * x^2',
    v: 'd + k * x + q * x^2',
    du: 'b + 2 * c * x',
    dv: 'k + 2 * q * x',
    quotient: 'u / v',
  },
  tex: { du: "u'", dv: "v'", quotient: 'w' },
};
