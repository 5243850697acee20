import { changedByline, changedCredit } from './change-credits.js';
import { changedDates } from './change-dates.js';
import { changedNumbers } from './change-figures.js';
import { changedMeaning } from './change-meaning.js';
import { changedNames } from './change-names.js';
import { changedQuotes } from './change-quotes.js';
import { changedSpeakers } from './change-speakers.js';
import type { Change, ChangeField, Changes } from './collation.js';
import { toldOnce } from './told-once.js';
import type { ChangeView } from './word-changes.js';

/**
 * The changes that matter to people, sorted by field; each with both readings and a sentence that takes no side.
 * A variant in other spelling is none, nor is a whole sentence that one side has alone: those are for the passages to show.
 */
export function findChanges(view: ChangeView): Changes {
  const speakers = changedSpeakers(view);
  const byField: Record<ChangeField, readonly Change[]> = {
    quotes: [...changedQuotes(view), ...speakers].sort((a, b) => a.base[0] - b.base[0]),
    numbers: changedNumbers(view),
    dates: changedDates(view),
    names: changedNames(view),
    meaning: changedMeaning(view),
    byline: changedByline(view),
    credit: changedCredit(view),
  };
  return toldOnce(byField, new Set(speakers));
}
