import { AlignmentType, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx';
import type { LayoutRule } from '#domain/documents/layouts.ts';

/** Ids of the named styles; officers see the Vietnamese names in Word and change a paper's look by them. */
export const STYLE = {
  parentBody: 'KheoParentBody',
  issuer: 'KheoIssuer',
  motto: 'KheoMotto',
  mottoSecond: 'KheoMottoSecond',
  rule: 'KheoRule',
  symbol: 'KheoSymbol',
  placeDate: 'KheoPlaceDate',
  letterSubject: 'KheoLetterSubject',
  typeName: 'KheoTypeName',
  subject: 'KheoSubject',
  subjectMark: 'KheoSubjectMark',
  address: 'KheoAddress',
  body: 'KheoBody',
  centred: 'KheoCentred',
  caption: 'KheoCaption',
  tableHead: 'KheoTableHead',
  tableText: 'KheoTableText',
  tableTextSmall: 'KheoTableTextSmall',
  tableHeadSmall: 'KheoTableHeadSmall',
  authority: 'KheoAuthority',
  post: 'KheoPost',
  signer: 'KheoSigner',
  recipientLabel: 'KheoRecipientLabel',
  recipient: 'KheoRecipient',
  appendixTitle: 'KheoAppendixTitle',
  appendixNote: 'KheoAppendixNote',
  pageNumber: 'KheoPageNumber',
} as const;

/** Half points, as Word counts type sizes. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

/** Twentieths of a point, as Word counts lengths. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

export function pointTwips(points: number): number {
  return Math.round(points * 20);
}

interface Look {
  id: string;
  name: string;
  size: number;
  bold?: boolean;
  italics?: boolean;
  underline?: boolean;
  align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  before?: number;
  after?: number;
  keepNext?: boolean;
}

function paragraphStyle(look: Look): IParagraphStyleOptions {
  return {
    id: look.id,
    name: look.name,
    basedOn: 'Normal',
    quickFormat: true,
    run: {
      size: halfPoints(look.size),
      ...(look.bold ? { bold: true } : {}),
      ...(look.italics ? { italics: true } : {}),
      ...(look.underline ? { underline: {} } : {}),
    },
    paragraph: {
      alignment: look.align ?? AlignmentType.LEFT,
      ...(look.keepNext ? { keepNext: true } : {}),
      spacing: { before: pointTwips(look.before ?? 0), after: pointTwips(look.after ?? 0) },
    },
  };
}

const { CENTER } = AlignmentType;

function headStyles(rule: LayoutRule): IParagraphStyleOptions[] {
  const { head } = rule;
  const letter = rule.letterSubject;
  return [
    { id: STYLE.parentBody, name: 'Cơ quan cấp trên', size: head.parentBody, align: CENTER },
    { id: STYLE.issuer, name: 'Cơ quan ban hành', size: head.issuer, bold: true, align: CENTER },
    { id: STYLE.motto, name: 'Tiêu đề', size: head.motto, bold: true, align: CENTER },
    { id: STYLE.mottoSecond, name: 'Tiêu ngữ', size: head.mottoSecond, bold: true, align: CENTER },
    { id: STYLE.rule, name: 'Đường kẻ', size: 2, align: CENTER },
    { id: STYLE.symbol, name: 'Số và ký hiệu', size: rule.symbol, align: CENTER },
    { id: STYLE.placeDate, name: 'Địa danh và ngày', size: rule.placeAndDate, italics: true, align: CENTER },
    {
      id: STYLE.letterSubject,
      name: 'Trích yếu công văn',
      size: letter.size,
      italics: letter.italic,
      align: CENTER,
    },
    {
      id: STYLE.typeName,
      name: 'Tên loại văn bản',
      size: rule.typeName,
      bold: true,
      align: CENTER,
      before: 18,
      keepNext: true,
    },
    { id: STYLE.subject, name: 'Trích yếu', size: rule.subject, bold: true, align: CENTER, keepNext: true },
    { id: STYLE.subjectMark, name: 'Gạch dưới trích yếu', size: rule.subject, align: CENTER, after: 10 },
    { id: STYLE.address, name: 'Nơi gửi', size: rule.body.size, before: 6, after: 6 },
  ].map((look) => paragraphStyle(look));
}

function bodyStyles(rule: LayoutRule): IParagraphStyleOptions[] {
  const exact = { line: pointTwips(rule.body.line), lineRule: LineRuleType.EXACT };
  const gap = pointTwips(rule.body.paragraphGap);
  const run = { size: halfPoints(rule.body.size) };
  return [
    {
      id: STYLE.body,
      name: 'Nội dung',
      basedOn: 'Normal',
      quickFormat: true,
      run,
      paragraph: {
        alignment: AlignmentType.JUSTIFIED,
        indent: { firstLine: twips(rule.body.firstLine) },
        spacing: { ...exact, after: gap },
      },
    },
    {
      id: STYLE.centred,
      name: 'Nội dung căn giữa',
      basedOn: 'Normal',
      quickFormat: true,
      run,
      paragraph: { alignment: CENTER, spacing: { ...exact, after: gap } },
    },
    ...[
      {
        id: STYLE.caption,
        name: 'Tên bảng',
        size: rule.body.size,
        bold: true,
        align: CENTER,
        before: 6,
        after: 6,
        keepNext: true,
      },
      { id: STYLE.tableHead, name: 'Đầu bảng', size: 13, bold: true, align: CENTER, before: 2, after: 2 },
      { id: STYLE.tableText, name: 'Ô bảng', size: 13, before: 2, after: 2 },
      {
        id: STYLE.tableHeadSmall,
        name: 'Đầu bảng nhỏ',
        size: 11,
        bold: true,
        align: CENTER,
        before: 1,
        after: 1,
      },
      { id: STYLE.tableTextSmall, name: 'Ô bảng nhỏ', size: 11, before: 1, after: 1 },
      {
        id: STYLE.appendixTitle,
        name: 'Tên phụ lục',
        size: rule.subject,
        bold: true,
        align: CENTER,
        keepNext: true,
      },
      {
        id: STYLE.appendixNote,
        name: 'Chú dẫn phụ lục',
        size: rule.body.size,
        italics: true,
        align: CENTER,
        after: 10,
        keepNext: true,
      },
      { id: STYLE.pageNumber, name: 'Số trang', size: rule.pageNumber.size, align: CENTER },
    ].map((look) => paragraphStyle(look)),
  ];
}

function endingStyles(rule: LayoutRule): IParagraphStyleOptions[] {
  const { signature, recipients } = rule;
  const underlined = recipients.labelStyle === 'underlined';
  return [
    {
      id: STYLE.authority,
      name: 'Quyền hạn ký',
      size: signature.authority,
      bold: true,
      align: CENTER,
      keepNext: true,
    },
    {
      id: STYLE.post,
      name: 'Chức vụ người ký',
      size: signature.post,
      bold: signature.postBold,
      align: CENTER,
      keepNext: true,
    },
    { id: STYLE.signer, name: 'Họ tên người ký', size: signature.name, bold: true, align: CENTER },
    {
      id: STYLE.recipientLabel,
      name: 'Nơi nhận',
      size: recipients.label,
      underline: underlined,
      bold: !underlined,
      italics: !underlined,
      keepNext: true,
    },
    { id: STYLE.recipient, name: 'Danh sách nơi nhận', size: recipients.item },
  ].map((look) => paragraphStyle(look));
}

/** Number and title of headings: Phần (centred capitals), "I-" and "1." bold, "a)" bold italic. */
function headingStyles(rule: LayoutRule): NonNullable<IStylesOptions['default']> {
  const exact = { line: pointTwips(rule.body.line), lineRule: LineRuleType.EXACT, before: 120, after: 120 };
  const indented = { indent: { firstLine: twips(rule.body.firstLine) }, alignment: AlignmentType.JUSTIFIED };
  const run = { size: halfPoints(rule.body.size), bold: true, color: '000000', font: rule.font };
  return {
    heading1: { run, paragraph: { alignment: CENTER, spacing: exact, keepNext: true, outlineLevel: 0 } },
    heading2: { run, paragraph: { ...indented, spacing: exact, keepNext: true, outlineLevel: 1 } },
    heading3: { run, paragraph: { ...indented, spacing: exact, keepNext: true, outlineLevel: 2 } },
    heading4: {
      run: { ...run, italics: true },
      paragraph: { ...indented, spacing: exact, keepNext: true, outlineLevel: 3 },
    },
  };
}

export function stylesFor(rule: LayoutRule): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: rule.font,
          size: halfPoints(rule.body.size),
          color: '000000',
          language: { value: 'vi-VN', eastAsia: 'vi-VN' },
        },
        paragraph: { spacing: { before: 0, after: 0 } },
      },
      ...headingStyles(rule),
      footnoteText: {
        run: { size: halfPoints(rule.footnote), font: rule.font },
        paragraph: {
          alignment: AlignmentType.JUSTIFIED,
          spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO },
        },
      },
    },
    paragraphStyles: [...headStyles(rule), ...bodyStyles(rule), ...endingStyles(rule)],
  };
}
