import { Remark } from '../ui/card.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import type { Report } from './report-words.tsx';

/** What the register counts here leaves out what was reported already by the units that had it before. */
export function SentBefore({ report }: { readonly report: Report }) {
  const { sentBefore } = report;
  if (sentBefore.length === 0) return null;
  const units = sentBefore.map((one) => `${one.unit.name} (gửi ngày ${formatDay(one.sentOn)})`).join(', ');
  return (
    <Remark>
      {units} đã gửi báo cáo kỳ này trước khi sáp nhập, chia tách hoặc chuyển về đơn vị. Số đếm từ sổ đăng ký
      ở báo cáo này không tính lại mô hình, điển hình và đóng góp đã có trong các báo cáo đó; cấp trên cộng cả
      hai.
    </Remark>
  );
}
