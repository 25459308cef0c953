import { z } from 'zod';

/** Types of official paper and their codes in a symbol (Hướng dẫn 05-HD/VPTW; Nghị định 30/2020/NĐ-CP). */
export const DOCUMENT_TYPE_NAMES = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  KL: 'Kết luận',
  QC: 'Quy chế',
  TT: 'Thông tri',
  HD: 'Hướng dẫn',
  TB: 'Thông báo',
  BC: 'Báo cáo',
  KH: 'Kế hoạch',
  CTr: 'Chương trình',
  TTr: 'Tờ trình',
  CV: 'Công văn',
  BB: 'Biên bản',
  ĐA: 'Đề án',
  PA: 'Phương án',
} as const;

export type DocumentTypeCode = keyof typeof DOCUMENT_TYPE_NAMES;

export const DOCUMENT_TYPE_CODES = Object.keys(DOCUMENT_TYPE_NAMES) as [
  DocumentTypeCode,
  ...DocumentTypeCode[],
];

export const documentTypeCodeSchema = z.enum(DOCUMENT_TYPE_CODES, {
  error: 'Loại văn bản không có trong danh mục',
});

export function documentTypeName(code: DocumentTypeCode): string {
  return DOCUMENT_TYPE_NAMES[code];
}

/** The type as it stands on a paper: "BÁO CÁO". A công văn carries no type name. */
export function printedTypeName(code: DocumentTypeCode): string | null {
  return code === 'CV' ? null : DOCUMENT_TYPE_NAMES[code].toLocaleUpperCase('vi');
}

/** Finds the code whatever the case or spelling of accents: "ctr" → "CTr", "qđ" → "QĐ". */
export function findDocumentTypeCode(written: string): DocumentTypeCode | null {
  const wanted = written.normalize('NFC').toLocaleUpperCase('vi');
  return DOCUMENT_TYPE_CODES.find((code) => code.toLocaleUpperCase('vi') === wanted) ?? null;
}
