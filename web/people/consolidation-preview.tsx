import type { ReactNode } from 'react';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import type { Preview } from './consolidate.page.tsx';
import { peopleHref } from './places.tsx';
import styles from './people.module.css';

/** Where the preview will stand, and why there is none yet. */
export function PreviewToCome({ stale }: { readonly stale: boolean }) {
  return (
    <Card title="3. Xem trước">
      <p className="k-small">
        {stale
          ? 'Danh sách đã sửa sau lần xem trước; bấm “Xem trước thay đổi” để xem lại.'
          : 'Bấm “Xem trước thay đổi” để thấy ai vào, ai ra, ai đổi chức danh và việc còn dở của người ra. Chưa ghi gì cho đến khi bạn xác nhận.'}
      </p>
    </Card>
  );
}

/** Who comes, goes, changes and stays, with the open work of those who go. */
export function ConsolidationPreview({ preview, on }: { readonly preview: Preview; readonly on: string }) {
  return (
    <Card title="3. Xem trước" aside={`từ ngày ${formatDay(on)}`}>
      <div className={styles.preview}>
        <Part badge={<StateBadge tone="good">Vào: {preview.comes.length}</StateBadge>}>
          {preview.comes.map((one) => (
            <li key={`${one.person.id} ${one.person.name}`}>
              <b>{one.person.name}</b> – {one.postName}
              {one.isNew && <span className="k-small"> (người mới)</span>}
            </li>
          ))}
        </Part>
        <Part badge={<StateBadge tone="bad">Ra: {preview.goes.length}</StateBadge>}>
          {preview.goes.map((one) => (
            <li key={one.person.id}>
              <b>{one.person.name}</b> – {one.postName}
              <OpenWork leaver={one} />
            </li>
          ))}
        </Part>
        <Part badge={<StateBadge tone="info">Đổi: {preview.changes.length}</StateBadge>}>
          {preview.changes.map((one) => (
            <li key={one.person.id}>
              <b>{one.person.name}</b>: {one.before} → {one.after}
            </li>
          ))}
        </Part>
        <Part badge={<StateBadge tone="neutral">Giữ nguyên: {preview.stays.length}</StateBadge>}>
          {preview.stays.map((one) => (
            <li key={one.person.id}>
              {one.person.name} – {one.postName}
            </li>
          ))}
        </Part>
      </div>
    </Card>
  );
}

function Part({ badge, children }: { readonly badge: ReactNode; readonly children: readonly ReactNode[] }) {
  return (
    <section>
      {badge}
      {children.length > 0 && <ul>{children}</ul>}
    </section>
  );
}

function OpenWork({ leaver }: { readonly leaver: Preview['goes'][number] }) {
  if (leaver.openWork.length === 0) return null;
  return (
    <div className={styles.openWork}>
      <div>Còn {leaver.openWork.length} việc đang giữ:</div>
      <ul>
        {leaver.openWork.map((item) => (
          <li key={`${item.kind} ${item.id}`}>{item.title}</li>
        ))}
      </ul>
      <AppLink href={`${peopleHref}/${leaver.person.id}/ban-giao`} target="_blank">
        Bàn giao việc của {leaver.person.name}
      </AppLink>
    </div>
  );
}
