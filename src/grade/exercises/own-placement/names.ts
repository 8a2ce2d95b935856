/** What the checks are called. */
export const checkNames = {
  shape: 'keeps the shape of x',
  once: 'asks each sub-layer once',
  say: 'lets the sub-layers have their say',
  activations: 'keeps activations below 10',
  gradients: 'keeps gradients within a factor of 10',
  own: 'is none of the six',
} as const;
