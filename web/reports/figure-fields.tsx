import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Card } from '../ui/card.tsx';
import { TextField } from '../ui/fields.tsx';
import { useField } from '../ui/form-context.ts';
import { formatFigure, readFigure } from '#domain/reports/figure-text.ts';
import { isFilledIn } from '#domain/reports/form.ts';
import { Beside, FigureValue, filledName, groupsOf, ProfileYear, shownBeside } from './figure-value.tsx';
import { pinAnchor } from './pin-notes.tsx';
import type { Draft, DraftFault, Figure } from './report-draft.ts';
import type { Report } from './report-words.tsx';
import styles from './figures.module.css';

interface FigureFieldsProps {
  readonly report: Report;
  readonly draft: Pick<Draft, 'figures' | 'reasons'>;
  /** With formulas as typed. */
  readonly values: ReadonlyMap<string, string | null>;
  readonly faults: readonly DraftFault[];
  readonly onFigure: (code: string, text: string) => void;
  readonly onReason: (code: string, text: string) => void;
  /** What whoever returned the report pinned to a figure. */
  readonly pins?: (code: string) => ReactNode;
}

/** The figures of a draft: counted ones stand already, entered ones are typed; last time's beside them. */
export function FigureFields(props: FigureFieldsProps) {
  const { report } = props;
  if (report.figures.length === 0) return null;
  return (
    <Card title="Số liệu" aside={filledAside(report)} flush>
      <FigureList {...props} />
    </Card>
  );
}

function filledAside({ figures }: Report): string | undefined {
  const has = (source: Figure['source']) => figures.some((one) => one.source === source);
  const parts = [
    ...(has('register') ? ['số của sổ mô hình đã đếm sẵn'] : []),
    ...(has('profile') ? ['số của hồ sơ địa phương đã lấy sẵn'] : []),
  ];
  return parts.length === 0 ? undefined : `${parts.join(', ')}, chốt khi gửi`;
}

/** Rows of figures to type; Enter goes down, as in a sheet. */
export function FigureList(props: FigureFieldsProps) {
  return (
    <div className={styles.sheet} onKeyDown={goDown}>
      {groupsOf(props.report.figures).map((group) => (
        <div key={`${group.name} ${group.figures[0]?.code}`}>
          {group.name !== '' && <h3 className={styles.group}>{group.name}</h3>}
          <ul className={styles.list} aria-label={group.name || 'Số liệu'}>
            {group.figures.map((figure) => (
              <FigureRow key={figure.code} {...props} figure={figure} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function goDown(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLInputElement))
    return;
  event.preventDefault();
  const form = event.currentTarget.closest('form') ?? event.currentTarget;
  const fields = [...form.querySelectorAll<HTMLElement>('input:not([type="checkbox"]), textarea')];
  const next = fields[fields.indexOf(event.target) + 1];
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
}

function FigureRow(props: FigureFieldsProps & { readonly figure: Figure }) {
  const { figure, report, draft, values, onFigure } = props;
  const typed = draft.figures[figure.code] ?? '';
  const errorAt = (path: string) => props.faults.find((one) => one.path === path)?.message;
  const error = errorAt(`stated.${figure.code}`);
  const pin = props.pins?.(figure.code) ?? null;
  const entered = figure.source === 'entered';
  return (
    <li
      className={styles.row}
      // A reason pinned to a counted figure leads here: it has no field until one opens it.
      id={pinAnchor(figure.code)}
      tabIndex={-1}
      data-entered={entered || undefined}
      data-wrong={error !== undefined || undefined}
      data-pinned={pin !== null || undefined}
    >
      <div className={styles.name}>
        {entered ? (
          <label htmlFor={inputId(figure)}>{figure.label}</label>
        ) : (
          <span className={styles.label}>{figure.label}</span>
        )}
        {entered && (
          <span id={`${inputId(figure)}-definition`} className="k-small">
            {figure.definition}
          </span>
        )}
        <ProfileYear report={report} figure={figure} />
      </div>
      <Beside figure={figure} shown={shownBeside(report.figures)} />
      <div className={styles.value}>
        {entered ? (
          <FigureInput
            figure={figure}
            value={typed}
            error={error}
            onChange={(text) => onFigure(figure.code, text)}
          />
        ) : (
          <FigureValue
            report={report}
            figure={figure}
            exact={isFilledIn(figure.source) ? figure.counted : (values.get(figure.code) ?? null)}
          />
        )}
        <span className={styles.unit}>{figure.unit}</span>
      </div>
      {isFilledIn(figure.source) && (
        <OtherFigure {...props} typed={typed} error={error} reasonError={errorAt(`reasons.${figure.code}`)} />
      )}
      {error !== undefined && (
        <p className={styles.wrong} id={`${inputId(figure)}-wrong`}>
          {error}
        </p>
      )}
      {pin !== null && <div className={styles.more}>{pin}</div>}
    </li>
  );
}

const inputId = (figure: Figure): string => `o-stated-${figure.code}`;

interface FigureInputProps {
  readonly figure: Figure;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
  readonly label?: string;
  readonly autoFocus?: boolean;
}

/** A figure that is typed: the phone shows digits; written out as 1.234,5 when one leaves the field. */
function FigureInput({ figure, value, error, onChange, label, autoFocus = false }: FigureInputProps) {
  // The words of a fault stand below the row, where there is room for them.
  const {
    error: _below,
    label: _label,
    description: _hint,
    withAsterisk: _mark,
    ...field
  } = useField({
    name: `stated.${figure.code}`,
    label: figure.label,
  });
  const written = () => {
    const exact = readFigure(value, figure.decimals);
    if (typeof exact === 'string') onChange(formatFigure(exact, figure.decimals));
  };
  return (
    <TextInput
      {...field}
      className={styles.input ?? ''}
      aria-label={label}
      aria-describedby={`${inputId(figure)}-definition ${inputId(figure)}-wrong`}
      value={value}
      error={error !== undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={written}
      // As in a sheet: what is typed takes the place of what stood there.
      onFocus={(event) => event.currentTarget.select()}
      inputMode={figure.decimals === 0 ? 'numeric' : 'decimal'}
      autoComplete="off"
      autoFocus={autoFocus}
      enterKeyHint="next"
    />
  );
}

interface OtherFigureProps extends FigureFieldsProps {
  readonly figure: Figure;
  readonly typed: string;
  readonly error: string | undefined;
  readonly reasonError: string | undefined;
}

/** Another figure than the register counts: opened on purpose, with its reason; both are kept. */
function OtherFigure({ figure, draft, typed, onFigure, onReason, ...rest }: OtherFigureProps) {
  const [opened, setOpened] = useState(typed !== '');
  const [pressed, setPressed] = useState(false);
  const name = filledName(figure.source);
  if (!opened && typed === '') {
    return (
      <div className={styles.other}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={`Ghi số khác: ${figure.label}`}
          autoFocus={pressed}
          onClick={() => {
            setOpened(true);
            setPressed(true);
          }}
        >
          Ghi số khác
        </Button>
      </div>
    );
  }
  const close = () => {
    setOpened(false);
    onFigure(figure.code, '');
    onReason(figure.code, '');
  };
  return (
    <div className={styles.more}>
      <div className={styles.stated}>
        <label className={styles.statedNumber}>
          <span>Số của đơn vị</span>
          <FigureInput
            figure={figure}
            label={`Số của đơn vị: ${figure.label}`}
            autoFocus={pressed}
            value={typed}
            error={rest.error}
            onChange={(text) => onFigure(figure.code, text)}
          />
        </label>
        <TextField
          name={`reasons.${figure.code}`}
          label={`Vì sao “${figure.label}” khác ${name}`}
          value={draft.reasons[figure.code] ?? ''}
          error={rest.reasonError}
          maxLength={500}
          onChange={(text) => onReason(figure.code, text)}
        />
        <Button variant="default" onClick={close} aria-label={`Dùng số của ${name}: ${figure.label}`}>
          Dùng số của {name}
        </Button>
      </div>
      <p className="k-small">
        {figure.counted === null
          ? 'Hồ sơ địa phương chưa có số này: gửi đi số trên.'
          : `Cả hai số đều gửi đi: ${name} ghi ${formatFigure(figure.counted, figure.decimals)}, đơn vị ghi số trên.`}
      </p>
    </div>
  );
}
