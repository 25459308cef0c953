import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import { type UnitKind, unitKinds, unitKindWords } from '#domain/organisations/unit-kinds.ts';
import { type FieldProps, useField } from './form-context.ts';
import styles from './unit-set-field.module.css';

type Unit = ApiResponse<'GET /api/units'>['items'][number];

interface UnitSetFieldProps extends FieldProps {
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  /** Only below this unit; the unit itself is not offered. */
  readonly within?: string;
  /** Already there: shown with a word why they cannot be chosen again. */
  readonly taken?: ReadonlySet<string>;
  readonly takenWord?: string;
}

/** Several units at once: whole kinds by one press, single ones by name. */
export function UnitSetField(props: UnitSetFieldProps) {
  const { value, onChange, within, taken, takenWord = 'đã gửi', ...rest } = props;
  const field = useField(rest);
  const [text, setText] = useState('');
  const query = { limit: 2000, ...(within !== undefined && { within }) };
  const units = useApiQuery('GET /api/units', { query }, { staleTime: 60_000 });
  const chosen = useMemo(() => new Set(value), [value]);
  const offered = (units.data?.items ?? []).filter((unit) => unit.id !== within);
  const free = offered.filter((unit) => !taken?.has(unit.id));
  const wanted = foldVietnamese(text);
  const shown = offered.filter((unit) => wanted === '' || foldVietnamese(unit.name).includes(wanted));
  const toggle = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    onChange([...next]);
  };
  return (
    <fieldset className={styles.set} aria-describedby={field.error ? `${field.id}-error` : undefined}>
      <legend>
        {field.label}
        {field.withAsterisk && <span className={styles.mark}> *</span>}
      </legend>
      {field.description !== undefined && <p className="k-small">{field.description}</p>}
      {field.error !== undefined && (
        <p id={`${field.id}-error`} className={styles.error}>
          {field.error}
        </p>
      )}
      <div className={styles.tools}>
        <TextInput
          id={field.id}
          type="search"
          aria-label={`Tìm trong ${field.label.toLocaleLowerCase('vi')}`}
          placeholder="Tên đơn vị…"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          leftSection={<IconSearch size={18} stroke={1.8} />}
          className={styles.search}
        />
        <Button
          variant="default"
          onClick={() =>
            toggle(
              free.map((unit) => unit.id),
              true,
            )
          }
        >
          Chọn tất cả
        </Button>
        <Button variant="default" disabled={value.length === 0} onClick={() => onChange([])}>
          Bỏ chọn
        </Button>
      </div>
      <div className={styles.list}>
        {unitKinds.map((kind) => (
          <KindGroup
            key={kind}
            kind={kind}
            units={shown.filter((unit) => unit.kind === kind)}
            chosen={chosen}
            taken={taken}
            takenWord={takenWord}
            onToggle={toggle}
          />
        ))}
        {units.data !== undefined && shown.length === 0 && (
          <p className="k-small">
            {text === '' ? 'Không có đơn vị trực thuộc.' : `Không tìm thấy “${text}”.`}
          </p>
        )}
      </div>
      <p role="status" className="k-small">
        Đã chọn {formatNumber(value.length)} trong {formatNumber(free.length)} đơn vị
      </p>
    </fieldset>
  );
}

interface KindGroupProps {
  readonly kind: UnitKind;
  readonly units: readonly Unit[];
  readonly chosen: ReadonlySet<string>;
  readonly taken: ReadonlySet<string> | undefined;
  readonly takenWord: string;
  readonly onToggle: (ids: readonly string[], on: boolean) => void;
}

function KindGroup({ kind, units, chosen, taken, takenWord, onToggle }: KindGroupProps) {
  if (units.length === 0) return null;
  const free = units.filter((unit) => !taken?.has(unit.id)).map((unit) => unit.id);
  const count = free.filter((id) => chosen.has(id)).length;
  return (
    <div role="group" aria-label={unitKindWords[kind]} className={styles.group}>
      <Checkbox
        className={styles.kind}
        label={`${unitKindWords[kind]} (${formatNumber(count)}/${formatNumber(units.length)})`}
        checked={free.length > 0 && count === free.length}
        indeterminate={count > 0 && count < free.length}
        disabled={free.length === 0}
        onChange={(event) => onToggle(free, event.currentTarget.checked)}
      />
      {units.map((unit) => {
        const there = taken?.has(unit.id) ?? false;
        return (
          <Checkbox
            key={unit.id}
            label={there ? `${unit.name} – ${takenWord}` : unit.name}
            checked={there || chosen.has(unit.id)}
            disabled={there}
            onChange={(event) => onToggle([unit.id], event.currentTarget.checked)}
          />
        );
      })}
    </div>
  );
}
