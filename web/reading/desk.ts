import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { useUrlState } from '../platform/url-state.ts';
import { notifyWithUndo } from '../ui/undo-notice.tsx';
import {
  allFacts,
  type AnyFact,
  type FactKind,
  factsOfKind,
  type FactState,
  isUnsure,
  kindWords,
  type Reading,
} from './facts.ts';
import type { Mark } from './marks.ts';

export type Pane = 'text' | 'facts';

/** Reads that a step on the desk makes stale; the text is read anew with its facts. */
export const staleAfterStep = ['GET /api/readings/:id', 'GET /api/readings'] as const;

/** The word of the address that names a fact. */
export const FACT_WORD = 'doan';

/** Everything that the parts of the page share: which fact is looked at, what was decided, what is being edited. */
export function useDesk(reading: Reading) {
  const { words, change } = useUrlState();
  const facts = useMemo(() => new Map(allFacts(reading).map((one) => [one.fact.id, one])), [reading]);
  const decisions = useDecisions(reading);
  const [editingHead, editHead] = useState(false);
  const [editing, setEditing] = useState<string | null>(null);
  const [pane, setPane] = useState<Pane>(words[FACT_WORD] === undefined ? 'facts' : 'text');
  /** Grows with every wish to see the passage again. */
  const [shown, setShown] = useState(words[FACT_WORD] === undefined ? 0 : 1);
  const named = words[FACT_WORD];
  const selected = named !== undefined && facts.has(named) ? named : null;

  const select = useCallback(
    (id: string, how: { readonly show?: boolean; readonly pane?: Pane } = {}) => {
      const one = facts.get(id);
      if (one === undefined) return;
      change({ [FACT_WORD]: id, muc: kindWords[one.kind].key });
      setEditing((open) => (open === id ? open : null));
      if (how.show ?? true) setShown((count) => count + 1);
      if (how.pane !== undefined) setPane(how.pane);
    },
    [facts, change],
  );
  const opened = selected === null ? undefined : facts.get(selected)?.kind;
  useEffect(() => {
    // Come by a link to one passage: the tab of its kind opens with it.
    if (opened !== undefined && words['muc'] === undefined) change({ muc: kindWords[opened].key });
  }, [opened, words, change]);
  const marks = useMemo(() => marksOf(reading, decisions.stateOf), [reading, decisions.stateOf]);
  return {
    reading,
    facts,
    marks,
    isOpen: reading.state === 'open',
    selected,
    shown,
    select,
    pane,
    setPane,
    editing,
    edit: setEditing,
    editingHead,
    editHead,
    ...decisions,
  };
}

export type Desk = ReturnType<typeof useDesk>;

export const DeskContext = createContext<Desk | null>(null);

export function useTheDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useTheDesk is used outside the page of a reading');
  return desk;
}

/** What was decided shows at once; the server's answer follows. */
function useDecisions(reading: Reading) {
  const [ahead, setAhead] = useState<ReadonlyMap<string, FactState>>(new Map());
  const command = useApiCommand('POST /api/readings/:id/decisions', {
    problems: 'notice',
    invalidates: staleAfterStep,
  });
  const stateOf = useCallback(
    (fact: { readonly id: string; readonly state: FactState }) => ahead.get(fact.id) ?? fact.state,
    [ahead],
  );
  const send = async (ids: readonly string[], decision: FactState): Promise<boolean> => {
    const before = ahead;
    setAhead((all) => new Map([...all, ...ids.map((id) => [id, decision] as const)]));
    try {
      await command.send({ params: { id: reading.id }, body: { decision, factIds: [...ids], allOf: null } });
      return true;
    } catch {
      setAhead(before);
      return false;
    }
  };
  const undecided = (kind?: FactKind): readonly AnyFact[] =>
    (kind === undefined ? allFacts(reading) : factsOfKind(reading, kind)).filter(
      ({ fact }) => stateOf(fact) === 'proposed',
    );
  const decideAll = async (decision: 'confirmed' | 'refused', kind?: FactKind) => {
    const ids = undecided(kind).map(({ fact }) => fact.id);
    if (ids.length === 0 || !(await send(ids, decision))) return;
    const what = `${formatNumber(ids.length)} ${kind === undefined ? 'mục' : kindWords[kind].many}`;
    notifyWithUndo({
      message: decision === 'confirmed' ? `Đã xác nhận ${what}.` : `Đã bỏ ${what}.`,
      onUndo: () => void send(ids, 'proposed'),
    });
  };
  return {
    stateOf,
    undecided,
    decide: (id: string, decision: FactState) => send([id], decision),
    decideAll,
    deciding: command.pending,
  };
}

function marksOf(reading: Reading, stateOf: (fact: AnyFact['fact']) => FactState): readonly Mark[] {
  return allFacts(reading)
    .map(({ kind, fact }) => ({
      id: fact.id,
      kind,
      start: fact.start,
      end: fact.end,
      state: stateOf(fact),
      unsure: isUnsure(fact),
      failed: kind === 'sum' && !fact.ok,
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}
