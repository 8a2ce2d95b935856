let recording = true;

/** Whether operations note how their results were made. */
export function isRecording(): boolean {
  return recording;
}

/**
 * Runs `f` without noting how its results are made: no gradient flows through them, and they hold no memory.
 * `f` must do its work before it returns: what an async function does after its first `await` is recorded again.
 *
 * @example
 * const x = tensor([1, 2]);
 * noGrad(() => mul(x, x)).node; // undefined
 */
export function noGrad<T>(f: () => T): T {
  return withRecording(false, f);
}

/** Runs `f` with recording switched on or off, and as before afterwards. */
export function withRecording<T>(on: boolean, f: () => T): T {
  const before = recording;
  recording = on;
  try {
    return f();
  } finally {
    recording = before;
  }
}
