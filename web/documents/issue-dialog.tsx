import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import { Remark } from '../ui/card.tsx';
import { ChoiceField } from '../ui/check-field.tsx';
import { DayField } from '../ui/day-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { UnitSetField } from '../ui/unit-set-field.tsx';
import type { DocumentPurpose } from '#domain/documents/document.workflow.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import type { DocumentDialogProps } from './document-actions.tsx';

/** Who gets it when nobody is chosen by hand (S2: every grassroots body learns what was assigned and decided). */
const usualReceivers: Record<DocumentPurpose, string> = {
  registration_list: 'Không gửi đơn vị nào; danh sách chỉ lưu ở cơ quan.',
  notice_of_assignment: 'Mọi tổ chức cơ sở đảng và các đơn vị có mô hình trong thông báo.',
  supplementary_notice: 'Các đơn vị có mô hình trong thông báo.',
  recognition_decision: 'Mọi tổ chức cơ sở đảng và các đơn vị có mô hình trong quyết định.',
  mid_year_report: 'Mọi tổ chức cơ sở đảng.',
  closing_report: 'Mọi tổ chức cơ sở đảng.',
};

/** What the paper brings about once it has a number. */
const effects: Partial<Record<DocumentPurpose, string>> = {
  notice_of_assignment: 'mô hình trong thông báo được ghi số thông báo; đơn vị thấy nhiệm vụ được giao.',
  supplementary_notice: 'mô hình trong thông báo được ghi số thông báo; đơn vị thấy nhiệm vụ được giao.',
  recognition_decision: 'mô hình trong quyết định được ghi số quyết định công nhận.',
};

/** Number and day, in one act that cannot be taken back. */
export function IssueDialog({ document, opened, onClose }: DocumentDialogProps) {
  const { today } = useSession();
  const [issuedOn, setIssuedOn] = useState<string | null>(today);
  const [who, setWho] = useState<'usual' | 'chosen'>('usual');
  const [units, setUnits] = useState<readonly string[]>([]);
  const issue = useApiCommand('POST /api/documents/:id/issue', {
    onSuccess: (done) => {
      onClose();
      notify(`Đã ban hành ${document.typeName.toLocaleLowerCase('vi')} số ${done.symbol}.`);
    },
  });
  const effect = document.purpose === null ? undefined : effects[document.purpose];
  return (
    <DrawerForm
      opened={opened}
      title="Cấp số, ban hành"
      submitLabel="Ban hành"
      wide
      onClose={onClose}
      pending={issue.pending}
      problem={issue.problem}
      onSubmit={() =>
        issue.run({
          params: { id: document.id },
          body: { issuedOn: issuedOn ?? '', sendToUnitIds: who === 'chosen' ? [...units] : [] },
        })
      }
      foot={<span className="k-small">Văn bản đã ban hành không sửa, không thu số lại được.</span>}
    >
      <p>
        Số kế tiếp của sổ: <b>{document.nextSymbol ?? 'chưa có nhiệm kỳ để cấp số'}</b>
        <span className="k-small"> (cấp khi ban hành; người khác ban hành trước thì lấy số sau)</span>
      </p>
      {effect !== undefined && (
        <Remark>
          Cùng lúc, {formatNumber(document.practices.length)} {effect}
        </Remark>
      )}
      <DayField
        name="issuedOn"
        label="Ngày ban hành"
        required
        value={issuedOn}
        onChange={setIssuedOn}
        max={today}
      />
      <ChoiceField
        name="receivers"
        label="Gửi đến"
        value={who}
        onChange={setWho}
        options={[
          {
            value: 'usual',
            label: 'Như thường lệ',
            hint: document.purpose === null ? 'Không gửi đơn vị nào.' : usualReceivers[document.purpose],
          },
          { value: 'chosen', label: 'Chọn đơn vị', hint: 'Chỉ những đơn vị được đánh dấu.' },
        ]}
      />
      {who === 'chosen' && (
        <UnitSetField
          name="sendToUnitIds"
          label="Đơn vị nhận"
          within={document.owner.id}
          value={units}
          onChange={setUnits}
        />
      )}
    </DrawerForm>
  );
}
