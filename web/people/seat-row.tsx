import { Button, Checkbox, CloseButton } from '@mantine/core';
import { SelectField, TextField } from '../ui/fields.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { UnitPicker } from '../ui/unit-picker.tsx';
import { baseFields, baseFieldWords } from '#domain/campaigns/fields.ts';
import { type BodyKind, postsOf, postWord } from '#domain/people/bodies.ts';
import { type SeatDraft, type SeatState, stateOf } from './seat-draft.ts';
import styles from './people.module.css';

interface SeatRowProps {
  readonly seat: SeatDraft;
  readonly kind: BodyKind;
  readonly unitId: string | null;
  /** The path of this line in what is sent, for refusals. */
  readonly path: string;
  /** Null takes a line that was added away again. */
  readonly onChange: (seat: SeatDraft | null) => void;
}

const stateWords: Record<SeatState, { tone: 'good' | 'bad' | 'info' | 'neutral'; word: string }> = {
  comes: { tone: 'good', word: 'Vào' },
  leaves: { tone: 'bad', word: 'Ra' },
  changes: { tone: 'info', word: 'Đổi' },
  stays: { tone: 'neutral', word: 'Giữ nguyên' },
};

/** One member: post, office, area; and whether he or she stays. */
export function SeatRow({ seat, kind, unitId, path, onChange }: SeatRowProps) {
  const state = stateWords[stateOf(seat)];
  const change = (patch: Partial<SeatDraft>) => onChange({ ...seat, ...patch });
  return (
    <li className={styles.seat} data-state={stateOf(seat)}>
      <div role="group" aria-label={seat.name} className={styles.seatBody}>
        <div className={styles.seatHead}>
          <b>{seat.name}</b>
          <StateBadge tone={state.tone}>{state.word}</StateBadge>
          <Button
            variant="default"
            size="compact-md"
            aria-label={`${leaveWord(seat)}: ${seat.name}`}
            onClick={() => (seat.before === null ? onChange(null) : change({ leaves: !seat.leaves }))}
          >
            {leaveWord(seat)}
          </Button>
        </div>
        {!seat.leaves && (
          <>
            <div className={styles.seatFields}>
              <SelectField
                name={`${path}.post`}
                label="Chức danh"
                none={null}
                value={seat.post}
                onChange={(post) => post !== null && change({ post })}
                options={postsOf(kind).map((value) => ({ value, label: postWord(kind, value) }))}
              />
              <TextField
                name={`${path}.title`}
                label="Chức vụ, đơn vị công tác"
                maxLength={200}
                value={seat.title}
                onChange={(title) => change({ title })}
              />
            </div>
            <Charge seat={seat} unitId={unitId} path={path} onChange={change} />
          </>
        )}
      </div>
    </li>
  );
}

function leaveWord(seat: SeatDraft): string {
  if (seat.before === null) return 'Bỏ khỏi danh sách';
  return seat.leaves ? 'Giữ lại' : 'Cho ra';
}

interface ChargeProps {
  readonly seat: SeatDraft;
  readonly unitId: string | null;
  readonly path: string;
  readonly onChange: (patch: Partial<SeatDraft>) => void;
}

/** What is in this member's charge; closed until asked for. */
function Charge({ seat, unitId, path, onChange }: ChargeProps) {
  const words = [
    ...seat.fields.map((field) => baseFieldWords[field]),
    ...seat.units.map((unit) => unit.shortName),
  ];
  return (
    <details className={styles.charge}>
      <summary>Phụ trách: {words.join(', ') || 'chung'}</summary>
      <div className={styles.chargeBody}>
        <fieldset className={styles.fieldset}>
          <legend>Lĩnh vực của {seat.name}</legend>
          {baseFields.map((field) => (
            <Checkbox
              key={field}
              label={baseFieldWords[field]}
              checked={seat.fields.includes(field)}
              onChange={(event) =>
                onChange({
                  fields: event.currentTarget.checked
                    ? [...seat.fields, field]
                    : seat.fields.filter((one) => one !== field),
                })
              }
            />
          ))}
        </fieldset>
        {unitId !== null && (
          <UnitPicker
            name={`${path}.unitIds`}
            label="Thêm địa bàn phụ trách"
            within={unitId}
            value={null}
            onChange={(unit) => {
              if (unit === null || seat.units.some((one) => one.id === unit.id)) return;
              onChange({ units: [...seat.units, { id: unit.id, shortName: unit.shortName }] });
            }}
          />
        )}
        {seat.units.length > 0 && (
          <ul className={styles.chips} aria-label={`Địa bàn của ${seat.name}`}>
            {seat.units.map((unit) => (
              <li key={unit.id}>
                {unit.shortName}
                <CloseButton
                  size="sm"
                  aria-label={`Bỏ địa bàn ${unit.shortName}`}
                  onClick={() => onChange({ units: seat.units.filter((one) => one.id !== unit.id) })}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}
