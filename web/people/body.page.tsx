import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { apiHref } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { useGoTo, usePathParam } from '../platform/navigation.ts';
import { useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { Loaded, RecordPage } from '../ui/record-page.tsx';
import { ExportButton, PrintButton } from '../ui/small-actions.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { addDays, formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { BodyActs } from './body-acts.tsx';
import { DissolveBodyDrawer, ReverseActDialog } from './body-dialogs.tsx';
import { BodyMembers } from './body-members.tsx';
import { DayControl } from './day-control.tsx';
import { bodiesCrumbs, bodiesHref } from './places.tsx';
import styles from './people.module.css';

export type BodyRecord = ApiResponse<'GET /api/bodies/:id'>;

/** A body: who sits in it on a day, and the line of decisions that made it so. */
export function BodyPage() {
  const id = usePathParam('id');
  const { words } = useUrlState();
  const day = words['ngay'];
  const body = useApiQuery(
    'GET /api/bodies/:id',
    { params: { id }, query: day === undefined ? {} : { day } },
    { keepPrevious: true },
  );
  return <Loaded query={body}>{(data) => <BodyView key={data.id} body={data} />}</Loaded>;
}

function BodyView({ body }: { readonly body: BodyRecord }) {
  const goTo = useGoTo();
  const [asking, setAsking] = useState<'dissolve' | 'reverse' | null>(null);
  const newest = body.acts.find((act) => act.reversed === null);
  const act = (action: string) => {
    if (action === 'consolidate') goTo(`${bodiesHref}/${body.id}/kien-toan`);
    else setAsking(action === 'dissolve' ? 'dissolve' : 'reverse');
  };
  return (
    <>
      <RecordPage
        title={body.name}
        subtitle={`${body.kindName} · ${body.unit.name}`}
        crumbs={bodiesCrumbs}
        badges={<Standing body={body} />}
        actions={
          body.actions.length > 0 && (
            <ActionBar actions={body.actions} onAction={act} danger={['dissolve', 'reverse']} />
          )
        }
        aside={
          <>
            <About body={body} />
            <BodyActs body={body} />
          </>
        }
      >
        <Card
          title={`Thành viên ngày ${formatDay(body.day)}`}
          aside={`${formatNumber(body.members.length)} người`}
          flush
        >
          <div className={`${styles.tools} k-no-print`}>
            <DayControl label="Xem tại ngày" {...(body.validTo !== null && { usual: lastDay(body) })} />
            <div className="k-row">
              <PrintButton />
              <ExportButton
                href={apiHref('GET /api/bodies/:id/members.xlsx', {
                  params: { id: body.id },
                  query: { day: body.day },
                })}
              />
            </div>
          </div>
          <BodyMembers body={body} />
        </Card>
      </RecordPage>
      {asking === 'dissolve' && <DissolveBodyDrawer body={body} onClose={() => setAsking(null)} />}
      {asking === 'reverse' && newest && (
        <ReverseActDialog body={body} act={newest} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

const lastDay = (body: BodyRecord): string => addDays(body.validTo ?? body.day, -1);

function Standing({ body }: { readonly body: BodyRecord }) {
  const { today } = useSession();
  if (body.validTo !== null && body.validTo <= today)
    return <StateBadge tone="neutral">Kết thúc hoạt động từ {formatDay(body.validTo)}</StateBadge>;
  if (body.validFrom > today)
    return <StateBadge tone="info">Hoạt động từ {formatDay(body.validFrom)}</StateBadge>;
  return <StateBadge tone="good">Đang hoạt động</StateBadge>;
}

function About({ body }: { readonly body: BodyRecord }) {
  return (
    <Card title="Thông tin">
      <DefinitionList
        items={[
          {
            term: 'Thuộc',
            value: <AppLink href={`/to-chuc/${body.unit.id}`}>{body.unit.name}</AppLink>,
          },
          {
            term: body.foundingKnown ? 'Thành lập' : 'Có trong sổ từ',
            value: body.foundingKnown
              ? formatDay(body.validFrom)
              : `${formatDay(body.validFrom)} (ngày thành lập chưa rõ)`,
          },
          { term: 'Quyết định gần nhất', value: formatDay(body.lastActOn) },
        ]}
      />
      <Button
        mt="sm"
        className="k-no-print"
        variant="default"
        component={AppLink}
        href={`${bodiesHref}?unitId=${body.unit.id}`}
      >
        Ban, khối, tổ cùng đơn vị
      </Button>
    </Card>
  );
}
