import { cell, leadIn, list, table } from '#domain/documents/paper-parts.ts';
import type { Block, FigureRun, PaperTable, TableCell } from '#domain/documents/paper.ts';
import { formatCount } from '#domain/kernel/numbers.ts';
import { changeWords } from '#domain/reports/consolidated-outline.ts';
import { formatFigure } from '#domain/reports/figure-text.ts';
import type { Gathered } from '#server/consolidation/gather.reads.ts';
import { linkedDay, totalsLink } from './consolidated-links.ts';
import type { Figures } from './figures.ts';

type Figure = Gathered['figures'][number];
type Part = Gathered['parts'][number];

/** The figures of the paper as lines, group by group; each opens its definition and the reports behind it. */
export function figureLines(gathered: Gathered, figures: Figures): Block[] {
  const known = gathered.figures.filter((one) => one.value !== null);
  return [...Map.groupBy(known, (one) => one.group)].flatMap(([group, members]) => [
    leadIn(group === '' ? 'Số liệu:' : `${group}:`),
    list(
      ...members.map((one) => [
        `${one.label}: `,
        totalFigure(gathered, one, figures),
        one.unit === '%' ? '%' : ` ${one.unit}`,
        ...(one.lastYear === null
          ? []
          : [' (cùng kỳ năm trước: ', lastYearFigure(gathered, one, figures), ')']),
        '.',
      ]),
    ),
  ]);
}

function totalFigure(gathered: Gathered, one: Figure, figures: Figures): FigureRun {
  const [only] = gathered.reports;
  return figures.of(
    `so.${one.code}`,
    {
      label: one.label,
      definition: one.definition,
      value: numberOf(one.value, one.decimals),
      unit: one.unit,
      link: gathered.ownOnly && only ? `/bao-cao/${only.id}` : linkOf(gathered, gathered.unitId),
      ids: gathered.reports.map((report) => report.id),
    },
    written(one),
  );
}

function lastYearFigure(gathered: Gathered, one: Figure, figures: Figures): FigureRun {
  return figures.of(
    `nam_truoc.${one.code}`,
    {
      label: `${one.label}, cùng kỳ năm trước`,
      definition: one.definition,
      value: numberOf(one.lastYear, one.decimals),
      unit: one.unit,
      link: linkOf(
        gathered,
        gathered.unitId,
        `${Number(gathered.period.from.slice(0, 4)) - 1}${gathered.period.from.slice(4)}`,
      ),
    },
    written({ ...one, value: one.lastYear }),
  );
}

function linkOf(gathered: Gathered, unitId: string, periodFrom = gathered.period.from): string {
  return totalsLink({ formId: gathered.form.id, periodFrom, unitId, day: linkedDay(gathered) });
}

/** A figure as a plain number: what a trace holds; its text is made from the exact one. */
function numberOf(exact: string | null, decimals: number): number {
  return Number(exact ?? 0) / 10 ** decimals;
}

/** In a sentence a count below ten takes a 0; tables have plain figures. */
function written({ value, decimals }: Pick<Figure, 'value' | 'decimals'>): string {
  return decimals === 0 && value !== null && /^[1-9]$/.test(value)
    ? formatCount(Number(value))
    : formatFigure(value, decimals);
}

function inTable(run: FigureRun, { value, decimals }: Pick<Figure, 'value' | 'decimals'>): FigureRun {
  return { ...run, text: formatFigure(value, decimals) };
}

/** This period beside the same one of last year; nothing where there is none. */
export function comparisonTable(gathered: Gathered, figures: Figures): Block[] {
  const known = gathered.figures.filter((one) => one.value !== null && one.lastYear !== null);
  if (known.length === 0) return [];
  return [
    leadIn('So với cùng kỳ năm trước:'),
    table(
      [
        { title: 'Chỉ tiêu', width: 40 },
        { title: 'Đơn vị tính', width: 14, align: 'center' },
        { title: 'Kỳ này', width: 14, align: 'right' },
        { title: 'Cùng kỳ năm trước', width: 14, align: 'right' },
        { title: 'So sánh', width: 18, align: 'center' },
      ],
      known.map((one) => [
        one.label,
        one.unit,
        inTable(totalFigure(gathered, one, figures), one),
        inTable(lastYearFigure(gathered, one, figures), { ...one, value: one.lastYear }),
        changeWords(BigInt(one.value ?? 0), BigInt(one.lastYear ?? 0), { ...one, format: formatFigure }),
      ]),
    ),
  ];
}

/** More indicators than this go into further tables below, all of them about as wide. */
const columnsOfATable = 9;

/** Units × indicators with their total; a unit without a report says so instead of showing noughts. */
export function unitTables(gathered: Gathered, figures: Figures): PaperTable[] {
  const shown = gathered.figures.map((one, at) => ({ one, at })).filter(({ one }) => one.value !== null);
  const tables: PaperTable[] = [];
  const each = Math.ceil(shown.length / Math.max(1, Math.ceil(shown.length / columnsOfATable)));
  for (let first = 0; first < shown.length; first += each)
    tables.push(unitTable(gathered, shown.slice(first, first + each), figures));
  return tables;
}

interface Column {
  readonly one: Figure;
  readonly at: number;
}

function unitTable(gathered: Gathered, columns: readonly Column[], figures: Figures): PaperTable {
  return {
    kind: 'table',
    columns: [
      { width: 5, align: 'center' },
      { width: 24 },
      // As wide as its largest figure, the total, so that no number breaks over two lines.
      ...columns.map(({ one }) => ({
        width: Math.max(8, formatFigure(one.value ?? '0', one.decimals).length + 2),
        align: 'right' as const,
      })),
    ],
    headerRows: [
      [cell('TT'), cell('Đơn vị'), ...columns.map(({ one }) => cell(`${one.label} (${one.unit})`))],
    ],
    rows: gathered.parts.map((part, index) => unitRow(gathered, { part, index, columns }, figures)),
    totalRow: [
      cell(''),
      cell('Cộng'),
      ...columns.map(({ one }) => cell(inTable(totalFigure(gathered, one, figures), one))),
    ],
  };
}

function unitRow(
  gathered: Gathered,
  row: { part: Part; index: number; columns: readonly Column[] },
  figures: Figures,
): TableCell[] {
  const { part, index, columns } = row;
  const name = part.unit?.shortName ?? '';
  const words = {
    own: `${name} (trực tiếp)`,
    below: name,
    unapportioned: `${name} (chưa phân về đơn vị mới)`,
  };
  const head = [cell(String(index + 1)), cell(words[part.part])];
  if (part.reports === 0)
    return [...head, cell('Chưa gửi báo cáo', { columns: columns.length, align: 'center' })];
  return [
    ...head,
    ...columns.map(({ one, at }) => {
      const exact = part.values[at] ?? null;
      if (exact === null) return cell('–');
      return cell(
        figures.of(
          `dv.${index + 1}.${one.code}`,
          {
            label: one.label,
            definition: `Theo báo cáo của đơn vị. ${one.definition}`,
            value: numberOf(exact, one.decimals),
            unit: one.unit,
            scope: name,
            link:
              part.reportId !== null && part.reports === 1
                ? `/bao-cao/${part.reportId}`
                : linkOf(gathered, part.unit?.id ?? gathered.unitId),
          },
          formatFigure(exact, one.decimals),
        ),
      );
    }),
  ];
}
