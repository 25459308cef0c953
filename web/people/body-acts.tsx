import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useUrlState } from '../platform/url-state.ts';
import { formatInstant } from '../platform/time.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import type { BodyRecord } from './body.page.tsx';
import styles from './people.module.css';

type Act = BodyRecord['acts'][number];

/** Founding, consolidations, end: newest first; what was taken back stays, with its reason. */
export function BodyActs({ body }: { readonly body: BodyRecord }) {
  return (
    <Card title="Các quyết định">
      <Timeline
        entries={body.acts.map((act) => ({
          id: act.id,
          when: formatDay(act.on),
          title: act.kindName,
          tone: act.reversed === null ? (act.on <= body.day ? 'good' : 'info') : 'neutral',
          detail: <ActDetail act={act} />,
        }))}
      />
    </Card>
  );
}

function ActDetail({ act }: { readonly act: Act }) {
  const { change } = useUrlState();
  return (
    <div className={styles.act}>
      <div>
        {act.document === null ? (
          act.documentText
        ) : (
          <AppLink href={`/van-ban/${act.document.id}`}>
            {act.document.symbol ?? act.document.subject}
          </AppLink>
        )}
      </div>
      <Names label="Vào" names={act.comes.map((one) => `${one.person.name} (${one.postName})`)} />
      <Names label="Ra" names={act.goes.map((one) => `${one.person.name} (${one.postName})`)} />
      <Names
        label="Đổi"
        names={act.changes.map((one) => `${one.person.name}: ${one.before} → ${one.after}`)}
      />
      {act.stays > 0 && <div>Giữ nguyên {act.stays} người.</div>}
      {act.note !== '' && <div>{act.note}</div>}
      {act.reversed === null ? (
        <Button
          className="k-no-print"
          variant="subtle"
          size="compact-sm"
          px={0}
          onClick={() => change({ ngay: act.on }, 'push')}
        >
          Xem thành viên ngày {formatDay(act.on)}
        </Button>
      ) : (
        <b>
          Đã rút lại lúc {formatInstant(act.reversed.at)}: “{act.reversed.reason}”
        </b>
      )}
    </div>
  );
}

/** A short list stays open; a long one opens when asked. */
function Names({ label, names }: { readonly label: string; readonly names: readonly string[] }): ReactNode {
  if (names.length === 0) return null;
  if (names.length <= 3)
    return (
      <div>
        <b>{label}:</b> {names.join('; ')}
      </div>
    );
  return (
    <details>
      <summary>
        <b>{label}:</b> {names.length} người
      </summary>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </details>
  );
}
