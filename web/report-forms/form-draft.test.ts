import { expect, test } from 'vitest';
import { codeFrom, draftOf, emptySection, withCode } from './form-draft.ts';
import type { Form } from './form-words.ts';

test('a code is made of the words, without marks', () => {
  expect(codeFrom('Cuộc đối thoại', new Set())).toBe('cuoc_doi_thoai');
  expect(codeFrom('10 mô hình tiêu biểu!', new Set())).toBe('mo_hinh_tieu_bieu');
  expect(codeFrom('…', new Set())).toBe('muc');
});

test('a code that is taken gets a number', () => {
  expect(codeFrom('Cuộc đối thoại', new Set(['cuoc_doi_thoai', 'cuoc_doi_thoai_2']))).toBe(
    'cuoc_doi_thoai_3',
  );
});

test('a row that has its code keeps it whatever it is called now', () => {
  const row = { ...emptySection(), code: 'notes', title: 'Tên khác' };
  expect(withCode(row, row.title, []).code).toBe('notes');
});

const monthly = {
  periodKind: 'month',
  askedFrom: '2026-01-01',
  askedTo: null,
  customFrom: null,
  customTo: null,
  content: {},
  legalBasis: 'Kế hoạch 10-KH/ThU',
} as unknown as Form;

const revision = (reportCount: number) =>
  ({ ...monthly, revisions: [{ validFrom: '2026-01-01', reportCount }] }) as Form;

test('content that was answered is followed by a revision from the next period on', () => {
  expect(draftOf(revision(3), '2026-03-10')).toMatchObject({ validFrom: '2026-04-01', legalBasis: '' });
});

test('content that nobody answered is written over where it stands', () => {
  expect(draftOf(revision(0), '2026-03-10')).toMatchObject({
    validFrom: '2026-01-01',
    legalBasis: 'Kế hoạch 10-KH/ThU',
  });
});
