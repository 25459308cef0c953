import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { useAutosave } from '../ui/autosave.ts';
import { Card, CardRow } from '../ui/card.tsx';
import { TextAreaField } from '../ui/fields.tsx';
import { FormContext } from '../ui/form-context.ts';
import { useFieldErrors } from '../ui/form-errors.ts';
import { useFormState } from '../ui/form-state.ts';
import { FormSection } from '../ui/form-page.tsx';
import { HistoryCard } from '../ui/history-card.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { quorumNeeded } from '#domain/recognition/votes.ts';
import { CandidateTable } from './candidate-table.tsx';
import { ConcludeDialog } from './conclude-dialog.tsx';
import { meetingBody, type MeetingData, MeetingFields } from './meeting-form.tsx';
import { MeetingStateBadge } from './meeting-list.page.tsx';
import { QuorumLine } from './quorum-line.tsx';
import styles from './recognition.module.css';
import { completeVotes, type Candidate, type Meeting, noVotes, type TypedVotes, votesOf } from './votes.ts';

interface Draft extends MeetingData {
  readonly practiceIds: readonly string[];
  readonly votes: Readonly<Record<string, TypedVotes>>;
  readonly conclusion: string;
}

function draftOf(meeting: Meeting): Draft {
  const { title, heldOn, chairPost, secretaryPost, membersTotal, membersPresent, rules, conclusion } =
    meeting;
  return {
    title,
    heldOn,
    chairPost,
    secretaryPost,
    membersTotal,
    membersPresent,
    rules,
    conclusion,
    practiceIds: meeting.candidates.map((one) => one.practice.id),
    votes: Object.fromEntries(meeting.candidates.map((one) => [one.practice.id, votesOf(one)])),
  };
}

function bodyOf(draft: Draft) {
  return {
    ...meetingBody(draft),
    practiceIds: [...draft.practiceIds],
    results: draft.practiceIds.flatMap((practiceId) => {
      const typed = draft.votes[practiceId] ?? noVotes;
      const votes = completeVotes(typed);
      return votes === null ? [] : [{ practiceId, votes, note: typed.note }];
    }),
    conclusion: draft.conclusion,
  };
}

interface MeetingEditorProps {
  readonly meeting: Meeting;
  /** Reads the meeting again and begins anew: somebody else has changed it meanwhile. */
  readonly onReadAgain: () => Promise<void>;
}

/** A meeting that is not concluded: everything typed is kept by itself a moment later. */
export function MeetingEditor({ meeting, onReadAgain }: MeetingEditorProps) {
  const form = useFormState<Draft>(draftOf(meeting));
  const version = useRef(meeting.version);
  const save = useApiCommand('PUT /api/meetings/:id', { invalidates: ['GET /api/meetings/:id'] });
  const keep = async (draft: Draft) => {
    const done = await save.send({
      params: { id: meeting.id },
      body: { version: version.current, ...bodyOf(draft) },
    });
    version.current = done.version ?? version.current + 1;
  };
  const autosave = useAutosave(`meeting-${meeting.id}`, form.value, keep);
  const labels = useFieldErrors(autosave.problem?.fields ?? []);
  /** The version that is to be concluded, while the question stands. */
  const [concluding, setConcluding] = useState<number | null>(null);
  const known = new Map<string, Candidate>(
    [...meeting.notYetCandidates.map(asCandidate), ...meeting.candidates].map((one) => [
      one.practice.id,
      one,
    ]),
  );
  const draft = form.value;
  const candidates = draft.practiceIds.flatMap((id) => known.get(id) ?? []);
  const waiting = [...known.values()].filter((one) => !draft.practiceIds.includes(one.practice.id));
  const rules = {
    quorumPercent: draft.rules.quorumPercent ?? 0,
    neededPercent: draft.rules.neededPercent ?? 0,
  };
  const vote = (id: string, patch: Partial<TypedVotes>) =>
    form.set('votes', { ...draft.votes, [id]: { ...(draft.votes[id] ?? noVotes), ...patch } });
  const conclude = async () => {
    if (await autosave.flush()) setConcluding(version.current);
    else notify('Chưa lưu được cuộc họp; sửa chỗ bị nhắc trước khi kết luận.', { tone: 'warn' });
  };
  const actions = meeting.actions.filter((entry) => entry.action === 'conclude');
  return (
    <FormContext value={labels}>
      <PageHead
        title={draft.title === '' ? 'Họp xét công nhận' : draft.title}
        subtitle={`${meeting.campaign.title} · họp ngày ${formatDay(meeting.heldOn)}`}
        crumbs={[{ label: 'Họp xét', href: `/hop-xet?campaignId=${meeting.campaign.id}` }]}
        badges={<MeetingStateBadge state={meeting.state} />}
        actions={
          <>
            <PrintButton />
            <ActionBar actions={actions} onAction={() => void conclude()} />
          </>
        }
      />
      <div className="k-stack">
        <ProblemAlert
          problem={autosave.problem}
          {...(autosave.problem?.code === 'version_conflict' && { onRetry: () => void onReadAgain() })}
        />
        <QuorumLine
          meeting={{
            membersTotal: draft.membersTotal ?? 0,
            membersPresent: draft.membersPresent ?? 0,
            quorumNeeded: quorumNeeded(draft.membersTotal ?? 0, rules),
            rules,
          }}
        />
        <CandidateTable
          candidates={candidates}
          votes={(id) => draft.votes[id] ?? noVotes}
          present={draft.membersPresent ?? 0}
          rules={rules}
          onVotes={vote}
          {...(candidates.length > 1 && {
            onRemove: (id: string) =>
              form.set(
                'practiceIds',
                draft.practiceIds.filter((one) => one !== id),
              ),
          })}
        />
        <WaitingCandidates
          waiting={waiting}
          onAdd={(id) => form.set('practiceIds', [...draft.practiceIds, id])}
        />
        <div className="k-two">
          <div className="k-stack">
            <FormSection title="Kết luận cuộc họp">
              <TextAreaField
                label="Kết luận của người chủ trì"
                hint="In trong biên bản; có thể để trống."
                rows={3}
                {...form.bind('conclusion')}
              />
            </FormSection>
            <MeetingFields
              data={draft}
              onChange={(patch) => form.replace((before) => ({ ...before, ...patch }))}
              year={meeting.campaign.year}
            />
          </div>
          <HistoryCard entries={meeting.history} />
        </div>
        <div className={`k-card ${styles.foot}`}>
          <span role="status">{autosave.text === '' ? 'Tự lưu khi nhập' : autosave.text}</span>
          <Button variant="default" onClick={() => void autosave.flush()}>
            Lưu
          </Button>
        </div>
      </div>
      <ConcludeDialog
        meeting={meeting}
        version={concluding ?? 0}
        opened={concluding !== null}
        onClose={() => setConcluding(null)}
        onDone={autosave.forget}
      />
    </FormContext>
  );
}

/** A proposed practice that is put into the meeting: its scores are shown as soon as the meeting is saved. */
function asCandidate(practice: Candidate['practice']): Candidate {
  return {
    practice,
    self: null,
    team: null,
    final: null,
    grade: null,
    passed: null,
    votesFor: null,
    votesAgainst: null,
    votesAbstained: null,
    outcome: null,
    note: '',
    conflicts: [],
  };
}

interface WaitingCandidatesProps {
  readonly waiting: readonly Candidate[];
  readonly onAdd: (id: string) => void;
}

function WaitingCandidates({ waiting, onAdd }: WaitingCandidatesProps) {
  if (waiting.length === 0) return null;
  return (
    <Card title="Được đề nghị công nhận, chưa ở cuộc họp nào" flush className="k-no-print">
      {waiting.map(({ practice }) => (
        <CardRow
          key={practice.id}
          title={practice.name}
          detail={`${practice.unit.name} · ${practice.fieldName}`}
          action={
            <Button
              variant="default"
              aria-label={`Đưa vào cuộc họp: ${practice.name}`}
              onClick={() => onAdd(practice.id)}
            >
              Đưa vào cuộc họp
            </Button>
          }
        />
      ))}
    </Card>
  );
}
