import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { plainWitness } from '../testing/plain-witness.js';
import type { Statement } from './statement.js';
import { tellStatement } from './tell-statement.js';

const { lexicon } = openKnowledge();

/** How a statement is told of a text in which `[…]` marks contents and `<…>` the cue. */
function told(marked: string, marks: readonly string[] = []): string {
  const content: [number, number][] = [];
  const cue: [number, number][] = [];
  let text = '';
  for (const piece of marked.split(/([[\]<>])/u)) {
    if (piece === '[') content.push([text.length, 0]);
    else if (piece === ']') (content.at(-1) as [number, number])[1] = text.length;
    else if (piece === '<') cue.push([text.length, 0]);
    else if (piece === '>') (cue.at(-1) as [number, number])[1] = text.length;
    else text += piece;
  }
  const statement: Statement = { kind: 'indirect', content, cue, speaker: [], via: [], marks, probability: 1 };
  return tellStatement(plainWitness(text, lexicon), statement);
}

describe('a statement behind its speaker’s name', () => {
  it('is its content where the cue says no more than that it was said', () => {
    expect(told('[“The dam is dry,”] Lunde <said>.')).toBe('“The dam is dry,”');
    expect(told('[“The dam is dry,”] Lunde <said in a statement>. [“It holds.”]')).toBe(
      '“The dam is dry,” … “It holds.”',
    );
    expect(told('[The dam is dry], Lunde <has mentioned>.')).toBe('The dam is dry');
  });

  it('keeps the cue where that carries the sense', () => {
    expect(told('Lunde <denied> [that the dam leaked].', ['denial'])).toBe('denied that the dam leaked');
    expect(told('She <did not rule out> [criminal charges].')).toBe('did not rule out criminal charges');
    expect(told('The council <did not answer> [questions from the Echo].', ['no-comment'])).toBe(
      'did not answer questions from the Echo',
    );
    expect(told('He <apologised for> [the smell of the canal in June].')).toBe(
      'apologised for the smell of the canal in June',
    );
    expect(told('[“The dam will burst,”] Lunde <warned>.')).toBe('warned: “The dam will burst,”');
    expect(told('[“Is it dry?”] Lunde <asked>.', ['question'])).toBe('asked: “Is it dry?”');
  });

  it('tells what begins within a sentence from where it can be read', () => {
    expect(told('Lunde <told> reporters at the quay [that the dam was dry].')).toBe(
      'told reporters at the quay that the dam was dry',
    );
    expect(told('<According to> Lunde, [a deckhand carried two children ashore].')).toBe(
      'According to Lunde, a deckhand carried two children ashore',
    );
    expect(told('The road, a surveyor <testified>, [would not have held a cart].')).toBe(
      'The road, a surveyor testified, would not have held a cart',
    );
  });

  it('ends no content of a few words before its sentence does', () => {
    expect(told('Grundvig <contended> [that the judge] had read the wrong file, and left.')).toBe(
      'contended that the judge had read the wrong file',
    );
    expect(told('Lunde <announced> [an inquiry], which is to report in May.')).toBe('announced an inquiry');
  });
});
