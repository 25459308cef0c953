import { dutiesOf, roleSummaries } from '#domain/access/permission-words.ts';
import type { Role } from '#domain/access/permissions.ts';
import styles from './administration.module.css';

/** What a role lets somebody do, for whoever gives it. */
export function RoleDuties({ role }: { readonly role: Role }) {
  return (
    <details className={styles.duties}>
      <summary>
        {roleSummaries[role]} <span className={styles.more}>Được làm những gì</span>
      </summary>
      <dl>
        {dutiesOf(role).map((group) => (
          <div key={group.area}>
            <dt>{group.area}</dt>
            <dd>{group.does.join('. ')}.</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
