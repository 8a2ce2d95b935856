/** What the checks are called. */
export const checkNames = {
  identity: 'is right without an activation',
  relu: 'is right for ReLU',
  tanh: 'is right for tanh',
  others: 'is right for activations it has never met',
  twice: 'gives the same answer twice',
} as const;
