import type { HintLevel, Judgement } from '../../derive/judgement.js';

/** How help is asked for, to whoever did not ask yet; '' where there is none to give, or where it was asked for. */
export function offerOfHelp(asked: HintLevel, { word, form }: Judgement): string {
  // A true line in another form is told what its form lacks, an unreadable one where it cannot be read.
  const isHelped = word === 'not yet' && !form;
  return asked === 'off' && isHelped
    ? "For help: { hint: 'place' } behind your line, then 'kind', then 'full'."
    : '';
}
