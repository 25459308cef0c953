import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { UrlTabs } from '../ui/url-tabs.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { useTheDesk } from './desk.ts';
import { FactRow, focusFact } from './fact-row.tsx';
import { type FactKind, factKinds, factsOfKind, kindWords } from './facts.ts';
import { showDesk, showWithin } from './show-within.ts';
import styles from './reading.module.css';

/** The facts on the right, a tab for each kind. */
export function FactTabs() {
  const { reading } = useTheDesk();
  const tabs = factKinds.map((kind) => ({
    key: kindWords[kind].key,
    label: kindWords[kind].tab,
    count: factsOfKind(reading, kind).length,
    content: <FactList key={kind} kind={kind} />,
  }));
  // Empty kinds last: what opens first has something to confirm.
  return (
    <UrlTabs
      label="Những gì đã nhận ra"
      tabs={tabs.toSorted((a, b) => Number(a.count === 0) - Number(b.count === 0))}
    />
  );
}

function FactList({ kind }: { readonly kind: FactKind }) {
  const desk = useTheDesk();
  const { reading } = desk;
  const facts = useMemo(() => factsOfKind(reading, kind), [reading, kind]);
  const list = useRef<HTMLUListElement>(null);
  const { selected } = desk;
  const selectedHere = facts.some(({ fact }) => fact.id === selected);
  useEffect(() => {
    if (selected === null) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-fact="${selected}"]`);
    showDesk();
    if (row) showWithin(row, 'nearest');
  }, [selected]);

  const step = (by: 1 | -1) => {
    const at = facts.findIndex(({ fact }) => fact.id === selected);
    const next = facts[Math.min(facts.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    desk.select(next.fact.id);
    focusFact(next.fact.id);
  };
  const decide = (id: string, decision: 'confirmed' | 'refused') => {
    if (!desk.isOpen) return;
    void desk.decide(id, decision);
    step(1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Only on a fact itself: in a field the same keys write.
    if (!(event.target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const id = event.target.dataset['factButton'];
    if (id === undefined) return;
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    if (act === 'next') step(1);
    else if (act === 'previous') step(-1);
    else if (act === 'edit' && desk.isOpen && kind !== 'sum') desk.edit(id);
    else if (act === 'confirm') decide(id, 'confirmed');
    else if (act === 'refuse') decide(id, 'refused');
  };

  if (facts.length === 0) {
    return (
      <EmptyState title={kindWords[kind].none}>
        {desk.isOpen && kind !== 'sum' && 'Nếu còn sót, bôi đen đoạn đó trong nguyên văn rồi bấm “Đánh dấu”.'}
      </EmptyState>
    );
  }
  return (
    <>
      <BulkBar kind={kind} />
      <ul ref={list} className={styles.facts} onKeyDown={onKeyDown} aria-label={kindWords[kind].tab}>
        {facts.map((one, at) => (
          <FactRow
            key={one.fact.id}
            one={one}
            state={desk.stateOf(one.fact)}
            selected={selected === one.fact.id}
            editing={desk.editing === one.fact.id}
            reachable={selectedHere ? selected === one.fact.id : at === 0}
            onSelect={desk.select}
          />
        ))}
      </ul>
    </>
  );
}

const keys: Readonly<Record<string, 'next' | 'previous' | 'confirm' | 'refuse' | 'edit'>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  Enter: 'confirm',
  Delete: 'refuse',
  e: 'edit',
  E: 'edit',
};

/** How far one is, and the whole kind at once. */
function BulkBar({ kind }: { readonly kind: FactKind }) {
  const desk = useTheDesk();
  const left = desk.undecided(kind).length;
  const failed = kind === 'sum' ? desk.reading.sums.filter((sum) => !sum.ok).length : 0;
  if (!desk.isOpen && failed === 0) return null;
  return (
    <div className={`${styles.bulk} k-no-print`}>
      {failed > 0 && <StateBadge tone="bad">{`${formatNumber(failed)} tổng không khớp`}</StateBadge>}
      {desk.isOpen && left === 0 && <StateBadge tone="good">Đã duyệt hết</StateBadge>}
      {desk.isOpen && left > 0 && (
        <>
          <span>{`${formatNumber(left)} chưa duyệt`}</span>
          <Button
            size="compact-sm"
            variant="default"
            disabled={desk.deciding}
            onClick={() => void desk.decideAll('confirmed', kind)}
          >
            Xác nhận tất cả
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            disabled={desk.deciding}
            onClick={() => void desk.decideAll('refused', kind)}
          >
            Bỏ tất cả
          </Button>
        </>
      )}
    </div>
  );
}
