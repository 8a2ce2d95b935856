/** Data of a test: LayerNorms over arrays written from the signature alone, without sight of the battery. */
type Matrix = number[][];
type LayerNorm = (x: Matrix, gamma: number[], beta: number[], eps: number) => Matrix;

const add = (v: ArrayLike<number>): number => Array.from(v).reduce((a, b) => a + b, 0);
const mean = (v: ArrayLike<number>): number => add(v) / v.length;
const spread = (v: readonly number[]): number => {
  const m = mean(v);
  return mean(v.map((a) => (a - m) ** 2));
};
const hat = (v: readonly number[], eps: number): number[] => {
  const [m, sd] = [mean(v), Math.sqrt(spread(v) + eps)];
  return v.map((a) => (a - m) / sd);
};
const right: LayerNorm = (x, g, b, eps) => x.map((r) => hat(r, eps).map((v, c) => g[c] * v + b[c]));
const withMean =
  (m: (r: number[]) => number): LayerNorm =>
  (x, g, b, eps) =>
    x.map((r) => {
      const [mu, sd] = [m(r), Math.sqrt(spread(r) + eps)];
      return r.map((v, c) => (g[c] * (v - mu)) / sd + b[c]);
    });
const withDeviation =
  (d: (r: number[], eps: number) => number): LayerNorm =>
  (x, g, b, eps) =>
    x.map((r) => {
      const [mu, sd] = [mean(r), d(r, eps)];
      return r.map((v, c) => (g[c] * (v - mu)) / sd + b[c]);
    });
const withEnd =
  (end: (h: number, g: number, b: number, c: number, n: number) => number): LayerNorm =>
  (x, g, b, eps) =>
    x.map((r, n) => hat(r, eps).map((v, c) => end(v, g[c], b[c], c, n)));

export const rightOnes: Readonly<Record<string, LayerNorm>> = {
  maps: (x, g, b, eps) =>
    x.map((row) => {
      const m = row.reduce((s, v) => s + v, 0) / row.length;
      const v = row.reduce((s, a) => s + (a - m) ** 2, 0) / row.length;
      return row.map((a, i) => ((a - m) / Math.sqrt(v + eps)) * g[i] + b[i]);
    }),
  'index loops': (x, g, b, eps) => {
    const out: Matrix = [];
    for (let i = 0; i < x.length; i++) {
      let s = 0;
      for (let j = 0; j < x[i].length; j++) s += x[i][j];
      const m = s / x[i].length;
      let q = 0;
      for (let j = 0; j < x[i].length; j++) q += (x[i][j] - m) * (x[i][j] - m);
      out[i] = [];
      for (let j = 0; j < x[i].length; j++)
        out[i][j] = (g[j] * (x[i][j] - m)) / Math.sqrt(q / x[i].length + eps) + b[j];
    }
    return out;
  },
  'backwards loops': (x, g, b, eps) =>
    x.map((row) => {
      let [m, q] = [0, 0];
      for (let j = row.length; j-- > 0;) m += row[j] / row.length;
      for (let j = row.length; j-- > 0;) q += (row[j] - m) ** 2 / row.length;
      const out = new Array<number>(row.length);
      for (let j = row.length; j-- > 0;) out[j] = g[j] * ((row[j] - m) / Math.sqrt(q + eps)) + b[j];
      return out;
    }),
  welford: (x, g, b, eps) =>
    x.map((row) => {
      let [n, m, q] = [0, 0, 0];
      for (const v of row) {
        n++;
        const d = v - m;
        m += d / n;
        q += d * (v - m);
      }
      return row.map((v, j) => (g[j] * (v - m)) / Math.sqrt(q / n + eps) + b[j]);
    }),
  'pairs of numbers': (x, g, b, eps) =>
    x.map((row) => {
      const C = row.length;
      let q = 0;
      for (const a of row) for (const c of row) q += (a - c) ** 2;
      const sd = Math.sqrt(q / (2 * C * C) + eps);
      return row.map((v, j) => (add(row.map((a) => v - a)) / C / sd) * g[j] + b[j]);
    }),
  shifted: (x, g, b, eps) =>
    x.map((row) => {
      const z = row.map((v) => v - row[row.length - 1]);
      const [s, q] = [add(z), add(z.map((v) => v * v))];
      const C = row.length;
      const sd = Math.sqrt((q - (s * s) / C) / C + eps);
      return z.map((v, j) => (v - s / C) * (g[j] / sd) + b[j]);
    }),
  'merging halves': (x, g, b, eps) => {
    const stats = (v: number[]): [number, number, number] => {
      if (v.length === 1) return [1, v[0], 0];
      const [n, m, q] = stats(v.slice(0, v.length >> 1));
      const [k, p, r] = stats(v.slice(v.length >> 1));
      return [n + k, m + ((p - m) * k) / (n + k), q + r + ((p - m) ** 2 * n * k) / (n + k)];
    };
    return x.map((row) => {
      const [n, m, q] = stats(row);
      return row.map((v, j) => (g[j] * (v - m)) / Math.sqrt(q / n + eps) + b[j]);
    });
  },
  'compensated sums': (x, g, b, eps) => {
    const sum = (v: number[]): number => {
      let [s, c] = [0, 0];
      for (const a of v) {
        const y = a - c;
        const t = s + y;
        c = t - s - y;
        s = t;
      }
      return s;
    };
    return x.map((row) => {
      const m = sum(row) / row.length;
      const v = sum(row.map((a) => (a - m) * (a - m))) / row.length;
      return row.map((a, i) => ((a - m) * g[i]) / Math.sqrt(v + eps) + b[i]);
    });
  },
  'one over the root': withDeviation((r, eps) => 1 / (1 / Math.sqrt(spread(r) + eps))),
  'power of a half': withDeviation((r, eps) => (spread(r) + eps) ** 0.5),
  hypotenuse: withDeviation((r, eps) => Math.hypot(Math.sqrt(spread(r)), Math.sqrt(eps))),
  'typed in and out': (x, g, b, eps) =>
    x.map((row) => {
      const v = new Float64Array(row);
      const m = mean(v);
      const c = v.map((a) => a - m);
      const sd = Math.sqrt(mean(c.map((a) => a * a)) + eps);
      return c.map((a, i) => (a / sd) * g[i] + b[i]);
    }) as unknown as Matrix,
  'one flat array': (x, g, b, eps) => {
    const [N, C] = [x.length, g.length];
    const flat = Float64Array.from(x.flat());
    for (let n = 0; n < N; n++) {
      const row = flat.subarray(n * C, n * C + C);
      const m = mean(row);
      const sd = Math.sqrt(mean(row.map((a) => (a - m) ** 2)) + eps);
      row.forEach((a, i) => (row[i] = (g[i] * (a - m)) / sd + b[i]));
    }
    return x.map((_, n) => [...flat.slice(n * C, n * C + C)]);
  },
  matrix: (x, g, b, eps) => {
    const C = g.length;
    const H = g.map((_, i) => g.map((__, j) => Number(i === j) - 1 / C));
    return x.map((row) => {
      const c = H.map((h) => add(h.map((a, j) => a * row[j])));
      const sd = Math.sqrt(add(c.map((a) => a * a)) / C + eps);
      return c.map((a, i) => (a / sd) * g[i] + b[i]);
    });
  },
  recursion: (x, g, b, eps) => {
    const total = (v: number[]): number => (v.length === 0 ? 0 : v[0] + total(v.slice(1)));
    return x.map((row) => {
      const m = total(row) / row.length;
      const v = total(row.map((a) => (a - m) ** 2)) / row.length;
      return row.map((a, i) => b[i] + g[i] * ((a - m) * (v + eps) ** -0.5));
    });
  },
  'scale and bias folded': (x, g, b, eps) =>
    x.map((row) => {
      const m = mean(row);
      const r = 1 / Math.sqrt(spread(row) + eps);
      return row.map((a, i) => g[i] * r * (a - m) + b[i]);
    }),
  'a class': (x, g, b, eps) => {
    class Norm {
      private readonly row: number[];
      constructor(row: number[]) {
        this.row = row;
      }
      get mu(): number {
        return mean(this.row);
      }
      get sigma(): number {
        return Math.sqrt(spread(this.row) + eps);
      }
      run(): number[] {
        return this.row.map((a, i) => (g[i] * (a - this.mu)) / this.sigma + b[i]);
      }
    }
    return x.map((row) => new Norm(row).run());
  },
  generator: (x, g, b, eps) => {
    function* rows(): Generator<number[]> {
      for (const row of x) yield hat(row, eps).map((v, i) => v * g[i] + b[i]);
    }
    return [...rows()];
  },
  'copied first': (x, g, b, eps) => {
    const y = structuredClone(x);
    for (const row of y) {
      const m = mean(row);
      for (let i = 0; i < row.length; i++) row[i] -= m;
      const sd = Math.sqrt(mean(row.map((a) => a * a)) + eps);
      for (let i = 0; i < row.length; i++) row[i] = (row[i] / sd) * g[i] + b[i];
    }
    return y;
  },
  'entries and Object.assign': (x, g, b, eps) =>
    Object.assign([], Object.fromEntries(x.map((r, n) => [n, hat(r, eps).map((v, c) => v * g[c] + b[c])]))),
  'scaled by the largest': (x, g, b, eps) =>
    x.map((row) => {
      const m = mean(row);
      const c = row.map((a) => a - m);
      const big = Math.max(...c.map(Math.abs)) || 1;
      const sd = big * Math.sqrt(mean(c.map((a) => (a / big) ** 2)) + eps / big / big);
      return c.map((a, i) => (g[i] * a) / sd + b[i]);
    }),
};

let calls = 0;
let first: Matrix | undefined;

export const wrongOnes: Readonly<Record<string, LayerNorm>> = {
  'median for mean': withMean((r) => [...r].sort((a, b) => a - b)[r.length >> 1]),
  'middle of the range': withMean((r) => (Math.max(...r) + Math.min(...r)) / 2),
  'mean over n − 1': withMean((r) => add(r) / (r.length - 1)),
  'mean without the last': withMean((r) => mean(r.slice(0, -1))),
  'mean without the first': withMean((r) => add(r.slice(1)) / r.length),
  'mean added': withMean((r) => -mean(r)),
  'no mean': withMean(() => 0),
  'mean of sizes': withMean((r) => mean(r.map(Math.abs))),
  'root mean square for mean': withMean((r) => Math.sqrt(mean(r.map((a) => a * a)))),
  'mean rounded': withMean((r) => Math.round(mean(r))),
  'mean in four digits': withMean((r) => Number(mean(r).toFixed(4))),
  'range for deviation': withDeviation((r, eps) => Math.max(...r) - Math.min(...r) + eps),
  'sum of squares': withDeviation((r, eps) => Math.sqrt(spread(r) * r.length + eps)),
  'n − 1': withDeviation((r, eps) => Math.sqrt((spread(r) * r.length) / Math.max(1, r.length - 1) + eps)),
  'n + 1': withDeviation((r, eps) => Math.sqrt((spread(r) * r.length) / (r.length + 1) + eps)),
  variance: withDeviation((r, eps) => spread(r) + eps),
  'variance squared': withDeviation((r, eps) => (spread(r) + eps) ** 2),
  'ε after': withDeviation((r, eps) => Math.sqrt(spread(r)) + eps),
  'root of ε after': withDeviation((r, eps) => Math.sqrt(spread(r)) + Math.sqrt(eps)),
  'ε twice': withDeviation((r, eps) => Math.sqrt(spread(r) + 2 * eps)),
  'ε subtracted': withDeviation((r, eps) => Math.sqrt(Math.abs(spread(r) - eps))),
  'ε only where flat': withDeviation((r, eps) => Math.sqrt(spread(r) || eps)),
  'ε if small': withDeviation((r, eps) => Math.sqrt(spread(r) < eps ? eps : spread(r))),
  'ε at least 1e-8': withDeviation((r, eps) => Math.sqrt(spread(r) + Math.max(eps, 1e-8))),
  'ε under n': withDeviation((r, eps) => Math.sqrt((spread(r) * r.length + eps) / r.length)),
  'one pass': withDeviation((r, eps) => Math.sqrt(mean(r.map((a) => a * a)) - mean(r) ** 2 + eps)),
  'one pass, not below zero': withDeviation((r, eps) =>
    Math.sqrt(Math.max(0, mean(r.map((a) => a * a)) - mean(r) ** 2) + eps),
  ),
  'one pass, size taken': withDeviation((r, eps) =>
    Math.sqrt(Math.abs(mean(r.map((a) => a * a)) - mean(r) ** 2) + eps),
  ),
  'sums in single precision': withDeviation((r, eps) =>
    Math.sqrt(Math.fround(add(r.map((a) => Math.fround((a - mean(r)) ** 2)))) / r.length + eps),
  ),
  'β subtracted': withEnd((h, g, b) => g * h - b),
  'γ as a size': withEnd((h, g, b) => Math.abs(g) * h + b),
  'γ by row': (x, g, b, eps) => x.map((r, n) => hat(r, eps).map((v, c) => g[n % g.length] * v + b[c])),
  'γ turned round': (x, g, b, eps) => right(x, [...g].reverse(), [...b].reverse(), eps),
  'mean of γ': (x, g, b, eps) =>
    right(
      x,
      g.map(() => mean(g)),
      b,
      eps,
    ),
  'β where it is not 0, else γ': withEnd((h, g, b) => g * h + (b || g)),
  'γ = 0 skipped': withEnd((h, g, b) => (g ? g * h + b : h)),
  'γ divides': withEnd((h, g, b) => h / g + b),
  softplus: withEnd((h, g, b) => Math.log(1 + Math.exp(g * h + b))),
  'clipped at 10': withEnd((h, g, b) => g * Math.max(-10, Math.min(10, h)) + b),
  'six digits': withEnd((h, g, b) => Number((g * h + b).toFixed(6))),
  'first row only': (x, g, b, eps) => [...right(x.slice(0, 1), g, b, eps), ...x.slice(1)],
  'last row forgotten': (x, g, b, eps) => right(x.slice(0, -1), g, b, eps),
  'rows turned round': (x, g, b, eps) => right(x, g, b, eps).reverse(),
  transposed: (x, g, b, eps) => g.map((_, c) => right(x, g, b, eps).map((r) => r[c])),
  'the batch': (x, g, b, eps) =>
    x.map((r) =>
      r.map((v, c) => {
        const column = x.map((row) => row[c]);
        return (g[c] * (v - mean(column))) / Math.sqrt(spread(column) + eps) + b[c];
      }),
    ),
  'mean of the batch, deviation of the row': (x, g, b, eps) =>
    x.map((r) => r.map((v, c) => (g[c] * (v - mean(x.flat()))) / Math.sqrt(spread(r) + eps) + b[c])),
  'the same row for all': (x, g, b, eps) => x.map(() => right(x, g, b, eps)[0]),
  'normalized twice': (x, g, b, eps) =>
    right(
      x.map((r) => hat(r, eps)),
      g,
      b,
      eps,
    ),
  'sorted rows': (x, g, b, eps) =>
    right(
      x.map((r) => [...r].sort((p, q) => p - q)),
      g,
      b,
      eps,
    ),
  'in place': (x, g, b, eps) => {
    right(x, g, b, eps).forEach((r, n) => (x[n] = r));
    return x;
  },
  'γ used up': (x, g, b, eps) => {
    const y = right(x, g, b, eps);
    g.fill(1);
    return y;
  },
  'the first answer for ever': (x, g, b, eps) => {
    first ??= right(x, g, b, eps);
    return first;
  },
  'right in the beginning': (x, g, b, eps) => (calls++ < 3 ? right(x, g, b, eps) : x),
  words: (x, g, b, eps) => right(x, g, b, eps).map((r) => r.map(String)) as unknown as Matrix,
  boxes: (x, g, b, eps) => right(x, g, b, eps).map((r) => r.map((v) => Object(v) as number)),
  'one long list': (x, g, b, eps) => right(x, g, b, eps).flat() as unknown as Matrix,
};
