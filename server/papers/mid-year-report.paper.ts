import { heading, list, paragraph } from '#domain/documents/paper-parts.ts';
import type { Block } from '#domain/documents/paper.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { purposeRules } from '#domain/documents/purposes.ts';
import { campaignNumbers } from './campaign-numbers.ts';
import { contributionSums, workCounts } from './campaign-work.reads.ts';
import { contributionBlocks } from './contributions.ts';
import { finish, type Composed, type Draft } from './paper-draft.ts';
import { registrationFigures, shortfallBlocks } from './registration-list.paper.ts';
import {
  countedSentence,
  funnelList,
  leadershipBlocks,
  reportStandingBlock,
  reportWords,
  selfCheckBlocks,
} from './report-parts.ts';
import { quotedBlocks } from './unit-words.ts';

/** The review of the first half-year (S2, step 4: due on 25 July). */
export async function midYearReport(draft: Draft): Promise<Composed> {
  const { context, campaign } = draft;
  const numbers = await campaignNumbers(draft);
  if (numbers.funnel.registered === 0)
    throw new Problem('document_empty', { mend: purposeRules[draft.purpose].mendEmpty });
  const words = await reportWords(draft, numbers, 'mid_year');
  const blocks: Block[] = [
    paragraph(
      `Thực hiện kế hoạch phong trào thi đua “Dân vận khéo” năm ${campaign.year}, ${draft.head.speaker} báo cáo kết quả 6 tháng đầu năm, số liệu tính đến ngày ${formatDay(context.today)}, như sau:`,
    ),
    heading(1, 'I-', 'CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO'),
    ...(await leadershipBlocks(draft)),
    heading(1, 'II-', 'KẾT QUẢ 6 THÁNG ĐẦU NĂM'),
    heading(2, '1.', 'Kết quả đăng ký'),
    ...registrationFigures(draft, numbers),
    ...shortfallBlocks(draft, numbers),
    heading(2, '2.', 'Thẩm định, giao nhiệm vụ và triển khai thực hiện'),
    funnelList(draft, numbers, ['accepted', 'implementing', 'effective']),
    await fieldCheckBlock(draft),
    heading(2, '3.', 'Kết quả tự kiểm tra của đơn vị'),
    ...(await selfCheckBlocks(draft)),
    heading(2, '4.', 'Huy động nguồn lực'),
    ...contributionBlocks(draft, await contributionSums(context.db, campaign.id)),
    heading(2, '5.', 'Chế độ báo cáo'),
    reportStandingBlock(draft, words, 'mid_year'),
    heading(1, 'III-', 'KHÓ KHĂN, HẠN CHẾ'),
    ...quotedBlocks(
      words.difficulties,
      'Chưa có số liệu: các đơn vị chưa nêu khó khăn, vướng mắc trong báo cáo 6 tháng.',
    ),
    heading(1, 'IV-', 'KIẾN NGHỊ, ĐỀ XUẤT CỦA ĐƠN VỊ'),
    ...quotedBlocks(words.proposals, 'Các đơn vị không có kiến nghị, đề xuất.'),
    heading(1, 'V-', 'NHIỆM VỤ 6 THÁNG CUỐI NĂM'),
    secondHalf(draft, words.late),
  ];
  return { paper: finish(draft, { blocks }), practiceIds: [] };
}

async function fieldCheckBlock(draft: Draft): Promise<Block> {
  const counts = await workCounts(draft.context.db, draft.campaign.id);
  return paragraph([
    ...countedSentence(draft, {
      key: 'field_checked',
      label: 'Mô hình được kiểm tra thực tế khi thẩm định',
      value: counts.fieldChecked,
      opening: 'Đã kiểm tra thực tế ',
      none: 'Chưa có số liệu kiểm tra thực tế.',
    }),
    ' Các đơn vị đã ghi ',
    draft.figures.of('progress_entries', {
      label: 'Lần ghi tiến độ',
      definition: 'Số lần đơn vị ghi tiến độ cho các mô hình, điển hình của chiến dịch.',
      value: counts.progressEntries,
      unit: 'lần',
      filter: { funnel: 'implementing' },
    }),
    ' lần tiến độ.',
  ]);
}

/** The plan's own days that are still to come: what is left to do. */
function secondHalf(draft: Draft, late: readonly string[]): Block {
  const { plan } = draft.campaign;
  const { today } = draft.context;
  const intake = plan.intakes.find((one) => one.number === 2);
  const checks = plan.selfChecks.filter((check) => check.due > today);
  const report = plan.reports.find((one) => one.kind === 'year_end');
  return list(
    ...(late.length > 0 ? [`Đôn đốc các đơn vị chưa gửi báo cáo: ${late.join(', ')}.`] : []),
    ...(intake && intake.closesOn >= today
      ? [
          `Rà soát, đăng ký bổ sung mô hình 6 tháng cuối năm từ ${formatDay(intake.opensOn)} đến ${formatDay(intake.closesOn)}; thẩm định và ban hành thông báo bổ sung.`,
        ]
      : []),
    'Tiếp tục triển khai các mô hình đã giao; hướng dẫn, tháo gỡ khó khăn cho các mô hình chậm tiến độ hoặc có nguy cơ không đạt.',
    ...checks.map((check) => `${check.name}: hoàn thành trước ngày ${formatDay(check.due)}.`),
    ...(plan.proposeBy && plan.proposeBy >= today
      ? [`Đơn vị tự chấm điểm, đề nghị công nhận trước ngày ${formatDay(plan.proposeBy)}.`]
      : []),
    ...(plan.recogniseBy && plan.recogniseBy >= today
      ? [`Kiểm tra, chấm điểm, họp xét công nhận xong trước ngày ${formatDay(plan.recogniseBy)}.`]
      : []),
    ...(report && report.unitDue >= today
      ? [`Đơn vị gửi báo cáo năm trước ngày ${formatDay(report.unitDue)}.`]
      : []),
  );
}
