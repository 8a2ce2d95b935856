/** What the checks are called. */
export const checkNames = {
  post: 'post: normalizes the sum of both roads',
  pre: 'pre: keeps the stream free',
  peri: 'peri: normalizes before and behind the sub-layer',
  deepnorm: 'deepnorm: makes the stream louder, then normalizes',
  rezero: 'rezero: lets in as much as the gate says',
  once: 'asks the sub-layer once',
  gradients: 'lets the right gradients through',
} as const;
