/** Values as bundles of representations: the result of a cell, and what a cell displays on its way. */
import { format } from 'node:util';
import type { Content } from './messages.js';

export interface Bundle {
  data: Content;
  metadata: Content;
}

/** What `globalThis[Symbol.for('normlab.display')]` accepts beside the bundle. */
export interface DisplayOptions {
  /** A display with a name can be updated. */
  id?: string;
  update?: boolean;
}

/** The bundle of a value; a pause where the value makes it asynchronously. */
export function* bundleOf(value: unknown): Generator<unknown, Bundle, unknown> {
  const made = hasBundle(value) ? yield value._repr_mimebundle_() : undefined;
  const { data, metadata } = asBundle(made);
  return { data: 'text/plain' in data ? data : { ...data, 'text/plain': format(value) }, metadata };
}

/** `{ data, metadata }`, or data alone. */
export function asBundle(made: unknown): Bundle {
  if (typeof made !== 'object' || made === null) return { data: {}, metadata: {} };
  if ('data' in made && typeof made.data === 'object' && made.data !== null)
    return {
      data: { ...made.data },
      metadata: { ...('metadata' in made ? (made.metadata as Content) : {}) },
    };
  return { data: { ...made }, metadata: {} };
}

function hasBundle(value: unknown): value is { _repr_mimebundle_(): unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    '_repr_mimebundle_' in value &&
    typeof value._repr_mimebundle_ === 'function'
  );
}
