/** What the checks are called. */
export const checkNames = {
  two: 'is two directions, each a formula',
  lost: 'moves x and leaves x̂ where it is',
  apart: 'is two directions, not one twice',
} as const;
