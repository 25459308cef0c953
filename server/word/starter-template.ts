import { placeAndDateLine, recipientLines, symbolLine } from '#domain/documents/paper-lines.ts';
import { appendix, heading, leadIn, paper, paragraph, table } from '#domain/documents/paper-parts.ts';
import type { Block, Paper } from '#domain/documents/paper.ts';
import type { PaperLayout } from '#domain/documents/symbols.ts';
import { figureSection, headingOf, outlineOf } from '#domain/reports/consolidated-outline.ts';
import type { FormContent } from '#domain/reports/form.ts';
import PizZip from 'pizzip';
import { roman } from '#domain/kernel/roman.ts';
import { writePaper } from './write-paper.ts';

const columnsShown = 12;

/** A Word file to start a template from: the layout of the office with place-holders where our writer puts words. */
export async function starterTemplate(
  content: Pick<FormContent, 'sections' | 'indicators'>,
  layout: PaperLayout,
): Promise<Buffer> {
  return templateOf(starterPaper(content, layout));
}

/** A paper whose texts are place-holders, as a Word file; its number, day and recipients become place-holders too. */
export async function templateOf(shown: Paper): Promise<Buffer> {
  const zip = new PizZip(await writePaper({ ...shown, ...composedLines }));
  const part = 'word/document.xml';
  zip.file(part, withPlaceholders(zip.file(part)?.asText() ?? '', { ...shown, ...composedLines }));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** What our writer composes lines of; the lines are then replaced. */
const composedLines = {
  symbol: { number: null, typeCode: 'BC', issuerCode: 'BC' },
  // As wide as places get: the columns of the head are measured by it.
  place: 'Phường Trường Thịnh',
  recipients: ['nơi nhận', 'từng dòng', 'Lưu'],
} satisfies Partial<Paper>;

/** Lines that our writer composes, and the end mark after the last sentence, give way to place-holders. */
function withPlaceholders(xml: string, shown: Paper): string {
  const [first = '', second = '', third = ''] = recipientLines(shown);
  const lines: [string, string][] = [
    [symbolLine(shown) ?? '', '{so_ky_hieu}'],
    [placeAndDateLine(shown), '{dia_danh_ngay}'],
    [first, '{#noi_nhan}'],
    [second, '{dong}'],
    [third, '{/noi_nhan}'],
  ];
  const replaced = lines.reduce((all, [line, name]) => all.replace(`>${line}<`, `>${name}<`), xml);
  return endHeld(withoutIndents(replaced)).replaceAll(/>(\{\/[a-z0-9_]+\})(?:\.\/\.|\.)</g, '>$1<');
}

/** Names are centred by indents that fit their length: those that fit a place-holder would squeeze what comes. */
function withoutIndents(xml: string): string {
  return xml.replaceAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gsu, (one) =>
    squeezed.test(one) ? one.replace(/<w:ind [^>]*\/>/u, '') : one,
  );
}

/** The last words of the body hold on to the signature, so that it stands on no page alone. */
function endHeld(xml: string): string {
  const last = xml.lastIndexOf('>{doan}<');
  const begin = xml.lastIndexOf('<w:p>', last);
  if (last === -1 || begin === -1) return xml;
  const held = xml
    .slice(begin, last)
    .replace(/<w:pPr>(<w:pStyle [^>]*\/>)?/u, (_, style = '') => `<w:pPr>${style}<w:keepNext/>`);
  return xml.slice(0, begin) + held + xml.slice(last);
}

const squeezed = />\{(?:co_quan|co_quan_cap_tren|trich_yeu)\}</iu;

function starterPaper(
  { sections, indicators }: Pick<FormContent, 'sections' | 'indicators'>,
  layout: PaperLayout,
): Paper {
  const parts = outlineOf(sections);
  const figuresUnder = figureSection(parts);
  const figures = figureTable();
  const body: Block[] = [
    ...repeated('mo_dau'),
    ...parts.flatMap((part) => [
      headingOf(part),
      ...(part.code === 'profile' ? profileTable() : []),
      ...repeated(`muc_${part.code}`),
      ...(part.code === figuresUnder ? figures : []),
    ]),
    ...(figuresUnder === null
      ? [
          heading(1, `${roman(parts.filter((part) => part.level === 1).length + 1)}-`, 'KẾT QUẢ, SỐ LIỆU'),
          ...figures,
          paragraph('{ky_bao_cao}'),
        ]
      : []),
  ];
  const shown = indicators.slice(0, columnsShown);
  return paper({
    layout,
    parentBody: '{co_quan_cap_tren}',
    issuer: '{co_quan}',
    place: '',
    draftYear: 2026,
    typeName: '{loai_van_ban}',
    subject: '{trich_yeu}',
    blocks: [
      ...body,
      appendix('BIỂU TỔNG HỢP SỐ LIỆU THEO ĐƠN VỊ', { orientation: 'landscape' }),
      table(
        [
          { title: 'TT', width: 6, align: 'center' },
          { title: 'Đơn vị', width: 24 },
          ...shown.map((one) => ({ title: `${one.label} (${one.unit})`, width: 9, align: 'right' as const })),
        ],
        [
          [
            '{#don_vi}{stt}',
            shown.length === 0 ? '{ten}{/don_vi}' : '{ten}',
            ...shown.map((one, at) => `{so_${one.code}}${at === shown.length - 1 ? '{/don_vi}' : ''}`),
          ],
        ],
      ),
    ],
    signatures: [{ authority: ['{quyen_ky}'], posts: ['{chuc_vu}'], name: '{nguoi_ky}' }],
  });
}

function repeated(name: string): Block[] {
  return [paragraph(`{#${name}}`), paragraph('{doan}'), paragraph(`{/${name}}`)];
}

function figureTable(): Block[] {
  return [
    leadIn('Số liệu {ky_bao_cao}:'),
    table(
      [
        { title: 'TT', width: 7, align: 'center' },
        { title: 'Chỉ tiêu', width: 38 },
        { title: 'Đơn vị tính', width: 13, align: 'center' },
        { title: 'Kỳ này', width: 13, align: 'right' },
        { title: 'Cùng kỳ năm trước', width: 13, align: 'right' },
        { title: 'So sánh', width: 16, align: 'center' },
      ],
      [['{#chi_tieu}{stt}', '{ten}', '{don_vi_tinh}', '{gia_tri}', '{nam_truoc}', '{so_sanh}{/chi_tieu}']],
    ),
  ];
}

function profileTable(): Block[] {
  return [
    table(
      [
        { title: 'Nội dung', width: 46 },
        { title: 'Đơn vị tính', width: 20, align: 'center' },
        { title: 'Đầu kỳ', width: 17, align: 'right' },
        { title: 'Cuối kỳ', width: 17, align: 'right' },
      ],
      [['{#ho_so}{ten}', '{don_vi_tinh}', '{gia_tri_truoc}', '{gia_tri}{/ho_so}']],
    ),
  ];
}
