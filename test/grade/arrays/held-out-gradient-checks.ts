/** Data of a test: gradient checks written from the signature and statement alone, without sight of the battery. */
type F = (x: number[]) => number;
type G = (x: number[]) => number[];
type GradientCheck = (f: F, gradient: G, x: number[]) => boolean;

const norm = (v: readonly number[]): number => Math.sqrt(v.reduce((s, a) => s + a * a, 0));
const moved = (x: readonly number[], i: number, h: number): number[] => {
  const y = x.slice();
  y[i] += h;
  return y;
};
const central = (f: F, x: readonly number[], h = 1e-5): number[] =>
  x.map((v, i) => {
    const [above, below] = [1, -1].map((sign) => moved(x, i, sign * h * Math.max(1, Math.abs(v))));
    return (f(above) - f(below)) / (above[i] - below[i]);
  });
const fixed = (f: F, x: readonly number[], h = 1e-6): number[] =>
  x.map((_, i) => (f(moved(x, i, h)) - f(moved(x, i, -h))) / (2 * h));
const close =
  (near: (a: number, n: number) => boolean, h?: number): GradientCheck =>
  (f, gradient, x) => {
    const g = gradient([...x]);
    const n = central(f, x, h);
    return g.length === n.length && g.every((a, i) => near(a, n[i]));
  };
const whole =
  (near: (g: number[], n: number[]) => boolean, h?: number): GradientCheck =>
  (f, gradient, x) => {
    const g = gradient([...x]);
    return g.length === x.length && near(g, central(f, x, h));
  };
const relative = (a: number, n: number): number =>
  Math.abs(a - n) / Math.max(Math.abs(a) + Math.abs(n), 1e-12);

class Comparison {
  private readonly claimed: readonly number[];
  constructor(claimed: readonly number[]) {
    this.claimed = claimed;
  }
  agreesWith(slopes: readonly number[]): boolean {
    return (
      this.claimed.length === slopes.length && slopes.every((n, i) => relative(this.claimed[i], n) < 1e-5)
    );
  }
}

export const rightOnes: Readonly<Record<string, GradientCheck>> = {
  'relative, floor': close((a, n) => Math.abs(a - n) / Math.max(1e-8, Math.abs(a), Math.abs(n)) < 1e-4),
  'relative to the sum': close((a, n) => relative(a, n) < 1e-5),
  'absolute and relative': close((a, n) => Math.abs(a - n) <= 1e-8 + 1e-4 * Math.abs(n)),
  'allclose the other way': close((a, n) => Math.abs(n - a) < 1e-7 + 1e-5 * Math.abs(a)),
  'h = 1e-6': close((a, n) => relative(a, n) < 1e-5, 1e-6),
  'h = 1e-4': close((a, n) => relative(a, n) < 1e-5, 1e-4),
  'a loop that leaves early': (f, gradient, x) => {
    const g = gradient(x.slice());
    if (!Array.isArray(g) || g.length !== x.length) return false;
    for (let i = 0; i < x.length; i++) {
      if (!Number.isFinite(g[i])) return false;
      const n = central(f, x)[i];
      if (Math.abs(n - g[i]) > 1e-4 * Math.max(Math.abs(n), Math.abs(g[i])) + 1e-9) return false;
    }
    return true;
  },
  'in place, put back': (f, gradient, x) => {
    const g = gradient([...x]);
    if (g.length !== x.length || g.some(Number.isNaN)) return false;
    let ok = true;
    for (let i = 0; i < x.length; i++) {
      const keep = x[i];
      const h = 1e-5 * Math.max(1, Math.abs(keep));
      x[i] = keep + h;
      const up = f(x);
      x[i] = keep - h;
      const down = f(x);
      x[i] = keep;
      if (!(relative((up - down) / (2 * h), g[i]) <= 1e-4)) ok = false;
    }
    return ok;
  },
  'step by the size of x': (f, gradient, x) => {
    const g = gradient([...x]);
    const n = x.map((v, i) => {
      const h = 6e-6 * Math.max(1, Math.abs(v));
      const [a, b] = [moved(x, i, h), moved(x, i, -h)];
      return (f(a) - f(b)) / (a[i] - b[i]);
    });
    return g.length === x.length && n.every((v, i) => relative(v, g[i]) <= 1e-6);
  },
  'four points': (f, gradient, x) => {
    const g = gradient([...x]);
    const n = x.map((v, i) => {
      const h = 1e-3 * Math.max(1, Math.abs(v));
      const at = (k: number): number => f(moved(x, i, k * h));
      return (at(-2) - 8 * at(-1) + 8 * at(1) - at(2)) / (12 * h);
    });
    return g.length === x.length && n.every((v, i) => relative(v, g[i]) < 1e-7);
  },
  ridders: (f, gradient, x) => {
    const g = gradient([...x]);
    if (g.length !== x.length) return false;
    return x.every((_, i) => {
      const row = [0.1, 0.05, 0.025, 0.0125].map((h) => central(f, x, h)[i]);
      for (let k = 1; k < 4; k++) for (let j = 3; j >= k; j--) row[j] += (row[j] - row[j - 1]) / (4 ** k - 1);
      return relative(row[3], g[i]) < 1e-5;
    });
  },
  'two step sizes must agree with it': (f, gradient, x) => {
    const g = gradient([...x]);
    return (
      g.length === x.length &&
      [1e-4, 1e-5].every((h) => central(f, x, h).every((v, i) => relative(v, g[i]) < 1e-5))
    );
  },
  'typed arrays inside': (f, gradient, x) => {
    const g = Float64Array.from(gradient([...x]));
    const n = Float64Array.from(central(f, x));
    return g.length === n.length && g.every((a, i) => relative(a, n[i]) < 1e-5);
  },
  'one component after the other, by recursion': (f, gradient, x) => {
    const [g, n] = [gradient([...x]), central(f, x)];
    const from = (i: number): boolean => i === x.length || (relative(g[i], n[i]) < 1e-5 && from(i + 1));
    return g.length === x.length && from(0);
  },
  'a class': (f, gradient, x) => new Comparison(gradient([...x])).agreesWith(central(f, x)),
  'the worst of all': whole((g, n) => Math.max(...g.map((a, i) => relative(a, n[i]))) < 1e-5),
  'none is off': whole((g, n) => g.filter((a, i) => !(relative(a, n[i]) < 1e-5)).length === 0),
  'to five digits': close((a, n) => Math.abs(a - n) <= 0.5e-5 * Math.abs(n) + 1e-9),
  'allowing for the rounding of f': (f, gradient, x) => {
    const g = gradient([...x]);
    const noise = 1e-9 * Math.abs(f([...x]));
    return (
      g.length === x.length && central(f, x).every((n, i) => Math.abs(n - g[i]) <= 1e-5 * Math.abs(n) + noise)
    );
  },
  'two rights make a right': (f, gradient, x) => {
    const g = gradient([...x]);
    const at = (h: number): boolean => central(f, x, h).every((n, i) => relative(n, g[i]) < 1e-5);
    return g.length === x.length && (at(1e-4) || at(1e-6));
  },
  'digits in common': close((a, n) => a === n || -Math.log10(relative(a, n)) > 4),
};

const right = rightOnes['relative to the sum'];
const seen = new Map<string, boolean>();

export const wrongOnes: Readonly<Record<string, GradientCheck>> = {
  'at least one': close((a, n) => Math.abs(a - n) <= 1e-5 * Math.max(1, Math.abs(a), Math.abs(n))),
  norms: whole((g, n) => {
    const d = norm(g.map((a, i) => a - n[i]));
    return d === 0 || d / (norm(g) + norm(n)) < 1e-6;
  }),
  'norms, largest': whole((g, n) => {
    const d = norm(g.map((a, i) => a - n[i]));
    return d <= 1e-5 * Math.max(norm(g), norm(n));
  }),
  'largest error': whole((g, n) => {
    const d = Math.max(...g.map((a, i) => Math.abs(a - n[i])));
    return d <= 1e-6 * (1e-3 + Math.max(...n.map(Math.abs)));
  }),
  'forward, norms': (f, gradient, x) => {
    const g = gradient([...x]);
    const n = x.map((_, i) => (f(moved(x, i, 1e-7)) - f(x)) / 1e-7);
    return g.length === x.length && norm(n.map((v, i) => v - g[i])) <= 1e-5 * (norm(n) + norm(g));
  },
  'directions of a Hadamard kind': (f, gradient, x) => {
    const g = gradient([...x]);
    if (g.length !== x.length || !g.every(Number.isFinite)) return false;
    return [1, 2, 3, 4, 5, 6, 7].every((k) => {
      const v = x.map((_, i) => Math.sin(k * (i + 1) * 1.7) + 0.1);
      const along = (t: number): number => f(x.map((a, i) => a + t * v[i]));
      const n = (along(1e-5) - along(-1e-5)) / 2e-5;
      const dot = g.reduce((s, a, i) => s + a * v[i], 0);
      return Math.abs(n - dot) <= 1e-5 * (norm(g) + 1e-9) * norm(v);
    });
  },
  'one step everywhere': (f, gradient, x) => {
    const g = gradient([...x]);
    return g.length === x.length && fixed(f, x).every((n, i) => relative(n, g[i]) < 1e-6);
  },
  'always true': () => true,
  'always false': () => false,
  'only lengths': (_, gradient, x) => gradient(x).length === x.length,
  'only finite': (_, gradient, x) => gradient(x).every(Number.isFinite),
  'within a hundredth': close((a, n) => relative(a, n) < 1e-2),
  'within a tenth': close((a, n) => relative(a, n) < 0.1),
  'absolute 1e-2': close((a, n) => Math.abs(a - n) < 1e-2),
  'absolute 1e-4': close((a, n) => Math.abs(a - n) < 1e-4),
  'absolute 1e-5': close((a, n) => Math.abs(a - n) < 1e-5),
  'absolute 1e-7': close((a, n) => Math.abs(a - n) < 1e-7),
  'exactly equal': close((a, n) => a === n),
  'too strict': close((a, n) => relative(a, n) < 1e-13),
  'signs only': close((a, n) => Math.sign(a) === Math.sign(n)),
  'sizes only': close((a, n) => relative(Math.abs(a), Math.abs(n)) < 1e-5),
  'not larger': close((a, n) => a <= n * (1 + 1e-5)),
  'one-sided error': close((a, n) => (a - n) / (Math.abs(n) + 1e-12) < 1e-5),
  rounded: close((a, n) => Math.round(a) === Math.round(n)),
  'three decimals': close((a, n) => a.toFixed(3) === n.toFixed(3)),
  'NaN passes': close((a, n) => !(relative(a, n) > 1e-5)),
  'divided by the claim': close((a, n) => Math.abs((a - n) / a) < 1e-5),
  'divided by the claim, NaN passes': close((a, n) => !(Math.abs((a - n) / a) > 1e-5)),
  'signed quotient': close((a, n) => Math.abs(a - n) / (a + n) < 1e-5),
  'h too large': close((a, n) => relative(a, n) < 1e-5, 0.1),
  'h = 1': close((a, n) => relative(a, n) < 1e-5, 1),
  'h too small': close((a, n) => relative(a, n) < 1e-5, 1e-13),
  'h vanishes': close((a, n) => relative(a, n) < 1e-5, 1e-17),
  'not halved': close((a, n) => relative(a, 2 * n) < 1e-5),
  'halved twice': close((a, n) => relative(a, n / 2) < 1e-5),
  'turned round': close((a, n) => relative(a, -n) < 1e-5),
  'mean error': whole((g, n) => Math.abs(g.reduce((s, a, i) => s + a - n[i], 0)) <= 1e-5 * norm(n)),
  'mean of relative errors, wide': whole(
    (g, n) => g.reduce((s, a, i) => s + relative(a, n[i]), 0) / g.length < 0.2,
  ),
  'smallest error': whole((g, n) => Math.min(...g.map((a, i) => relative(a, n[i]))) < 1e-5),
  sums: whole(
    (g, n) =>
      relative(
        g.reduce((s, a) => s + a, 0),
        n.reduce((s, a) => s + a, 0),
      ) < 1e-5,
  ),
  'norms of each': whole((g, n) => relative(norm(g), norm(n)) < 1e-5),
  cosine: whole((g, n) => g.reduce((s, a, i) => s + a * n[i], 0) > 0.99999 * norm(g) * norm(n)),
  'dot product large': whole((g, n) => g.reduce((s, a, i) => s + a * n[i], 0) >= 0.9999 * norm(n) ** 2),
  'largest component only': whole(
    (g, n) => relative(Math.max(...g.map(Math.abs)), Math.max(...n.map(Math.abs))) < 1e-5,
  ),
  'first component': whole((g, n) => relative(g[0], n[0]) < 1e-5),
  'second component': whole((g, n) => g.length < 2 || relative(g[1], n[1]) < 1e-5),
  'from the second on': whole((g, n) => g.slice(1).every((a, i) => relative(a, n[i + 1]) < 1e-5)),
  'every other': whole((g, n) => g.every((a, i) => i % 2 === 1 || relative(a, n[i]) < 1e-5)),
  'three at most': whole((g, n) => g.slice(0, 3).every((a, i) => relative(a, n[i]) < 1e-5)),
  'the last one decides': whole((g, n) => {
    let ok = false;
    g.forEach((a, i) => (ok = relative(a, n[i]) < 1e-5));
    return ok;
  }),
  sorted: whole((g, n) => {
    const [p, q] = [g, n].map((v) => [...v].sort((a, b) => a - b));
    return p.every((a, i) => relative(a, q[i]) < 1e-5);
  }),
  'all at once': (f, gradient, x) => {
    const at = (h: number): number => f(x.map((v) => v + h));
    const n = (at(1e-5) - at(-1e-5)) / 2e-5;
    return (
      relative(
        gradient([...x]).reduce((s, a) => s + a, 0),
        n,
      ) < 1e-5
    );
  },
  'compared with itself': (_, gradient, x) => {
    const [a, b] = [gradient([...x]), gradient([...x])];
    return a.every((v, i) => v === b[i]);
  },
  'at another point': (f, gradient, x) => right(f, (at) => gradient(at.map((v) => v + 0.01)), x),
  'x not put back': (f, gradient, x) => {
    const g = gradient([...x]);
    return x.every((_, i) => {
      const down = f(x);
      x[i] += 1e-5;
      return relative((f(x) - down) / 1e-5, g[i]) < 1e-3;
    });
  },
  'put back by subtraction': (f, gradient, x) => {
    const g = gradient([...x]);
    let ok = g.length === x.length;
    for (let i = 0; i < x.length; i++) {
      x[i] += 1e-5;
      const up = f(x);
      x[i] -= 2e-5;
      const down = f(x);
      x[i] += 1e-5;
      ok &&= relative((up - down) / 2e-5, g[i]) < 1e-5;
    }
    return ok;
  },
  'the length of the claim': (f, gradient, x) => {
    const g = gradient([...x]);
    const n = central(f, x);
    return g.every((a, i) => relative(a, n[i]) < 1e-5);
  },
  'the length of x': (f, gradient, x) => {
    const g = gradient([...x]);
    return central(f, x).every((a, i) => relative(a, g[i]) < 1e-5);
  },
  'one for yes': ((f: F, gradient: G, x: number[]) =>
    right(f, gradient, x) ? 1 : 0) as unknown as GradientCheck,
  'the error itself': ((f: F, gradient: G, x: number[]) =>
    norm(central(f, x).map((a, i) => a - gradient([...x])[i]))) as unknown as GradientCheck,
  'says nothing': (() => undefined) as unknown as GradientCheck,
  later: ((f: F, gradient: G, x: number[]) =>
    Promise.resolve(right(f, gradient, x))) as unknown as GradientCheck,
  'throws where wrong': (f, gradient, x) => {
    if (!right(f, gradient, x)) throw new Error('wrong gradient');
    return true;
  },
  'asks endlessly': (f, gradient, x) => {
    for (let i = 0; i < 5000; i++) f(x);
    return right(f, gradient, x);
  },
  'remembers points': (f, gradient, x) => {
    const key = x.join();
    const known = seen.get(key) ?? right(f, gradient, x);
    seen.set(key, known);
    return known;
  },
  'sorts x': (f, gradient, x) => {
    const verdict = right(f, gradient, x);
    x.sort((a, b) => a - b);
    return verdict;
  },
};
