import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import { CheckField } from '../ui/check-field.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { FormContext } from '../ui/form-context.ts';
import { useFieldErrors } from '../ui/form-errors.ts';
import { FieldRow } from '../ui/form-page.tsx';
import { useFormState } from '../ui/form-state.ts';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { YearField } from '../ui/year-field.tsx';
import { yearOf } from '#domain/kernel/day.ts';

type Stage = ApiResponse<'GET /api/stages'>['items'][number];
type Owners = ApiResponse<'GET /api/campaigns'>['canCreate'];

const columns: readonly TableColumn<Stage>[] = [
  { key: 'name', header: 'Giai đoạn', cell: (row) => row.name },
  { key: 'years', header: 'Năm', cell: (row) => `${row.fromYear}–${row.toYear}` },
  { key: 'owner', header: 'Đơn vị', cell: (row) => row.owner.shortName },
  {
    key: 'paper',
    header: 'Nguồn số liệu',
    cell: (row) => (row.onPaper ? 'Chỉ có trên giấy (số liệu báo cáo)' : 'Các chiến dịch trong sổ'),
  },
];

/** Stages (giai đoạn) that campaigns belong to, those known only from papers included. */
export function StagesPage() {
  const stages = useApiQuery('GET /api/stages', {});
  const campaigns = useApiQuery('GET /api/campaigns', {});
  const owners = campaigns.data?.canCreate ?? [];
  const [adding, setAdding] = useState(false);
  const add = owners.length > 0 && <Button onClick={() => setAdding(true)}>Thêm giai đoạn</Button>;
  const empty = stages.data?.items.length === 0;
  return (
    <>
      <PageHead
        title="Giai đoạn"
        crumbs={[{ label: 'Chiến dịch', href: '/chien-dich' }, { label: 'Giai đoạn' }]}
        subtitle="Nhiều năm phong trào gộp thành một giai đoạn để sơ kết, tổng kết"
        actions={!empty && add}
      />
      <DataTable
        name="stages"
        label="Danh sách giai đoạn"
        unit="giai đoạn"
        columns={columns}
        rows={stages.data?.items}
        rowId={(row) => row.id}
        rowHref={(row) => `/so-lieu?stageId=${row.id}`}
        problem={stages.problem}
        onRetry={() => void stages.reload()}
        empty={
          <EmptyState title="Chưa có giai đoạn nào" action={add}>
            Ví dụ: giai đoạn 2021–2025. Giai đoạn cũ chỉ có báo cáo giấy cũng ghi được, để nhập số liệu đã báo
            cáo.
          </EmptyState>
        }
      />
      <Modal opened={adding} onClose={() => setAdding(false)} title="Thêm giai đoạn" size="lg">
        {adding && <StageForm owners={owners} onClose={() => setAdding(false)} />}
      </Modal>
    </>
  );
}

interface StageFormProps {
  readonly owners: Owners;
  readonly onClose: () => void;
}

function StageForm({ owners, onClose }: StageFormProps) {
  const { today } = useSession();
  const start = yearOf(today) - ((yearOf(today) - 1) % 5);
  const form = useFormState({
    ownerUnitId: owners[0]?.id ?? null,
    name: `Giai đoạn ${start}–${start + 4}`,
    fromYear: start as number | null,
    toYear: (start + 4) as number | null,
    onPaper: false,
  });
  const create = useApiCommand('POST /api/stages', {
    onSuccess: () => {
      notify('Đã thêm giai đoạn.');
      onClose();
    },
  });
  const labels = useFieldErrors(create.problem?.fields ?? noFields);
  const { ownerUnitId, name, fromYear, toYear, onPaper } = form.value;
  const backwards = fromYear !== null && toYear !== null && toYear < fromYear;
  return (
    <FormContext value={labels}>
      <form
        className="k-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (ownerUnitId === null || fromYear === null || toYear === null || backwards) return;
          create.run({ body: { ownerUnitId, name, fromYear, toYear, onPaper } });
        }}
      >
        <ProblemAlert problem={create.problem} />
        {owners.length > 1 && (
          <SelectField
            label="Đơn vị"
            none={null}
            options={owners.map((unit) => ({ value: unit.id, label: unit.name }))}
            {...form.bind('ownerUnitId')}
          />
        )}
        <TextField label="Tên giai đoạn" required maxLength={120} {...form.bind('name')} />
        <FieldRow>
          <YearField label="Từ năm" required {...form.bind('fromYear')} />
          <YearField
            label="Đến năm"
            required
            {...form.bind('toYear')}
            error={backwards ? 'Năm cuối phải từ năm đầu trở đi.' : undefined}
          />
        </FieldRow>
        <CheckField
          label="Chỉ có trên giấy"
          hint="Số liệu lấy từ báo cáo cũ, không cộng với số đếm trong sổ."
          {...form.bind('onPaper')}
        />
        <div className="k-row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={onClose}>
            Thôi
          </Button>
          <Button type="submit" loading={create.pending}>
            Thêm giai đoạn
          </Button>
        </div>
      </form>
    </FormContext>
  );
}

const noFields: readonly never[] = [];
