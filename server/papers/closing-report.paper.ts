import { heading, list, paragraph } from '#domain/documents/paper-parts.ts';
import type { Block } from '#domain/documents/paper.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { purposeRules } from '#domain/documents/purposes.ts';
import { campaignNumbers, fieldFigures, type CampaignNumbers } from './campaign-numbers.ts';
import { contributionSums, workCounts } from './campaign-work.reads.ts';
import { assessment } from './closing-assessment.ts';
import { contributionBlocks } from './contributions.ts';
import { exemplaryBlock } from './exemplary.ts';
import { exemplaryPractices } from './listed-practices.reads.ts';
import { finish, type Composed, type Draft } from './paper-draft.ts';
import { namesFor } from './practice-table.ts';
import { recognitionBlocks, replicationBlocks } from './closing-results.ts';
import { registrationFigures, shortfallBlocks } from './registration-list.paper.ts';
import {
  axesBlock,
  countedSentence,
  funnelList,
  leadershipBlocks,
  reportStandingBlock,
  reportWords,
} from './report-parts.ts';
import { quotedBlocks } from './unit-words.ts';

/** The closing report of a year in the outline of S0: leadership, results, assessment, proposals, directions. */
export async function closingReport(draft: Draft): Promise<Composed> {
  const { context, campaign } = draft;
  const numbers = await campaignNumbers(draft);
  if (numbers.funnel.registered === 0)
    throw new Problem('document_empty', { mend: purposeRules[draft.purpose].mendEmpty });
  const words = await reportWords(draft, numbers, 'year_end');
  const recognised = await exemplaryPractices(context.db, campaign.id);
  const blocks: Block[] = [
    paragraph(
      `Thực hiện kế hoạch phong trào thi đua “Dân vận khéo” năm ${campaign.year}, ${draft.head.speaker} báo cáo kết quả thực hiện như sau:`,
    ),
    heading(1, 'I-', 'CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO THỰC HIỆN PHONG TRÀO'),
    ...(await leadershipBlocks(draft)),
    await inspectionBlock(draft),
    reportStandingBlock(draft, words, 'year_end'),
    heading(1, 'II-', 'KẾT QUẢ THỰC HIỆN PHONG TRÀO'),
    heading(2, '1.', 'Kết quả đăng ký, triển khai'),
    ...registrationFigures(draft, numbers),
    await axesBlock(draft),
    ...shortfallBlocks(draft, numbers),
    paragraph('Kết quả thẩm định, triển khai thực hiện:'),
    funnelList(draft, numbers, ['accepted', 'implementing', 'effective', 'proposed', 'recognised']),
    heading(2, '2.', 'Kết quả trên các lĩnh vực'),
    ...(await fieldBlocks(draft, numbers, recognised)),
    heading(2, '3.', 'Huy động nguồn lực'),
    ...contributionBlocks(draft, await contributionSums(context.db, campaign.id)),
    heading(2, '4.', 'Xây dựng, nhân rộng các mô hình, điển hình'),
    ...(await replicationBlocks(draft)),
    heading(2, '5.', 'Công nhận, biểu dương, khen thưởng'),
    ...(await recognitionBlocks(draft, numbers)),
    ...(await assessment(draft, { numbers, words })),
    heading(1, 'IV-', 'KIẾN NGHỊ, ĐỀ XUẤT'),
    ...quotedBlocks(
      words.proposals,
      'Chưa có số liệu: các đơn vị không nêu kiến nghị, đề xuất trong báo cáo năm.',
    ),
    heading(1, 'V-', 'PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI'),
    directions(draft, numbers),
  ];
  return { paper: finish(draft, { blocks }), practiceIds: recognised.map((one) => one.id) };
}

async function inspectionBlock(draft: Draft): Promise<Block> {
  const counts = await workCounts(draft.context.db, draft.campaign.id);
  return paragraph([
    ...countedSentence(draft, {
      key: 'field_checked',
      label: 'Mô hình được kiểm tra thực tế khi thẩm định',
      value: counts.fieldChecked,
      opening: 'Đã kiểm tra thực tế khi thẩm định ',
      none: 'Chưa có số liệu kiểm tra thực tế khi thẩm định.',
    }),
    ' ',
    ...countedSentence(draft, {
      key: 'inspected',
      label: 'Mô hình được đoàn kiểm tra chấm điểm',
      value: counts.inspected,
      opening: 'Đoàn kiểm tra đã chấm điểm ',
      none: 'Chưa có số liệu chấm điểm của đoàn kiểm tra.',
    }),
  ]);
}

/** 2.1, 2.2, …: each field of the plan with its figures and its exemplary practices, named with their places. */
async function fieldBlocks(
  draft: Draft,
  numbers: CampaignNumbers,
  recognised: Awaited<ReturnType<typeof exemplaryPractices>>,
): Promise<Block[]> {
  const names = await namesFor(draft, recognised);
  const shortNames = new Map(draft.context.tree.all().map((unit) => [unit.id, unit.shortName]));
  return fieldFigures(draft, numbers, 'registered').flatMap((field, index): Block[] => {
    const mine = recognised.filter((one) => one.fieldCode === field.code);
    const title = field.code === null ? field.name : `Lĩnh vực ${lowerFirst(field.name)}`;
    return [
      heading(3, `2.${index + 1}.`, title),
      paragraph([
        'Đăng ký ',
        field.figure,
        ' mô hình, điển hình; được công nhận ',
        draft.figures.of(`recognised.field.${field.code ?? 'none'}`, {
          label: `Được công nhận: ${field.name}`,
          definition: 'Cấp mình công nhận sau họp xét.',
          value: mine.length,
          unit: 'mô hình',
          filter: { funnel: 'recognised', ...(field.code === null ? {} : { field: field.code }) },
        }),
        '.',
      ]),
      exemplaryBlock(mine, { names, shortNames }),
    ];
  });
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLocaleLowerCase('vi') + words.slice(1);
}

function directions(draft: Draft, numbers: CampaignNumbers): Block {
  const { campaign } = draft;
  const missing = numbers.units.filter((unit) => unit.registered === 0);
  return list(
    `Các cấp ủy, chính quyền, Mặt trận và các đoàn thể tiếp tục triển khai phong trào thi đua “Dân vận khéo” năm ${campaign.year + 1}; lựa chọn lĩnh vực khó, việc nhân dân quan tâm để đăng ký mô hình.`,
    'Duy trì, nâng cao chất lượng và nhân rộng các mô hình, điển hình đã được công nhận; tránh đăng ký nhiều nhưng không chỉ đạo đến kết quả.',
    ...(missing.length > 0
      ? [
          `Đôn đốc, hướng dẫn các đơn vị chưa đăng ký trong năm: ${missing.map((unit) => unit.name).join(', ')}.`,
        ]
      : []),
    'Thường xuyên kiểm tra, tự kiểm tra, sơ kết; kịp thời biểu dương, đề nghị khen thưởng tập thể, cá nhân có cách làm hay.',
  );
}
