import { list, paragraph } from '#domain/documents/paper-parts.ts';
import type { Block } from '#domain/documents/paper.ts';

const WORDS_AT_MOST = 400;
const UNITS_AT_MOST = 30;

export interface UnitWords {
  readonly unitName: string;
  readonly words: string;
}

/** What units wrote, each under its name, the same words once; the officer shortens it. Nothing is put into a unit's mouth. */
export function quotedBlocks(said: readonly UnitWords[], none: string): Block[] {
  const spoken = said.filter((one) => one.words.trim() !== '').slice(0, UNITS_AT_MOST);
  if (spoken.length === 0) return [paragraph(none)];
  const units = Map.groupBy(spoken, (one) => shortened(one.words));
  return [
    list(...[...units].map(([words, said]) => `${said.map((one) => one.unitName).join(', ')}: ${words}`)),
  ];
}

/** "Phường Hương Xuân" → "phường Hương Xuân": how a place is written inside a sentence. */
export function inSentence(name: string): string {
  return name.replace(/^(?:Phường|Xã|Thị trấn|Thôn|Tổ dân phố)(?= )/u, (kind) => kind.toLowerCase());
}

function shortened(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  return line.length <= WORDS_AT_MOST ? line : `${line.slice(0, WORDS_AT_MOST - 1).trimEnd()}…`;
}
