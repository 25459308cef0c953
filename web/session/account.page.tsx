import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { reloadSession, useSession } from '../platform/session.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { ChoiceField } from '../ui/check-field.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { ChangePasswordForm } from './change-password.tsx';
import { SecondFactorCard } from './second-factor-card.tsx';
import { SessionsCard } from './sessions-card.tsx';

/** My account: who I am here, how large the text is, how I sign in and where I am signed in. */
export function AccountPage() {
  const { account, grants, preferences } = useSession();
  const own = useApiQuery('GET /api/session/sessions', {});
  const save = useApiCommand('PUT /api/session/preferences', {
    onSuccess: reloadSession,
    invalidates: [],
    problems: 'notice',
  });
  if (account === null) return null;
  return (
    <>
      <PageHead title="Tài khoản của tôi" subtitle="Chỉ bạn thấy trang này" />
      <div className="k-two">
        <div className="k-stack">
          <Card title={account.displayName}>
            <DefinitionList
              items={[
                { term: 'Tên đăng nhập', value: account.username },
                {
                  term: 'Được giao',
                  value: grants.map((grant) => (
                    <div key={`${grant.role}-${grant.unitId}`}>
                      {grant.roleName} · {grant.unitName}
                    </div>
                  )),
                },
              ]}
            />
            <AppLink href="/tai-khoan/uy-quyen">Ủy quyền khi vắng mặt</AppLink>
          </Card>
          <ProblemAlert problem={own.problem} onRetry={() => void own.reload()} />
          {own.data && <SecondFactorCard own={own.data} />}
          {own.data && <SessionsCard sessions={own.data.sessions} />}
        </div>
        <div className="k-stack">
          <Card title="Hiển thị">
            <ChoiceField
              name="textSize"
              label="Cỡ chữ"
              value={preferences.textSize}
              onChange={(textSize) => save.run({ body: { textSize } })}
              options={[
                { value: 'normal', label: 'Thường', hint: 'cỡ 16' },
                { value: 'large', label: 'Lớn', hint: 'cỡ 18, dễ đọc hơn' },
              ]}
            />
          </Card>
          {own.data?.hasPassword !== false && (
            <Card title="Đổi mật khẩu">
              <ChangePasswordForm />
            </Card>
          )}
        </div>
      </div>
    </>
  );
}
