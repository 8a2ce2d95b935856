/** What the checks are called. */
export const checkNames = {
  flat: 'hears every part of a model, in the order of the calls',
  deep: 'hears parts of parts, and a part that is called twice',
  size: 'tells the root mean square of what each part gave',
  dead: 'tells the share of zeros',
  once: 'runs the model once, as it is',
  stops: 'stops listening',
} as const;
