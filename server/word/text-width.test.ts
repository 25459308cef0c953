import { describe, expect, it } from 'vitest';
import {
  PARTY_HEAD,
  STATE_HEAD,
  STATE_MOTTO,
  layoutOf,
  placeAndDateLine,
} from '#domain/documents/paper-lines.ts';
import type { Paper } from '#domain/documents/paper.ts';
import { headColumns } from './head.ts';
import { Footnotes, contentWidth, type Page } from './page.ts';
import { decisionWithList, partyNotice, partyReport } from './samples/party-samples.ts';
import { stateLetter, stateReport } from './samples/state-samples.ts';
import { balancedLines, textWidth } from './text-width.ts';

function pageOf(paper: Paper): Page {
  return { paper, rule: layoutOf(paper), orientation: paper.orientation, footnotes: new Footnotes() };
}

describe('widths of printed text', () => {
  it('agree with Times New Roman', () => {
    // Measured in LibreOffice with Liberation Serif Bold 15: 72.9 mm.
    expect(textWidth(PARTY_HEAD, 15, 'bold')).toBeCloseTo(72.9, 1);
    expect(textWidth(STATE_HEAD, 12, 'bold')).toBeCloseTo(88.3, 1);
  });

  it('do not depend on how accents are encoded', () => {
    expect(textWidth(PARTY_HEAD.normalize('NFD'), 15, 'bold')).toBe(textWidth(PARTY_HEAD, 15, 'bold'));
    expect(textWidth('ưởng', 14, 'regular')).toBeGreaterThan(textWidth('uông', 14, 'regular'));
  });
});

describe('the head of a paper', () => {
  const papers: [string, Paper][] = [
    ['party report', partyReport],
    ['party notice', partyNotice],
    ['landscape party paper', { ...decisionWithList, orientation: 'landscape' }],
    ['state letter', stateLetter],
    ['state report', stateReport],
    ['paper of a place with a long name', { ...partyReport, place: 'Thành phố Hồ Chí Minh' }],
  ];

  it.each(papers)('keeps its title and date on one line: %s', (_name, paper) => {
    const page = pageOf(paper);
    const { left, right } = headColumns(page);
    const { head, placeAndDate } = page.rule;
    const titles = paper.layout === 'party' ? [PARTY_HEAD] : [STATE_HEAD];
    for (const title of titles) expect(textWidth(title, head.motto, 'bold')).toBeLessThan(right);
    expect(textWidth(STATE_MOTTO, head.mottoSecond, 'bold')).toBeLessThan(right);
    expect(textWidth(placeAndDateLine(paper), placeAndDate, 'italic')).toBeLessThan(right);
    expect(left + right).toBeLessThanOrEqual(contentWidth(page) + 0.001);
    expect(left).toBeGreaterThanOrEqual(55);
  });

  it('breaks a long issuer into even lines and never inside a quotation', () => {
    const issuer = 'BAN CHỈ ĐẠO PHONG TRÀO THI ĐUA “DÂN VẬN KHÉO” THỊ XÃ';
    expect(balancedLines(issuer, { size: 14, style: 'bold', width: 79 })).toEqual([
      'BAN CHỈ ĐẠO PHONG TRÀO THI',
      'ĐUA “DÂN VẬN KHÉO” THỊ XÃ',
    ]);
  });

  it('leaves a name that fits alone', () => {
    expect(balancedLines('THỊ ỦY HƯƠNG TRÀ', { size: 14, style: 'bold', width: 79 })).toEqual([
      'THỊ ỦY HƯƠNG TRÀ',
    ]);
  });
});
