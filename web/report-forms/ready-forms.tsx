import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApiQuery } from '../platform/api-hooks.ts';
import { Card } from '../ui/card.tsx';
import { Loaded } from '../ui/record-page.tsx';
import type { FormRow } from '../ui/report-choice.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { dueWords } from '#domain/reports/due.ts';
import { periodKindWords } from '#domain/reports/report-period.ts';
import { type ReadyForm } from './form-words.ts';
import { TakeFormDrawer } from './take-form-drawer.tsx';
import styles from './report-forms.module.css';

/** Forms that need only to be taken: monthly, half-year, year, stage closing, resolution review. */
export function ReadyForms({ taken }: { readonly taken: readonly FormRow[] }) {
  const ready = useApiQuery('GET /api/ready-report-forms', {}, { staleTime: 300_000 });
  const [taking, setTaking] = useState<ReadyForm | null>(null);
  const used = (form: ReadyForm) => taken.some((one) => one.code === form.code && one.inForce);
  return (
    <Card title="Biểu có sẵn" aside="lấy về dùng ngay, sửa sau được" className="k-no-print">
      <Loaded query={ready}>
        {({ items }) => (
          <ul className={styles.ready}>
            {items.map((form) => (
              <li key={form.code}>
                <b>{form.name}</b>
                <span>{form.about}</span>
                <span className="k-small">
                  {periodKindWords[form.periodKind]} · hạn {dueWords(form.content.due)} ·{' '}
                  {formatNumber(form.content.sections.length)} phần lời,{' '}
                  {formatNumber(form.content.indicators.length)} chỉ tiêu
                  {used(form) && ' · đang dùng'}
                </span>
                <Button
                  variant="default"
                  aria-label={`Dùng biểu này: ${form.name}`}
                  onClick={() => setTaking(form)}
                >
                  Dùng biểu này
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {taking !== null && (
        <TakeFormDrawer
          form={taking}
          codes={new Set(taken.map((one) => one.code))}
          onClose={() => setTaking(null)}
        />
      )}
    </Card>
  );
}
