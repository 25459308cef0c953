import { foldVietnamese } from '#domain/kernel/text.ts';
import { extensionOf } from './file-name.ts';

const INLINE = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);

/** Nothing in a served file may run or load; Chromium's PDF viewer does not start inside `sandbox`. */
const SHUT = "default-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/** The headers under which an uploaded file is handed out: never guessed at, shown in place only where harmless. */
export function serveHeaders(file: {
  name: string;
  mediaType: string;
  sha256: string;
  download?: boolean;
}): Record<string, string> {
  const isText = file.mediaType.startsWith('text/');
  const isInline = INLINE.has(file.mediaType) && file.download !== true;
  return {
    'content-type': isText ? 'text/plain; charset=utf-8' : file.mediaType,
    'content-disposition': contentDisposition(isInline ? 'inline' : 'attachment', file.name),
    'content-security-policy':
      file.mediaType === 'application/pdf' ? `${SHUT}; style-src 'unsafe-inline'` : `${SHUT}; sandbox`,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
    etag: `"${file.sha256}"`,
  };
}

/** RFC 6266: an ASCII name for old programs, the true one beside it (RFC 5987). */
export function contentDisposition(how: 'inline' | 'attachment', name: string): string {
  const extension = extensionOf(name).replace(/[^a-z0-9]/g, '');
  const stem = foldVietnamese(extension === '' ? name : name.slice(0, -extension.length - 1));
  const ascii = stem.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'tep';
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${extension === '' ? ascii : `${ascii}.${extension}`}"; filename*=UTF-8''${encoded}`;
}
