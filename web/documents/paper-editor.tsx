import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextAreaField, TextField } from '../ui/fields.tsx';
import { FieldRow } from '../ui/form-page.tsx';
import { useFormState } from '../ui/form-state.ts';
import { LeaveGuard } from '../ui/leave-guard.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import type { Paper, Run } from '#domain/documents/paper.ts';
import { EditableWords } from './editable-words.tsx';
import { addAfter, fromDraft, linesOf, postsLine, toDraft } from './paper-drafting.ts';
import { footnotesOf } from './paper-notes.ts';
import { PaperSheets } from './paper-sheets.tsx';
import { Words } from './paper-words.tsx';
import styles from './paper.module.css';

type Document = ApiResponse<'GET /api/documents/:id'>;

interface PaperEditorProps {
  readonly document: Document;
  readonly paper: Paper;
  readonly onDone: () => void;
}

/** A draft changed where it stands: words and signer are the officer's, figures and tables the register's. */
export function PaperEditor({ document, paper, onDone }: PaperEditorProps) {
  const form = useFormState({
    subject: document.subject,
    signerPost: document.signerPost === '' ? postsLine(paper) : document.signerPost,
    signerName: document.signerName,
    place: paper.place,
    recipients: paper.recipients.join('\n'),
  });
  const draft = useDraft(paper);
  const save = useApiCommand('PUT /api/documents/:id', {
    onSuccess: () => {
      notify('Đã lưu dự thảo.');
      onDone();
    },
  });
  const dirty = draft.changed || form.dirty;
  const submit = () => {
    const { subject, signerPost, signerName, place, recipients } = form.value;
    save.run({
      params: { id: document.id },
      body: {
        version: document.version,
        subject,
        signerPost,
        signerName,
        paper: { ...paper, subject, place, recipients: linesOf(recipients), blocks: draft.blocks() },
      },
    });
  };
  const fields = save.problem?.fields ?? [];
  return (
    <div className="k-stack">
      <LeaveGuard active={dirty && !save.pending} />
      {fields.length > 0 && save.problem ? (
        <ErrorSummary fields={fields} title={save.problem.title} />
      ) : (
        <ProblemAlert problem={save.problem} />
      )}
      <section className={`k-card ${styles.panel}`} aria-label="Đầu và cuối văn bản">
        <TextAreaField label="Trích yếu" rows={2} maxLength={600} required {...form.bind('subject')} />
        <FieldRow>
          <TextField label="Địa danh" maxLength={100} {...form.bind('place')} />
          <TextField label="Chức vụ người ký" maxLength={200} {...form.bind('signerPost')} />
          <TextField label="Người ký" maxLength={120} {...form.bind('signerName')} />
        </FieldRow>
        <TextAreaField
          label="Nơi nhận"
          hint="Mỗi dòng một nơi; dòng cuối là nơi lưu."
          rows={4}
          {...form.bind('recipients')}
        />
      </section>
      <p className="k-small">
        Bấm vào đoạn cần sửa. Enter thêm đoạn mới; xóa hết chữ rồi Backspace để bỏ đoạn. Số liệu nền xanh và
        các bảng được tính từ sổ: số sai thì sửa ở bản ghi rồi lập lại từ sổ.
      </p>
      <PaperSheets
        paper={{ ...paper, subject: form.value.subject }}
        blocks={draft.items.map((one) => one.block)}
        keys={draft.items.map((one) => one.key)}
        pen={draft.pen}
      />
      <div className={`k-card ${styles.editFoot} k-no-print`}>
        <span role="status" className="k-small">
          {dirty ? 'Có thay đổi chưa lưu' : 'Chưa có thay đổi'}
        </span>
        <Button variant="default" onClick={onDone}>
          Thôi
        </Button>
        <Button onClick={submit} loading={save.pending}>
          Lưu dự thảo
        </Button>
      </div>
    </div>
  );
}

function useDraft(paper: Paper) {
  const [items, setItems] = useState(() => toDraft(paper.blocks));
  const [changed, setChanged] = useState(false);
  const words = useRef(new Map<string, readonly Run[]>());
  const added = useRef(0);
  const notes: readonly Run[] = footnotesOf(paper.blocks);
  // Called from paragraphs that React put down once: everything here works by key and by the newest state.
  const write = (key: string, runs: Run[]) => {
    words.current.set(key, runs);
    setChanged(true);
  };
  const insert = (key: string) => {
    added.current += 1;
    const name = `n${added.current}`;
    setItems((all) => addAfter(all, key, name));
  };
  const remove = (key: string) => {
    setItems((all) => (all.length > 1 ? all.filter((one) => one.key !== key) : all));
    setChanged(true);
  };
  const fixed = (runs: readonly Run[]) => (
    <Words runs={runs} traces={paper.traces} noteNumber={(run) => notes.indexOf(run) + 1} />
  );
  const editable = (runs: readonly Run[], index: number, kind: string) => {
    const item = items[index];
    if (item === undefined) return null;
    const mayGo = item.block.kind !== 'heading';
    return (
      <EditableWords
        key={item.key}
        label={`${kind} ${index + 1}`}
        initial={runs}
        traces={paper.traces}
        focusAtOnce={item.fresh ?? false}
        onChange={(next) => write(item.key, next)}
        onEnter={() => insert(item.key)}
        {...(mayGo && { onEmptyBackspace: () => remove(item.key) })}
      />
    );
  };
  const pen = {
    fixed,
    words: (runs: readonly Run[], place: { readonly index: number }) => editable(runs, place.index, 'Đoạn'),
    title: (title: string, place: { readonly index: number }) =>
      editable([{ kind: 'text', text: title }], place.index, 'Đề mục'),
  };
  return { items, changed, pen, blocks: () => fromDraft(items, words.current) };
}
