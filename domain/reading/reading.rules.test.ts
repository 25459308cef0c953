/** What must hold for any text at all. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pseudoPaper, pseudoReport } from './pseudo-text.ts';
import { readPaper } from './read-paper.ts';
import { readSource } from './source-text.ts';
import { toScoredJson } from './scored-json.ts';

const seed = fc.integer({ min: 0, max: 1_000_000 });

describe('any text', () => {
  it('is read without an error, and every fact stands literally in it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          seed.map((number) => pseudoPaper(number, 1_500)),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const { documents, practices, figures, checks } = readPaper(text);
          for (const fact of [...documents, ...practices, ...figures, ...checks]) {
            expect(text.slice(fact.start, fact.end)).toBe(fact.asWritten);
            expect(fact.start).toBeLessThan(fact.end);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('gives the same reading twice', () => {
    fc.assert(
      fc.property(seed, (number) => {
        const text = pseudoPaper(number, 600);
        expect(readPaper(text)).toEqual(readPaper(text));
      }),
      { numRuns: 60 },
    );
  });

  it('points sums at figures of their own values', () => {
    fc.assert(
      fc.property(seed, (number) => {
        const { figures, checks } = readPaper(pseudoPaper(number, 1_500));
        for (const check of checks) {
          expect(figures[check.totalFigure]?.value).toBe(check.total);
          expect(check.partFigures.map((part) => figures[part]?.value)).toEqual(check.parts);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('finds the way back from composed text to the text of the file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (original) => {
        const source = readSource(original);
        for (let at = 0; at < source.text.length; at += 1) {
          const piece = original.slice(source.startOf(at), source.endOf(at + 1));
          expect(readSource(piece).text).toContain(source.text.charAt(at));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a long report', () => {
  const reading = readPaper(pseudoReport());

  it('is read to its last page', () => {
    expect(reading.sections.map((one) => one.number)).toContain('30');
    expect(reading.documents).toHaveLength(30);
    expect(reading.practices).toHaveLength(180);
  });

  it('keeps footnotes with the rest', () => {
    expect(reading.figures.filter((one) => one.kind === 'training_classes')).toHaveLength(10);
  });

  it('prints what the score compares', () => {
    const printed = toScoredJson(reading);
    expect(Object.keys(printed)).toEqual([
      'paper',
      'sections',
      'documents',
      'practices',
      'figures',
      'checks',
    ]);
    expect(printed['checks']).toEqual([]);
  });
});
