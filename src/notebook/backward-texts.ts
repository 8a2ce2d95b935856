/** LayerNorm's way back as files to take along: equations (6) to (8), in two languages. */

/** @param line Equation (8) as the learner wrote it. */
export const backwardInTypeScript = (
  line: string,
): string => `/** Rows of numbers: one row for each word, say. */
type Rows = readonly (readonly number[])[];

const mean = (row: readonly number[]): number => row.reduce((sum, value) => sum + value, 0) / row.length;

/**
 * The gradients of layer normalization over each row, from the gradient of its output.
 *
 * Equation (8) as I derived it: ${line}
 */
export function layerNormBackward(
  dy: Rows,
  { x, gamma, eps }: { readonly x: Rows; readonly gamma: readonly number[]; readonly eps: number },
): { readonly dx: number[][]; readonly dgamma: number[]; readonly dbeta: number[] } {
  const dgamma = gamma.map(() => 0);
  const dbeta = gamma.map(() => 0);
  const dx = x.map((row, n) => {
    const mu = mean(row); // (1)
    const c = row.map((value) => value - mu);
    const rstd = 1 / Math.sqrt(mean(c.map((value) => value * value)) + eps); // (2) (3)
    const xhat = c.map((value) => value * rstd); // (4)
    const g = gamma.map((scale, i) => scale * dy[n][i]);
    dy[n].forEach((value, i) => {
      dbeta[i] += value; // (6)
      dgamma[i] += value * xhat[i]; // (7)
    });
    const [meanG, along] = [mean(g), mean(g.map((value, i) => value * xhat[i]))];
    return g.map((value, i) => rstd * (value - meanG - xhat[i] * along)); // (8)
  });
  return { dx, dgamma, dbeta };
}
`;

export const backwardInPyTorch = (line: string): string => `import torch


class LayerNormFunction(torch.autograd.Function):
    """Layer normalization over the last axis, with its way back by hand.

    Equation (8) as I derived it: ${line}

    Use it as LayerNormFunction.apply(x, gamma, beta, 1e-5), and test it with
    torch.autograd.gradcheck(LayerNormFunction.apply, (x, gamma, beta, 1e-5)) on float64 tensors.
    """

    @staticmethod
    def forward(ctx, x, gamma, beta, eps):
        centred = x - x.mean(dim=-1, keepdim=True)  # (1)
        variance = (centred * centred).mean(dim=-1, keepdim=True)  # (2)
        rstd = torch.rsqrt(variance + eps)  # (3)
        xhat = centred * rstd  # (4)
        ctx.save_for_backward(xhat, rstd, gamma)
        return gamma * xhat + beta  # (5)

    @staticmethod
    def backward(ctx, dy):
        xhat, rstd, gamma = ctx.saved_tensors
        features = dy.shape[-1]
        dbeta = dy.reshape(-1, features).sum(dim=0)  # (6)
        dgamma = (dy * xhat).reshape(-1, features).sum(dim=0)  # (7)
        g = gamma * dy
        along = (g * xhat).mean(dim=-1, keepdim=True)
        dx = rstd * (g - g.mean(dim=-1, keepdim=True) - xhat * along)  # (8)
        return dx, dgamma, dbeta, None
`;
