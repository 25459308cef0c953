import type { ProblemCode } from '#domain/kernel/problem.ts';

export type FileFamily = 'image' | 'pdf' | 'ooxml' | 'odf' | 'ole' | 'text';

export type FileKind = {
  extension: string;
  family: FileFamily;
  mediaType: string;
  maxBytes: number;
};

const MB = 1024 * 1024;
const PHOTO = 15 * MB;
const OFFICE = 25 * MB;
const OTHER = 10 * MB;
const OOXML = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

function kind(
  extension: string,
  family: FileFamily,
  rest: { mediaType: string; maxBytes: number },
): FileKind {
  return { extension, family, ...rest };
}

/** What is taken in: extension → what its content must be and how large it may get. */
const kinds: readonly FileKind[] = [
  kind('jpg', 'image', { mediaType: 'image/jpeg', maxBytes: PHOTO }),
  kind('png', 'image', { mediaType: 'image/png', maxBytes: PHOTO }),
  kind('webp', 'image', { mediaType: 'image/webp', maxBytes: PHOTO }),
  kind('pdf', 'pdf', { mediaType: 'application/pdf', maxBytes: OFFICE }),
  kind('docx', 'ooxml', { mediaType: `${OOXML}.wordprocessingml.document`, maxBytes: OFFICE }),
  kind('xlsx', 'ooxml', { mediaType: `${OOXML}.spreadsheetml.sheet`, maxBytes: OFFICE }),
  kind('pptx', 'ooxml', { mediaType: `${OOXML}.presentationml.presentation`, maxBytes: OFFICE }),
  kind('doc', 'ole', { mediaType: 'application/msword', maxBytes: OFFICE }),
  kind('xls', 'ole', { mediaType: 'application/vnd.ms-excel', maxBytes: OFFICE }),
  kind('odt', 'odf', { mediaType: `${ODF}.text`, maxBytes: OFFICE }),
  kind('ods', 'odf', { mediaType: `${ODF}.spreadsheet`, maxBytes: OFFICE }),
  kind('txt', 'text', { mediaType: 'text/plain', maxBytes: OTHER }),
  kind('csv', 'text', { mediaType: 'text/csv', maxBytes: OTHER }),
  kind('json', 'text', { mediaType: 'application/json', maxBytes: OTHER }),
];

const byExtension = new Map(kinds.map((each) => [each.extension, each]));
const aliases: Readonly<Record<string, string>> = { jpeg: 'jpg', jpe: 'jpg', jfif: 'jpg' };

export function kindOfExtension(extension: string): FileKind | undefined {
  return byExtension.get(aliases[extension] ?? extension);
}

/** Extensions for which a better answer exists than "not allowed". */
const refusedByName: Readonly<Record<string, ProblemCode>> = {
  heic: 'image_heic',
  heif: 'image_heic',
  docm: 'file_has_macros',
  dotm: 'file_has_macros',
  xlsm: 'file_has_macros',
  xlsb: 'file_has_macros',
  xltm: 'file_has_macros',
  pptm: 'file_has_macros',
};

export function refusalOfExtension(extension: string): ProblemCode | undefined {
  return refusedByName[extension];
}

export const LARGEST_UPLOAD = Math.max(...kinds.map((each) => each.maxBytes));
