import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePathParam } from '../platform/navigation.ts';
import { usePermission, useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { HistoryCard } from '../ui/history-card.tsx';
import { Loaded, RecordPage } from '../ui/record-page.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { addDays, formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { unitKindWords } from '#domain/organisations/unit-kinds.ts';
import { profilePath } from '#domain/reports/profile-facts.ts';
import { arrangePath, treeHref, unitHref } from './organisation-links.ts';
import { UnitBelow, UnitCounts, UnitOfficers, UnitPeople, UnitPlaces, UnitTerms } from './unit-cards.tsx';
import { PlaceDrawer, TermDrawer } from './unit-drawers.tsx';
import { UnitKin, UnitLife } from './unit-life.tsx';
import type { UnitRecord } from './unit-record.ts';

/** A unit: what it is, what it was, who works there, what is below it; the day is in the address. */
export function UnitPage() {
  const id = usePathParam('id');
  const { words } = useUrlState();
  const { today } = useSession();
  const asked = words['ngay'];
  const day = asked === undefined || asked === today ? null : asked;
  const unit = useApiQuery('GET /api/units/:id', { params: { id }, query: day === null ? {} : { day } });
  return <Loaded query={unit}>{(data) => <UnitView key={data.id} unit={data} day={day} />}</Loaded>;
}

interface UnitViewProps {
  readonly unit: UnitRecord;
  readonly day: string | null;
}

function UnitView({ unit, day }: UnitViewProps) {
  const [asking, setAsking] = useState<'declare_term' | 'place' | null>(null);
  const readsReports = usePermission('unit_report.read');
  const manages = unit.actions.length > 0 && unit.dissolvedOn === null;
  return (
    <>
      <RecordPage
        title={unit.name}
        subtitle={`${unitKindWords[unit.kind]} · ngày ${formatDay(unit.shownOn)}${day === null && unit.dissolvedOn === null ? ' (hôm nay)' : ''}`}
        crumbs={[
          { label: 'Tổ chức', href: treeHref(day) },
          ...unit.path
            .filter((one) => one.id !== unit.id)
            .map((one) => ({ label: one.shortName, href: unitHref(one.id, day) })),
        ]}
        badges={
          unit.dissolvedOn === null ? undefined : (
            <StateBadge tone="neutral">Kết thúc hoạt động từ {formatDay(unit.dissolvedOn)}</StateBadge>
          )
        }
        notice={shownAs({ unit, day })}
        actions={
          <>
            <PrintButton />
            {readsReports && (
              <Button variant="default" component={AppLink} href={profilePath(unit.id)}>
                Đặc điểm tình hình
              </Button>
            )}
            <Button variant="default" component={AppLink} href={treeHref(day, unit.id)}>
              Xem trên cây
            </Button>
            {manages && (
              <Button variant="default" onClick={() => setAsking('declare_term')}>
                Khai báo nhiệm kỳ
              </Button>
            )}
            {manages && (
              <Button component={AppLink} href={`${arrangePath}?don-vi=${unit.id}`}>
                Sắp xếp đơn vị này
              </Button>
            )}
          </>
        }
        aside={
          <>
            <Card title="Thông tin">
              <DefinitionList
                items={[
                  { term: 'Tên ngắn', value: unit.shortName },
                  { term: 'Mã', value: unit.code },
                  { term: 'Thành lập', value: formatDay(unit.foundedOn) },
                  { term: 'Đơn vị trực thuộc', value: formatNumber(unit.childCount) },
                ]}
              />
            </Card>
            <UnitCounts unit={unit} day={day} />
            <UnitPlaces unit={unit} day={day} onPlace={() => setAsking('place')} />
            <UnitOfficers unit={unit} />
            <HistoryCard entries={unit.history} />
          </>
        }
      >
        <UnitKin unit={unit} />
        <UnitLife unit={unit} />
        <UnitPeople unit={unit} day={day} />
        <UnitTerms unit={unit} />
        <UnitBelow unit={unit} day={day} />
      </RecordPage>
      {asking === 'declare_term' && <TermDrawer unit={unit} onClose={() => setAsking(null)} />}
      {asking === 'place' && <PlaceDrawer unit={unit} onClose={() => setAsking(null)} />}
    </>
  );
}

/** Says as of which day the unit is shown, wherever it is not today. */
function shownAs({ unit, day }: UnitViewProps): ReactNode {
  const back = <AppLink href={unitHref(unit.id)}>Xem hôm nay</AppLink>;
  if (day !== null && unit.shownOn === day)
    return (
      <>
        Đang xem như ngày {formatDay(day)}: tên, cấp trên, đơn vị trực thuộc và con người đúng theo ngày đó.{' '}
        {back}
      </>
    );
  if (unit.dissolvedOn !== null && (day === null || day >= unit.dissolvedOn))
    return (
      <>
        Đơn vị đã kết thúc hoạt động từ ngày {formatDay(unit.dissolvedOn)}; đang hiện như ngày cuối cùng,{' '}
        {formatDay(addDays(unit.dissolvedOn, -1))}.
      </>
    );
  if (day === null) return null;
  return (
    <>
      Ngày {formatDay(day)} đơn vị chưa có; đang hiện như ngày {formatDay(unit.shownOn)}. {back}
    </>
  );
}
