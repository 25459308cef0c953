import { describe, expect, it } from 'vitest';
import { readyForms } from '#domain/reports/ready-forms.ts';
import {
  type Draft,
  draftOf,
  emptied,
  faultsOf,
  isAboutContent,
  isCopied,
  savedPart,
  valuesOf,
} from './report-draft.ts';
import type { Report } from './report-words.tsx';

/** A report of the ready yearly form with these counts, as the server sends it. */
function reportOf(counts: Readonly<Record<string, string>>): Report {
  const content = readyForms.find((one) => one.code === 'dvk-nam')?.content;
  if (!content) throw new Error('no yearly form');
  return {
    nothingToReport: false,
    formContent: content,
    figures: content.indicators.map((one) => ({
      ...one,
      source: one.source.kind,
      counted: one.source.kind === 'register' ? (counts[one.code] ?? '0') : null,
      stated: null,
      value: null,
      reason: '',
      message: null,
    })),
    sections: content.sections.map((one) => ({ ...one, words: '', previous: null })),
  } as unknown as Report;
}

const report = reportOf({ registered: '9', effective: '4' });

function draftWith(change: { readonly [K in keyof Draft]?: Draft[K] }): Draft {
  const draft = draftOf(report);
  return {
    ...draft,
    ...change,
    figures: { ...draft.figures, campaign_days: '1', participants: '2', dialogues: '0', ...change.figures },
    narrative: { ...draft.narrative, leadership: 'a', results: 'b', ...change.narrative },
  };
}

const said = (change: { readonly [K in keyof Draft]?: Draft[K] }): string[] =>
  faultsOf(report, draftWith(change)).map((one) => `${one.path}: ${one.message}`);

describe('a draft of a report', () => {
  it('has no fault when all is there', () => {
    expect(said({})).toEqual([]);
  });

  it('names letters in a figure, and saves everything else', () => {
    const draft = draftWith({ figures: { participants: 'bốn trăm', dialogues: '1.250' } });
    expect(faultsOf(report, draft)).toEqual([
      {
        code: 'participants',
        path: 'stated.participants',
        message: '“Lượt người tham gia” chỉ nhập số, ví dụ 1.234',
        still: false,
      },
    ]);
    const { stated } = savedPart(report, draft);
    expect(stated).toMatchObject({ dialogues: '1250', campaign_days: '1' });
    expect(stated).not.toHaveProperty('participants');
  });

  it('flags a part above its whole and the share above 100 % that follows', () => {
    const faults = said({ figures: { effective: '12' }, reasons: { effective: 'Kể cả chi hội' } });
    expect(faults).toEqual([
      'stated.effective: “Hoạt động có hiệu quả” lớn hơn tổng của nó (“Mô hình, điển hình đã đăng ký”)',
      'stated.effective_share: “Tỷ lệ mô hình có hiệu quả” vượt quá 100 %',
    ]);
  });

  it('asks for what is still missing without calling it wrong', () => {
    const faults = faultsOf(
      report,
      draftWith({ figures: { dialogues: '', effective: '5' }, narrative: { results: ' ' } }),
    );
    expect(faults.map((one) => [one.path, one.still])).toEqual([
      ['reasons.effective', true],
      ['stated.dialogues', true],
      ['narrative.results', true],
    ]);
  });

  it('says nothing to report only without figures and words of its own', () => {
    const fault = 'nothingToReport: Chọn “Không có nội dung báo cáo” nhưng đã nhập số liệu hoặc nội dung';
    expect(said({ nothingToReport: true })).toEqual([fault]);
    const empty = emptied(draftWith({ nothingToReport: true, figures: { dialogues: 'x' } }));
    expect(faultsOf(report, empty)).toEqual([]);
    expect(faultsOf(report, { ...empty, figures: { ...empty.figures, dialogues: '0' } })).toEqual([]);
  });

  it('counts formulas anew as it is typed', () => {
    const draft = draftWith({ figures: { effective: '6' }, reasons: { effective: 'Kể cả chi hội' } });
    expect(valuesOf(report, draft).get('effective_share')).toBe('667');
  });

  it('is copied only where it is last time word for word', () => {
    const section = { ...report.sections[0], previous: 'Ra quân dọn bờ sông.' } as Report['sections'][number];
    expect(isCopied(section, ' Ra quân dọn bờ sông. ')).toBe(true);
    expect(isCopied(section, 'Ra quân dọn bờ sông, 45 hộ.')).toBe(false);
    expect(isCopied({ ...section, previous: null }, '')).toBe(false);
  });

  it('tells what is mended by writing on from what bars the report', () => {
    expect(isAboutContent(report, 'chưa viết phần “Kết quả thực hiện”')).toBe(true);
    expect(isAboutContent(report, 'biểu mẫu đã hết hiệu lực cho kỳ này')).toBe(false);
    expect(isAboutContent(report, null)).toBe(false);
  });
});
