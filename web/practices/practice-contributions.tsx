import { Button } from '@mantine/core';
import { Card } from '../ui/card.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { formatArea, formatLabour, formatMoney } from '#domain/kernel/money.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { acceptedStates } from '#domain/practices/practice.states.ts';
import {
  type ContributionKind,
  contributionKinds,
  contributionKindWords,
  type ContributionSource,
  contributionSources,
  contributionSourceWords,
} from '#domain/practices/progress.ts';
import { mayDo, type OpenDialog, type Practice } from './practice-shape.ts';
import styles from './practice.module.css';
import { WorkButton } from './work-button.tsx';

/** The heads of the table, where room is short. */
const sourceHeads: Record<ContributionSource, string> = {
  budget: 'Ngân sách',
  people: 'Nhân dân',
  business: 'Doanh nghiệp',
  other: 'Nguồn khác',
};

type Contribution = Practice['contributions'][number];

/** An amount in the words of its kind: "6,5 triệu đồng", "24 ngày công". */
export function formatContribution(kind: ContributionKind, amount: number, unit: string): string {
  if (kind === 'money') return formatMoney(amount);
  if (kind === 'land') return formatArea(amount);
  if (kind === 'labour') return formatLabour(amount);
  return `${formatNumber(amount)} ${unit}`;
}

interface ContributionsCardProps {
  readonly practice: Practice;
  readonly onOpen: OpenDialog;
}

/** Money, land, days and goods by where they came from: the budget and what was mobilised stay apart. */
export function ContributionsCard({ practice, onOpen }: ContributionsCardProps) {
  const underWay = acceptedStates.includes(practice.state);
  if (!underWay && practice.contributions.length === 0) return null;
  const counted = practice.contributions.filter((one) => one.cancelledReason === null);
  return (
    <Card title="Nguồn lực huy động" aside={`${practice.contributions.length} khoản`} flush>
      {counted.length === 0 ? (
        <p className={`${styles.quiet} k-small`}>Chưa ghi khoản nào: tiền, đất, ngày công hoặc hiện vật.</p>
      ) : (
        <Totals contributions={counted} />
      )}
      {practice.contributions.length > 0 && (
        <details className={`${styles.more} ${styles.quiet}`}>
          <summary>Từng khoản ({practice.contributions.length})</summary>
          <ul className={styles.list}>
            {practice.contributions.map((one) => (
              <ContributionLine key={one.id} one={one} practice={practice} onOpen={onOpen} />
            ))}
          </ul>
        </details>
      )}
      <div className={`${styles.buttons} k-no-print`}>
        <WorkButton
          practice={practice}
          work="add_contribution"
          onClick={() => onOpen({ kind: 'contribution' })}
        />
      </div>
    </Card>
  );
}

/** Goods of different units are not added to each other: each unit is a line. */
function linesOf(contributions: readonly Contribution[]) {
  const keys = new Map<string, { kind: ContributionKind; unit: string }>();
  for (const kind of contributionKinds)
    for (const one of contributions)
      if (one.kind === kind) keys.set(`${kind} ${one.unit}`, { kind, unit: one.unit });
  return [...keys.values()];
}

function Totals({ contributions }: { readonly contributions: readonly Contribution[] }) {
  const sources = contributionSources.filter((source) => contributions.some((one) => one.source === source));
  const sum = (of: readonly Contribution[], line: { kind: ContributionKind; unit: string }) => {
    const amounts = of
      .filter((one) => one.kind === line.kind && one.unit === line.unit)
      .map((one) => one.amount);
    if (amounts.length === 0) return '–';
    return formatContribution(
      line.kind,
      amounts.reduce((total, amount) => total + amount, 0),
      line.unit,
    );
  };
  return (
    <div className={styles.scroll} role="region" aria-label="Nguồn lực theo loại và nguồn" tabIndex={0}>
      <table className={`${styles.table} ${styles.tight}`} aria-label="Nguồn lực theo loại và nguồn">
        <thead>
          <tr>
            <th scope="col">Loại</th>
            {sources.map((source) => (
              <th key={source} scope="col" className={styles.num}>
                {sourceHeads[source]}
              </th>
            ))}
            <th scope="col" className={styles.num}>
              Cộng
            </th>
          </tr>
        </thead>
        <tbody>
          {linesOf(contributions).map((line) => (
            <tr key={`${line.kind} ${line.unit}`}>
              <th scope="row">{contributionKindWords[line.kind]}</th>
              {sources.map((source) => (
                <td key={source} className={styles.num}>
                  {sum(
                    contributions.filter((one) => one.source === source),
                    line,
                  )}
                </td>
              ))}
              <td className={styles.num}>
                <b>{sum(contributions, line)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ContributionLineProps extends ContributionsCardProps {
  readonly one: Contribution;
}

function ContributionLine({ one, practice, onOpen }: ContributionLineProps) {
  const words = `${contributionKindWords[one.kind]} ${formatContribution(one.kind, one.amount, one.unit)}`;
  return (
    <li>
      <div className={styles.rowHead}>
        <b>{formatDay(one.onDate)}</b>
        <span className={one.cancelledReason === null ? undefined : styles.cancelled}>
          {words}, {contributionSourceWords[one.source].toLowerCase()}
          {one.kind !== 'money' && one.worth !== null && ` (trị giá ${formatMoney(one.worth)})`}
        </span>
        {one.cancelledReason === null && mayDo(practice, 'add_contribution') && (
          <Button
            variant="subtle"
            color="gray"
            className="k-no-print"
            onClick={() => onOpen({ kind: 'cancel_contribution', id: one.id, words })}
          >
            Ghi nhầm
          </Button>
        )}
      </div>
      <div className="k-small">
        {one.note !== '' && `${one.note} · `}
        {one.by}
        {one.cancelledReason !== null && ` · đã hủy: ${one.cancelledReason}`}
      </div>
    </li>
  );
}
