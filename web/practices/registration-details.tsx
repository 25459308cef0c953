import { ActionIcon, Button } from '@mantine/core';
import { IconChevronDown, IconPlus, IconTrash } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { TextAreaField, TextField } from '../ui/fields.tsx';
import { NumberField } from '../ui/typed-field.tsx';
import { cx } from '../ui/cx.ts';
import type { Details } from './registration-draft.ts';
import type { FieldsProps } from './registration-fields.tsx';
import styles from './registration.module.css';

type TextKey = Exclude<keyof Details, 'aims'>;

const parts: readonly { key: TextKey; label: string; hint?: string }[] = [
  { key: 'presentState', label: 'Thực trạng và lý do chọn', hint: 'Thuận lợi, khó khăn, vì sao cần làm.' },
  { key: 'method', label: 'Cách làm' },
  { key: 'beneficiaries', label: 'Người được hưởng lợi' },
  { key: 'forces', label: 'Lực lượng tham gia, vai trò từng bên' },
  { key: 'resources', label: 'Nguồn lực', hint: 'Tiền, đất, ngày công, hiện vật, con người.' },
  { key: 'outputs', label: 'Kết quả kiểm chứng được' },
  { key: 'durability', label: 'Khả năng duy trì, nhân rộng' },
];

function filledCount(details: Details): number {
  return parts.filter((part) => details[part.key].trim() !== '').length + (details.aims.length > 0 ? 1 : 0);
}

/** What makes a registration a good one (domain.md §2). Not required, and closed until wanted. */
export function GoodRegistration({ value, set }: FieldsProps) {
  const [open, setOpen] = useState(() => filledCount(value.details) > 0);
  const bodyId = useId();
  const change = <K extends keyof Details>(key: K, next: Details[K]) =>
    set('details', { ...value.details, [key]: next });
  return (
    <section className={cx('k-card', styles.good)} aria-labelledby={`${bodyId}-title`}>
      <h2 id={`${bodyId}-title`}>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={() => setOpen((was) => !was)}
        >
          <span>
            Để đăng ký đầy đủ hơn
            <small>
              Không bắt buộc, nhưng giúp thẩm định nhanh. Đã ghi {filledCount(value.details)}/
              {parts.length + 1} mục.
            </small>
          </span>
          <IconChevronDown size={20} stroke={1.8} aria-hidden="true" />
        </button>
      </h2>
      <div id={bodyId} hidden={!open} className={styles.goodBody}>
        {parts.slice(0, 1).map((part) => (
          <DetailText key={part.key} part={part} details={value.details} change={change} />
        ))}
        <Aims aims={value.details.aims} onChange={(aims) => change('aims', aims)} />
        {parts.slice(1).map((part) => (
          <DetailText key={part.key} part={part} details={value.details} change={change} />
        ))}
      </div>
    </section>
  );
}

interface DetailTextProps {
  readonly part: (typeof parts)[number];
  readonly details: Details;
  readonly change: (key: TextKey, next: string) => void;
}

function DetailText({ part, details, change }: DetailTextProps) {
  return (
    <TextAreaField
      name={`registration.details.${part.key}`}
      label={part.label}
      {...(part.hint !== undefined && { hint: part.hint })}
      rows={2}
      value={details[part.key]}
      onChange={(next) => change(part.key, next)}
    />
  );
}

interface AimsProps {
  readonly aims: Details['aims'];
  readonly onChange: (aims: Details['aims']) => void;
}

/** Aims that can be checked later: "12 hộ ký cam kết". */
function Aims({ aims, onChange }: AimsProps) {
  const change = (at: number, patch: Partial<Details['aims'][number]>) =>
    onChange(aims.map((aim, index) => (index === at ? { ...aim, ...patch } : aim)));
  return (
    <fieldset className={styles.aims}>
      <legend>Mục tiêu đo được</legend>
      <p className="k-small">Ví dụ: số hộ ký cam kết · 12 · hộ</p>
      {aims.map((aim, index) => (
        // Aims have no identity of their own: their place in the list is it.
        <div key={index} className={styles.aim}>
          <TextField
            name={`registration.details.aims.${index}.text`}
            label={`Mục tiêu ${index + 1}`}
            maxLength={300}
            value={aim.text}
            onChange={(text) => change(index, { text })}
          />
          <NumberField
            name={`registration.details.aims.${index}.target`}
            label="Chỉ tiêu"
            value={aim.target}
            onChange={(target) => change(index, { target })}
          />
          <TextField
            name={`registration.details.aims.${index}.unit`}
            label="Đơn vị tính"
            maxLength={60}
            value={aim.unit}
            onChange={(unit) => change(index, { unit })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="2.625rem"
            aria-label={`Bỏ mục tiêu ${index + 1}`}
            onClick={() => onChange(aims.filter((_, at) => at !== index))}
          >
            <IconTrash size={18} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      {aims.length < 30 && (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} stroke={1.8} />}
          onClick={() => onChange([...aims, { text: '', target: null, unit: '' }])}
        >
          Thêm mục tiêu
        </Button>
      )}
    </fieldset>
  );
}
