import { paragraph } from '#domain/documents/paper-parts.ts';
import type { Block } from '#domain/documents/paper.ts';
import type { ListedPractice } from './listed-practices.reads.ts';
import type { ListNames } from './practice-table.ts';
import { inSentence } from './unit-words.ts';

const NAMED_AT_MOST = 8;

/** "Có các mô hình tiêu biểu như: “Trồng nấm” (Hương Phong); …": as S0 names them, with the unit and the place. */
export function exemplaryBlock(
  practices: readonly ListedPractice[],
  given: { names: ListNames; shortNames: ReadonlyMap<string, string> },
): Block {
  if (practices.length === 0)
    return paragraph('Chưa có mô hình, điển hình được công nhận trong lĩnh vực này.');
  const named = practices
    .slice(0, NAMED_AT_MOST)
    .map((one) => `“${one.name}” (${whereOf(one, given.names, given.shortNames)})`);
  const more = practices.length > NAMED_AT_MOST ? '…' : '.';
  return paragraph(`Có các mô hình, điển hình tiêu biểu như: ${named.join('; ')}${more}`);
}

function whereOf(
  practice: ListedPractice,
  names: ListNames,
  shortNames: ReadonlyMap<string, string>,
): string {
  const unit = inSentence(shortNames.get(practice.unitId) ?? names.unitName(practice.unitId));
  const place = practice.placeText.trim();
  return place === '' || place.includes(unit) ? place || unit : `${place}, ${unit}`;
}
