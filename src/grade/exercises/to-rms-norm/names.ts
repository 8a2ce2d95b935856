/** What the checks are called. */
export const checkNames = {
  shapes: 'gives back a tower of the same shapes, without β',
  writers: 'writes nothing with a mean',
  plain: 'gives the same logits where β is 0',
  same: 'gives the same logits',
  sizes: 'does so for every depth and width',
  alone: 'leaves the tower it is given alone',
} as const;
