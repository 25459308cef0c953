import { useSession } from '../platform/session.ts';
import { formatInstantDay } from '../platform/time.ts';
import { AppLink } from '../ui/app-link.tsx';
import { TracedNumber } from '../ui/traced-number.tsx';
import { dayInVietnam, yearOf } from '#domain/kernel/day.ts';
import { formatFigure } from '#domain/reports/figure-text.ts';
import type { SourceKind } from '#domain/reports/form.ts';
import type { Figure } from './report-draft.ts';
import type { Report } from './report-words.tsx';
import styles from './figures.module.css';

/** A figure as it is read; a dash where there is none. */
export function figureText(exact: string | null | undefined, decimals: number): string {
  return exact === null || exact === undefined ? '–' : formatFigure(exact, decimals);
}

/** Where a figure that stands already comes from, in a sentence. */
export function filledName(source: SourceKind): string {
  return source === 'profile' ? 'hồ sơ địa phương' : 'sổ';
}

/** Of which year's profile a figure is, or why the profile gives none. */
export function ProfileYear({
  report,
  figure,
}: {
  readonly report: Pick<Report, 'period'>;
  readonly figure: Figure;
}) {
  const { source, counted, profileYear, link } = figure;
  if (source !== 'profile') return null;
  if (counted === null && profileYear === null)
    return (
      <span className="k-small">
        Hồ sơ địa phương chưa có số này. {link !== null && <AppLink href={link}>Mở hồ sơ</AppLink>}
      </span>
    );
  if (counted === null)
    return (
      <span className="k-small">
        Hồ sơ năm {profileYear} có nhiều chữ số lẻ hơn biểu nhận; đơn vị ghi số khác.
      </span>
    );
  const older = profileYear !== null && profileYear < yearOf(report.period.to);
  return (
    <span className="k-small">
      Hồ sơ địa phương năm {profileYear}
      {older && `, chưa có năm ${yearOf(report.period.to)}`}
    </span>
  );
}

interface FigureValueProps {
  readonly report: Pick<Report, 'unit' | 'period' | 'submittedAt' | 'state'>;
  readonly figure: Figure;
  readonly exact: string | null;
}

/** A figure that opens what it is, for whom and when, and the records behind it. */
export function FigureValue({ report, figure, exact }: FigureValueProps) {
  const { today } = useSession();
  if (exact === null) return <span>–</span>;
  const sent = report.state === 'submitted' || report.state === 'accepted' ? report.submittedAt : null;
  return (
    <TracedNumber
      size="large"
      {...(figure.source === 'profile' && { linkText: 'Mở hồ sơ địa phương' })}
      text={figureText(exact, figure.decimals)}
      figure={{
        value: Number(exact) / 10 ** figure.decimals,
        label: figure.label,
        definition: `${figure.definition} Đơn vị tính: ${figure.unit}.${
          sent === null ? '' : ` Chốt khi gửi ngày ${formatInstantDay(sent)}.`
        }`,
        scope: `${report.unit.name}, ${report.period.words}`,
        asOf: sent === null ? today : dayInVietnam(sent),
        link: figure.link,
      }}
    />
  );
}

/** Of which other periods there is anything to show beside the figures. */
export function shownBeside(figures: readonly Figure[]): { previous: boolean; lastYear: boolean } {
  return {
    previous: figures.some((one) => one.previous !== null),
    lastYear: figures.some((one) => one.lastYear !== null),
  };
}

interface BesideProps {
  readonly figure: Figure;
  readonly shown: ReturnType<typeof shownBeside>;
}

/** Last period and the same period last year, beside the figure. */
export function Beside({ figure, shown }: BesideProps) {
  return (
    <div className={styles.beside}>
      {shown.previous && (
        <span>
          <i>Kỳ trước</i> {figureText(figure.previous, figure.decimals)}
        </span>
      )}
      {shown.lastYear && (
        <span>
          <i>Cùng kỳ năm trước</i> {figureText(figure.lastYear, figure.decimals)}
        </span>
      )}
    </div>
  );
}

/** Figures under the headings of the form, in its order. */
export function groupsOf(figures: readonly Figure[]): { name: string; figures: Figure[] }[] {
  const groups: { name: string; figures: Figure[] }[] = [];
  for (const figure of figures) {
    const last = groups.at(-1);
    if (last?.name === figure.group) last.figures.push(figure);
    else groups.push({ name: figure.group, figures: [figure] });
  }
  return groups;
}
