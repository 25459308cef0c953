import { useSession } from '../platform/session.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card, Remark } from '../ui/card.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { dayInVietnam, formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import type { AskedTotals, Totals } from './totals-address.ts';
import styles from './report-totals.module.css';

/** Of whom and when the figures are, how many reports stand in them, and in which tree they were added up. */
export function TotalsHead({ asked, totals }: { readonly asked: AskedTotals; readonly totals: Totals }) {
  const { today } = useSession();
  const parted = totals.parts.some((part) => part.part === 'unapportioned');
  const running = totals.period.to >= today;
  return (
    <Card
      title={`${totals.unit.name}, ${totals.period.words}`}
      aside={<AppLink href={`/quan-tri/bieu-bao-cao/${asked.form.id}`}>{asked.form.name}</AppLink>}
    >
      <dl className={styles.sums}>
        <div>
          <dt>Báo cáo đã gửi</dt>
          <dd>
            {formatNumber(totals.reports)}/{formatNumber(totals.expected)}
          </dd>
        </div>
        <div>
          <dt>Còn thiếu</dt>
          <dd>{formatNumber(totals.missing.length)} đơn vị</dd>
        </div>
        <div>
          <dt>Cách cộng</dt>
          <dd>
            {totals.frozen ? (
              <StateBadge tone={running ? 'info' : 'good'}>
                Như tổ chức cuối kỳ ({formatDay(totals.day)})
              </StateBadge>
            ) : (
              <StateBadge tone="warn">Theo tổ chức ngày {formatDay(totals.day)}</StateBadge>
            )}
          </dd>
        </div>
      </dl>
      <p className="k-small">{treeWords(totals, running)}</p>
      {totals.putRight && <Remark>{nightWords(totals.putRight)}</Remark>}
      {parted && (
        <Remark>
          Có <b>phần chưa phân định</b>: báo cáo của đơn vị đã chia tách mà chưa rõ thuộc đơn vị mới nào. Phần
          này tính vào tổng chung, đứng thành dòng riêng, không cộng vào đơn vị nào.
        </Remark>
      )}
    </Card>
  );
}

function treeWords(totals: Totals, running: boolean): string {
  if (!totals.frozen)
    return 'Báo cáo của kỳ được xếp lại theo đơn vị của ngày này: đơn vị đã sáp nhập tính vào đơn vị nhận. Số từng báo cáo không đổi.';
  return running
    ? 'Kỳ chưa kết thúc: số cộng từ các báo cáo đã gửi đến lúc này, còn thay đổi khi có báo cáo mới.'
    : 'Số chốt khi gửi: chỉ đổi khi đơn vị đính chính có lý do. Sổ đăng ký thay đổi sau đó không làm đổi số này.';
}

function nightWords({ at, failed }: NonNullable<Totals['putRight']>): string {
  const day = formatDay(dayInVietnam(at));
  return failed
    ? `Đêm ${day} máy không cộng lại được số của kỳ này để đối chiếu với các báo cáo. Số đang xem có thể chưa khớp; báo quản trị hệ thống.`
    : `Đêm ${day} số cộng đang lưu của kỳ này không khớp với các báo cáo đã gửi; máy đã cộng lại từ đầu. Nếu đã dùng số của kỳ này trước ngày đó, hãy đối chiếu lại.`;
}
