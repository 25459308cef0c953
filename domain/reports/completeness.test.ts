import { describe, expect, it } from 'vitest';
import { hollowness, saidAs } from './completeness.ts';
import { interchangeForm } from './testing/interchange-form.ts';

const none = { words: '', stated: [null, null, null], figures: [null, null, null] };
const figures = [12n, 340n, 2n];

describe('a report that says nothing of its own', () => {
  it('is empty without words and figures, also with a dot in place of words', () => {
    expect(hollowness(none, null)).toBe('empty');
    expect(hollowness({ ...none, words: ' . …\n–' }, null)).toBe('empty');
    expect(hollowness({ ...none, words: 'Không' }, null)).toBeNull();
    expect(hollowness({ ...none, figures: [null, 3n, null] }, null)).toBeNull();
  });

  it('is a copy where only case, spaces and punctuation of the words differ', () => {
    const before = { words: 'Ra quân làm sạch tuyến đường.', stated: figures };
    const again = { stated: figures, figures };
    expect(hollowness({ ...again, words: 'RA QUÂN,  làm sạch tuyến đường !' }, before)).toBe('copied');
    expect(hollowness({ ...again, words: 'Ra quân làm sạch tuyến đương' }, before)).toBeNull();
    expect(hollowness({ words: before.words, stated: [13n, 340n, 2n], figures }, before)).toBeNull();
  });

  it('is a copy by its figures alone where there are no words and they are enough to tell', () => {
    const same = (stated: readonly (bigint | null)[]) =>
      hollowness({ words: '', stated, figures: [9n] }, { words: '-', stated });
    expect(same(figures)).toBe('copied');
    expect(same([12n, 340n, null])).toBeNull();
    expect(same([0n, 0n, 0n])).toBeNull();
  });
});

describe('what a report said in the order of another version of its form', () => {
  const then = { ...interchangeForm, indicators: interchangeForm.indicators.toReversed() };
  const byCode = (code: string) =>
    saidAs(interchangeForm, {
      content: then,
      narrative: { notes: 'Một', limits: 'Hai' },
      stated: then.indicators.map((one) => (one.code === code ? 5n : null)),
    }).stated;

  it('goes by codes, figures with different digits on one scale', () => {
    expect(byCode('money')).toEqual([null, 500n, null, null, null]);
    expect(byCode('labour')).toEqual([null, null, null, 5n, null]);
  });

  it('leaves out what was typed then and is filled in now', () => {
    const entered = { kind: 'entered', required: false } as const;
    const content = {
      ...then,
      indicators: then.indicators.map((one) =>
        one.code === 'registered' ? { ...one, source: entered } : one,
      ),
    };
    const stated = content.indicators.map(() => 5n);
    expect(saidAs(interchangeForm, { content, narrative: {}, stated }).stated[0]).toBeNull();
  });
});
