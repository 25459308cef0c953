import { Button, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePermission, useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Remark } from '../ui/card.tsx';
import { DayField } from '../ui/day-field.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import { unitKindWords } from '#domain/organisations/unit-kinds.ts';
import { FoundUnitDrawer } from './unit-drawers.tsx';
import styles from './organisations.module.css';

type Unit = ApiResponse<'GET /api/units'>['items'][number];

/** The organisation as it stood on a day; the day is in the address. */
export function UnitTreePage() {
  const { words, change } = useUrlState();
  const { today } = useSession();
  const manages = usePermission('organisation.manage');
  const [founding, setFounding] = useState(false);
  const day = words['ngay'] ?? today;
  const units = useApiQuery('GET /api/units', { query: { day, limit: 2000 } }, { keepPrevious: true });
  const items = units.data?.items;
  return (
    <>
      <PageHead
        title="Tổ chức"
        subtitle={`Cây tổ chức ngày ${formatDay(day)}`}
        actions={
          <>
            <PrintButton />
            {manages && <Button onClick={() => setFounding(true)}>Thêm đơn vị</Button>}
          </>
        }
      />
      <div className="k-stack">
        <div className={`${styles.tools} k-no-print`}>
          <SearchUnits text={words['q'] ?? ''} onChange={(q) => change({ q })} />
          <div className={styles.day}>
            <DayField
              name="ngay"
              label="Tổ chức tại ngày"
              value={day}
              onChange={(next) => next !== null && change({ ngay: next === today ? undefined : next })}
            />
          </div>
          {day !== today && (
            <Button variant="default" onClick={() => change({ ngay: undefined })}>
              Về hôm nay
            </Button>
          )}
        </div>
        {day !== today && (
          <Remark>
            Đang xem tổ chức như ngày {formatDay(day)}: tên, cấp trên và đơn vị đúng theo ngày đó.
          </Remark>
        )}
        <ProblemAlert problem={units.problem} onRetry={() => void units.reload()} />
        {items === undefined ? (
          units.problem === null && <PageSkeleton />
        ) : (
          <Tree key={day} units={items} text={words['q'] ?? ''} day={day === today ? null : day} />
        )}
      </div>
      {founding && <FoundUnitDrawer parent={null} onClose={() => setFounding(false)} />}
    </>
  );
}

interface SearchUnitsProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function SearchUnits({ text, onChange }: SearchUnitsProps) {
  return (
    <TextInput
      type="search"
      className={styles.search}
      label="Tìm đơn vị"
      placeholder="Tên hoặc mã đơn vị (không cần gõ dấu)"
      defaultValue={text}
      onChange={(event) => onChange(event.currentTarget.value)}
      leftSection={<IconSearch size={18} stroke={1.8} />}
      spellCheck={false}
    />
  );
}

interface TreeProps {
  readonly units: readonly Unit[];
  readonly text: string;
  readonly day: string | null;
}

/** Units found, with the way up to each; without a search the levels open one by one. */
function Tree({ units, text, day }: TreeProps) {
  const wanted = foldVietnamese(text);
  const childrenOf = groupByParent(units);
  const roots = childrenOf.get(null) ?? [];
  const [closed, setClosed] = useState<ReadonlySet<string>>(
    () => new Set(units.filter((unit) => unit.depth - (roots[0]?.depth ?? 0) >= 2).map((unit) => unit.id)),
  );
  const kept = wanted === '' ? null : keptBySearch(units, wanted);
  const found = kept === null ? 0 : units.filter((unit) => matches(unit, wanted)).length;
  const toggle = (id: string) => {
    const next = new Set(closed);
    if (!next.delete(id)) next.add(id);
    setClosed(next);
  };
  if (units.length === 0)
    return (
      <div className="k-card">
        <EmptyState title="Ngày này chưa có đơn vị nào">
          Chọn ngày khác, sau ngày thành lập đơn vị.
        </EmptyState>
      </div>
    );
  return (
    <section className={`k-card ${styles.tree}`} aria-label="Cây tổ chức">
      <p role="status" className={styles.count}>
        {kept === null ? `${formatNumber(units.length)} đơn vị` : `Tìm thấy ${formatNumber(found)} đơn vị`}
      </p>
      {kept !== null && found === 0 ? (
        <EmptyState title={`Không tìm thấy “${text}”`}>Thử ít chữ hơn, hoặc xem ở một ngày khác.</EmptyState>
      ) : (
        <Level units={roots} {...{ childrenOf, closed, kept, day }} onToggle={toggle} />
      )}
    </section>
  );
}

function groupByParent(units: readonly Unit[]): ReadonlyMap<string | null, readonly Unit[]> {
  const ids = new Set(units.map((unit) => unit.id));
  const groups = new Map<string | null, Unit[]>();
  for (const unit of units) {
    const parent = unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null;
    const group = groups.get(parent);
    if (group) group.push(unit);
    else groups.set(parent, [unit]);
  }
  return groups;
}

function matches(unit: Unit, wanted: string): boolean {
  return [unit.name, unit.shortName, unit.code].some((words) => foldVietnamese(words).includes(wanted));
}

function keptBySearch(units: readonly Unit[], wanted: string): ReadonlySet<string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const kept = new Set<string>();
  for (const unit of units) {
    if (!matches(unit, wanted)) continue;
    for (let at: Unit | undefined = unit; at && !kept.has(at.id); at = byId.get(at.parentId ?? ''))
      kept.add(at.id);
  }
  return kept;
}

interface LevelProps {
  readonly units: readonly Unit[];
  readonly childrenOf: ReadonlyMap<string | null, readonly Unit[]>;
  readonly closed: ReadonlySet<string>;
  readonly kept: ReadonlySet<string> | null;
  readonly day: string | null;
  readonly onToggle: (id: string) => void;
}

function Level(props: LevelProps) {
  const { units, childrenOf, closed, kept, day, onToggle } = props;
  return (
    <ul>
      {units
        .filter((unit) => kept === null || kept.has(unit.id))
        .map((unit) => {
          const below = childrenOf.get(unit.id) ?? [];
          const opened = kept !== null || !closed.has(unit.id);
          return (
            <li key={unit.id}>
              <div className={styles.unit}>
                {below.length > 0 ? (
                  <button
                    type="button"
                    aria-expanded={opened}
                    aria-label={`${opened ? 'Thu gọn' : 'Mở'} ${unit.name}`}
                    onClick={() => onToggle(unit.id)}
                  >
                    {opened ? <IconChevronDown size={18} /> : <IconChevronRight size={18} />}
                  </button>
                ) : (
                  <span className={styles.leaf} aria-hidden="true" />
                )}
                <AppLink href={`/to-chuc/${unit.id}${day === null ? '' : `?ngay=${day}`}`}>
                  {unit.name}
                </AppLink>
                <span className={styles.kind}>{unitKindWords[unit.kind]}</span>
                <span className={styles.code}>{unit.code}</span>
                {below.length > 0 && <span className={styles.below}>{formatNumber(below.length)}</span>}
              </div>
              {opened && below.length > 0 && <Level {...props} units={below} />}
            </li>
          );
        })}
    </ul>
  );
}
