import { AppLink } from '../ui/app-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { baseFieldWords } from '#domain/campaigns/fields.ts';
import type { BodyRecord } from './body.page.tsx';
import { peopleHref } from './places.tsx';
import styles from './people.module.css';

/** The list of a decision: number, name, office, post, what is in charge. */
export function BodyMembers({ body }: { readonly body: BodyRecord }) {
  if (body.members.length === 0)
    return (
      <EmptyState title={`Ngày ${formatDay(body.day)} không có thành viên nào`}>
        {body.day < body.validFrom
          ? `${body.name} có trong sổ từ ngày ${formatDay(body.validFrom)}.`
          : 'Chọn ngày khác để xem thành viên của ngày đó.'}
      </EmptyState>
    );
  return (
    <table className={styles.members} aria-label={`Thành viên ngày ${formatDay(body.day)}`}>
      <thead>
        <tr>
          <th scope="col">STT</th>
          <th scope="col">Họ và tên, chức vụ, phụ trách</th>
          <th scope="col">Chức danh</th>
          <th scope="col">Từ ngày</th>
        </tr>
      </thead>
      <tbody>
        {body.members.map((member, at) => (
          <tr key={member.positionId}>
            <td>{at + 1}</td>
            <td>
              <AppLink href={`${peopleHref}/${member.person.id}`}>{member.person.name}</AppLink>
              {member.title !== '' && member.title !== member.person.name && (
                <div className="k-small">{member.title}</div>
              )}
              <Charge member={member} />
            </td>
            <td>{member.postName}</td>
            <td>{formatDay(member.since)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Charge({ member }: { readonly member: BodyRecord['members'][number] }) {
  const charge = [
    ...member.fields.map((field) => baseFieldWords[field]),
    ...member.areas.map((unit) => unit.shortName),
  ];
  return charge.length === 0 ? null : <div className="k-small">Phụ trách: {charge.join(', ')}</div>;
}
