import { describe, expect, it } from 'vitest';
import {
  appendix,
  cell,
  heading,
  leadIn,
  list,
  paper,
  paragraph,
  table,
} from '#domain/documents/paper-parts.ts';
import type { Block } from '#domain/documents/paper.ts';
import {
  blocksOfWords,
  changeWords,
  figureSection,
  outlineOf,
  wordsBySection,
} from './consolidated-outline.ts';
import { checkPlaceholders, placeholdersOf } from './consolidated-placeholders.ts';
import { formatFigure } from './figure-text.ts';
import { readyForms } from './ready-forms.ts';

const section = (code: string, level: 1 | 2 = 1) => ({
  code,
  title: `Mục ${code}`,
  guidance: '',
  required: false,
  level,
});

describe('the outline of a consolidated report', () => {
  it('numbers sections as papers do, and begins anew below each', () => {
    const parts = outlineOf([section('a'), section('b', 2), section('c', 2), section('d'), section('e', 2)]);
    expect(parts.map((part) => [part.number, part.isParent])).toEqual([
      ['I-', true],
      ['1.', false],
      ['2.', false],
      ['II-', true],
      ['1.', false],
    ]);
    expect(outlineOf([section('a', 2)])[0]?.number).toBe('I-');
  });

  it('puts the figures of every ready form under its results, where it speaks of results', () => {
    expect(readyForms.map((form) => figureSection(form.content.sections))).toEqual([
      null,
      'results',
      'results',
      'results',
      'results_goals',
    ]);
  });

  it('makes paragraphs and lists of what a person wrote', () => {
    expect(blocksOfWords('Đã làm.\n- Một\n• Hai\n\nXong.')).toEqual([
      paragraph('Đã làm.'),
      list('Một', 'Hai'),
      paragraph('Xong.'),
    ]);
    expect(blocksOfWords('  \n ')).toEqual([]);
  });
});

describe('a comparison with last year', () => {
  const words = (value: bigint | null, before: bigint | null, unit = 'mô hình', decimals = 0) =>
    changeWords(value, before, { decimals, unit, format: formatFigure });

  it('says by how much and by what share, exactly', () => {
    expect(words(160n, 148n)).toBe('tăng 12 (8,1%)');
    expect(words(148n, 160n)).toBe('giảm 12 (7,5%)');
    expect(words(7n, 7n)).toBe('không đổi');
    expect(words(2n ** 62n, 2n ** 62n - 1n)).toBe('tăng 1 (0,0%)');
  });

  it('says nothing where there is nothing to compare, and no share of nought', () => {
    expect(words(5n, null)).toBe('');
    expect(words(5n, 0n)).toBe('tăng 5');
  });

  it('speaks of points between shares', () => {
    expect(words(226n, 380n, '%', 2)).toBe('giảm 1,54 điểm %');
  });
});

describe('an edited paper read by sections', () => {
  const wordsOf = (blocks: Block[]) =>
    Object.fromEntries(
      wordsBySection(
        paper({ layout: 'party', issuer: 'Thị ủy', place: '', draftYear: 2026, subject: '', blocks }),
        [section('a'), section('b')],
      ),
    );

  it('keeps what an officer added under the section above, and leaves appendices out', () => {
    expect(
      wordsOf([
        paragraph('Mở đầu'),
        heading(1, 'I-', 'MỤC A'),
        paragraph('Một'),
        heading(2, '1.', 'Mới'),
        list('Hai'),
        heading(1, 'II-', 'Mục b'),
        paragraph('Ba'),
        appendix('PHỤ LỤC'),
        paragraph('Bốn'),
      ]),
    ).toEqual({ opening: ['Mở đầu'], a: ['Một', '1. Mới', '- Hai'], b: ['Ba'] });
  });

  it('drops a sentence that only leads to a table', () => {
    const rows = table([{ title: 'A', width: 1 }], [[cell('1')]]);
    expect(wordsOf([heading(1, 'I-', 'Mục a'), leadIn('Bảng:'), rows, leadIn('Gồm:'), list('Một')])).toEqual({
      a: ['Gồm:', '- Một'],
    });
  });
});

describe('the place-holders of a template', () => {
  const check = (...texts: (string | { text: string; part?: string; hasFootnote?: boolean })[]) =>
    checkPlaceholders(
      texts.map((one, at) => ({
        where: `Đoạn ${at + 1}`,
        part: 'word/document.xml',
        hasFootnote: false,
        ...(typeof one === 'string' ? { text: one } : one),
      })),
      placeholdersOf(readyForms[2]?.content ?? null),
    );

  it('repeat over paragraphs, within one part of the file', () => {
    expect(check('{#chi_tieu}', '{ten}', '{/chi_tieu}').faults).toEqual([]);
    expect(check({ text: '{#chi_tieu}', part: 'word/header1.xml' }, '{ten}{/chi_tieu}').faults).toHaveLength(
      2,
    );
  });

  it('hold no footnote where they repeat: it would be there twice under one number', () => {
    const faults = check('{#muc_results}', { text: '{doan}', hasFootnote: true }, '{/muc_results}').faults;
    expect(faults).toEqual([
      'Đoạn 2 (“{doan}”): chú thích cuối trang không đứng được trong phần lặp {#muc_results}',
    ]);
  });

  it('name what crosses, and where it was opened', () => {
    expect(check('{#chi_tieu}{#so_registered}', '{/chi_tieu}{/so_registered}').faults[0]).toContain(
      '{/chi_tieu} đóng trước {/so_registered}',
    );
  });

  it('stand for nothing: {^ten} where there is none', () => {
    expect(check('{^chua_gui}Đủ báo cáo.{/chua_gui}')).toMatchObject({
      faults: [],
      placeholders: [{ name: 'chua_gui', known: true }],
    });
  });

  it.each(['{@doan}', '{=[ ]=}', '{-w:p doan}', '{}', '{$doan}'])(
    'are names alone: %s is refused',
    (text) => {
      expect(check(text).faults).toHaveLength(1);
    },
  );
});
