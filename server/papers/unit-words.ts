import { list, paragraph, runs } from '#domain/documents/paper-parts.ts';
import type { Block, Run } from '#domain/documents/paper.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { bySameWords, namedUnits } from '#domain/reports/same-words.ts';

const WORDS_AT_MOST = 400;
const TEXTS_AT_MOST = 30;

export interface UnitWords {
  readonly unitName: string;
  readonly words: string;
}

/** How many wrote a text, where they are too many to be named: "37/39 đơn vị". */
export type CountOf<U> = (same: readonly U[], at: number) => readonly (string | Run)[];

/**
 * What units wrote, each under its name, the same words once; the officer shortens it. Nothing is put into a unit's
 * mouth: many who wrote the same are counted, those whose words have no room are counted too.
 */
export function quotedBlocks<U extends UnitWords>(
  said: readonly U[],
  none: string,
  countOf: CountOf<U> = plainCount,
): Block[] {
  const spoken = said.filter((one) => one.words.trim() !== '');
  if (spoken.length === 0) return [paragraph(none)];
  const texts = bySameWords(spoken);
  const shown = texts.slice(0, TEXTS_AT_MOST);
  const left = texts.slice(TEXTS_AT_MOST).flatMap(({ parts }) => parts).length;
  return [
    list(
      ...shown.map(({ words, parts }, at) => [
        ...runs(
          parts.length > namedUnits ? countOf(parts, at) : parts.map(({ unitName }) => unitName).join(', '),
        ),
        ...runs(`: ${shortened(words)}`),
      ]),
      ...(left === 0 ? [] : [`Còn ${formatNumber(left)} đơn vị nêu nội dung khác trong báo cáo của mình.`]),
    ),
  ];
}

const plainCount = (same: readonly unknown[]): string[] => [`${formatNumber(same.length)} đơn vị`];

/** "Phường Hương Xuân" → "phường Hương Xuân": how a place is written inside a sentence. */
export function inSentence(name: string): string {
  return name.replace(/^(?:Phường|Xã|Thị trấn|Thôn|Tổ dân phố)(?= )/u, (kind) => kind.toLowerCase());
}

function shortened(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  return line.length <= WORDS_AT_MOST ? line : `${line.slice(0, WORDS_AT_MOST - 1).trimEnd()}…`;
}
