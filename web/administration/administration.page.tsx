import { Button } from '@mantine/core';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePermission } from '../platform/session.ts';
import { formatInstant } from '../platform/time.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card, CardRow } from '../ui/card.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';

/** Where the system stands, and the ways to what an administrator looks after. */
export function AdministrationPage() {
  const accounts = usePermission('account.manage');
  const audits = usePermission('audit.read');
  const forms = usePermission('report_form.manage');
  return (
    <>
      <PageHead title="Quản trị" subtitle="Tài khoản, phân quyền, tổ chức và tình trạng hệ thống" />
      <div className="k-two">
        <div className="k-stack">
          <Card title="Việc quản trị" flush>
            {accounts && <AccountsRow />}
            <CardRow
              title="Tổ chức"
              detail="Đơn vị, cấp trên, nhiệm kỳ; mọi thay đổi đều theo ngày"
              action={<OpenButton href="/to-chuc" label="Mở tổ chức" />}
            />
            {forms && <ReportRows />}
            {audits && (
              <CardRow
                title="Bảng phân quyền"
                detail="Mỗi vai trò được làm gì, ai giữ ở đâu, theo ngày"
                action={<OpenButton href="/quan-tri/phan-quyen" label="Mở bảng phân quyền" />}
              />
            )}
            {audits && (
              <CardRow
                title="Nhật ký hệ thống"
                detail="Ai làm gì, lúc nào; việc bị từ chối cũng được ghi"
                action={<OpenButton href="/quan-tri/nhat-ky" label="Mở nhật ký" />}
              />
            )}
          </Card>
          {audits && <LastRefused />}
        </div>
        <Health />
      </div>
    </>
  );
}

/** What the standing agency sets up for the reports of its units. */
function ReportRows() {
  return (
    <>
      <CardRow
        title="Biểu báo cáo"
        detail="Hỏi gì, hỏi ai, kỳ nào, hạn nào; mỗi lần sửa là một bản mới"
        action={<OpenButton href="/quan-tri/bieu-bao-cao" label="Mở biểu báo cáo" />}
      />
      <CardRow
        title="Mẫu Word của báo cáo tổng hợp"
        detail="Mẫu của cơ quan, sửa bằng Word; chỗ điền sai được chỉ ra"
        action={<OpenButton href="/quan-tri/mau-bao-cao" label="Mở mẫu Word" />}
      />
      <CardRow
        title="Ngày nghỉ, Tết"
        detail="Hạn báo cáo tính theo ngày làm việc của bảng này"
        action={<OpenButton href="/quan-tri/ngay-nghi" label="Mở ngày nghỉ" />}
      />
    </>
  );
}

function OpenButton({ href, label }: { readonly href: string; readonly label: string }) {
  return (
    <Button variant="default" component={AppLink} href={href}>
      {label}
    </Button>
  );
}

function AccountsRow() {
  const list = useApiQuery('GET /api/accounts', { query: { size: 200 } });
  const items = list.data?.items ?? [];
  const waiting = items.filter((one) => one.mustChangePassword && !one.disabled).length;
  const idle = items.filter((one) => !one.disabled && !one.grants.some((grant) => grant.inForce)).length;
  const detail =
    list.data === undefined
      ? 'Đang đọc…'
      : [
          `${formatNumber(list.data.total)} tài khoản`,
          waiting > 0 ? `${formatNumber(waiting)} chưa đổi mật khẩu lần đầu` : null,
          idle > 0 ? `${formatNumber(idle)} không còn quyền nào hiệu lực` : null,
        ]
          .filter(Boolean)
          .join(' · ');
  return (
    <CardRow
      title="Tài khoản và phân quyền"
      detail={detail}
      action={<OpenButton href="/quan-tri/tai-khoan" label="Mở tài khoản" />}
    />
  );
}

/** Whether the program and its database answer, asked again every half minute. */
function Health() {
  const alive = useApiQuery('GET /healthz', {}, { refetchInterval: 30_000 });
  const ready = useApiQuery('GET /readyz', {}, { refetchInterval: 30_000 });
  return (
    <Card title="Tình trạng hệ thống" flush>
      <HealthRow name="Chương trình" query={alive} />
      <HealthRow name="Cơ sở dữ liệu" query={ready} />
      <CardRow
        title="Sao lưu"
        detail="Chạy lệnh “npm run backup” trên máy chủ; phục hồi bằng “npm run restore”."
      />
    </Card>
  );
}

interface HealthRowProps {
  readonly name: string;
  readonly query: { readonly data: unknown; readonly problem: { readonly title: string } | null };
}

function HealthRow({ name, query }: HealthRowProps) {
  const good = query.data !== undefined && query.problem === null;
  return (
    <CardRow
      title={name}
      detail={query.problem?.title ?? (good ? 'Trả lời bình thường' : 'Đang hỏi…')}
      action={
        <StateBadge tone={good ? 'good' : query.problem === null ? 'neutral' : 'bad'}>
          {good ? 'Tốt' : query.problem === null ? 'Đang hỏi' : 'Có lỗi'}
        </StateBadge>
      }
    />
  );
}

function LastRefused() {
  const refused = useApiQuery('GET /api/audit', { query: { outcome: 'refused', size: 5 } });
  const items = refused.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card
      title="Việc bị từ chối gần đây"
      aside={<AppLink href="/quan-tri/nhat-ky?outcome=refused">Xem hết</AppLink>}
      flush
    >
      {items.map((entry) => (
        <CardRow
          key={entry.seq}
          title={entry.summary}
          detail={[entry.accountName ?? 'Chưa đăng nhập', formatInstant(entry.at), entry.problem]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
    </Card>
  );
}
