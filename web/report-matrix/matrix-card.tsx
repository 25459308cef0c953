import { usePermission } from '../platform/session.ts';
import { useUrlState, writeUrlWords } from '../platform/url-state.ts';
import { Card } from '../ui/card.tsx';
import { Matrix, type MatrixCell } from '../ui/matrix.tsx';
import type { FormRow } from '../ui/report-choice.tsx';
import { ToneShape } from '../ui/state-badge.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { matrixWords, shareRoundedDown, shortPeriod } from '#domain/reports/matrix-words.ts';
import { reportStates, reportStateWords } from '#domain/reports/report.workflow.ts';
import {
  cellStateOf,
  type MatrixAnswer,
  type MatrixPeriod,
  type OwedCell,
  shortFlag,
  shortStateWords,
  toneOf,
} from './cell-words.ts';
import styles from './report-matrix.module.css';

interface MatrixCardProps {
  readonly form: FormRow;
  readonly data: MatrixAnswer;
}

/** Units × periods; the head of a period opens it, a cell opens its report. */
export function MatrixCard({ form, data }: MatrixCardProps) {
  const { words } = useUrlState();
  const reviews = usePermission('unit_report.review');
  const periodHref = (from: string) =>
    `/bao-cao/theo-doi${writeUrlWords({ ...words, formId: form.id, ky: from })}`;
  return (
    <Card
      className="k-breaks"
      title={form.name}
      aside={reviews ? 'Bấm vào một kỳ để tiếp nhận, nhắc, gia hạn' : 'Bấm vào một kỳ để xem từng đơn vị'}
      flush
    >
      <Matrix
        label="Báo cáo của các đơn vị theo kỳ"
        headLabel="Đơn vị"
        columns={data.periods.map((period) => ({
          label: shortPeriod(form.periodKind, period),
          detail: `hạn ${formatDay(period.due).slice(0, 5)}`,
          href: periodHref(period.from),
        }))}
        rows={data.units.map(({ unit, cells }) => ({
          id: unit.id,
          head: unit.shortName,
          cells: cells.map(matrixCell),
        }))}
        sums={[
          {
            head: 'Đã gửi / phải gửi',
            cells: data.periods.map((one) => (
              <Share key={one.from} part={one.received} whole={one.expected} />
            )),
          },
          {
            head: 'Đúng hạn / phải gửi',
            cells: data.periods.map((one) => <Share key={one.from} part={one.onTime} whole={one.expected} />),
          },
          { head: 'Gửi rỗng hoặc chép', cells: data.periods.map((one) => formatNumber(one.hollow)) },
          {
            head: 'Được nhắc theo lịch',
            cells: data.periods.map(({ from, reminded }) => <ByRule key={from} {...reminded} />),
          },
        ]}
      />
      <Legend />
    </Card>
  );
}

/** "31/39" with its share: never without its denominator. */
function Share({ part, whole }: { readonly part: number; readonly whole: number }) {
  return (
    <>
      {formatNumber(part)}/{formatNumber(whole)}{' '}
      <span className={styles.percent}>{percent(part, whole)}</span>
    </>
  );
}

/** "97,4 %"; a dash where nothing is owed. */
export function percent(part: number, whole: number): string {
  const share = shareRoundedDown(part, whole);
  return share === null ? '–' : `${formatNumber(Math.round(share * 1000) / 10, 1)} %`;
}

/** How many units the form's rule has reminded, and the day of the next reminder. */
function ByRule({ byRule, next }: MatrixPeriod['reminded']) {
  return (
    <>
      {formatNumber(byRule)}{' '}
      {next !== null && <span className={styles.percent}>tới {formatDay(next).slice(0, 5)}</span>}
    </>
  );
}

const notOwed: MatrixCell = {
  state: 'not_applicable',
  text: '–',
  words: 'Không phải gửi kỳ này',
  link: null,
  content: '',
};

function matrixCell(cell: OwedCell | null): MatrixCell {
  if (cell === null) return notOwed;
  const flag = shortFlag(cell);
  return {
    state: cellStateOf(cell),
    text: [shortStateWords[cell.state], flag].filter(Boolean).join(' '),
    words: matrixWords(cell),
    link: cell.reportId === null ? null : `/bao-cao/${cell.reportId}`,
    content: (
      <span className={styles.cell}>
        <span className={styles.mark}>
          <ToneShape tone={toneOf(cell)} />
          {shortStateWords[cell.state]}
        </span>{' '}
        {flag !== '' && <span className={styles.flag}>{flag}</span>}
      </span>
    ),
  };
}

/** What the short words stand for. */
function Legend() {
  return (
    <ul className={styles.legend} aria-label="Chú giải">
      {reportStates.map((state) => (
        <li key={state}>
          <b>{shortStateWords[state]}</b> {reportStateWords[state].toLocaleLowerCase('vi')}
        </li>
      ))}
      <li>
        <b>rỗng</b> gửi mà không có nội dung
      </li>
      <li>
        <b>chép</b> giống hệt kỳ trước
      </li>
      <li>
        <b>đã sửa</b> đính chính sau khi được tiếp nhận
      </li>
      <li>
        <b>gia hạn</b> có hạn riêng, chưa gửi
      </li>
      <li>
        <b>không có</b> báo không phát sinh
      </li>
      <li>Ô trống: kỳ đó không phải gửi</li>
    </ul>
  );
}
