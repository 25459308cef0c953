import { heading, list, paragraph } from '#domain/documents/paper-parts.ts';
import type { Block } from '#domain/documents/paper.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { purposeRules } from '#domain/documents/purposes.ts';
import { practicesWithoutNotice, type ListedPractice } from './listed-practices.reads.ts';
import { attachedList, finish, type Composed, type Draft } from './paper-draft.ts';
import { byUnit, namesFor, practiceColumns, practiceTable } from './practice-table.ts';

/** The notice that gives the accepted practices of the first intake to their units (S2, step 2). */
export async function noticeOfAssignment(draft: Draft): Promise<Composed> {
  return notice(draft, 'first', (area) => [
    paragraph(
      `Trên cơ sở danh sách đăng ký của các địa phương, đơn vị và kết quả kiểm tra thực tế, thẩm định của Ban Chỉ đạo phong trào thi đua “Dân vận khéo” ${area}; ${draft.head.speaker} giao nhiệm vụ xây dựng mô hình, điển hình “Dân vận khéo” năm ${draft.campaign.year} như sau:`,
    ),
  ]);
}

/** The notice of additions for the second half of the year (S2, step 4). */
export async function supplementaryNotice(draft: Draft): Promise<Composed> {
  return notice(draft, 'later', (area) => [
    paragraph(
      `Qua rà soát, đăng ký bổ sung 6 tháng cuối năm ${draft.campaign.year} của các địa phương, đơn vị và kết quả thẩm định của Ban Chỉ đạo phong trào thi đua “Dân vận khéo” ${area}; ${draft.head.speaker} giao bổ sung nhiệm vụ xây dựng mô hình, điển hình “Dân vận khéo” như sau:`,
    ),
  ]);
}

async function notice(
  draft: Draft,
  intake: 'first' | 'later',
  opening: (area: string) => Block[],
): Promise<Composed> {
  const { context, campaign } = draft;
  const practices = await practicesWithoutNotice(context.db, campaign.id, intake);
  if (practices.length === 0)
    throw new Problem('document_empty', { mend: purposeRules[draft.purpose].mendEmpty });
  const names = await namesFor(draft, practices);
  const columns = [
    practiceColumns.name,
    practiceColumns.field,
    practiceColumns.place,
    practiceColumns.period,
    practiceColumns.owner,
    practiceColumns.responsible,
  ];
  const title =
    intake === 'first'
      ? `DANH SÁCH MÔ HÌNH, ĐIỂN HÌNH “DÂN VẬN KHÉO” GIAO THỰC HIỆN NĂM ${campaign.year}`
      : `DANH SÁCH MÔ HÌNH, ĐIỂN HÌNH “DÂN VẬN KHÉO” GIAO BỔ SUNG NĂM ${campaign.year}`;
  const blocks: Block[] = [
    ...opening(draft.head.area),
    heading(2, '1.', 'Giao nhiệm vụ'),
    assigned(draft, practices),
    heading(2, '2.', 'Nhiệm vụ của các địa phương, đơn vị được giao'),
    duties(draft),
    heading(2, '3.', 'Tổ chức thực hiện'),
    ...arrangements(draft),
    attachedList(draft, title),
    practiceTable(context.tree, practices, { columns, names }),
  ];
  return { paper: finish(draft, { blocks }), practiceIds: practices.map((one) => one.id) };
}

function assigned(draft: Draft, practices: readonly ListedPractice[]): Block {
  const units = byUnit(draft.context.tree, practices);
  const definition = 'Đã qua thẩm định, được nhận và chưa có trong thông báo nào đã ban hành.';
  const ids = practices.map((one) => one.id);
  return paragraph([
    'Giao ',
    draft.figures.of('notice.units', {
      label: 'Đơn vị được giao',
      definition: 'Đơn vị có mô hình, điển hình trong danh sách kèm theo thông báo này.',
      value: units.length,
      unit: 'đơn vị',
      ids: units.map((one) => one.unitId),
    }),
    ' địa phương, đơn vị xây dựng ',
    draft.figures.of('notice.practices', {
      label: 'Mô hình, điển hình được giao',
      definition,
      value: practices.length,
      unit: 'mô hình',
      filter: { documentId: draft.documentId },
      ids,
    }),
    ' mô hình, điển hình “Dân vận khéo” (có danh sách kèm theo).',
  ]);
}

/** What a unit must do, with the plan's own days. */
function duties(draft: Draft): Block {
  const { plan } = draft.campaign;
  const checks = plan.selfChecks
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
    .filter((check) => check.due >= draft.context.today)
    .map((check) => `${check.name} trước ngày ${formatDay(check.due)}`);
  const reports = plan.reports
    .filter((report) => report.unitDue >= draft.context.today)
    .map(
      (report) =>
        `${report.kind === 'mid_year' ? 'báo cáo 6 tháng' : 'báo cáo năm'} trước ngày ${formatDay(report.unitDue)}`,
    );
  return list(
    'Xây dựng kế hoạch, giải pháp, bố trí nguồn lực và phân công người phụ trách để triển khai từng mô hình được giao; quán triệt thông báo này đến cán bộ, đảng viên và nhân dân nơi xây dựng mô hình.',
    'Cập nhật tiến độ, kết quả, minh chứng và nguồn lực huy động trong quá trình thực hiện.',
    checks.length > 0
      ? `Tự kiểm tra, đánh giá từng mô hình: ${checks.join('; ')}.`
      : 'Định kỳ 3 tháng, 6 tháng tự kiểm tra, đánh giá tiến độ và kết quả của từng mô hình.',
    reports.length > 0
      ? `Gửi báo cáo về Ban Chỉ đạo: ${reports.join('; ')}.`
      : 'Báo cáo kết quả về Ban Chỉ đạo theo kế hoạch.',
    ...(plan.proposeBy && plan.proposeBy >= draft.context.today
      ? [`Tự chấm điểm và đề nghị công nhận trước ngày ${formatDay(plan.proposeBy)}.`]
      : []),
  );
}

function arrangements(draft: Draft): Block[] {
  return [
    paragraph(
      'Thành viên Ban Chỉ đạo theo địa bàn được phân công, Mặt trận Tổ quốc và các tổ chức chính trị - xã hội tham gia hướng dẫn, giúp đỡ các đơn vị xây dựng mô hình.',
    ),
    paragraph(
      `Ban Chỉ đạo phong trào thi đua “Dân vận khéo” ${draft.head.area} theo dõi, kiểm tra, đôn đốc và tổng hợp kết quả, báo cáo ${draft.head.speaker}.`,
    ),
  ];
}
