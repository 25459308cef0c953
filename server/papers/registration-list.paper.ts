import { cell, heading, leadIn, paragraph, table, text } from '#domain/documents/paper-parts.ts';
import type { Block, Run } from '#domain/documents/paper.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { funnelWords } from '#domain/practices/funnel.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { purposeRules } from '#domain/documents/purposes.ts';
import {
  campaignNumbers,
  fieldFigures,
  unitFigures,
  type CampaignNumbers,
  type UnitNumbers,
} from './campaign-numbers.ts';
import { registeredPractices } from './listed-practices.reads.ts';
import { attachedList, finish, joined, type Composed, type Draft } from './paper-draft.ts';
import { namesFor, practiceColumns, practiceTable } from './practice-table.ts';

/** The registration list (S2, step 1): a short report of the figures and the list by unit. */
export async function registrationList(draft: Draft): Promise<Composed> {
  const { context, campaign } = draft;
  const practices = await registeredPractices(context.db, campaign.id);
  if (practices.length === 0)
    throw new Problem('document_empty', { mend: purposeRules[draft.purpose].mendEmpty });
  const names = await namesFor(draft, practices);
  const numbers = await campaignNumbers(draft);
  const columns = [
    practiceColumns.name,
    practiceColumns.field,
    practiceColumns.place,
    practiceColumns.period,
    practiceColumns.owner,
    practiceColumns.responsible,
  ];
  const blocks: Block[] = [
    paragraph(
      `Căn cứ kế hoạch thực hiện phong trào thi đua “Dân vận khéo” năm ${campaign.year}, trên cơ sở đăng ký của các địa phương, đơn vị, ${draft.head.speaker} tổng hợp danh sách đăng ký tính đến ngày ${formatDay(context.today)} như sau:`,
    ),
    heading(2, '1.', 'Kết quả đăng ký'),
    ...registrationFigures(draft, numbers),
    heading(2, '2.', 'Đơn vị chưa đăng ký, đăng ký chưa đủ số lượng'),
    ...shortfallBlocks(draft, numbers),
    attachedList(draft, `DANH SÁCH ĐĂNG KÝ MÔ HÌNH, ĐIỂN HÌNH “DÂN VẬN KHÉO” NĂM ${campaign.year}`),
    practiceTable(context.tree, practices, { columns, names }),
  ];
  return { paper: finish(draft, { blocks }), practiceIds: practices.map((one) => one.id) };
}

/** "24/39 tổ chức … đăng ký với 386 mô hình" and the table by field whose rows add up to it. */
export function registrationFigures(draft: Draft, numbers: CampaignNumbers): Block[] {
  const { figures } = draft;
  const { registered, expected } = unitFigures(draft, numbers);
  return [
    leadIn([
      'Có ',
      registered,
      ' đơn vị thuộc diện đăng ký (tổng số ',
      expected,
      ' đơn vị) đã gửi đăng ký, với ',
      figures.funnel('registered', numbers.funnel.registered),
      ' mô hình, điển hình, chia theo lĩnh vực:',
    ]),
    table(
      [
        { title: 'STT', width: 8, align: 'center' },
        { title: 'Lĩnh vực', width: 60 },
        { title: 'Số mô hình, điển hình', width: 24, align: 'center' },
      ],
      fieldFigures(draft, numbers, 'registered').map((row, index) => [index + 1, row.name, row.figure]),
      {
        totalRow: [
          cell('Cộng', { columns: 2, align: 'center' }),
          figures.funnel('registered', numbers.funnel.registered),
        ],
      },
    ),
  ];
}

/** Units that have not registered and units below their quota, by name (S2, IV). */
export function shortfallBlocks(draft: Draft, numbers: CampaignNumbers): Block[] {
  const missing = numbers.units.filter((one) => one.registered === 0).map((one) => one.name);
  const short = numbers.units.filter((one) => one.registered > 0 && one.registered < one.least);
  return [
    paragraph(
      missing.length === 0
        ? 'Các đơn vị thuộc diện đăng ký đều đã gửi đăng ký.'
        : `Chưa gửi đăng ký: ${missing.join(', ')}.`,
    ),
    ...(short.length === 0
      ? []
      : [
          paragraph([
            'Đã đăng ký nhưng chưa đủ số lượng tối thiểu: ',
            ...joined(short.map((unit) => shortUnit(draft, unit))),
            '.',
          ]),
        ]),
  ];
}

function shortUnit(draft: Draft, unit: UnitNumbers): Run[] {
  return [
    text(`${unit.name} (`),
    draft.figures.of(
      `registered.unit.${unit.id}`,
      {
        label: `Đăng ký: ${unit.name}`,
        definition: `${funnelWords.registered.definition} So với số lượng tối thiểu của đơn vị trong kế hoạch.`,
        value: unit.registered,
        unit: 'mô hình',
        filter: { funnel: 'registered', unitId: unit.id },
      },
      `${unit.registered}/${unit.least}`,
    ),
    text(')'),
  ];
}
