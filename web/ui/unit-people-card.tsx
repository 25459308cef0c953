import { formatDay } from '#domain/kernel/day.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePermission } from '../platform/session.ts';
import { AppLink } from './app-link.tsx';
import { Card, CardRow } from './card.tsx';

interface UnitPeopleCardProps {
  readonly unitId: string;
  /** Null means today. */
  readonly day: string | null;
}

/** The bodies of a unit with who heads them, and who is in charge of the unit, on a day. */
export function UnitPeopleCard({ unitId, day }: UnitPeopleCardProps) {
  const reads = usePermission('people.read');
  const people = useApiQuery(
    'GET /api/units/:id/people',
    { params: { id: unitId }, query: day === null ? {} : { day } },
    { enabled: reads },
  );
  const { bodies = [], inCharge = [] } = people.data ?? {};
  if (bodies.length + inCharge.length === 0) return null;
  const suffix = day === null ? '' : `?ngay=${day}`;
  return (
    <Card
      title="Con người"
      aside={<AppLink href={`/to-chuc/ban-khoi-to?unitId=${unitId}`}>Ban, khối, tổ</AppLink>}
      flush
    >
      {bodies.map((body) => (
        <CardRow
          key={body.id}
          title={<AppLink href={`/to-chuc/ban-khoi-to/${body.id}${suffix}`}>{body.name}</AppLink>}
          detail={[
            `${body.members.length} thành viên`,
            body.members[0] && `${body.members[0].postName}: ${body.members[0].person.name}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
      {inCharge.map((one) => (
        <CardRow
          key={`${one.body.id} ${one.person.id}`}
          title={
            <>
              Phụ trách{one.direct ? '' : ' qua cấp trên'}:{' '}
              <AppLink href={`/to-chuc/nguoi/${one.person.id}`}>{one.person.name}</AppLink>
            </>
          }
          detail={`${one.postName} – ${one.body.name}, từ ${formatDay(one.since)}`}
        />
      ))}
    </Card>
  );
}
