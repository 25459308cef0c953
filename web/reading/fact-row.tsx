import { Button } from '@mantine/core';
import { memo } from 'react';
import { AppLink } from '../ui/app-link.tsx';
import { cx } from '../ui/cx.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { useTheDesk } from './desk.ts';
import { FactEditor } from './fact-editor.tsx';
import { type AnyFact, factDetails, type FactState, factTitle, isUnsure, kindWords } from './facts.ts';
import { PracticePlace, PracticeWords } from './practice-place.tsx';
import { SumFigures } from './sum-figures.tsx';
import styles from './reading.module.css';

interface FactRowProps {
  readonly one: AnyFact;
  readonly state: FactState;
  readonly selected: boolean;
  readonly editing: boolean;
  /** By Tab; the others by the arrows. */
  readonly reachable: boolean;
  readonly onSelect: (id: string) => void;
}

/** A fact: what was understood, what it will be in the register, and what I say to it. Hundreds stand below each other. */
export const FactRow = memo(function FactRow(props: FactRowProps) {
  const { one, state, selected, editing, reachable, onSelect } = props;
  const { fact, kind } = one;
  const failed = one.kind === 'sum' && !one.fact.ok;
  return (
    <li
      data-fact={fact.id}
      data-kind={kind}
      data-state={state}
      className={cx(styles.fact, selected && styles.factSelected, failed && styles.factFailed)}
    >
      <button
        type="button"
        className={styles.factButton}
        data-fact-button={fact.id}
        tabIndex={reachable ? 0 : -1}
        aria-current={selected ? 'true' : undefined}
        onClick={() => onSelect(fact.id)}
      >
        <b>{factTitle(one)}</b>
        <span className="k-small">{factDetails(one)}</span>
      </button>
      <div className={styles.factState}>
        <Badges one={one} state={state} />
      </div>
      {editing ? (
        <OpenEditor one={one} />
      ) : (
        <>
          {one.kind === 'document' && <KnownDocument fact={one.fact} />}
          {one.kind === 'practice' && !selected && <PracticeWords fact={one.fact} />}
          {selected && <OpenFact one={one} state={state} />}
        </>
      )}
    </li>
  );
}, sameRow);

/** An answer of the server keeps the facts that did not change. */
function sameRow(before: FactRowProps, after: FactRowProps): boolean {
  return (
    before.one.fact === after.one.fact &&
    before.state === after.state &&
    before.selected === after.selected &&
    before.editing === after.editing &&
    before.reachable === after.reachable &&
    before.onSelect === after.onSelect
  );
}

function OpenEditor({ one }: { readonly one: AnyFact }) {
  const desk = useTheDesk();
  const close = () => {
    desk.edit(null);
    focusFact(one.fact.id);
  };
  return <FactEditor one={one} onClose={close} />;
}

/** The fact that is looked at: its words, its choices, what may be done with it. */
function OpenFact({ one, state }: { readonly one: AnyFact; readonly state: FactState }) {
  return (
    <>
      {one.kind === 'practice' && <PracticePlace fact={one.fact} />}
      <Passage one={one} />
      {one.kind === 'sum' && <SumFigures fact={one.fact} />}
      <FactActions one={one} state={state} />
    </>
  );
}

/** After the step is drawn: only the fact that is looked at takes the focus by Tab. */
export function focusFact(id: string): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-fact-button="${id}"]`)?.focus({ preventScroll: true }),
  );
}

const Badges = memo(function Badges({ one, state }: { readonly one: AnyFact; readonly state: FactState }) {
  const { fact } = one;
  return (
    <>
      {state === 'confirmed' && <StateBadge tone="good">Đã xác nhận</StateBadge>}
      {state === 'refused' && <StateBadge tone="neutral">Đã bỏ</StateBadge>}
      {one.kind === 'sum' && !one.fact.ok && <StateBadge tone="bad">Không khớp</StateBadge>}
      {state === 'proposed' && isUnsure(fact) && <StateBadge tone="warn">Cần xem kỹ</StateBadge>}
      {fact.corrected && <StateBadge tone="neutral">Đã sửa</StateBadge>}
      {one.kind === 'document' && one.fact.isOwn && (
        <StateBadge tone="neutral">Số của chính văn bản này</StateBadge>
      )}
      {fact.link !== null && (
        <AppLink href={fact.link} className={styles.inRegister}>
          Mở trong sổ
        </AppLink>
      )}
    </>
  );
});

function KnownDocument({ fact }: { readonly fact: Extract<AnyFact, { kind: 'document' }>['fact'] }) {
  if (fact.known === null || fact.link !== null) return null;
  return (
    <div className={styles.factMore}>
      <span>
        Đã có trong sổ:{' '}
        <AppLink href={`/van-ban/${fact.known.id}`}>{fact.known.symbol ?? fact.known.subject}</AppLink>
      </span>
    </div>
  );
}

/** The words of the paper, cut where they are long, and by which rule they were found. */
function Passage({ one }: { readonly one: AnyFact }) {
  const { asWritten, ruleName, confidence } = one.fact;
  const short = asWritten.length > 240 ? `${asWritten.slice(0, 240)}…` : asWritten;
  return (
    <div className={styles.factMore}>
      <q>{short.trim()}</q>
      <div className="k-small">
        {ruleName} · chắc {Math.round(confidence * 100)} %
      </div>
    </div>
  );
}

function FactActions({ one, state }: { readonly one: AnyFact; readonly state: FactState }) {
  const desk = useTheDesk();
  const { fact, kind } = one;
  const show = (
    <Button
      className="k-phone-only"
      size="compact-md"
      variant="default"
      onClick={() => desk.select(fact.id, { pane: 'text' })}
    >
      Xem trong văn bản
    </Button>
  );
  if (!desk.isOpen) return <div className={styles.factActions}>{show}</div>;
  const decide = (next: FactState) => void desk.decide(fact.id, next);
  return (
    <div
      className={styles.factActions}
      role="group"
      aria-label={`Duyệt ${kindWords[kind].tab.toLowerCase()}`}
    >
      {state === 'proposed' ? (
        <>
          <Button size="compact-md" variant="outline" color="green" onClick={() => decide('confirmed')}>
            Xác nhận
          </Button>
          <Button size="compact-md" variant="default" onClick={() => decide('refused')}>
            Bỏ
          </Button>
        </>
      ) : (
        <Button size="compact-md" variant="default" onClick={() => decide('proposed')}>
          Để xem lại
        </Button>
      )}
      {kind !== 'sum' && (
        <Button size="compact-md" variant="default" onClick={() => desk.edit(fact.id)}>
          Sửa
        </Button>
      )}
      {show}
    </div>
  );
}
