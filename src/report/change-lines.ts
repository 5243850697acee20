import { CHANGE_FIELDS, type ChangeField, type Changes } from '../collation/collation.js';
import { harmless, paint, type Role, type Style } from './paint.js';
import { wrapText } from './wrap.js';

/** What was changed, for a terminal: a labelled sentence each. */
export function changeLines(changes: Changes, style: Style): string[] {
  return CHANGE_FIELDS.flatMap((field) =>
    changes[field].flatMap((change) =>
      labelledLines(field.replace(/s$/, ''), change.sentence, FIELD_ROLES[field], style),
    ),
  );
}

/** A sentence with a word in front that says what it is about. */
export function labelledLines(...[word, sentence, role, style]: readonly [string, string, Role, Style]): string[] {
  const label = word.padEnd(8);
  const [first = '', ...rest] = wrapText(harmless(sentence), style.width - 12);
  return [`  ${paint(style, role, label)} ${first}`, ...rest.map((line) => `           ${line}`)];
}

const FIELD_ROLES: Readonly<Record<ChangeField, Role>> = {
  quotes: 'quote',
  numbers: 'number',
  dates: 'date',
  names: 'name',
  meaning: 'meaning',
  byline: 'strong',
  credit: 'strong',
};
