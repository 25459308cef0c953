import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApiQuery } from '../platform/api-hooks.ts';
import { useGoTo, usePathParam } from '../platform/navigation.ts';
import { useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { HistoryCard } from '../ui/history-card.tsx';
import { Loaded, RecordPage } from '../ui/record-page.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { addDays, formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import type { ReorganisationKind } from '#domain/organisations/reorganisation.ts';
import { unitKindWords } from '#domain/organisations/unit-kinds.ts';
import { guidedActs } from './arrange/act-steps.ts';
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

/** The steps that an action of a unit leads to; those without steps open a drawer here. */
const actOfAction: Readonly<Record<string, ReorganisationKind>> = {
  found_child: 'found',
  change: 'change',
  merge: 'merge',
  split: 'split',
  remove_level: 'remove_level',
  dissolve: 'dissolve',
};

function UnitView({ unit, day }: UnitViewProps) {
  const goTo = useGoTo();
  const [asking, setAsking] = useState<'declare_term' | 'place' | null>(null);
  const act = (action: string) => {
    const guided = guidedActs.find((one) => one.kind === actOfAction[action]);
    if (guided === undefined) setAsking('declare_term');
    else goTo(`${arrangePath}/${guided.word}?don-vi=${unit.id}`);
  };
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
        notice={<Notice unit={unit} day={day} />}
        actions={
          <ActionBar
            actions={unit.dissolvedOn === null ? unit.actions : []}
            onAction={act}
            primary={null}
            danger={['dissolve']}
          >
            <PrintButton />
            <Button variant="default" component={AppLink} href={treeHref(day, unit.id)}>
              Xem trên cây
            </Button>
          </ActionBar>
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
function Notice({ unit, day }: UnitViewProps) {
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
