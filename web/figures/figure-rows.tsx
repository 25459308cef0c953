import { Button, CloseButton } from '@mantine/core';
import { SelectField, TextAreaField, TextField } from '../ui/fields.tsx';
import { NumberField } from '../ui/typed-field.tsx';
import { baseFields, baseFieldWords } from '#domain/campaigns/fields.ts';
import {
  approximations,
  approximationWords,
  figureKinds,
  figureKindWords,
} from '#domain/figures/reported-figure.ts';
import { checksOf, type FigureDraft, newFigure } from './figure-draft.ts';
import styles from './figures.module.css';

interface FigureRowsProps {
  readonly figures: readonly FigureDraft[];
  readonly onChange: (figures: readonly FigureDraft[]) => void;
}

/** The figures one below the other; sums are looked at as they are typed. */
export function FigureRows({ figures, onChange }: FigureRowsProps) {
  const checks = checksOf(figures);
  const change = (key: string, patch: Partial<FigureDraft>) =>
    onChange(figures.map((figure) => (figure.key === key ? { ...figure, ...patch } : figure)));
  const remove = (key: string) =>
    onChange(
      figures
        .filter((figure) => figure.key !== key)
        .map((figure) => ({
          ...figure,
          partOf: figure.partOf === key ? null : figure.partOf,
          outOf: figure.outOf === key ? null : figure.outOf,
        })),
    );
  return (
    <>
      {figures.map((figure, index) => (
        <FigureRow
          key={figure.key}
          index={index}
          figure={figure}
          figures={figures}
          message={checks.find((check) => check.figureId === figure.key && !check.ok)?.message}
          onChange={(patch) => change(figure.key, patch)}
          {...(figures.length > 1 && { onRemove: () => remove(figure.key) })}
        />
      ))}
      <div className="k-row">
        <Button variant="default" onClick={() => onChange([...figures, newFigure(figures)])}>
          Thêm số liệu
        </Button>
        <Button
          variant="default"
          disabled={figures.length === 0}
          onClick={() => onChange([...figures, partOfLast(figures)])}
        >
          Thêm số “trong đó”
        </Button>
      </div>
    </>
  );
}

/** A part of the last total: of the same kind and unit. */
function partOfLast(figures: readonly FigureDraft[]): FigureDraft {
  const last = figures.at(-1);
  if (last === undefined) return newFigure(figures);
  return { ...newFigure(figures, last), partOf: last.partOf ?? last.key };
}

interface FigureRowProps {
  readonly index: number;
  readonly figure: FigureDraft;
  readonly figures: readonly FigureDraft[];
  readonly message: string | undefined;
  readonly onChange: (patch: Partial<FigureDraft>) => void;
  readonly onRemove?: () => void;
}

function FigureRow({ index, figure, figures, message, onChange, onRemove }: FigureRowProps) {
  const name = (word: keyof FigureDraft) => `figures.${index}.${word}`;
  const others = figures
    .filter((one) => one.key !== figure.key)
    .map((one, at) => ({ value: one.key, label: one.label === '' ? `Số liệu ${at + 1}` : one.label }));
  return (
    <section className={styles.figure} aria-label={`Số liệu ${index + 1}`}>
      <header>
        <h3>
          {index + 1}. {figure.label === '' ? 'Số liệu mới' : figure.label}
        </h3>
        {onRemove && <CloseButton aria-label={`Bỏ số liệu ${index + 1}`} onClick={onRemove} />}
      </header>
      <TextField
        name={name('label')}
        label="Tên số liệu"
        required
        maxLength={300}
        value={figure.label}
        onChange={(label) => onChange({ label })}
      />
      <div className={styles.short}>
        <NumberField
          name={name('value')}
          label="Giá trị"
          required
          value={figure.value}
          onChange={(value) => onChange({ value })}
        />
        <TextField
          name={name('unit')}
          label="Đơn vị tính"
          required
          maxLength={60}
          value={figure.unit}
          onChange={(unit) => onChange({ unit })}
        />
        <SelectField
          name={name('kind')}
          label="Loại số"
          none={null}
          value={figure.kind}
          onChange={(kind) => onChange({ kind: kind ?? 'other' })}
          options={figureKinds.map((value) => ({ value, label: figureKindWords[value] }))}
        />
      </div>
      <div className={styles.short}>
        <SelectField
          name={name('partOf')}
          label="Là phần của"
          none="Không"
          value={figure.partOf}
          onChange={(partOf) => onChange({ partOf })}
          options={others}
        />
        <SelectField
          name={name('outOf')}
          label="Trên tổng số"
          none="Không"
          value={figure.outOf}
          onChange={(outOf) => onChange({ outOf })}
          options={others}
        />
        <SelectField
          name={name('baseField')}
          label="Lĩnh vực"
          none="Không theo lĩnh vực"
          value={figure.baseField}
          onChange={(baseField) => onChange({ baseField })}
          options={baseFields.map((value) => ({ value, label: baseFieldWords[value] }))}
        />
      </div>
      {message !== undefined && (
        <p role="status" className={styles.wrongWords}>
          {message}. Nếu văn bản viết như vậy thì cứ giữ nguyên.
        </p>
      )}
      <details className={styles.more}>
        <summary>Định nghĩa, cách viết trong văn bản</summary>
        <div>
          <TextAreaField
            name={name('definition')}
            label="Số này là gì"
            hint="Đếm những gì, đến ngày nào; để trống thì lấy tên số liệu."
            rows={2}
            maxLength={600}
            value={figure.definition}
            onChange={(definition) => onChange({ definition })}
          />
          <SelectField
            name={name('approx')}
            label="Văn bản viết"
            none={null}
            value={figure.approx}
            onChange={(approx) => onChange({ approx: approx ?? 'exact' })}
            options={approximations.map((value) => ({
              value,
              label: value === 'exact' ? 'đúng số này' : `“${approximationWords[value]}”`,
            }))}
          />
          <TextField
            name={name('asWritten')}
            label="Nguyên văn"
            maxLength={500}
            value={figure.asWritten}
            onChange={(asWritten) => onChange({ asWritten })}
          />
        </div>
      </details>
    </section>
  );
}
