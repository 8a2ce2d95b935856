/** What a command knows behind two hyphens. */
interface Known {
  readonly flags: readonly string[];
  /** Those of them that take the next word. */
  readonly withValue: readonly string[];
  /** What to say where that word is missing; that it needs a value where left out. */
  readonly missing?: Readonly<Record<string, string>>;
}

/** The options among some words with their values, '' where they take none, and the other words. */
interface Options {
  readonly given: ReadonlyMap<string, string>;
  readonly names: readonly string[];
}

/**
 * Sorts the words behind a command.
 *
 * @returns What is wrong with them, where they cannot be sorted: the end of a sentence.
 */
export function optionsOf(
  words: readonly string[],
  { flags, withValue, missing = {} }: Known,
): Options | string {
  const given = new Map<string, string>();
  const names: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word.startsWith('-')) names.push(word);
    else if (!flags.includes(word)) return `there is no ${word}.`;
    else if (!withValue.includes(word)) given.set(word, '');
    else if (i + 1 === words.length) return `${missing[word] ?? `${word} needs a value`}.`;
    else given.set(word, words[++i]);
  }
  return { given, names };
}
