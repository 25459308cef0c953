import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { useGoTo, usePathParam } from '../platform/navigation.ts';
import { useSession } from '../platform/session.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { HistoryCard } from '../ui/history-card.tsx';
import { Loaded, RecordPage } from '../ui/record-page.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { addDays, formatDay } from '#domain/kernel/day.ts';
import { baseFieldWords } from '#domain/campaigns/fields.ts';
import { MendPersonDrawer } from './person-drawer.tsx';
import { bodiesHref, peopleCrumbs, peopleHref } from './places.tsx';

type Person = ApiResponse<'GET /api/people/:id'>;
type Position = Person['positions'][number];

/** A person: the line of posts, each with its days and decisions. */
export function PersonPage() {
  const id = usePathParam('id');
  const person = useApiQuery('GET /api/people/:id', { params: { id } });
  return <Loaded query={person}>{(data) => <PersonView key={data.id} person={data} />}</Loaded>;
}

function PersonView({ person }: { readonly person: Person }) {
  const goTo = useGoTo();
  const { today } = useSession();
  const [mending, setMending] = useState(false);
  const now = person.positions.filter((one) => isOn(one, today));
  return (
    <>
      <RecordPage
        title={person.name}
        subtitle={
          now.map((one) => `${one.postName} – ${one.body.name}`).join(' · ') || 'Hiện không giữ chức danh nào'
        }
        crumbs={peopleCrumbs}
        actions={
          person.actions.length > 0 && (
            <ActionBar
              actions={person.actions}
              primary={null}
              onAction={(action) =>
                action === 'mend' ? setMending(true) : goTo(`${peopleHref}/${person.id}/ban-giao`)
              }
            />
          )
        }
        aside={
          <>
            <Card title="Thông tin">
              <DefinitionList
                items={[
                  { term: 'Đơn vị quản lý', value: person.unit.name },
                  { term: 'Tài khoản', value: person.account?.displayName ?? 'Chưa gắn' },
                  ...(person.contact === null
                    ? []
                    : [
                        { term: 'Điện thoại', value: person.contact.phone },
                        { term: 'Thư điện tử', value: person.contact.email },
                      ]),
                ]}
              />
            </Card>
            <HistoryCard entries={person.history} />
          </>
        }
      >
        <Card title="Chức danh qua các thời kỳ">
          {person.positions.length === 0 ? (
            <p className="k-small">Chưa giữ chức danh nào ở ban, khối, tổ mà bạn xem được.</p>
          ) : (
            <Timeline entries={person.positions.map((one) => lineOf(one, today))} />
          )}
        </Card>
      </RecordPage>
      {mending && <MendPersonDrawer person={person} onClose={() => setMending(false)} />}
    </>
  );
}

function isOn(position: Position, day: string): boolean {
  return position.validFrom <= day && (position.validTo === null || day < position.validTo);
}

function lineOf(position: Position, today: string) {
  const until = position.validTo === null ? 'nay' : formatDay(addDays(position.validTo, -1));
  const charge = [
    ...position.fields.map((field) => baseFieldWords[field]),
    ...position.areas.map((unit) => unit.shortName),
  ].join(', ');
  return {
    id: position.positionId,
    when: `${formatDay(position.validFrom)} – ${until}`,
    tone: isOn(position, today) ? ('good' as const) : ('neutral' as const),
    title: (
      <>
        {position.postName} –{' '}
        <AppLink href={`${bodiesHref}/${position.body.id}?ngay=${position.validFrom}`}>
          {position.body.name}
        </AppLink>
      </>
    ),
    detail: (
      <>
        {position.title !== '' && <div>{position.title}</div>}
        {charge !== '' && <div>Phụ trách: {charge}</div>}
        <div>
          {position.begunBy}
          {position.endedBy !== null && `; thôi: ${position.endedBy}`}
        </div>
      </>
    ),
  };
}
