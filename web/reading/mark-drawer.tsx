import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import type { ClientProblem } from '../platform/problem-error.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { SelectField, TextAreaField } from '../ui/fields.tsx';
import { useFormState } from '../ui/form-state.ts';
import { staleAfterStep, useTheDesk } from './desk.ts';
import { documentOf, draftsFrom, figureOf, practiceOf } from './fact-drafts.ts';
import { DocumentFields, FigureFields, PracticeFields } from './fact-fields.tsx';
import type { Passage } from './paper-text.tsx';

export type MarkKind = 'practice' | 'document' | 'figure';

const kindOptions = [
  { value: 'practice' as const, label: 'Mô hình, điển hình' },
  { value: 'document' as const, label: 'Văn bản được viện dẫn' },
  { value: 'figure' as const, label: 'Số liệu' },
];

interface MarkDrawerProps {
  readonly passage: Passage | null;
  readonly kind: MarkKind;
  readonly onClose: () => void;
}

/** What the reader missed: a passage of the text, and what it says. */
export function MarkDrawer({ passage, kind: asked, onClose }: MarkDrawerProps) {
  const desk = useTheDesk();
  const { reading } = desk;
  const words = passage === null ? '' : reading.text.slice(passage.start, passage.end);
  const [kind, setKind] = useState<MarkKind>(asked);
  const [written, setWritten] = useState(words);
  const [fault, setFault] = useState<string>();
  const fresh = draftsFrom(words);
  const document = useFormState(fresh.document);
  const practice = useFormState(fresh.practice);
  const figure = useFormState(fresh.figure);
  const mark = useApiCommand('POST /api/readings/:id/facts', {
    invalidates: staleAfterStep,
    onSuccess: () => {
      notify('Đã đánh dấu và xác nhận mục mới.');
      onClose();
    },
  });
  const submit = () => {
    const at = placeOf(reading.text, written, passage);
    const said = {
      practice: () => ({ practice: practiceOf(practice.value) }),
      document: () => ({ document: { ...documentOf(document.value), isOwn: false } }),
      figure: () => {
        const read = figureOf(figure.value);
        return read && { figure: read };
      },
    }[kind]();
    setFault(at === null ? 'Không thấy đoạn này trong văn bản; chép đúng nguyên văn' : undefined);
    if (at === null) return;
    if (said === null) return notify('Ghi giá trị bằng số, ví dụ 1.234,5.', { tone: 'warn' });
    mark.run({ params: { id: reading.id }, body: { ...at, ...said } });
  };
  return (
    <DrawerForm
      opened
      title="Đánh dấu đoạn còn sót"
      submitLabel="Đánh dấu"
      onClose={onClose}
      onSubmit={submit}
      pending={mark.pending}
      problem={mark.problem && withoutKind(mark.problem)}
    >
      <TextAreaField
        name="passage"
        label="Đoạn trong văn bản"
        hint="Chép nguyên văn một đoạn ngắn"
        rows={2}
        required
        value={written}
        error={fault}
        onChange={setWritten}
      />
      <SelectField
        name="kind"
        label="Đoạn này là"
        none={null}
        options={kindOptions}
        value={kind}
        onChange={(next) => setKind(next ?? 'practice')}
      />
      {kind === 'practice' && <PracticeFields form={practice} />}
      {kind === 'document' && <DocumentFields form={document} />}
      {kind === 'figure' && <FigureFields form={figure} />}
    </DrawerForm>
  );
}

/** Where the passage stands: as selected, or found by its words when they were typed. */
function placeOf(text: string, written: string, passage: Passage | null): Passage | null {
  const words = written.normalize('NFC').trim();
  if (words === '') return null;
  if (passage !== null && text.slice(passage.start, passage.end) === words) return passage;
  const start = text.indexOf(words);
  return start === -1 ? null : { start, end: start + words.length };
}

/** Refusals name "practice.name"; the field is called "name". */
function withoutKind(problem: ClientProblem): ClientProblem {
  const fields = problem.fields.map((field) => ({ ...field, path: field.path.replace(/^\w+\./, '') }));
  return { ...problem, fields };
}
