import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/fields.tsx';
import { AppLink } from '../ui/app-link.tsx';
import { formatFigure, readFigure } from '#domain/reports/figure-text.ts';
import type { Report } from './report-words.tsx';
import styles from './reports.module.css';

type Figure = Report['figures'][number];

/** A figure with its unit, opened to the records behind it where they were counted. */
function Value({ figure, exact }: { readonly figure: Figure; readonly exact: string | null }) {
  const text = exact === null ? '–' : `${formatFigure(exact, figure.decimals)} ${figure.unit}`;
  return figure.link === null ? text : <AppLink href={figure.link}>{text}</AppLink>;
}

/** The figures of a report that is only read. */
export function FigureTable({ figures }: { readonly figures: readonly Figure[] }) {
  if (figures.length === 0) return null;
  return (
    <Card title="Số liệu" aside="đã chốt khi gửi">
      <dl className={styles.figureList}>
        {figures.map((figure) => (
          <div key={figure.code}>
            <dt title={figure.definition}>{figure.label}</dt>
            <dd>
              <b>
                <Value figure={figure} exact={figure.value} />
              </b>
              {figure.stated !== null && figure.counted !== null && figure.stated !== figure.counted && (
                <span className="k-small">
                  {' '}
                  sổ đăng ký đếm {formatFigure(figure.counted, figure.decimals)}: {figure.reason}
                </span>
              )}
              {figure.now !== null && (
                <span className="k-small">
                  {' '}
                  · sổ đăng ký nay là {formatFigure(figure.now, figure.decimals)}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

interface FigureFieldsProps {
  readonly figures: readonly Figure[];
  readonly values: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly onFigure: (code: string, text: string) => void;
  readonly onReason: (code: string, text: string) => void;
}

/** The figures of a draft: counted ones shown with room for another and its reason, entered ones typed. */
export function FigureFields({ figures, values, reasons, onFigure, onReason }: FigureFieldsProps) {
  if (figures.length === 0) return null;
  return (
    <Card title="Số liệu" aside="số đếm từ sổ mô hình không phải gõ lại; sẽ chốt khi gửi">
      <div className={styles.figureFields}>
        {figures.map((figure) => {
          const typed = values[figure.code] ?? '';
          const isWrong = readFigure(typed, figure.decimals) === undefined;
          const wrong = isWrong ? 'Chỉ nhập số, ví dụ 1.234' : (figure.message ?? undefined);
          if (figure.source === 'sum' || figure.source === 'share')
            return (
              <p key={figure.code} title={figure.definition}>
                {figure.label}: <b>{formatFigure(figure.value, figure.decimals) || '–'}</b> {figure.unit}
                {figure.message !== null && <span className={styles.wrong}> {figure.message}</span>}
              </p>
            );
          return (
            <div key={figure.code}>
              <TextField
                label={figure.source === 'register' ? `${figure.label} (nếu khác sổ đăng ký)` : figure.label}
                hint={hintOf(figure)}
                name={`stated.${figure.code}`}
                value={typed}
                error={wrong}
                onChange={(text) => onFigure(figure.code, text)}
              />
              {figure.source === 'register' && (
                <p className="k-small">
                  Sổ đăng ký đếm: <Value figure={figure} exact={figure.counted} />
                </p>
              )}
              {figure.source === 'register' && typed !== '' && (
                <TextField
                  label={`Lý do “${figure.label}” khác sổ đăng ký`}
                  name={`reasons.${figure.code}`}
                  value={reasons[figure.code] ?? ''}
                  onChange={(text) => onReason(figure.code, text)}
                />
              )}
            </div>
          );
        })}
      </div>
    </Card>
  );
}

function hintOf(figure: Figure): string {
  const before =
    figure.previous === null ? '' : ` Kỳ trước: ${formatFigure(figure.previous, figure.decimals)}.`;
  return `${figure.definition} Đơn vị: ${figure.unit}.${before}`;
}
