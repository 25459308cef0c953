import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import type { FormRow } from '../ui/report-choice.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { nameUnits } from '#domain/organisations/name-units.ts';
import { isSent } from '#domain/reports/matrix-words.ts';
import type { MatrixPeriod } from './cell-words.ts';
import { ExtendDrawer } from './extend-drawer.tsx';
import type { OwedRow } from './period-card.tsx';

interface PeriodActionsProps {
  readonly form: FormRow;
  readonly period: MatrixPeriod;
  /** All that are shown. */
  readonly rows: readonly OwedRow[];
  readonly chosen: readonly OwedRow[];
  readonly onDone: () => void;
}

type Asking = 'accept' | 'remind' | 'extend' | null;
type Refused = ApiResponse<'POST /api/reports/acceptances'>['refused'];

/** What the level above does about a period: for the units that are ticked, or for all of them. */
export function PeriodActions({ form, period, rows, chosen, onDone }: PeriodActionsProps) {
  const [asking, setAsking] = useState<Asking>(null);
  const [refused, setRefused] = useState<Refused>([]);
  const close = () => setAsking(null);
  const from = chosen.length > 0 ? chosen : rows;
  const toAccept = from.filter(({ cell }) => cell.state === 'submitted');
  const toRemind = from.filter(({ cell }) => !isSent(cell));
  return (
    <>
      <Button disabled={toAccept.length === 0} onClick={() => setAsking('accept')}>
        Tiếp nhận ({formatNumber(toAccept.length)})
      </Button>
      <Button variant="default" disabled={toRemind.length === 0} onClick={() => setAsking('remind')}>
        Nhắc ({formatNumber(toRemind.length)})
      </Button>
      <Button variant="default" onClick={() => setAsking('extend')}>
        Gia hạn
      </Button>
      <AcceptDialog
        rows={asking === 'accept' ? toAccept : null}
        onClose={close}
        onDone={(named) => {
          close();
          setRefused(named);
          onDone();
        }}
      />
      <RemindDialog
        form={form}
        period={period}
        rows={asking === 'remind' ? toRemind : null}
        onClose={close}
        onDone={() => {
          close();
          onDone();
        }}
      />
      <ExtendDrawer
        form={form}
        period={period}
        rows={rows}
        chosen={chosen}
        opened={asking === 'extend'}
        onClose={close}
      />
      <RefusedDialog refused={refused} onClose={() => setRefused([])} />
    </>
  );
}

interface DialogProps {
  /** Null while it is closed. */
  readonly rows: readonly OwedRow[] | null;
  readonly onClose: () => void;
}

const NAMED_AT_MOST = 15;

function namesOf(rows: readonly OwedRow[]): string {
  return nameUnits(
    rows.map(({ unit }) => unit.shortName),
    NAMED_AT_MOST,
  );
}

interface AcceptDialogProps extends DialogProps {
  readonly onDone: (refused: Refused) => void;
}

function AcceptDialog({ rows, onClose, onDone }: AcceptDialogProps) {
  const accept = useApiCommand('POST /api/reports/acceptances', {
    onSuccess: (answer) => {
      notify(`Đã tiếp nhận ${formatNumber(answer.accepted.length)} báo cáo.`);
      onDone(answer.refused);
    },
  });
  const reportIds = (rows ?? []).flatMap(({ cell }) => (cell.reportId === null ? [] : [cell.reportId]));
  const doubtful = (rows ?? []).filter(({ cell }) => cell.hollow !== null);
  return (
    <ConfirmDialog
      opened={rows !== null}
      title={`Tiếp nhận ${formatNumber(reportIds.length)} báo cáo?`}
      confirmLabel="Tiếp nhận"
      pending={accept.pending}
      problem={accept.problem}
      onConfirm={() => accept.run({ body: { reportIds } })}
      onClose={onClose}
    >
      <p>{namesOf(rows ?? [])}.</p>
      {doubtful.length > 0 && (
        <p>
          <b>Nên đọc trước:</b> {namesOf(doubtful)} gửi không có nội dung hoặc chép kỳ trước.
        </p>
      )}
    </ConfirmDialog>
  );
}

interface RemindDialogProps extends DialogProps {
  readonly form: FormRow;
  readonly period: MatrixPeriod;
  readonly onDone: () => void;
}

function RemindDialog({ form, period, rows, onClose, onDone }: RemindDialogProps) {
  const remind = useApiCommand('POST /api/report-reminders', {
    onSuccess: ({ reminded }) => {
      notify(
        reminded === 0
          ? 'Các đơn vị này đã được nhắc hôm nay.'
          : `Đã nhắc ${formatNumber(reminded)} đơn vị; lời nhắc hiện ở “Việc của tôi” của đơn vị.`,
      );
      onDone();
    },
  });
  return (
    <ConfirmDialog
      opened={rows !== null}
      title={`Nhắc ${formatNumber(rows?.length ?? 0)} đơn vị chưa gửi?`}
      confirmLabel="Nhắc"
      pending={remind.pending}
      problem={remind.problem}
      onConfirm={() =>
        remind.run({
          body: {
            formId: form.id,
            periodFrom: period.from,
            unitIds: (rows ?? []).map(({ unit }) => unit.id),
          },
        })
      }
      onClose={onClose}
    >
      {namesOf(rows ?? [])}. Mỗi đơn vị được nhắc nhiều nhất một lần mỗi ngày.
    </ConfirmDialog>
  );
}

interface RefusedDialogProps {
  readonly refused: Refused;
  readonly onClose: () => void;
}

/** Those that could not be accepted, by name, each with why. */
function RefusedDialog({ refused, onClose }: RefusedDialogProps) {
  return (
    <ConfirmDialog
      opened={refused.length > 0}
      title={`${formatNumber(refused.length)} báo cáo chưa tiếp nhận được`}
      confirmLabel="Đã rõ"
      cancelLabel="Đóng"
      onConfirm={onClose}
      onClose={onClose}
    >
      <ul>
        {refused.map((one) => (
          <li key={one.id}>
            {one.unitName}: {one.reason}
          </li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
