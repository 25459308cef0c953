import { Button } from '@mantine/core';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { DayField } from '../ui/day-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextAreaField } from '../ui/fields.tsx';
import { FieldRow } from '../ui/form-page.tsx';
import { useFormState } from '../ui/form-state.ts';
import { DefinitionList } from '../ui/definition-list.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { staleAfterStep, useTheDesk } from './desk.ts';
import type { Reading } from './facts.ts';
import styles from './reading.module.css';

const unknown = <span className={styles.unknown}>chưa rõ</span>;

/** What stands at the head and the foot of the paper itself. */
export function PaperHead() {
  const { reading, isOpen, editingHead, editHead } = useTheDesk();
  const { paper, paperDay } = reading;
  const signer = [paper.signerPost, paper.signerName].filter(Boolean).join(', ');
  const period =
    paper.periodFrom === null || paper.periodTo === null
      ? null
      : `${formatDay(paper.periodFrom)} – ${formatDay(paper.periodTo)}`;
  return (
    <details className={styles.head} open={paperDay === null || period === null}>
      <summary>
        <b>Đầu văn bản:</b>{' '}
        {[paper.symbol, paperDay && formatDay(paperDay), paper.issuer].filter(Boolean).join(' · ')}
        {(paperDay === null || period === null) && <span className={styles.unknown}> còn chỗ chưa rõ</span>}
      </summary>
      <div className={styles.headBody}>
        <DefinitionList
          items={[
            { term: 'Loại, số', value: [paper.type, paper.symbol].filter(Boolean).join(' ') || unknown },
            { term: 'Nơi ban hành', value: paper.issuer ?? unknown },
            { term: 'Ngày', value: paperDay === null ? unknown : formatDay(paperDay) },
            { term: 'Kỳ số liệu', value: period ?? unknown },
            { term: 'Trích yếu', value: paper.subject ?? unknown },
            { term: 'Người ký', value: signer === '' ? unknown : signer },
            ...(paper.recipients.length === 0
              ? []
              : [{ term: 'Nơi nhận', value: paper.recipients.join('; ') }]),
          ]}
        />
        {isOpen && (
          <Button size="compact-md" variant="default" className="k-no-print" onClick={() => editHead(true)}>
            Sửa đầu văn bản
          </Button>
        )}
      </div>
      {editingHead && <HeadDrawer reading={reading} onClose={() => editHead(false)} />}
    </details>
  );
}

function HeadDrawer({ reading, onClose }: { readonly reading: Reading; readonly onClose: () => void }) {
  const { paper } = reading;
  const form = useFormState({
    paperDay: reading.paperDay,
    periodFrom: paper.periodFrom,
    periodTo: paper.periodTo,
    subject: paper.subject ?? '',
  });
  const save = useApiCommand('PUT /api/readings/:id', {
    invalidates: staleAfterStep,
    onSuccess: () => {
      notify('Đã ghi đầu văn bản; địa bàn được tìm theo ngày này.');
      onClose();
    },
  });
  return (
    <DrawerForm
      opened
      title="Đầu văn bản"
      submitLabel="Lưu"
      onClose={onClose}
      onSubmit={() =>
        save.run({ params: { id: reading.id }, body: { version: reading.version, ...form.value } })
      }
      pending={save.pending}
      problem={save.problem}
    >
      <DayField
        label="Ngày của văn bản"
        hint="Địa bàn được tìm trong các đơn vị của ngày này"
        {...form.bind('paperDay')}
      />
      <FieldRow>
        <DayField label="Số liệu từ ngày" {...form.bind('periodFrom')} />
        <DayField label="Đến ngày" {...form.bind('periodTo')} />
      </FieldRow>
      <TextAreaField label="Trích yếu" maxLength={600} {...form.bind('subject')} />
    </DrawerForm>
  );
}
