import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useApiQuery } from '../../platform/api-hooks.ts';
import type { ClientProblem, RefusedField } from '../../platform/problem-error.ts';
import { useUrlState } from '../../platform/url-state.ts';
import { GuidedSteps } from '../../ui/guided-steps.tsx';
import { bodyOf, missingIn, refusedOn } from './act-body.ts';
import type { ActDraft } from './act-draft.ts';
import { type guidedActs, type StepKey, stepOfPath, stepTitle } from './act-steps.ts';
import { useCarryOut } from './carry-out.ts';
import { PaperStep } from './paper-step.tsx';
import { practicePlaces } from './practice-places.ts';
import { PracticesStep } from './practices-step.tsx';
import { type Preview, PreviewStep } from './preview-step.tsx';
import { UnitsStep } from './units-step.tsx';
import type { ActDraftState } from './use-act-draft.ts';
import { useChildren, WhereStep } from './where-step.tsx';

interface GuidedActProps {
  readonly act: (typeof guidedActs)[number];
  readonly state: ActDraftState;
  readonly onDone: (actId: string) => void;
}

const nothing: readonly never[] = [];

/** The steps of one act: filled in, looked at, carried out. The open step is in the address. */
export function GuidedAct({ act, state, onDone }: GuidedActProps) {
  const { draft } = state;
  const at = useStep(act, draft);
  const [pressed, setPressed] = useState<StepKey | null>(null);
  const carryOut = useCarryOut();
  useUsualTarget(state);
  const { step, preview } = at;
  const refused = [
    ...(preview.data?.refused ?? nothing),
    ...(preview.problem?.fields ?? nothing),
    ...(carryOut.problem?.fields ?? nothing),
  ];
  const go = (key: string) => {
    setPressed(null);
    carryOut.reset();
    at.open(key);
  };
  const next = async () => {
    if (step !== 'preview') {
      setPressed(step);
      if (at.following !== undefined && refusedOn(draft, step, at.missing).length === 0) go(at.following);
      return;
    }
    const practices = practicePlaces(draft, preview.data?.practices ?? []);
    const id = await carryOut.send({ ...draft, practices });
    if (id !== null) onDone(id);
  };
  const content = contentOf({ act, state, preview, refused, go });
  const { missing } = at;
  return (
    <GuidedSteps
      steps={act.steps.map((key) => ({ key, title: stepTitle(act, key), content: content[key] }))}
      current={step}
      onGo={go}
      reached={at.reached}
      onNext={() => void next()}
      nextLabel={step === 'preview' ? act.confirm : 'Tiếp tục'}
      pending={carryOut.pending}
      blocked={step === 'preview' && (preview.data === undefined || preview.data.refused.length > 0)}
      refused={shownRefusals({ draft, step, pressed: pressed === step, missing, refused })}
      problem={problemWithoutFields(carryOut.problem ?? (step === 'preview' ? preview.problem : null))}
      foot={<Foot state={state} onGo={go} />}
    />
  );
}

/** Which step is open, how far one may go, what is missing, and what the act would do once nothing is. */
function useStep(act: GuidedActProps['act'], draft: ActDraft) {
  const { words, change } = useUrlState();
  const children = useChildren(draft);
  const childIds = children?.map((child) => child.id);
  const missing = missingIn(draft, childIds);
  const reached = reachedStep(act.steps, draft, missing);
  const asked = act.steps.indexOf(words['buoc'] as StepKey);
  const at = Math.min(Math.max(0, asked), reached);
  const step = act.steps[at] ?? 'units';
  const looking = missing.length === 0 && (step === 'preview' || step === 'practices');
  const preview = useApiQuery(
    'POST /api/reorganisations/preview',
    { body: bodyOf(draft) },
    { enabled: looking, staleTime: 0 },
  );
  const open = (key: string) => change({ buoc: key === act.steps[0] ? undefined : key }, 'push');
  return { step, following: act.steps[at + 1], missing, reached, preview, open };
}

interface Content {
  readonly act: GuidedActProps['act'];
  readonly state: ActDraftState;
  readonly preview: Preview;
  readonly refused: readonly RefusedField[];
  readonly go: (key: string) => void;
}

function contentOf({ act, state, preview, refused, go }: Content): Record<StepKey, ReactNode> {
  const mending = refused.map((one) => {
    const where = stepOfPath(act.kind, one.path);
    return { ...one, stepTitle: stepTitle(act, where), onMend: () => go(where) };
  });
  return {
    units: <UnitsStep state={state} />,
    paper: <PaperStep state={state} />,
    where: <WhereStep state={state} />,
    practices: <PracticesStep state={state} preview={preview} />,
    preview: <PreviewStep draft={state.draft} preview={preview} refused={mending} />,
  };
}

/** The first step that still lacks something: beyond it nobody goes. */
function reachedStep(steps: readonly StepKey[], draft: ActDraft, missing: readonly RefusedField[]): number {
  const first = steps.findIndex((step) => refusedOn(draft, step, missing).length > 0);
  return first < 0 ? steps.length - 1 : first;
}

interface Refusals {
  readonly draft: ActDraft;
  readonly step: StepKey;
  readonly pressed: boolean;
  readonly missing: readonly RefusedField[];
  readonly refused: readonly RefusedField[];
}

/** What is missing is said once "next" was pressed; what the rules refuse stands on its step. The last one lists all. */
function shownRefusals({ draft, step, pressed, missing, refused }: Refusals): readonly RefusedField[] {
  if (step === 'preview') return nothing;
  const here = refusedOn(draft, step, refused);
  return pressed ? [...refusedOn(draft, step, missing), ...here] : here;
}

/** A problem of the whole act; refusals of fields are listed by the last step. */
function problemWithoutFields(problem: ClientProblem | null): ClientProblem | null {
  return problem === null || problem.fields.length > 0 ? null : problem;
}

interface FootProps {
  readonly state: ActDraftState;
  readonly onGo: (key: string) => void;
}

function Foot({ state, onGo }: FootProps) {
  if (!state.begun) return null;
  const startOver = () => {
    state.forget();
    onGo('units');
  };
  return (
    <span className="k-row">
      <span className="k-office-only">Bản đang làm được giữ trên máy này.</span>
      <Button variant="subtle" color="gray" size="compact-md" onClick={startOver}>
        Làm lại từ đầu
      </Button>
    </span>
  );
}

/** A new unit mostly is of the kind of those that it follows, and stands where they stood. */
function useUsualTarget({ draft, change }: ActDraftState): void {
  const [unit] = draft.units;
  const untouched = draft.targets.every((one) => one.found.kind === null && one.found.parent === null);
  const wanted = (draft.kind === 'merge' || draft.kind === 'split') && untouched && unit !== undefined;
  const first = useApiQuery(
    'GET /api/units/:id',
    { params: { id: unit?.id ?? '' }, query: {} },
    { enabled: wanted },
  );
  useEffect(() => {
    if (!wanted || first.data === undefined) return;
    const { kind, path } = first.data;
    const parent = path.at(-2) ?? null;
    change({ targets: draft.targets.map((one) => ({ ...one, found: { ...one.found, kind, parent } })) });
  }, [wanted, first.data, draft.targets, change]);
}
