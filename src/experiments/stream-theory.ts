/**
 * How large the stream of a Transformer is before training, block by block: the mean-field theory of a wide network.
 *
 * Two numbers are followed: v, the mean square of a position, and c, the mean product of two positions. They are all the
 * theory needs, if attention looks everywhere alike (W_Q = W_K = 0, near enough to any network before training), the
 * feed-forward sub-layer is as wide inside as outside, and weights are Xavier's:
 *
 *     (1)  attention      v_f = c_f = v/T + c (1 − 1/T)       the same for all positions: the mean of T
 *     (2)  feed-forward   v_f = v/2,  c_f = κ(c/v) v/2        ReLU keeps half; κ is its arc-cosine kernel
 *     (3)  the sum        v ← α² v + v_f,  c ← α² c + c_f     branch and stream are uncorrelated
 *     (4)  a norm         v ← 1,  c ← c/v
 *
 * With smaller initial weights (DeepNorm's β on both matrices of a sub-layer) v_f and c_f are β⁴ times that.
 *
 * Source: (2), (3) and the bounds they give: Xiong et al. (2020), arXiv:2002.04745, Lemma 2; κ: Cho and Saul (2009),
 * "Kernel Methods for Deep Learning", equation (6), degree 1, divided by its value at equal inputs.
 */

/** Which sockets of both residual connections of a block are filled. */
export interface Sockets {
  /** A norm before the sub-layer. */
  readonly before?: boolean;
  /** A norm after it, on the branch. */
  readonly after?: boolean;
  /** A norm on the sum. */
  readonly sum?: boolean;
  /** DeepNorm's α on the stream, with its smaller initial weights. */
  readonly alpha?: boolean;
  /** A gate on the branch that starts at 0. */
  readonly gate?: boolean;
}

/** v and c above. */
export interface StreamSize {
  readonly v: number;
  readonly c: number;
}

/** The numbers of DeepNorm; 1 and 1 where it is not used. */
export interface Factors {
  readonly alpha: number;
  readonly beta: number;
}

/**
 * The size of the stream as it enters and after each block.
 *
 * @param sockets What stands where, in every residual connection.
 * @param depth L, the number of blocks.
 * @param T The number of positions.
 * @param factors DeepNorm's α and β.
 * @returns L + 1 sizes, beginning with v = 1, c = 0: independent positions.
 * @example
 * streamSizes({}, 1, 4, { alpha: 1, beta: 1 })[1].v; // (1 + 1/4)(1 + 1/2) = 1.875
 */
export function streamSizes(sockets: Sockets, depth: number, T: number, factors: Factors): StreamSize[] {
  const sizes: StreamSize[] = [{ v: 1, c: 0 }];
  for (let l = 0; l < depth; l++) {
    const afterAttention = connected(sizes[l], (size) => attended(size, T), sockets, factors);
    sizes.push(connected(afterAttention, fedForward, sockets, factors));
  }
  return sizes;
}

/** (1) */
function attended({ v, c }: StreamSize, T: number): StreamSize {
  const mean = v / T + c * (1 - 1 / T);
  return { v: mean, c: mean };
}

/** (2) */
function fedForward({ v, c }: StreamSize): StreamSize {
  return { v: v / 2, c: (v / 2) * reluKernel(c / v) };
}

/** κ(ρ): the mean product of two ReLUs whose inputs have correlation ρ, over the mean square of one. */
function reluKernel(rho: number): number {
  const r = Math.max(-1, Math.min(1, rho));
  return (Math.sqrt(1 - r * r) + r * (Math.PI - Math.acos(r))) / Math.PI;
}

/** (3) and (4) */
function connected(
  stream: StreamSize,
  f: (size: StreamSize) => StreamSize,
  { before, after, sum, gate }: Sockets,
  { alpha, beta }: Factors,
): StreamSize {
  const given = f(before ? normalized(stream) : stream);
  const small = beta * beta * beta * beta;
  const branch = after ? normalized(given) : { v: small * given.v, c: small * given.c };
  const share = gate ? 0 : 1;
  const joined = {
    v: alpha * alpha * stream.v + share * branch.v,
    c: alpha * alpha * stream.c + share * branch.c,
  };
  return sum ? normalized(joined) : joined;
}

/** (4) */
function normalized({ v, c }: StreamSize): StreamSize {
  return { v: 1, c: c / v };
}
