import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextAreaField } from '../ui/fields.tsx';
import { QuickPhrases } from '../ui/quick-phrases.tsx';
import { NewPin, placeOf } from './pin-notes.tsx';
import type { NewPins } from './report-pins.ts';
import type { Report } from './report-words.tsx';

const quickPhrases = [
  'Chưa nêu kết quả cụ thể của từng mô hình.',
  'Chưa nêu khó khăn, nguyên nhân.',
  'Chưa nêu đề xuất, kiến nghị.',
  'Phần lời chưa khớp với số liệu đã đếm.',
];

interface ReturnDrawerProps {
  readonly report: Report;
  readonly pins: NewPins;
  readonly onClose: () => void;
}

/** Gives a report back: a reason for all of it, and those pinned to figures and sentences. */
export function ReturnDrawer({ report, pins, onClose }: ReturnDrawerProps) {
  const said = pins.all.filter((pin) => pin.text.trim() !== '');
  const [reason, setReason] = useState(said.length === 0 ? '' : `Bổ sung, sửa ${said.length} chỗ đã ghim.`);
  const giveBack = useApiCommand('POST /api/reports/:id/return', {
    onSuccess: () => {
      pins.clear();
      onClose();
      notify('Đã trả lại báo cáo; đơn vị thấy lý do ngay.');
    },
  });
  return (
    <DrawerForm
      opened
      title={`Trả lại báo cáo của ${report.unit.shortName}`}
      submitLabel="Trả lại"
      pending={giveBack.pending}
      problem={giveBack.problem}
      onClose={onClose}
      onSubmit={() => giveBack.run({ params: { id: report.id }, body: { reason, pins: [...said] } })}
    >
      <TextAreaField
        name="reason"
        label="Cần bổ sung gì"
        hint="Đơn vị đọc được ngay; được lưu trong diễn biến."
        value={reason}
        onChange={setReason}
        maxLength={2000}
        required
        autoFocus
      />
      <QuickPhrases phrases={quickPhrases} text={reason} onText={setReason} />
      {pins.all.length === 0 ? (
        <p className="k-small">
          Muốn chỉ đúng chỗ: đóng lại, bấm “Ghim” ở một số, hoặc chọn một câu rồi bấm “Ghim câu đã chọn”.
        </p>
      ) : (
        pins.all.map((pin) => (
          <NewPin
            key={`${pin.indicator} ${pin.section} ${pin.quote}`}
            pin={pin}
            name={placeOf(report, pin)}
            onText={(text) => pins.write(pin, text)}
            onRemove={() => pins.remove(pin)}
          />
        ))
      )}
    </DrawerForm>
  );
}
