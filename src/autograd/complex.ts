import { cos, exp, sin, tanh } from '../tensor/elementary.js';

/**
 * A complex number re + im · i, as far as a complex step needs it.
 *
 * @example
 * new Complex(1, 2).mul(new Complex(3, -1)).re; // 1·3 − 2·(−1) = 5
 */
export class Complex {
  readonly re: number;
  readonly im: number;

  constructor(re: number, im: number = 0) {
    this.re = re;
    this.im = im;
  }

  add(other: Complex | number): Complex {
    const { re, im } = complex(other);
    return new Complex(this.re + re, this.im + im);
  }

  sub(other: Complex | number): Complex {
    const { re, im } = complex(other);
    return new Complex(this.re - re, this.im - im);
  }

  mul(other: Complex | number): Complex {
    const { re, im } = complex(other);
    return new Complex(this.re * re - this.im * im, this.re * im + this.im * re);
  }

  div(other: Complex | number): Complex {
    const { re, im } = complex(other);
    const square = re * re + im * im;
    return this.mul(new Complex(re / square, -im / square));
  }

  /** The root with a positive real part; not for numbers whose real part is negative or 0. */
  sqrt(): Complex {
    const size = Math.sqrt(this.re * this.re + this.im * this.im);
    const re = Math.sqrt((size + this.re) / 2);
    return new Complex(re, this.im / (2 * re));
  }

  exp(): Complex {
    const size = exp(this.re);
    return new Complex(size * cos(this.im), size * sin(this.im));
  }

  /** By the addition theorem; 1 − tanh² is computed as 1/cosh², which keeps its digits where tanh is nearly 1. */
  tanh(): Complex {
    const [t, tan] = [tanh(this.re), sin(this.im) / cos(this.im)];
    const fall = exp(-2 * Math.abs(this.re));
    const square = (4 * fall) / ((1 + fall) * (1 + fall));
    const below = 1 + t * t * tan * tan;
    return new Complex((t * (1 + tan * tan)) / below, (tan * square) / below);
  }
}

function complex(value: Complex | number): Complex {
  return typeof value === 'number' ? new Complex(value) : value;
}
