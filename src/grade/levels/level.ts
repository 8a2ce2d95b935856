/** What a climb is made of: levels, each won by things one does in the notebook. */

/** One thing that has to be done: a blank filled, a check passed, a question answered right, a guess compared with its value. */
export type Need =
  | { readonly blank: `${string}:${number}` }
  | { readonly check: string }
  | { readonly question: string }
  | { readonly prediction: string };

export interface Level {
  readonly title: string;
  /** What is to be found out, in one sentence. */
  readonly goal: string;
  readonly needs: readonly Need[];
  /** What one has in hand afterwards: a formula, a way of looking. */
  readonly tool: string;
}

export interface Climb {
  readonly title: string;
  readonly levels: readonly Level[];
}
