import { placeAndDateLine, recipientLines, symbolLine } from '#domain/documents/paper-lines.ts';
import { postLineOf } from '#domain/documents/paper-head.ts';
import { runsToText } from '#domain/documents/paper-text.ts';
import type { Paper, Trace } from '#domain/documents/paper.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import {
  changeWords,
  headingOf,
  openingSection,
  outlineOf,
  wordsBySection,
} from '#domain/reports/consolidated-outline.ts';
import { formatFigure } from '#domain/reports/figure-text.ts';
import type { FormContent, Indicator } from '#domain/reports/form.ts';
import { profileFacts } from '#domain/reports/profile-facts.ts';

type TemplateValue = string | readonly TemplateScope[];
export interface TemplateScope {
  readonly [name: string]: TemplateValue;
}

/** What a template is filled from: the paper as it was edited or issued, so that a file made later says the same. */
export interface TemplateSource {
  readonly paper: Paper;
  readonly content: FormContent;
  readonly periodWords: string;
  readonly unitName: string;
  readonly missing: readonly string[];
  readonly practices: readonly {
    id: string;
    name: string;
    placeName: string | null;
    unitName: string;
  }[];
}

/** Every place-holder of domain/reports/consolidated-placeholders.ts with its text. */
export function templateData(source: TemplateSource): TemplateScope {
  const { paper } = source;
  const [signed] = paper.signatures;
  const words = wordsBySection(paper, source.content.sections);
  const paragraphs = (code: string) => (words.get(code) ?? []).map((doan) => ({ doan }));
  return {
    co_quan_cap_tren: paper.parentBody?.toLocaleUpperCase('vi') ?? '',
    co_quan: paper.issuer.toLocaleUpperCase('vi'),
    so_ky_hieu: symbolLine(paper) ?? '',
    dia_danh_ngay: placeAndDateLine(paper),
    loai_van_ban: paper.typeName ?? '',
    trich_yeu: paper.subject,
    ky_bao_cao: source.periodWords,
    don_vi_tong_hop: source.unitName,
    don_vi_phai_gui: countOf(paper.traces['bao_cao.phai_gui']),
    don_vi_da_gui: countOf(paper.traces['bao_cao.da_gui']),
    quyen_ky: (signed?.authority ?? []).join(' ').toLocaleUpperCase('vi'),
    chuc_vu: postLineOf(signed).toLocaleUpperCase('vi').replaceAll(' KIÊM ', ' kiêm '),
    nguoi_ky: signed?.name ?? '',
    noi_nhan: recipientLines(paper).map((dong) => ({ dong })),
    mo_dau: paragraphs(openingSection),
    chua_gui: source.missing.map((ten) => ({ ten })),
    mo_hinh: source.practices.map((one, at) => ({
      stt: String(at + 1),
      ten: one.name,
      dia_diem: one.placeName ?? '',
      don_vi: one.unitName,
      so_minh_chung: countOf(paper.traces[`minh_chung.${one.id}`]) || '0',
    })),
    muc: outlineOf(source.content.sections).map((part) => ({
      so: part.number,
      ten: headingOf(part).title,
      doan_van: paragraphs(part.code),
    })),
    ...Object.fromEntries(source.content.sections.map((one) => [`muc_${one.code}`, paragraphs(one.code)])),
    ...figureData(source),
    don_vi: unitRows(source),
    ...profileData(paper),
  };
}

function countOf(trace: Trace | undefined): string {
  return trace ? formatNumber(trace.value) : '';
}

function figureText(trace: Trace | undefined, indicator: Indicator): string {
  return trace ? formatNumber(trace.value, indicator.decimals) : '';
}

function figureData({ paper, content }: TemplateSource): TemplateScope {
  const { indicators } = content;
  const of = (kind: 'so' | 'nam_truoc', one: Indicator) => paper.traces[`${kind}.${one.code}`];
  return {
    chi_tieu: indicators
      .filter((one) => of('so', one))
      .map((one, at) => ({
        stt: String(at + 1),
        ten: one.label,
        don_vi_tinh: one.unit,
        gia_tri: figureText(of('so', one), one),
        nam_truoc: figureText(of('nam_truoc', one), one),
        so_sanh: changeWords(exactOf(of('so', one), one), exactOf(of('nam_truoc', one), one), {
          ...one,
          format: formatFigure,
        }),
      })),
    ...Object.fromEntries(
      indicators.flatMap((one) => [
        [`so_${one.code}`, figureText(of('so', one), one)],
        [`so_${one.code}_nam_truoc`, figureText(of('nam_truoc', one), one)],
      ]),
    ),
  };
}

function exactOf(trace: Trace | undefined, { decimals }: Indicator): bigint | null {
  return trace ? BigInt(Math.round(trace.value * 10 ** decimals)) : null;
}

/** A row for each part of the total, as the paper's own table has them; then those who have not sent. */
function unitRows({ paper, content, missing }: TemplateSource): TemplateScope[] {
  const rows = new Map<number, { ten: string; values: Record<string, string> }>();
  for (const [id, trace] of Object.entries(paper.traces)) {
    const [, at, code] = /^dv\.(\d+)\.(.+)$/u.exec(id) ?? [];
    const indicator = content.indicators.find((one) => one.code === code);
    if (at === undefined || !indicator) continue;
    const row = rows.get(Number(at)) ?? { ten: trace.scope, values: {} };
    row.values[`so_${indicator.code}`] = figureText(trace, indicator);
    rows.set(Number(at), row);
  }
  const empty = Object.fromEntries(content.indicators.map((one) => [`so_${one.code}`, '–']));
  const sent = [...rows].toSorted(([a], [b]) => a - b).map(([, row]) => row);
  return [
    ...sent.map((row) => ({ ten: row.ten, tinh_trang: 'đã gửi', ...empty, ...row.values })),
    ...missing.map((ten) => ({ ten, tinh_trang: 'chưa gửi', ...empty })),
  ].map((row, at) => ({ stt: String(at + 1), ...row }));
}

/** The profile of the place as the paper has it: its table is the only one that begins with these words. */
function profileData(paper: Paper): TemplateScope {
  const table = paper.blocks.find(
    (block) => block.kind === 'table' && runsToText(block.headerRows[0]?.[0]?.runs ?? []) === 'Nội dung',
  );
  if (table?.kind !== 'table') return { ho_so: [] };
  const years = (table.headerRows[0] ?? []).slice(2).map((one) => runsToText(one.runs).replace(/^\D+/u, ''));
  const lines = table.rows.map((row) => {
    const [ten = '', don_vi_tinh = '', ...values] = row.map((one) => runsToText(one.runs));
    return {
      ten,
      don_vi_tinh,
      gia_tri: values.at(-1) ?? '',
      nam: years.at(-1) ?? '',
      gia_tri_truoc: values.length > 1 ? (values[0] ?? '') : '',
      nam_truoc: years.length > 1 ? (years[0] ?? '') : '',
    };
  });
  const codes = Object.entries(profileFacts).map(([code, { label }]) => [
    `ho_so_${code}`,
    lines.find((line) => line.ten === label)?.gia_tri ?? '',
  ]);
  return { ho_so: lines, ...Object.fromEntries(codes) };
}
