/** What the checks are called. */
export const checkNames = {
  shapes: 'gives w1, w2 and gate their shapes',
  rezero: 'rezero: starts as the identity',
  fixup: 'fixup: starts as the identity',
  rezeroLearns: 'rezero: can leave the identity',
  fixupLearns: 'fixup: can leave the identity',
  sizes: 'gives each weight its deviation',
  stream: 'draws from the stream it is handed',
} as const;
