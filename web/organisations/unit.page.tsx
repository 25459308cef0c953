import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePathParam } from '../platform/navigation.ts';
import { usePermission, useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { AppLink } from '../ui/app-link.tsx';
import { Card, CardRow } from '../ui/card.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { HistoryCard } from '../ui/history-card.tsx';
import { Loaded, RecordPage } from '../ui/record-page.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { roleWords } from '#domain/access/permissions.ts';
import { addDays, formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { unitKindWords } from '#domain/organisations/unit-kinds.ts';
import { ChangeUnitDrawer, DissolveUnitDrawer, FoundUnitDrawer, TermDrawer } from './unit-drawers.tsx';
import styles from './organisations.module.css';

export type UnitRecord = ApiResponse<'GET /api/units/:id'>;

/** A unit: what it is, what it was, who works there, what is below it. */
export function UnitPage() {
  const id = usePathParam('id');
  const { words } = useUrlState();
  const day = words['ngay'];
  const unit = useApiQuery('GET /api/units/:id', {
    params: { id },
    query: day === undefined ? {} : { day },
  });
  return <Loaded query={unit}>{(data) => <UnitView key={data.id} unit={data} day={day ?? null} />}</Loaded>;
}

function UnitView({ unit, day }: { readonly unit: UnitRecord; readonly day: string | null }) {
  const [asking, setAsking] = useState<string | null>(null);
  const close = () => setAsking(null);
  const suffix = day === null ? '' : `?ngay=${day}`;
  return (
    <>
      <RecordPage
        title={unit.name}
        subtitle={`${unitKindWords[unit.kind]}${day === null ? '' : ` · xem tại ngày ${formatDay(day)}`}`}
        crumbs={[
          { label: 'Tổ chức', href: `/to-chuc${suffix}` },
          ...unit.path
            .filter((one) => one.id !== unit.id)
            .map((one) => ({ label: one.shortName, href: `/to-chuc/${one.id}${suffix}` })),
        ]}
        badges={
          unit.dissolvedOn === null ? undefined : (
            <StateBadge tone="neutral">Kết thúc hoạt động {formatDay(unit.dissolvedOn)}</StateBadge>
          )
        }
        actions={
          unit.actions.length > 0 && (
            <ActionBar actions={unit.actions} onAction={setAsking} primary={null} danger={['dissolve']} />
          )
        }
        aside={
          <>
            <Card title="Thông tin">
              <DefinitionList
                items={[
                  { term: 'Tên ngắn', value: unit.shortName },
                  { term: 'Mã', value: unit.code },
                  { term: 'Thành lập', value: formatDay(unit.foundedOn) },
                  { term: 'Trực thuộc', value: `${formatNumber(unit.childCount)} đơn vị` },
                ]}
              />
            </Card>
            <Links unit={unit} />
            <HistoryCard entries={unit.history} />
          </>
        }
      >
        <Life unit={unit} />
        <Terms unit={unit} />
        <Officers unit={unit} />
        <Below unit={unit} day={day} />
      </RecordPage>
      {asking === 'found_child' && <FoundUnitDrawer parent={unit} onClose={close} />}
      {asking === 'change' && <ChangeUnitDrawer unit={unit} onClose={close} />}
      {asking === 'declare_term' && <TermDrawer unit={unit} onClose={close} />}
      {asking === 'dissolve' && <DissolveUnitDrawer unit={unit} onClose={close} />}
    </>
  );
}

/** The versions of the unit, newest first: each true for its own days. */
function Life({ unit }: { readonly unit: UnitRecord }) {
  const { today } = useSession();
  return (
    <Card
      title="Qua các thời kỳ"
      aside={unit.versions.length > 1 ? `${unit.versions.length} thời kỳ` : undefined}
    >
      <Timeline
        entries={unit.versions.toReversed().map((version) => {
          const current = version.validFrom <= today && (version.validTo === null || version.validTo > today);
          const until = version.validTo === null ? 'nay' : formatDay(addDays(version.validTo, -1));
          return {
            id: version.validFrom,
            when: `${formatDay(version.validFrom)} – ${until}`,
            title: version.name,
            tone: current ? ('good' as const) : ('neutral' as const),
            detail: [
              version.shortName === version.name ? null : version.shortName,
              `mã ${version.code}`,
              version.parentName === null
                ? 'không có cấp trên trong hệ thống'
                : `trực thuộc ${version.parentName}`,
            ]
              .filter(Boolean)
              .join(' · '),
          };
        })}
      />
    </Card>
  );
}

function Terms({ unit }: { readonly unit: UnitRecord }) {
  const { today } = useSession();
  const declares = unit.actions.some((entry) => entry.action === 'declare_term');
  if (unit.terms.length === 0 && !declares) return null;
  return (
    <Card title="Nhiệm kỳ" aside="Số văn bản chạy lại từ 01 mỗi nhiệm kỳ" flush>
      {unit.terms.length === 0 ? (
        <CardRow title="Chưa khai báo nhiệm kỳ nào" detail="Chưa có nhiệm kỳ thì chưa cấp được số văn bản." />
      ) : (
        unit.terms.map((term) => {
          const now = term.beginsOn <= today && (term.endsOn === null || term.endsOn >= today);
          return (
            <CardRow
              key={term.id}
              title={`Nhiệm kỳ ${term.name}`}
              detail={`${formatDay(term.beginsOn)} – ${term.endsOn === null ? 'chưa kết thúc' : formatDay(term.endsOn)}`}
              action={now && <StateBadge tone="good">Hiện nay</StateBadge>}
            />
          );
        })
      )}
    </Card>
  );
}

function Officers({ unit }: { readonly unit: UnitRecord }) {
  const manages = usePermission('account.manage');
  if (unit.grants.length === 0 && !manages) return null;
  return (
    <Card
      title="Người phụ trách"
      aside={manages ? <AppLink href="/quan-tri/tai-khoan">Tài khoản</AppLink> : undefined}
    >
      {unit.grants.length === 0 ? (
        <p className="k-small">Chưa giao vai trò nào tại đơn vị này.</p>
      ) : (
        <ul className={styles.people}>
          {unit.grants.map((grant) => (
            <li key={grant.id}>
              <b>{grant.accountName}</b>
              <div className="k-small">
                {roleWords[grant.role]} · từ {formatDay(grant.beginsOn)}
                {grant.endsOn !== null && ` đến ${formatDay(grant.endsOn)}`}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Below({ unit, day }: { readonly unit: UnitRecord; readonly day: string | null }) {
  const units = useApiQuery(
    'GET /api/units',
    { query: { within: unit.id, limit: 2000, ...(day !== null && { day }) } },
    { enabled: unit.childCount > 0 },
  );
  const children = (units.data?.items ?? []).filter((one) => one.parentId === unit.id);
  if (children.length === 0) return null;
  return (
    <Card title="Đơn vị trực thuộc" aside={formatNumber(children.length)}>
      <ul className={styles.people}>
        {children.map((child) => (
          <li key={child.id}>
            <AppLink href={`/to-chuc/${child.id}${day === null ? '' : `?ngay=${day}`}`}>{child.name}</AppLink>
            <div className="k-small">{unitKindWords[child.kind]}</div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Links({ unit }: { readonly unit: UnitRecord }) {
  const practices = usePermission('practice.read');
  const documents = usePermission('document.read');
  if (!practices && !documents) return null;
  return (
    <Card title="Xem của đơn vị">
      <div className="k-row">
        {practices && (
          <Button variant="default" component={AppLink} href={`/mo-hinh?unitId=${unit.id}`}>
            Mô hình
          </Button>
        )}
        {documents && (
          <Button variant="default" component={AppLink} href={`/van-ban?ownerUnitId=${unit.id}`}>
            Văn bản
          </Button>
        )}
      </div>
    </Card>
  );
}
