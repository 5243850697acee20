import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { plainWitness } from '../testing/plain-witness.js';
import { inspect } from './inspect.js';
import type { Inspection } from './inspection.js';

const knowledge = openKnowledge();

function look(text: string): Inspection {
  return inspect(plainWitness(text, knowledge.lexicon), { lexicon: knowledge.lexicon, model: knowledge.spinModel });
}

const HUMAN = `HALDERN, Oct. 3 — The prime minister said on Thursday that the government would spend 240 million euros on flood defences along the Orle river, three weeks after high water drove more than 9,000 people from their homes.

Speaking to reporters in the northern town of Haldern, where a dam failed on Sept. 12, Prime Minister Ilse Vandermeer said the work would begin next spring and take at least four years.

“We cannot promise that the river will never rise again, but we can promise that the next time we will be ready,” she said.

The money will come from a fund that was set up last year to help farmers. The opposition said the plan came too late. “People here lost everything,” said Joren Pauwels, a member of parliament for the region, who has called for an independent inquiry.`;

const SPUN = `HALDERN, Oct. 3 — The prime minister mentioned on Thursday that the federal government would spend 240 million euros on flood defences alongside the Orle river, three weeks after excessive water drove greater than 9,000 folks from their houses.

Talking to reporters within the northern city of Haldern, the place a dam failed on Sept. 12, Prime Minister Ilse Vandermeer mentioned the work would start subsequent spring and take a minimum of 4 years.

“We can not promise that the river won’t ever rise once more, however we will promise that the subsequent time we shall be prepared,” she mentioned.

The cash will come from a fund that was arrange final 12 months to assist farmers. The opposition mentioned the plan got here too late. “Folks right here misplaced every part,” mentioned Joren Pauwels, a member of parliament for the area, who has referred to as for an unbiased inquiry.`;

describe('inspect', () => {
  const spun = look(SPUN);
  const human = look(HUMAN);

  it('finds a reworded report likelier to be a machine’s than the report it came from', () => {
    expect(spun.spun).toBeGreaterThan(0.8);
    expect(human.spun).toBeLessThan(0.3);
  });

  it('shows the swapped words, the most probable first, and what stood there', () => {
    const shown = new Map(spun.spans.map((span) => [span.text, span.suggestions[0]?.text]));
    expect(shown.get('the place')).toBe('where');
    expect(shown.get('misplaced')).toBe('lost');
    expect(shown.get('final 12 months')).toBe('last year');
    const chances = spun.spans.map((span) => span.probability);
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
  });

  it('shows few words of a person’s report', () => {
    expect(human.spans.length).toBeLessThan(spun.spans.length / 4);
  });

  it('puts back what stood there and leaves the rest of the text as it is', () => {
    expect(spun.restored).toContain('in the northern');
    expect(spun.restored).toContain('last year');
    expect(spun.restored).toContain('240 million euros');
  });

  it('names a thesaurus spinner and says why', () => {
    expect(spun.machine).toBe('thesaurus');
    expect(spun.grounds.join(' ')).toMatch(/“(?:misplaced|final 12 months|the place)” for “(?:lost|last year|where)”/);
  });

  it('searches for names and sums, on a person’s page as well', () => {
    for (const page of [spun, human]) {
      expect(page.queries.join('\n')).toContain('Vandermeer');
      expect(page.queries.join('\n')).toMatch(/9,000|240 million/);
    }
  });

  it('names a dictionary spinner by words that only dictionaries give', () => {
    const page = look(
      'Two planes collided astatine the airport connected Friday, constabulary said. It whitethorn beryllium days earlier flights resume, arsenic aggregate crews person been called. Residents oregon visitors should telephone the helpline aft noon.',
    );
    expect(page.machine).toBe('dictionary');
    expect(page.grounds.join(' ')).toContain('“astatine” for “at”');
  });

  it('names a translation there and back by its traces', () => {
    const page = look(
      'The prize was $ 250,000, said Prince carlos of Ardenia. « It is a great honor », he added. The fund paid $ 30,000 more to each of the winners on Monday.',
    );
    expect(page.machine).toBe('back-translation');
  });

  it('leaves a translation in peace that says it is one', () => {
    const page = look(`${SPUN}\n\nThis article was machine translated from Ardenian.`);
    expect(page.spun).toBeLessThan(0.5);
    expect(page.grounds[0]).toBe('The page says itself that a machine translated it.');
  });

  it('takes a few words for a phrase and says what it may have been', () => {
    const [span] = look('counterfeit consciousness').spans;
    expect(span?.text).toBe('counterfeit consciousness');
    expect(span?.suggestions[0]?.text).toBe('artificial intelligence');
  });

  it('says what a phrase may have been also where the phrase itself is likely', () => {
    expect(look('lung cancer').spans[0]?.suggestions.length).toBeGreaterThan(0);
    expect(look('lung cancer').restored).toBe('lung cancer');
  });

  it('gives back names that were put into other words', () => {
    const page = look(
      'The White Home said on Friday that the United Countries would vote next week. Shares of Financial institution of America fell.',
    );
    const shown = new Map(page.spans.map((span) => [span.text, span.suggestions[0]?.text]));
    expect(shown.get('Home')).toBe('House');
    expect(shown.get('Countries')).toBe('Nations');
    expect(shown.get('Financial institution')).toBe('Bank');
    expect(page.grounds.join(' ')).toContain('Names are put into other words');
  });

  it('leaves one odd name of a person’s page as it is', () => {
    expect(look('The Glass Home stands at the end of Mill Lane.').grounds).toEqual([]);
  });

  it('finds nothing in an empty text', () => {
    expect(look('')).toMatchObject({ spans: [], restored: '', queries: [] });
    expect(look('').spun).toBeLessThan(0.5);
  });

  it('keeps spans apart, inside the text and equal to what they cut out, whatever it is given', () => {
    const words = fc.constantFrom(
      'the',
      'place',
      'final',
      '12',
      'months',
      'Putin',
      '“',
      '”',
      '.',
      '\n\n',
      'astatine',
      '$',
      '９',
      'é',
      '\u200b',
      'swimming',
      'pool',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
        ),
        (text) => {
          const { spans, spun: chance } = look(text);
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
          const inOrder = [...spans].sort((a, b) => a.start - b.start);
          inOrder.forEach((span, i) => {
            expect(text.slice(span.start, span.end)).toBe(span.text);
            expect(span.start).toBeGreaterThanOrEqual(inOrder[i - 1]?.end ?? 0);
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  it('knows an established phrase in a bare one of more words', () => {
    const first = (phrase: string): string | undefined => look(phrase).spans[0]?.suggestions[0]?.text;
    expect(first('choice of tree')).toBe('decision tree');
    expect(first('sun oriented force')).toBe('solar energy');
  });
});
