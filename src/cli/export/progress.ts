/** A line that says how long something has been going on and how long it usually takes. */
export interface Progress {
  /** Ends the line. */
  stop(): void;
}

/** The part of a terminal that is written to. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(words: string): unknown;
}

/**
 * Says what is being done; in a terminal it counts the seconds until it is stopped.
 *
 * @param what a few words: `Running 01-layer-norm.ipynb, 40 code cells`.
 * @param usual seconds it took before, where that is known.
 * @param terminal where it is said.
 * @example
 * const progress = startProgress('Running', 8, process.stderr);
 * progress.stop();
 */
export function startProgress(what: string, usual: number | undefined, terminal: Terminal): Progress {
  const about = usual === undefined ? 'usually less than a minute' : `about ${Math.ceil(usual)} s last time`;
  if (!terminal.isTTY) {
    terminal.write(`${what} (${about}) …\n`);
    return { stop: () => undefined };
  }
  let seconds = 0;
  const say = (): void => void terminal.write(`\r${what}: ${seconds} s (${about}) `);
  say();
  const timer = setInterval(() => {
    seconds++;
    say();
  }, 1000);
  return {
    stop: () => {
      clearInterval(timer);
      terminal.write('\n');
    },
  };
}
