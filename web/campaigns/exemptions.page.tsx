import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { usePathParam } from '../platform/navigation.ts';
import { notify } from '../platform/notify.ts';
import { usePermission } from '../platform/session.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TextAreaField } from '../ui/fields.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { type PickedUnit, UnitPicker } from '../ui/unit-picker.tsx';

type Campaign = ApiResponse<'GET /api/campaigns/:id'>;
type Exemption = Campaign['exemptions'][number];

const columns: readonly TableColumn<Exemption>[] = [
  { key: 'unit', header: 'Đơn vị', cell: (row) => row.unit.name },
  { key: 'reason', header: 'Lý do', cell: (row) => row.reason },
];

function liftColumn(onLift: (exemption: Exemption) => void): TableColumn<Exemption> {
  return {
    key: 'act',
    header: 'Việc',
    align: 'end',
    cell: (row) => (
      <Button variant="default" aria-label={`Bỏ miễn đăng ký: ${row.unit.name}`} onClick={() => onLift(row)}>
        Bỏ miễn
      </Button>
    ),
  };
}

/** Units that need not register this year, and why: the denominator of "24/39" must be right. */
export function ExemptionsPage() {
  const id = usePathParam('id');
  const campaign = useApiQuery('GET /api/campaigns/:id', { params: { id } });
  return <Loaded query={campaign}>{(data) => <Exemptions campaign={data} />}</Loaded>;
}

function Exemptions({ campaign }: { readonly campaign: Campaign }) {
  const manages = usePermission('campaign.manage') && campaign.state !== 'closed';
  const [adding, setAdding] = useState(false);
  const [lifting, setLifting] = useState<Exemption | null>(null);
  const addButton = manages && <Button onClick={() => setAdding(true)}>Thêm đơn vị được miễn</Button>;
  return (
    <>
      <PageHead
        title="Đơn vị được miễn đăng ký"
        crumbs={[
          { label: 'Chiến dịch', href: '/chien-dich' },
          { label: campaign.title, href: `/chien-dich/${campaign.id}` },
          { label: 'Miễn đăng ký' },
        ]}
        subtitle="Đơn vị được miễn không bị tính là còn thiếu và không nằm trong số đơn vị phải đăng ký."
        actions={campaign.exemptions.length > 0 && addButton}
      />
      <DataTable
        name="exemptions"
        label="Đơn vị được miễn đăng ký"
        unit="đơn vị được miễn"
        columns={manages ? [...columns, liftColumn(setLifting)] : columns}
        rows={campaign.exemptions}
        rowId={(row) => row.unit.id}
        empty={
          <EmptyState title="Không có đơn vị nào được miễn" action={addButton}>
            Mọi đơn vị thuộc loại có chỉ tiêu đều phải đăng ký. Đơn vị mới thành lập, sắp sáp nhập có thể được
            miễn kèm lý do.
          </EmptyState>
        }
      />
      <ExemptDialog campaign={campaign} opened={adding} onClose={() => setAdding(false)} />
      <LiftDialog campaignId={campaign.id} exemption={lifting} onClose={() => setLifting(null)} />
    </>
  );
}

interface ExemptDialogProps {
  readonly campaign: Campaign;
  readonly opened: boolean;
  readonly onClose: () => void;
}

function ExemptDialog({ campaign, opened, onClose }: ExemptDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Miễn đăng ký năm nay" size="lg">
      {opened && <ExemptForm campaign={campaign} onClose={onClose} />}
    </Modal>
  );
}

function ExemptForm({ campaign, onClose }: Omit<ExemptDialogProps, 'opened'>) {
  const [unit, setUnit] = useState<PickedUnit | null>(null);
  const [reason, setReason] = useState('');
  const [pressed, setPressed] = useState(false);
  const exempt = useApiCommand('PUT /api/campaigns/:id/exemptions/:unitId', {
    onSuccess: () => {
      notify(`Đã miễn đăng ký cho ${unit?.shortName ?? 'đơn vị'}.`);
      onClose();
    },
  });
  const short = reason.trim().length < 5;
  return (
    <form
      className="k-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setPressed(true);
        if (unit !== null && !short)
          exempt.run({ params: { id: campaign.id, unitId: unit.id }, body: { reason: reason.trim() } });
      }}
    >
      <ProblemAlert problem={exempt.problem} />
      <UnitPicker
        name="unitId"
        label="Đơn vị"
        required
        within={campaign.owner.id}
        value={unit}
        onChange={setUnit}
        error={pressed && unit === null ? 'Chọn đơn vị được miễn.' : undefined}
      />
      <TextAreaField
        name="reason"
        label="Lý do"
        required
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={pressed && short ? 'Nêu lý do, ví dụ: mới thành lập tháng 3.' : undefined}
      />
      <div className="k-row" style={{ justifyContent: 'flex-end' }}>
        <Button variant="default" onClick={onClose}>
          Thôi
        </Button>
        <Button type="submit" loading={exempt.pending}>
          Miễn đăng ký
        </Button>
      </div>
    </form>
  );
}

interface LiftDialogProps {
  readonly campaignId: string;
  readonly exemption: Exemption | null;
  readonly onClose: () => void;
}

function LiftDialog({ campaignId, exemption, onClose }: LiftDialogProps) {
  const lift = useApiCommand('PUT /api/campaigns/:id/exemptions/:unitId', {
    onSuccess: () => {
      notify('Đã bỏ miễn; đơn vị phải đăng ký như các đơn vị khác.');
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened={exemption !== null}
      title="Bỏ miễn đăng ký?"
      confirmLabel="Bỏ miễn"
      pending={lift.pending}
      problem={lift.problem}
      onConfirm={() => {
        if (exemption !== null)
          lift.run({ params: { id: campaignId, unitId: exemption.unit.id }, body: { reason: '' } });
      }}
      onClose={onClose}
    >
      {exemption?.unit.name} sẽ phải đăng ký đủ chỉ tiêu và được tính vào số đơn vị phải đăng ký.
    </ConfirmDialog>
  );
}
