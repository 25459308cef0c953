import { paragraph } from '#domain/documents/paper-parts.ts';
import type { Block } from '#domain/documents/paper.ts';
import type { Candidate } from '#server/consolidation/candidates.reads.ts';
import type { Figures } from './figures.ts';
import { joined } from './paper-draft.ts';
import { inSentence } from './unit-words.ts';

/** "Có các mô hình, điển hình tiêu biểu như: “Trồng nấm” (thôn Vân Quật Thượng, xã Hương Phong; 03 minh chứng); …" */
export function exemplarySentence(examples: readonly Candidate[], figures: Figures): Block {
  const named = examples.map((one) => [
    `“${one.name}” (${whereOf(one)}`,
    ...(one.evidenceCount === 0
      ? [')']
      : [
          '; ',
          figures.of(`minh_chung.${one.id}`, {
            label: `Minh chứng của mô hình “${one.name}”`,
            definition: 'Ảnh, văn bản đính kèm mô hình, không kể đã thu hồi.',
            value: one.evidenceCount,
            unit: 'minh chứng',
            scope: one.unitName,
            link: `/mo-hinh/${one.id}`,
            ids: [one.id],
          }),
          ' minh chứng)',
        ]),
  ]);
  return paragraph(['Có các mô hình, điển hình tiêu biểu như: ', ...joined(named, '; '), '.']);
}

function whereOf({ placeName, unitName }: Candidate): string {
  const unit = inSentence(unitName);
  if (placeName === null || placeName.includes(unit)) return placeName ?? unit;
  return `${placeName}, ${unit}`;
}
