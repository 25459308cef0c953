import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { useGoTo } from '../platform/navigation.ts';
import { notify } from '../platform/notify.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { TextAreaField } from '../ui/fields.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import type { Consolidated } from './consolidated-words.ts';

/** `correct`: an issued one is there, the next edition says why; `anew`: the open draft is made again. */
export type ComposeKind = 'first' | 'anew' | 'correct';

interface ComposeAt {
  readonly form: Consolidated['form'];
  readonly unit: Pick<Consolidated['unit'], 'id' | 'name'>;
  readonly period: Consolidated['period'];
}

interface ComposeDialogProps {
  readonly at: ComposeAt;
  readonly kind: ComposeKind;
  readonly missing: number;
  /** The version of the open draft that is seen, where it is made again. */
  readonly draftVersion?: number | undefined;
  /** The examples that were chosen, perhaps none; the system chooses where nobody has. */
  readonly practiceIds?: readonly string[] | undefined;
  readonly onClose: () => void;
}

const titles: Record<ComposeKind, string> = {
  first: 'Soạn báo cáo tổng hợp?',
  anew: 'Soạn lại dự thảo từ đầu?',
  correct: 'Soạn bản đính chính?',
};

/** The question before a draft is made from below: who is missing is said here, not found out later. */
export function ComposeDialog({ at, kind, missing, draftVersion, practiceIds, onClose }: ComposeDialogProps) {
  const { form, unit, period } = at;
  const [reason, setReason] = useState('');
  const [pressed, setPressed] = useState(false);
  const goTo = useGoTo();
  const compose = useApiCommand('POST /api/consolidated-reports', {
    onSuccess: (done) => {
      notify('Đã soạn dự thảo báo cáo tổng hợp từ báo cáo của các đơn vị.');
      onClose();
      goTo(`/bao-cao/tong-hop/${done.id}`);
    },
  });
  const short = kind === 'correct' && reason.trim().length < 10;
  const send = () => {
    setPressed(true);
    if (short) return;
    compose.run({
      body: {
        formId: form.id,
        unitId: unit.id,
        periodFrom: period.from,
        ...(practiceIds !== undefined && { practiceIds: [...practiceIds] }),
        replaceDraft: kind === 'anew',
        ...(draftVersion !== undefined && { draftVersion }),
        ...(kind === 'correct' && { correctionReason: reason.trim() }),
      },
    });
  };
  return (
    <ConfirmDialog
      opened
      title={titles[kind]}
      confirmLabel="Soạn dự thảo"
      danger={kind === 'anew'}
      pending={compose.pending}
      problem={compose.problem}
      onConfirm={send}
      onClose={onClose}
    >
      <div className="k-stack">
        <p>
          {form.name}, {period.words} của {unit.name}: phần lời gom từ báo cáo của các đơn vị, số liệu lấy từ
          số tổng hợp lúc này.
        </p>
        {kind === 'anew' && (
          <p>
            <b>Những chỗ đã sửa tay trong dự thảo đang có sẽ mất.</b>
          </p>
        )}
        {missing > 0 && (
          <p>
            <b>Còn thiếu {formatNumber(missing)} đơn vị chưa gửi.</b> Báo cáo sẽ nêu rõ các đơn vị này.
          </p>
        )}
        {kind === 'correct' && (
          <TextAreaField
            name="correctionReason"
            label="Lý do đính chính"
            hint="Bản đã ban hành giữ nguyên với số của nó; bản mới ghi lý do này."
            required
            maxLength={500}
            value={reason}
            onChange={setReason}
            error={pressed && short ? 'Nêu lý do cụ thể, ít nhất 10 ký tự.' : undefined}
            autoFocus
          />
        )}
      </div>
    </ConfirmDialog>
  );
}
