/** What the checks are called. */
export const checkNames = {
  post: 'post: one layer',
  pre: 'pre: one layer',
  more: 'goes through all layers in order',
  final: 'ends pre with the final norm, and post without',
  gradients: 'lets the right gradients through',
} as const;
