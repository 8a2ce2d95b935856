/** Data of a test: ways back through LayerNorm written from the signature alone, without sight of the battery. */
type Matrix = number[][];
interface Back {
  dx: Matrix;
  dgamma: number[];
  dbeta: number[];
}
type WayBack = (dy: Matrix, x: Matrix, gamma: number[], eps: number) => Back;

const add = (v: ArrayLike<number>): number => Array.from(v).reduce((a, b) => a + b, 0);
const mean = (v: ArrayLike<number>): number => add(v) / v.length;
const dot = (a: readonly number[], b: readonly number[]): number => add(a.map((v, i) => v * b[i]));
const stats = (r: number[], eps: number): { m: number; r: number; h: number[] } => {
  const m = mean(r);
  const rstd = 1 / Math.sqrt(mean(r.map((v) => (v - m) ** 2)) + eps);
  return { m, r: rstd, h: r.map((v) => (v - m) * rstd) };
};
const columns = (t: Matrix): number[] => (t[0] ?? []).map((_, c) => add(t.map((r) => r[c])));
const sums = (dy: Matrix, x: Matrix, eps: number): Pick<Back, 'dgamma' | 'dbeta'> => ({
  dgamma: columns(dy.map((d, n) => d.map((v, c) => v * stats(x[n], eps).h[c]))),
  dbeta: columns(dy),
});
/** Everything right but the row of dx. */
const row =
  (
    f: (
      g: number[],
      h: number[],
      r: number,
      more: { x: number[]; dy: number[]; gamma: number[] },
    ) => number[],
  ): WayBack =>
  (dy, x, gamma, eps) => ({
    ...sums(dy, x, eps),
    dx: x.map((v, n) => {
      const { r, h } = stats(v, eps);
      return f(
        dy[n].map((d, c) => d * gamma[c]),
        h,
        r,
        { x: v, dy: dy[n], gamma },
      );
    }),
  });
const right = row((g, h, r) => {
  const [a, b] = [mean(g), dot(g, h) / g.length];
  return g.map((v, c) => r * (v - a - h[c] * b));
});
/** Right, and then changed. */
const after =
  (f: (back: Back, inputs: Parameters<WayBack>) => Partial<Back>): WayBack =>
  (...inputs) => {
    const back = right(...inputs);
    return { ...back, ...f(back, inputs) };
  };
/** With another deviation everywhere. */
const deviating =
  (d: (r: number[], eps: number) => number, m: (r: number[]) => number = mean): WayBack =>
  (dy, x, gamma, eps) => {
    const h = x.map((r) => r.map((v) => (v - m(r)) / d(r, eps)));
    const dx = x.map((r, n) => {
      const g = dy[n].map((v, c) => v * gamma[c]);
      return g.map((v, c) => (v - mean(g) - (h[n][c] * dot(g, h[n])) / g.length) / d(r, eps));
    });
    return { dx, dbeta: columns(dy), dgamma: columns(dy.map((r, n) => r.map((v, c) => v * h[n][c]))) };
  };
const spread = (r: number[]): number => mean(r.map((v) => (v - mean(r)) ** 2));

export const rightOnes: Readonly<Record<string, WayBack>> = {
  'short form': right,
  'C in front': row((g, h, r) =>
    g.map((v, c) => (r / g.length) * (g.length * v - add(g) - h[c] * dot(g, h))),
  ),
  'centred twice': row((g, h, r) => {
    const b = dot(g, h) / g.length;
    const p = g.map((v, c) => v - b * h[c]);
    return p.map((v) => r * (v - mean(p)));
  }),
  jacobian: row((g, h, r) =>
    g.map((_, j) => add(g.map((v, i) => v * r * (Number(i === j) - (1 + h[i] * h[j]) / g.length)))),
  ),
  'jacobian as a table': row((g, h, r) => {
    const C = g.length;
    const J = h.map((a, i) => h.map((b, j) => r * ((i === j ? 1 : 0) - 1 / C - (a * b) / C)));
    return J.map((line) => dot(line, g));
  }),
  'two matrices': row((g, h, r) => {
    const C = g.length;
    const p = g.map((v) => v - add(g) / C);
    return p.map((v, c) => r * v - (r * h[c] * dot(h, g)) / C);
  }),
  'node by node': row((g, _, r, { x }) => {
    const C = g.length;
    const c = x.map((v) => v - mean(x));
    const dv = add(g.map((v, i) => v * c[i])) * -0.5 * r ** 3;
    const dm = add(g.map((v) => -v * r)) + dv * (-2 / C) * add(c);
    return g.map((v, i) => v * r + (dv * 2 * c[i]) / C + dm / C);
  }),
  'through the root': row((g, _, r, { x }) => {
    const c = x.map((v) => v - mean(x));
    const dr = dot(g, c);
    const dvar = -0.5 * r * r * r * dr;
    const dc = g.map((v, i) => v * r + (2 / g.length) * c[i] * dvar);
    return dc.map((v) => v - mean(dc));
  }),
  'dual numbers, forward': (dy, x, gamma, eps) => ({
    ...sums(dy, x, eps),
    dx: x.map((v, n) =>
      v.map((_, j) => {
        const { r, h } = stats(v, eps);
        const dm = 1 / v.length;
        const dvar = (2 * (v[j] - mean(v))) / v.length;
        return add(
          v.map((__, i) => dy[n][i] * gamma[i] * (((i === j ? 1 : 0) - dm) * r - (h[i] * r * r * dvar) / 2)),
        );
      }),
    ),
  }),
  loops: (dy, x, gamma, eps) => {
    const [N, C] = [x.length, gamma.length];
    const out: Back = { dx: [], dgamma: Array<number>(C).fill(0), dbeta: Array<number>(C).fill(0) };
    for (let n = 0; n < N; n++) {
      let m = 0;
      for (let c = 0; c < C; c++) m += x[n][c];
      m /= C;
      let v = 0;
      for (let c = 0; c < C; c++) v += (x[n][c] - m) * (x[n][c] - m);
      const r = 1 / Math.sqrt(v / C + eps);
      let [a, b] = [0, 0];
      for (let c = 0; c < C; c++) {
        const h = (x[n][c] - m) * r;
        a += dy[n][c] * gamma[c];
        b += dy[n][c] * gamma[c] * h;
        out.dgamma[c] += dy[n][c] * h;
        out.dbeta[c] += dy[n][c];
      }
      const line: number[] = [];
      for (let c = 0; c < C; c++) line.push(r * (dy[n][c] * gamma[c] - a / C - ((x[n][c] - m) * r * b) / C));
      out.dx.push(line);
    }
    return out;
  },
  'typed arrays': (dy, x, gamma, eps) => {
    const dgamma = new Float64Array(gamma.length);
    const dbeta = new Float64Array(gamma.length);
    const dx = x.map((v, n) => {
      const { r, h } = stats(v, eps);
      const g = Float64Array.from(dy[n], (d, c) => d * gamma[c]);
      h.forEach((a, c) => {
        dgamma[c] += a * dy[n][c];
        dbeta[c] += dy[n][c];
      });
      const b = mean(g.map((d, c) => d * h[c]));
      const a = mean(g);
      return g.map((d, c) => r * (d - a - h[c] * b));
    });
    return { dx, dgamma, dbeta } as unknown as Back;
  },
  welford: (dy, x, gamma, eps) => {
    const deviation = (v: number[]): number => {
      let [m, q] = [0, 0];
      v.forEach((a, i) => {
        const d = a - m;
        m += d / (i + 1);
        q += d * (a - m);
      });
      return Math.sqrt(q / v.length + eps);
    };
    return deviating(deviation)(dy, x, gamma, eps);
  },
  'shifted moments': deviating((v, eps) => {
    const z = v.map((a) => a - v[0]);
    return Math.sqrt(mean(z.map((a) => a * a)) - mean(z) ** 2 + eps);
  }),
  'pairs of numbers': deviating((v, eps) =>
    Math.sqrt(add(v.flatMap((a) => v.map((b) => (a - b) ** 2))) / (2 * v.length * v.length) + eps),
  ),
  'power of a half': deviating((v, eps) => (spread(v) + eps) ** 0.5),
  'columns first': (dy, x, gamma, eps) => {
    const h = x.map((v) => stats(v, eps).h);
    return {
      dbeta: gamma.map((_, c) => dy.reduce((s, d) => s + d[c], 0)),
      dgamma: gamma.map((_, c) => dy.reduce((s, d, n) => s + d[c] * h[n][c], 0)),
      dx: right(dy, x, gamma, eps).dx,
    };
  },
  'a row at a time, added': (dy, x, gamma, eps) =>
    x
      .map((v, n) => right([dy[n]], [v], gamma, eps))
      .reduce((a, b) => ({
        dx: [...a.dx, ...b.dx],
        dgamma: a.dgamma.map((v, c) => v + b.dgamma[c]),
        dbeta: a.dbeta.map((v, c) => v + b.dbeta[c]),
      })),
  'recursion over rows': (dy, x, gamma, eps) => {
    const go = (n: number): Back => {
      if (n === x.length) return { dx: [], dgamma: gamma.map(() => 0), dbeta: gamma.map(() => 0) };
      const [here, rest] = [right([dy[n]], [x[n]], gamma, eps), go(n + 1)];
      return {
        dx: [here.dx[0], ...rest.dx],
        dgamma: here.dgamma.map((v, c) => v + rest.dgamma[c]),
        dbeta: here.dbeta.map((v, c) => v + rest.dbeta[c]),
      };
    };
    return go(0);
  },
  'a class': (dy, x, gamma, eps) => {
    class Node {
      readonly dx = right(dy, x, gamma, eps).dx;
      get dgamma(): number[] {
        return sums(dy, x, eps).dgamma;
      }
      get dbeta(): number[] {
        return sums(dy, x, eps).dbeta;
      }
    }
    const { dx, dgamma, dbeta } = new Node();
    return { dx, dgamma, dbeta };
  },
  'more than asked for': after((back) => ({ ...back, extra: 1 }) as Partial<Back>),
};

const memory: Back[] = [];

export const wrongOnes: Readonly<Record<string, WayBack>> = {
  'direct path only': row((g, _, r) => g.map((v) => v * r)),
  'dy passed on': row((_, __, ___, { dy }) => [...dy]),
  'g passed on': row((g) => g),
  'mean only': row((g, _, r) => g.map((v) => r * (v - mean(g)))),
  'deviation only': row((g, h, r) => g.map((v, c) => r * (v - (h[c] * dot(g, h)) / g.length))),
  'sum for the first mean': row((g, h, r) =>
    g.map((v, c) => r * (v - add(g) - (h[c] * dot(g, h)) / g.length)),
  ),
  'sum for the second mean': row((g, h, r) => g.map((v, c) => r * (v - mean(g) - h[c] * dot(g, h)))),
  'first sign': row((g, h, r) => g.map((v, c) => r * (v + mean(g) - (h[c] * dot(g, h)) / g.length))),
  'second sign': row((g, h, r) => g.map((v, c) => r * (v - mean(g) + (h[c] * dot(g, h)) / g.length))),
  'mean of x̂ for mean of g x̂': row((g, h, r) => g.map((v, c) => r * (v - mean(g) - h[c] * mean(h)))),
  'product of means': row((g, h, r) => g.map((v, c) => r * (v - mean(g) - h[c] * mean(g) * mean(h)))),
  'x̂ squared': row((g, h, r) => g.map((v, c) => r * (v - mean(g) - (h[c] * h[c] * dot(g, h)) / g.length))),
  'x̂ missing in front': row((g, h, r) => g.map((v) => r * (v - mean(g) - dot(g, h) / g.length))),
  'half the deviation': row((g, h, r) =>
    g.map((v, c) => r * (v - mean(g) - (h[c] * dot(g, h)) / g.length / 2)),
  ),
  'twice the deviation': row((g, h, r) =>
    g.map((v, c) => r * (v - mean(g) - (2 * h[c] * dot(g, h)) / g.length)),
  ),
  'means over n − 1': row((g, h, r) => {
    const k = Math.max(1, g.length - 1);
    return g.map((v, c) => r * (v - add(g) / k - (h[c] * dot(g, h)) / k));
  }),
  'C in front, once too often': row((g, h, r) =>
    g.map((v, c) => r * (g.length * v - add(g) - h[c] * dot(g, h))),
  ),
  'r forgotten': row((g, h) => g.map((v, c) => v - mean(g) - (h[c] * dot(g, h)) / g.length)),
  'r squared': row((g, h, r) => g.map((v, c) => r * r * (v - mean(g) - (h[c] * dot(g, h)) / g.length))),
  'r inside only': row((g, h, r) => g.map((v, c) => r * v - mean(g) - (h[c] * dot(g, h)) / g.length)),
  'deviation in place of r': row((g, h, r) =>
    g.map((v, c) => (v - mean(g) - (h[c] * dot(g, h)) / g.length) / r),
  ),
  'γ forgotten': row((_, h, r, { dy }) =>
    dy.map((v, c) => r * (v - mean(dy) - (h[c] * dot(dy, h)) / dy.length)),
  ),
  'γ at the end': row((_, h, r, { dy, gamma }) =>
    dy.map((v, c) => gamma[c] * r * (v - mean(dy) - (h[c] * dot(dy, h)) / dy.length)),
  ),
  'γ twice': row((g, h, r, { gamma }) =>
    g.map((v, c) => gamma[c] * r * (v - mean(g) - (h[c] * dot(g, h)) / g.length)),
  ),
  'γ in the direct term only': row((g, h, r, { dy }) =>
    g.map((v, c) => r * (v - mean(dy) - (h[c] * dot(dy, h)) / g.length)),
  ),
  'γ divides': row((_, h, r, { dy, gamma }) => {
    const g = dy.map((v, c) => v / gamma[c]);
    return g.map((v, c) => r * (v - mean(g) - (h[c] * dot(g, h)) / g.length));
  }),
  'x in the projection': row((g, _, r, { x }) =>
    g.map((v, c) => r * (v - mean(g) - (x[c] * dot(g, x)) / g.length)),
  ),
  'softmax by mistake': row((g, h, r) => h.map((v, c) => r * v * (g[c] - dot(g, h)))),
  'numeric, forward, too wide': (dy, x, gamma, eps) => ({
    ...sums(dy, x, eps),
    dx: x.map((v, n) =>
      v.map((_, j) => {
        const loss = (w: number[]): number =>
          dot(
            stats(w, eps).h,
            dy[n].map((d, c) => d * gamma[c]),
          );
        return (loss(v.map((a, i) => (i === j ? a + 1e-2 : a))) - loss(v)) / 1e-2;
      }),
    ),
  }),
  'n − 1': deviating((r, eps) => Math.sqrt((spread(r) * r.length) / Math.max(1, r.length - 1) + eps)),
  'no ε': deviating((r) => Math.sqrt(spread(r))),
  'ε outside': deviating((r, eps) => Math.sqrt(spread(r)) + eps),
  'ε fixed': deviating((r) => Math.sqrt(spread(r) + 1e-5)),
  'ε at least 1e-8': deviating((r, eps) => Math.sqrt(spread(r) + Math.max(eps, 1e-8))),
  'variance as deviation': deviating((r, eps) => spread(r) + eps),
  'one pass': deviating((r, eps) => Math.sqrt(Math.max(0, mean(r.map((v) => v * v)) - mean(r) ** 2) + eps)),
  'root mean square': deviating(
    (r, eps) => Math.sqrt(mean(r.map((v) => v * v)) + eps),
    () => 0,
  ),
  median: deviating(
    (r, eps) => Math.sqrt(spread(r) + eps),
    (r) => [...r].sort((a, b) => a - b)[r.length >> 1],
  ),
  'dγ mean': after(({ dgamma }, [dy]) => ({ dgamma: dgamma.map((v) => v / dy.length) })),
  'dγ of the first row': after((_, [dy, x, , eps]) => ({
    dgamma: sums(dy.slice(0, 1), x.slice(0, 1), eps).dgamma,
  })),
  'dγ times γ': after(({ dgamma }, [, , gamma]) => ({ dgamma: dgamma.map((v, c) => v * gamma[c]) })),
  'dγ with x': after((_, [dy, x]) => ({ dgamma: columns(dy.map((d, n) => d.map((v, c) => v * x[n][c]))) })),
  'dγ negative': after(({ dgamma }) => ({ dgamma: dgamma.map((v) => -v) })),
  'dγ one number': after(({ dgamma }) => ({ dgamma: [add(dgamma)] })),
  'dγ a table': after(({ dx }) => ({ dgamma: dx as unknown as number[] })),
  'dβ mean': after(({ dbeta }, [dy]) => ({ dbeta: dbeta.map((v) => v / dy.length) })),
  'dβ zero': after(({ dbeta }) => ({ dbeta: dbeta.map(() => 0) })),
  'dβ times γ': after(({ dbeta }, [, , gamma]) => ({ dbeta: dbeta.map((v, c) => v * gamma[c]) })),
  'dβ from dx': after(({ dx }) => ({ dbeta: columns(dx) })),
  'dβ without the last row': after((_, [dy]) => ({ dbeta: columns(dy.slice(0, -1)) })),
  exchanged: after(({ dgamma, dbeta }) => ({ dgamma: dbeta, dbeta: dgamma })),
  'dx transposed': after(({ dx }) => ({ dx: dx[0].map((_, c) => dx.map((r) => r[c])) })),
  'dx of the first row for all': after(({ dx }) => ({ dx: dx.map(() => dx[0]) })),
  'dx summed': after(({ dx }) => ({ dx: [columns(dx)] })),
  'no dx': after(() => ({ dx: undefined as unknown as Matrix })),
  'dx and NaN': after(({ dx }) => ({ dx: dx.map((r) => r.map((v, c) => (c === 0 ? NaN : v))) })),
  'a list': ((...inputs: Parameters<WayBack>) =>
    Object.values<unknown>({ ...right(...inputs) })) as unknown as WayBack,
  'five digits': after(({ dx }) => ({ dx: dx.map((r) => r.map((v) => Number(v.toPrecision(5)))) })),
  'writes into dy': after((_, [dy]) => {
    dy[0][0] = 0;
    return {};
  }),
  'adds up for ever': after((back) => {
    memory.push(back);
    return { dbeta: columns(memory.filter((m) => m.dbeta.length === back.dbeta.length).map((m) => m.dbeta)) };
  }),
};
