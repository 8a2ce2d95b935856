/** What a question is made of. */

/** One of the four answers. */
export type Letter = 'a' | 'b' | 'c' | 'd';

/** An answer to choose, and what to say to whoever chose it. */
export interface Choice {
  readonly text: string;
  /** One or two sentences: why this is right, or where the thought behind it leads astray. */
  readonly says: string;
  /** The misconception it speaks to; none where it is right. */
  readonly misconception?: string;
}

/** A question with four answers, one of them right. */
export interface Question {
  readonly text: string;
  readonly right: Letter;
  readonly choices: Readonly<Record<Letter, Choice>>;
}
