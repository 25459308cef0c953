import { useApiQuery } from '../platform/api-hooks.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { documentLabel } from '../ui/document-picker.tsx';
import { Timeline } from '../ui/timeline.tsx';
import type { Tone } from '../ui/tone.ts';
import { addDays, formatDay } from '#domain/kernel/day.ts';
import { formatPercent } from '#domain/kernel/numbers.ts';
import { splitRuleWords } from '#domain/organisations/reorganisation.ts';
import type { ActRow } from './act-words.ts';
import { type LifeEvent, lifeLine } from './life-line.ts';
import { actsPath, treeHref, unitHref } from './organisation-links.ts';
import styles from './organisations.module.css';
import type { UnitRecord } from './unit-record.ts';

const tones: Record<LifeEvent['kind'], Tone> = {
  founded: 'good',
  changed: 'info',
  received: 'info',
  ended: 'neutral',
};

/** The unit's life: each step with its day, its paper and who wrote it down. */
export function UnitLife({ unit }: { readonly unit: UnitRecord }) {
  const acts = useApiQuery('GET /api/reorganisations', { query: { unitId: unit.id, size: 200 } });
  const events = lifeLine(unit, acts.data?.items ?? []);
  return (
    <Card title="Quá trình của đơn vị" aside={events.length > 1 ? `${events.length} mốc` : undefined}>
      <Timeline
        entries={events.map((event) => ({
          id: `${event.day} ${event.kind}`,
          when: formatDay(event.day),
          title: event.title,
          tone: tones[event.kind],
          detail: <EventDetail event={event} unit={unit} />,
        }))}
      />
    </Card>
  );
}

function EventDetail({ event, unit }: { readonly event: LifeEvent; readonly unit: UnitRecord }) {
  const shownDay = event.kind === 'ended' ? addDays(event.day, -1) : event.day;
  return (
    <>
      {event.details.length > 0 && <div>{event.details.join(' · ')}</div>}
      {event.act !== null && <Paper act={event.act} />}
      <div className="k-no-print">
        {event.act !== null && (
          <>
            <AppLink href={`${actsPath}/${event.act.id}`}>Lần sắp xếp này</AppLink>
            {' · '}
          </>
        )}
        <AppLink href={treeHref(shownDay, unit.id)}>Cây tổ chức ngày {formatDay(shownDay)}</AppLink>
      </div>
    </>
  );
}

function Paper({ act }: { readonly act: ActRow }) {
  const paper =
    act.document === null ? (
      act.documentText
    ) : (
      <AppLink href={`/van-ban/${act.document.id}`}>{documentLabel(act.document)}</AppLink>
    );
  return (
    <div>
      {paper !== '' && <>Theo {paper}. </>}
      {act.byName !== null && `${act.byName} ghi.`}
    </div>
  );
}

/** What the unit came from and what became of it, one step each way. */
export function UnitKin({ unit }: { readonly unit: UnitRecord }) {
  const { cameFrom, became } = unit;
  if (cameFrom.length + became.length === 0) return null;
  return (
    <Card title="Đơn vị cũ và đơn vị kế tục">
      <div className={styles.kin}>
        <KinList title="Hình thành từ" kin={cameFrom} />
        <KinList title="Nay thuộc" kin={became} />
      </div>
    </Card>
  );
}

function KinList({ title, kin }: { readonly title: string; readonly kin: UnitRecord['cameFrom'] }) {
  if (kin.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul className={styles.people}>
        {kin.map((one) => (
          <li key={`${one.unit.id} ${one.reorganisationId}`}>
            <AppLink href={unitHref(one.unit.id)}>{one.unit.name}</AppLink>
            <div className="k-small">
              từ {formatDay(one.on)}
              {one.rule !== 'whole' && ` · chia ${splitRuleWords[one.rule].name.toLocaleLowerCase('vi')}`}
              {one.share !== null && ` (${formatPercent(one.share)})`}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
