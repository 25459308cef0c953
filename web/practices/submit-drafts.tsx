import { Button } from '@mantine/core';
import { useState } from 'react';
import { request } from '../platform/api-client.ts';
import { invalidateApi, queryClient } from '../platform/api-hooks.ts';
import { type ClientProblem, toProblem } from '../platform/problem-error.ts';
import { notify } from '../platform/notify.ts';
import { AppLink } from '../ui/app-link.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import styles from './submit-drafts.module.css';

interface Draft {
  readonly id: string;
  readonly name: string;
}

interface Refusal extends Draft {
  readonly problem: ClientProblem;
}

interface Sending {
  readonly done: number;
  readonly total: number;
}

/** Sends registrations one after another; those refused stay drafts and are listed with their reasons. */
export function useSubmitDrafts(onDone: () => void) {
  const [sending, setSending] = useState<Sending | null>(null);
  const [sent, setSent] = useState(0);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [control, setControl] = useState<AbortController | null>(null);
  const run = async (drafts: readonly Draft[]) => {
    const stop = new AbortController();
    setControl(stop);
    const refused: Refusal[] = [];
    let accepted = 0;
    for (const [index, draft] of drafts.entries()) {
      if (stop.signal.aborted) break;
      setSending({ done: index, total: drafts.length });
      try {
        await request('POST /api/practices/:id/submission', { params: { id: draft.id } });
        accepted += 1;
      } catch (error) {
        refused.push({ ...draft, problem: toProblem(error) });
      }
    }
    setSending(null);
    setControl(null);
    setSent((before) => before + accepted);
    setRefusals(refused);
    if (accepted > 0) notify(`Đã gửi ${formatNumber(accepted)} đăng ký.`);
    await invalidateApi(queryClient);
    if (refused.length === 0) onDone();
  };
  return { run, sending, sent, refusals, stop: () => control?.abort() };
}

interface SendingBarProps {
  readonly sending: Sending;
  readonly onStop: () => void;
}

export function SendingBar({ sending, onStop }: SendingBarProps) {
  const label = `Đang gửi ${formatNumber(sending.done + 1)}/${formatNumber(sending.total)} đăng ký`;
  return <ProgressBar label={label} share={sending.done / sending.total} onCancel={onStop} />;
}

/** What could not be sent, and a way to each. */
export function Refusals({ refusals }: { readonly refusals: readonly Refusal[] }) {
  if (refusals.length === 0) return null;
  return (
    <div role="alert" className={styles.refusals}>
      <b>{formatNumber(refusals.length)} đăng ký chưa gửi được, vẫn còn là bản nháp:</b>
      <ul>
        {refusals.map((one) => (
          <li key={one.id}>
            <AppLink href={`/mo-hinh/${one.id}/sua`}>{one.name}</AppLink>: {one.problem.title}{' '}
            {one.problem.detail}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SubmitDraftsProps {
  readonly rows: readonly (Draft & { readonly allowed: readonly string[] })[];
  readonly onDone: () => void;
}

/** For a selection of the list: sends those that are drafts. */
export function SubmitDrafts({ rows, onDone }: SubmitDraftsProps) {
  const drafts = rows.filter((row) => row.allowed.includes('submit'));
  const submit = useSubmitDrafts(onDone);
  if (submit.sending !== null) return <SendingBar sending={submit.sending} onStop={submit.stop} />;
  return (
    <div className={styles.bulk}>
      {drafts.length === 0 ? (
        <span className="k-small">Không có bản nháp nào trong các dòng đã chọn.</span>
      ) : (
        <Button onClick={() => void submit.run(drafts)}>Gửi {formatNumber(drafts.length)} đăng ký</Button>
      )}
      <Refusals refusals={submit.refusals} />
    </div>
  );
}
