import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { FormSection } from '../../ui/form-page.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Remark } from '../../ui/card.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import styles from '../organisations.module.css';
import { targetName } from './act-draft.ts';
import own from './arrange.module.css';
import type { Preview } from './preview-step.tsx';
import { practicePlaces } from './practice-places.ts';
import type { ActDraftState } from './use-act-draft.ts';

interface PracticesStepProps {
  readonly state: ActDraftState;
  readonly preview: Preview;
}

const FEW = 50;

/** Step 4 of a split: which practice goes to which successor; what nobody decides stays openly undecided. */
export function PracticesStep({ state, preview }: PracticesStepProps) {
  const { draft } = state;
  if (preview.problem !== null) return <ProblemAlert problem={preview.problem} />;
  if (preview.data === undefined) return <PageSkeleton />;
  const { practices } = preview.data;
  if (practices.length === 0)
    return (
      <FormSection title="Mô hình, điển hình">
        <p>Đơn vị này chưa có mô hình, điển hình nào; không có gì phải chia.</p>
      </FormSection>
    );
  if (draft.rule === 'share')
    return (
      <FormSection title="Mô hình, điển hình">
        <Remark>
          Chia theo tỷ lệ: {formatNumber(practices.length)} mô hình, điển hình không chia được, đứng ở cấp
          trên và ghi “chưa phân định”. Muốn giao từng mô hình, quay lại chọn “Chọn từng mô hình”.
        </Remark>
      </FormSection>
    );
  return <Places state={state} practices={practices} />;
}

type Practices = NonNullable<Preview['data']>['practices'];

function Places({ state, practices }: { readonly state: ActDraftState; readonly practices: Practices }) {
  const { draft, change } = state;
  const [whole, setWhole] = useState(false);
  const places = practicePlaces(draft, practices);
  const open = practices.filter((one) => (places[one.id] ?? null) === null).length;
  const shown = whole ? practices : practices.slice(0, FEW);
  const options = [
    { value: '', label: 'Chưa phân định' },
    ...draft.targets.map((target, at) => ({ value: String(at), label: targetName(target, at) })),
  ];
  return (
    <FormSection
      title="Mô hình, điển hình về đâu"
      hint={
        draft.rule === 'village'
          ? 'Gợi ý theo thôn, tổ dân phố của mô hình; sửa lại nơi chưa đúng.'
          : 'Chọn cho từng mô hình.'
      }
    >
      <p role="status">
        {open === 0 ? (
          `Cả ${formatNumber(practices.length)} mô hình, điển hình đã có nơi nhận.`
        ) : (
          <>
            <b>{formatNumber(open)}</b> trong {formatNumber(practices.length)} mô hình chưa phân định: đứng ở
            cấp trên, ghi rõ “chưa phân định”, không đoán.
          </>
        )}
      </p>
      <div className={styles.scroll}>
        <table
          role="table"
          className={`${styles.table} ${own.practices}`}
          aria-label="Mô hình và đơn vị nhận"
        >
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                Mô hình, điển hình
              </th>
              <th role="columnheader" scope="col">
                Địa chỉ
              </th>
              <th role="columnheader" scope="col">
                Đơn vị nhận
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((one) => (
              <tr key={one.id} role="row">
                <th role="rowheader" scope="row">
                  {one.name}
                  <div className="k-small">{one.stateName}</div>
                </th>
                <td role="cell">{one.placeName ?? 'Không ghi'}</td>
                <td role="cell" className={own.practice}>
                  <NativeSelect
                    aria-label={`Đơn vị nhận “${one.name}”`}
                    value={String(places[one.id] ?? '')}
                    data={options}
                    onChange={(event) => {
                      const { value } = event.currentTarget;
                      change({
                        practices: { ...draft.practices, [one.id]: value === '' ? null : Number(value) },
                      });
                    }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < practices.length && (
        <div>
          <Button variant="default" onClick={() => setWhole(true)}>
            Xem đủ {formatNumber(practices.length)} mô hình
          </Button>
        </div>
      )}
    </FormSection>
  );
}
