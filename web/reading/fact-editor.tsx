import { Button } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { ApiArgs } from '../platform/api-client.ts';
import { useApiCommand } from '../platform/api-hooks.ts';
import { useFormState } from '../ui/form-state.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { type PickedUnit, UnitPicker } from '../ui/unit-picker.tsx';
import { staleAfterStep, useTheDesk } from './desk.ts';
import {
  documentDraft,
  documentOf,
  figureDraft,
  figureOf,
  practiceDraft,
  practiceOf,
} from './fact-drafts.ts';
import { DocumentFields, FigureFields, PracticeFields } from './fact-fields.tsx';
import type { AnyFact, DocumentFact, FigureFact, PracticeFact } from './facts.ts';
import styles from './reading.module.css';
import { showWithin } from './show-within.ts';

type Correction = NonNullable<ApiArgs<'PUT /api/readings/:id/facts/:factId'>['body']>;

interface EditorProps<Fact> {
  readonly fact: Fact;
  readonly onClose: () => void;
}

/** Corrects a fact where it stands. What was read stays known beside the correction. */
export function FactEditor({ one, onClose }: { readonly one: AnyFact; readonly onClose: () => void }) {
  if (one.kind === 'document') return <DocumentEditor fact={one.fact} onClose={onClose} />;
  if (one.kind === 'practice') return <PracticeEditor fact={one.fact} onClose={onClose} />;
  if (one.kind === 'figure') return <FigureEditor fact={one.fact} onClose={onClose} />;
  return null;
}

function DocumentEditor({ fact, onClose }: EditorProps<DocumentFact>) {
  const form = useFormState(documentDraft(fact));
  return (
    <EditorFrame fact={fact} onClose={onClose} body={{ document: documentOf(form.value) }}>
      <DocumentFields form={form} />
    </EditorFrame>
  );
}

function PracticeEditor({ fact, onClose }: EditorProps<PracticeFact>) {
  const { reading } = useTheDesk();
  const form = useFormState(practiceDraft(fact));
  const [unit, setUnit] = useState<PickedUnit | null>(fact.placeUnit);
  const body = {
    practice: practiceOf(form.value),
    ...(unit?.id !== fact.placeUnit?.id && { placeUnitId: unit?.id ?? null }),
  };
  return (
    <EditorFrame fact={fact} onClose={onClose} body={body}>
      <PracticeFields form={form} />
      <UnitPicker
        name="placeUnitId"
        label="Địa bàn trong sổ"
        hint={reading.paperDay === null ? 'Đơn vị của hôm nay' : 'Đơn vị như ở ngày của văn bản'}
        within={reading.unit.id}
        {...(reading.paperDay !== null && { day: reading.paperDay })}
        value={unit}
        onChange={setUnit}
      />
    </EditorFrame>
  );
}

function FigureEditor({ fact, onClose }: EditorProps<FigureFact>) {
  const form = useFormState(figureDraft(fact));
  const figure = figureOf(form.value);
  return (
    <EditorFrame fact={fact} onClose={onClose} body={figure === null ? null : { figure }}>
      <FigureFields form={form} />
    </EditorFrame>
  );
}

interface EditorFrameProps {
  readonly fact: { readonly id: string };
  /** Null: something needed is not written yet. */
  readonly body: Correction | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function EditorFrame({ fact, body, onClose, children }: EditorFrameProps) {
  const { reading } = useTheDesk();
  const frame = useRef<HTMLFormElement>(null);
  const [unwritten, setUnwritten] = useState(false);
  const correct = useApiCommand('PUT /api/readings/:id/facts/:factId', {
    invalidates: staleAfterStep,
    onSuccess: onClose,
  });
  useEffect(() => {
    const first = frame.current?.querySelector<HTMLElement>('input, textarea, select');
    first?.focus({ preventScroll: true });
    if (frame.current !== null) showWithin(frame.current, 'nearest');
  }, []);
  const submit = () => {
    setUnwritten(body === null);
    if (body !== null) correct.run({ params: { id: reading.id, factId: fact.id }, body });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <form
      ref={frame}
      className={styles.editor}
      noValidate
      aria-label="Sửa mục đã đọc"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ProblemAlert problem={correct.problem} />
      {unwritten && body === null && <div role="alert">Ghi giá trị bằng số, ví dụ 1.234,5.</div>}
      {children}
      <div className={styles.factActions}>
        <Button size="compact-md" type="submit" variant="outline" color="green" loading={correct.pending}>
          Lưu sửa
        </Button>
        <Button size="compact-md" variant="default" onClick={onClose}>
          Thôi
        </Button>
      </div>
    </form>
  );
}
