import { Button } from '@mantine/core';
import { Card, Remark } from '../ui/card.tsx';
import { CheckField } from '../ui/check-field.tsx';
import { notifyWithUndo } from '../ui/undo-notice.tsx';
import { type Draft, type DraftFault, emptied, statesSomething } from './report-draft.ts';

interface NothingToReportProps {
  readonly draft: Draft;
  readonly faults: readonly DraftFault[];
  readonly onChange: (draft: Draft) => void;
}

/** "Không có nội dung báo cáo" is an answer, where the unit states nothing beside it. */
export function NothingToReport({ draft, faults, onChange }: NothingToReportProps) {
  const empty = () => {
    onChange(emptied(draft));
    notifyWithUndo({ message: 'Đã xóa số và lời đã ghi.', onUndo: () => onChange(draft) });
  };
  return (
    <Card>
      <div className="k-stack">
        <CheckField
          name="nothingToReport"
          label="Không có nội dung báo cáo trong kỳ này"
          hint="Vẫn là một báo cáo đã gửi; số đếm từ sổ mô hình vẫn được chốt."
          value={draft.nothingToReport}
          error={faults.find((one) => one.path === 'nothingToReport')?.message}
          onChange={(nothingToReport) => onChange({ ...draft, nothingToReport })}
        />
        {draft.nothingToReport && statesSomething(draft) && (
          <Remark>
            <div className="k-row">
              <span>
                Bản nháp còn số hoặc lời đã ghi. Bỏ chọn ô trên để gửi những nội dung đó, hoặc xóa đi.
              </span>
              <Button variant="default" onClick={empty}>
                Xóa số và lời đã ghi
              </Button>
            </div>
          </Remark>
        )}
      </div>
    </Card>
  );
}
