import { useState } from 'react';
import { FormSection } from '../ui/form-page.tsx';
import type { BodyKind } from '#domain/people/bodies.ts';
import { PersonField } from './person-field.tsx';
import { newSeat, type SeatDraft } from './seat-draft.ts';
import { SeatRow } from './seat-row.tsx';
import styles from './people.module.css';

interface SeatListProps {
  readonly kind: BodyKind;
  readonly unitId: string | null;
  readonly seats: readonly SeatDraft[];
  readonly onChange: (seats: readonly SeatDraft[]) => void;
  readonly title: string;
  readonly hint: string;
}

/** The list of members as it will be: who stays, who goes, who comes, with post and area. */
export function SeatList({ kind, unitId, seats, onChange, title, hint }: SeatListProps) {
  const replace = (key: string, next: SeatDraft | null) =>
    onChange(seats.flatMap((seat) => (seat.key === key ? (next ?? []) : seat)));
  const sent = seats.filter((seat) => !seat.leaves);
  return (
    <FormSection title={title} hint={hint}>
      {seats.length === 0 && <p className="k-small">Chưa có thành viên nào; thêm người ở ô dưới.</p>}
      <ol className={styles.seats}>
        {seats.map((seat) => (
          <SeatRow
            key={seat.key}
            seat={seat}
            kind={kind}
            unitId={unitId}
            path={seat.leaves ? `leaving.${seat.key}` : `members.${sent.indexOf(seat)}`}
            onChange={(next) => replace(seat.key, next)}
          />
        ))}
      </ol>
      <AddSeat
        taken={seats}
        onAdd={(person) =>
          onChange([
            ...seats,
            newSeat(
              `new-${seats.length}-${person.id ?? person.name}`,
              person,
              seats.length === 0 ? 'head' : 'member',
            ),
          ])
        }
      />
    </FormSection>
  );
}

interface AddSeatProps {
  readonly taken: readonly SeatDraft[];
  readonly onAdd: (person: { id: string | null; name: string }) => void;
}

function AddSeat({ taken, onAdd }: AddSeatProps) {
  const [fault, setFault] = useState<string>();
  return (
    <PersonField
      name="members"
      label="Thêm người vào danh sách"
      hint="Chọn người đã có, hoặc gõ họ tên người mới."
      mayBeNew
      value={null}
      error={fault}
      onChange={(person) => {
        if (person === null) return;
        const there = taken.some((seat) => person.id !== null && seat.personId === person.id);
        setFault(there ? `${person.name} đã có trong danh sách.` : undefined);
        if (!there) onAdd(person);
      }}
    />
  );
}
