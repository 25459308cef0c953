import { Button } from '@mantine/core';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePermission, useSession } from '../platform/session.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card, CardRow } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { roleWords } from '#domain/access/permissions.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { unitKindWords } from '#domain/organisations/unit-kinds.ts';
import { KindMark } from './kind-mark.tsx';
import { LongList } from './long-list.tsx';
import { unitHref } from './organisation-links.ts';
import styles from './organisations.module.css';
import type { UnitRecord } from './unit-record.ts';

interface UnitCardProps {
  readonly unit: UnitRecord;
  /** The day asked for; null for today. */
  readonly day: string | null;
}

/** Bodies of the unit with who is in them on the day, and who is in charge of it. */
export function UnitPeople({ unit, day }: UnitCardProps) {
  const reads = usePermission('people.read');
  const people = useApiQuery(
    'GET /api/units/:id/people',
    { params: { id: unit.id }, query: day === null ? {} : { day } },
    { enabled: reads },
  );
  if (!reads || people.data === undefined) return null;
  const { bodies, inCharge } = people.data;
  const suffix = day === null ? '' : `?ngay=${day}`;
  return (
    <Card
      title="Ban, khối, tổ và con người"
      aside={
        <AppLink href={`/to-chuc/nguoi?unitId=${unit.id}${day === null ? '' : `&ngay=${day}`}`}>
          Mọi người
        </AppLink>
      }
      flush
    >
      {bodies.length === 0 && inCharge.length === 0 && (
        <EmptyState title="Chưa ghi ban, khối, tổ nào của đơn vị">
          Ghi ở trang <AppLink href="/to-chuc/ban-khoi-to">Ban, khối, tổ</AppLink>, kèm quyết định thành lập
          hoặc kiện toàn.
        </EmptyState>
      )}
      {bodies.map((body) => (
        <CardRow
          key={body.id}
          title={<AppLink href={`/to-chuc/ban-khoi-to/${body.id}${suffix}`}>{body.name}</AppLink>}
          detail={
            body.members.length === 0
              ? 'Không có ai giữ chức danh vào ngày này'
              : `${formatNumber(body.members.length)} người: ${body.members
                  .slice(0, 6)
                  .map((seat) => `${seat.person.name} (${seat.title || seat.postName})`)
                  .join(', ')}${body.members.length > 6 ? ', …' : ''}`
          }
        />
      ))}
      {inCharge.map((seat) => (
        <CardRow
          key={`${seat.person.id} ${seat.body.id}`}
          title={<AppLink href={`/to-chuc/nguoi/${seat.person.id}`}>{seat.person.name}</AppLink>}
          detail={`Phụ trách địa bàn · ${seat.postName}, ${seat.body.name}`}
        />
      ))}
    </Card>
  );
}

export function UnitTerms({ unit }: { readonly unit: UnitRecord }) {
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

export function UnitOfficers({ unit }: { readonly unit: UnitRecord }) {
  const manages = usePermission('account.manage');
  if (unit.grants.length === 0 && !manages) return null;
  return (
    <Card
      title="Tài khoản giữ vai trò tại đơn vị"
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

export function UnitBelow({ unit, day }: UnitCardProps) {
  const below = useApiQuery(
    'GET /api/units',
    { query: { under: unit.id, day: unit.shownOn, limit: 2000 } },
    { enabled: unit.childCount > 0 },
  );
  const children = below.data?.items ?? [];
  if (children.length === 0) return null;
  return (
    <Card title="Đơn vị trực thuộc" aside={`${formatNumber(children.length)} đơn vị`}>
      <div className={styles.plain}>
        <LongList
          items={children.map((child) => ({
            key: child.id,
            words: (
              <>
                <KindMark kind={child.kind} /> <AppLink href={unitHref(child.id, day)}>{child.name}</AppLink>
                <span className="k-small"> {unitKindWords[child.kind]}</span>
              </>
            ),
          }))}
        />
      </div>
    </Card>
  );
}

/** What the lists hold of this unit and all below it, counted by those lists themselves. */
export function UnitCounts({ unit, day }: UnitCardProps) {
  const practices = usePermission('practice.read');
  const documents = usePermission('document.read');
  const { today } = useSession();
  const past = day !== null && day <= today ? { day } : {};
  const practiceCount = useApiQuery(
    'GET /api/practices',
    { query: { unitId: unit.id, size: 1, ...past } },
    { enabled: practices },
  );
  const documentCount = useApiQuery(
    'GET /api/documents',
    { query: { ownerUnitId: unit.id, size: 1 } },
    { enabled: documents },
  );
  if (!practices && !documents) return null;
  const suffix = 'day' in past ? `&ngay=${past.day}` : '';
  return (
    <Card title="Hồ sơ của đơn vị">
      <ul className={styles.counts}>
        {practices && (
          <li>
            <AppLink href={`/mo-hinh?unitId=${unit.id}${suffix}`}>Mô hình, điển hình (cả cấp dưới)</AppLink>
            <b>{practiceCount.data ? formatNumber(practiceCount.data.total) : '…'}</b>
          </li>
        )}
        {documents && (
          <li>
            <AppLink href={`/van-ban?ownerUnitId=${unit.id}`}>Văn bản trong sổ của đơn vị</AppLink>
            <b>{documentCount.data ? formatNumber(documentCount.data.total) : '…'}</b>
          </li>
        )}
      </ul>
    </Card>
  );
}

interface UnitPlacesProps extends UnitCardProps {
  readonly onPlace: () => void;
}

/** Where the unit stands in the trees beside the party's. */
export function UnitPlaces({ unit, day, onPlace }: UnitPlacesProps) {
  const manages = unit.actions.length > 0;
  if (unit.otherPlaces.length === 0 && !manages) return null;
  return (
    <Card title="Vị trí trong các hệ thống">
      {unit.otherPlaces.length === 0 ? (
        <p className="k-small">Mới xếp trong hệ thống Đảng lãnh đạo.</p>
      ) : (
        <ul className={styles.people}>
          {unit.otherPlaces.map((place) => (
            <li key={place.tree}>
              <AppLink href={`/to-chuc?he=${place.tree}&chon=${unit.id}`}>{place.treeName}</AppLink>
              <div className="k-small">
                {place.path.length === 0
                  ? 'Đứng đầu hệ thống'
                  : place.path.map((one, at) => (
                      <span key={one.id}>
                        {at > 0 && ' › '}
                        <AppLink href={unitHref(one.id, day)}>{one.shortName}</AppLink>
                      </span>
                    ))}
              </div>
            </li>
          ))}
        </ul>
      )}
      {manages && (
        <Button mt="sm" variant="default" className="k-no-print" onClick={onPlace}>
          Xếp vào hệ thống khác
        </Button>
      )}
    </Card>
  );
}
