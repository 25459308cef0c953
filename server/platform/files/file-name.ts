import { normaliseText } from '#domain/kernel/text.ts';
import { Problem } from '#domain/kernel/problem.ts';

const MAX_LENGTH = 200;
/** Names that Windows keeps for devices, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The name under which a file is kept and given back: no path, nothing invisible, NFC, at most 200 characters. */
export function cleanFileName(raw: string): string {
  const base = raw.slice(-1000).split(/[/\\]/).at(-1) ?? '';
  const plain = normaliseText(base)
    .replace(/[<>:"|?*]/g, '_')
    .replace(/[. ]+$/, '');
  const dot = plain.lastIndexOf('.');
  const stem = (dot === -1 ? plain : plain.slice(0, dot)).replace(/^[. ]+|[. ]+$/g, '');
  if (stem === '') throw new Problem('file_name_bad', { name: plain });
  const extension = dot === -1 ? '' : plain.slice(dot).replaceAll(' ', '');
  if (extension.length > 20) throw new Problem('file_name_bad', { name: plain.slice(0, 60) });
  const safeStem = DEVICE.test(plain) ? `_${stem}` : stem;
  return `${safeStem
    .slice(0, MAX_LENGTH - extension.length)
    .toWellFormed()
    .trim()}${extension}`;
}

/** Lower case, without the dot; empty where the name has none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot === -1 ? '' : name.slice(dot + 1).toLowerCase();
}
