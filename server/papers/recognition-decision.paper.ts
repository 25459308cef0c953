import { article, bold, centred, list, paragraph } from '#domain/documents/paper-parts.ts';
import type { Block } from '#domain/documents/paper.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { purposeRules } from '#domain/documents/purposes.ts';
import { concludedMeetings, noticesOf } from './campaign-work.reads.ts';
import { practicesWithoutDecision } from './listed-practices.reads.ts';
import { attachedList, finish, type Composed, type Draft } from './paper-draft.ts';
import { byUnit, namesFor, practiceColumns, practiceTable } from './practice-table.ts';

/** The decision that recognises what concluded meetings passed, with the list, scores and grades (S2, step 5). */
export async function recognitionDecision(draft: Draft): Promise<Composed> {
  const { context, campaign } = draft;
  const practices = await practicesWithoutDecision(context.db, campaign.id);
  if (practices.length === 0)
    throw new Problem('document_empty', { mend: purposeRules[draft.purpose].mendEmpty });
  const names = await namesFor(draft, practices);
  const columns = [
    practiceColumns.name,
    practiceColumns.field,
    practiceColumns.place,
    practiceColumns.owner,
    practiceColumns.score,
    practiceColumns.grade,
  ];
  const units = byUnit(context.tree, practices);
  const count = draft.figures.of('decision.practices', {
    label: 'Mô hình, điển hình được công nhận',
    definition: 'Cuộc họp xét đã kết luận công nhận và chưa có trong quyết định nào đã ban hành.',
    value: practices.length,
    unit: 'mô hình',
    filter: { documentId: draft.documentId },
    ids: practices.map((one) => one.id),
  });
  const speaker = draft.head.speaker.toLocaleUpperCase('vi');
  const blocks: Block[] = [
    list(...(await grounds(draft))),
    centred(bold(`${speaker} QUYẾT ĐỊNH`)),
    article(1, [
      'Công nhận ',
      count,
      ` mô hình, điển hình “Dân vận khéo” năm ${campaign.year} của `,
      draft.figures.of('decision.units', {
        label: 'Đơn vị có mô hình được công nhận',
        definition: 'Đơn vị có mô hình, điển hình trong danh sách kèm theo quyết định này.',
        value: units.length,
        unit: 'đơn vị',
        ids: units.map((one) => one.unitId),
      }),
      ' địa phương, đơn vị (có danh sách kèm theo).',
    ]),
    article(
      2,
      `Giao Ban Chỉ đạo phong trào thi đua “Dân vận khéo” ${draft.head.area} tham mưu biểu dương, đề nghị khen thưởng theo quy định; hướng dẫn các địa phương, đơn vị duy trì và nhân rộng các mô hình, điển hình được công nhận.`,
    ),
    article(
      3,
      'Văn phòng cấp ủy, Ban Chỉ đạo, các địa phương, đơn vị liên quan và chủ các mô hình, điển hình có tên trong danh sách chịu trách nhiệm thi hành Quyết định này.',
    ),
    paragraph('Quyết định này có hiệu lực kể từ ngày ký.'),
    attachedList(draft, `DANH SÁCH MÔ HÌNH, ĐIỂN HÌNH “DÂN VẬN KHÉO” ĐƯỢC CÔNG NHẬN NĂM ${campaign.year}`),
    practiceTable(context.tree, practices, { columns, names }),
  ];
  const recipients = ['Các địa phương, đơn vị có tên trong danh sách'];
  return { paper: finish(draft, { blocks, recipients }), practiceIds: practices.map((one) => one.id) };
}

/** "Căn cứ …; Căn cứ …; Xét đề nghị …,": the plan's basis, the notices, the meetings. */
async function grounds(draft: Draft): Promise<string[]> {
  const { context, campaign } = draft;
  const notices = await noticesOf(context.db, campaign.id);
  const meetings = await concludedMeetings(context.db, campaign.id);
  const minutes = meetings.map((meeting) => `ngày ${formatDay(meeting.heldOn)}`).join(', ');
  return [
    ...campaign.plan.basis.map((basis) => `${/^căn cứ/iu.test(basis) ? '' : 'Căn cứ '}${trimmed(basis)};`),
    ...notices.map(
      (notice) =>
        `Căn cứ Thông báo số ${notice.symbol}, ngày ${formatDay(notice.issuedOn)} ${notice.subject};`,
    ),
    minutes === ''
      ? `Xét đề nghị của Ban Chỉ đạo phong trào thi đua “Dân vận khéo” ${draft.head.area},`
      : `Xét kết quả họp xét ${minutes} và đề nghị của Ban Chỉ đạo phong trào thi đua “Dân vận khéo” ${draft.head.area},`,
  ];
}

function trimmed(words: string): string {
  return words.trim().replace(/[.,;]+$/u, '');
}
