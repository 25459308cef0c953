import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { request } from '../platform/api-client.ts';
import { invalidateApi, queryClient, useApiCommand } from '../platform/api-hooks.ts';
import { useGoTo } from '../platform/navigation.ts';
import { type ClientProblem, toProblem } from '../platform/problem-error.ts';
import { useUrlState } from '../platform/url-state.ts';
import { type Autosave, useAutosave } from '../ui/autosave.ts';
import { FormPage } from '../ui/form-page.tsx';
import { useFormState } from '../ui/form-state.ts';
import type { Origin } from '#domain/practices/practice.states.ts';
import { NearDuplicates, QuotaCard } from './registration-aside.tsx';
import {
  missingProblem,
  type OpenCampaign,
  type Registration,
  registrationBody,
} from './registration-draft.ts';
import { GoodRegistration } from './registration-details.tsx';
import { RequiredFields } from './registration-fields.tsx';

export interface RegistrationBasis {
  readonly campaign: OpenCampaign;
  readonly unitId: string;
  readonly unitName: string;
  readonly origin: Origin;
  readonly sourcePracticeId: string | null;
}

interface RegistrationFormProps {
  readonly title: string;
  readonly basis: RegistrationBasis;
  readonly initial: Registration;
  /** The draft that is there already; a new one is made when the name is typed. */
  readonly draft: { readonly id: string; readonly version: number } | null;
  /** Above the fields: where it is registered, why it was returned. */
  readonly head?: ReactNode;
  readonly onCreated?: (id: string) => void;
}

/** A registration, kept as it is typed, from its name on. */
export function RegistrationForm(props: RegistrationFormProps) {
  const { basis, initial } = props;
  const form = useFormState<Registration>(initial);
  const [problem, setProblem] = useState<ClientProblem | null>(null);
  const goTo = useGoTo();
  const saved = useSavedDraft(props, form.value);
  const submit = useApiCommand('POST /api/practices/:id/submission', { problems: 'here' });
  const send = async () => {
    submit.reset();
    const missing = missingProblem(form.value);
    setProblem(missing);
    const kept = await saved.autosave.flush();
    if (missing !== null || !kept) return;
    let id: string;
    try {
      id = await saved.ensure();
    } catch (error) {
      setProblem(toProblem(error));
      return;
    }
    try {
      await submit.send({ params: { id } });
      saved.autosave.forget();
      goTo(`/mo-hinh/${id}?vua-gui=1`);
    } catch {
      // The refusal stands on the page: submit.problem.
    }
  };
  const set: <K extends keyof Registration>(key: K, next: Registration[K]) => void = form.set;
  return (
    <FormPage
      title={props.title}
      subtitle={`${basis.campaign.title} · ${basis.unitName}`}
      crumbs={[{ label: 'Mô hình', href: '/mo-hinh' }, { label: 'Đăng ký' }]}
      submitLabel="Gửi đăng ký"
      onSubmit={() => void send()}
      submitting={submit.pending}
      problem={submit.problem ?? problem ?? fieldProblem(saved.autosave.problem)}
      autosave={saved.autosave}
      onRestore={form.replace}
      extraActions={<SaveAndLeave saved={saved} />}
      aside={
        <>
          <NearDuplicates
            name={form.value.name}
            unitId={basis.unitId}
            placeUnitId={form.value.place?.id ?? null}
            exceptId={saved.id}
            sourceId={basis.sourcePracticeId}
          />
          <QuotaCard campaign={basis.campaign} />
        </>
      }
    >
      {props.head}
      <RequiredFields
        value={form.value}
        set={set}
        fields={basis.campaign.fields.map((field) => ({ value: field.code, label: field.name }))}
        year={basis.campaign.year}
        unitId={basis.unitId}
      />
      <GoodRegistration value={form.value} set={set} />
    </FormPage>
  );
}

/** A refusal of the autosave is shown at the top when it is about fields; the rest is told in the foot. */
function fieldProblem(problem: ClientProblem | null): ClientProblem | null {
  return problem !== null && problem.fields.length > 0 ? problem : null;
}

interface SavedDraft {
  readonly id: string | null;
  readonly autosave: Autosave<Registration>;
  /** The draft's id, made now where there is none: a continued registration may be sent as it came. */
  readonly ensure: () => Promise<string>;
}

function useSavedDraft(props: RegistrationFormProps, value: Registration): SavedDraft {
  const { basis, draft, onCreated } = props;
  const known = useRef(draft);
  const [id, setId] = useState(draft?.id ?? null);
  const create = async (what: Registration): Promise<string> => {
    const made = await request('POST /api/practices', {
      body: {
        campaignId: basis.campaign.id,
        unitId: basis.unitId,
        origin: basis.origin,
        sourcePracticeId: basis.sourcePracticeId,
        registration: registrationBody(what),
      },
    });
    known.current = { id: made.id, version: made.version ?? 1 };
    setId(made.id);
    onCreated?.(made.id);
    return made.id;
  };
  const save = async (what: Registration) => {
    const before = known.current;
    if (before === null) {
      await create(what);
      return;
    }
    const done = await request('PUT /api/practices/:id', {
      params: { id: before.id },
      body: { version: before.version, registration: registrationBody(what) },
    });
    known.current = { id: before.id, version: done.version ?? before.version + 1 };
  };
  const key = `practice-${id ?? `moi-${basis.campaign.id}-${basis.unitId}-${basis.sourcePracticeId ?? ''}`}`;
  const autosave = useAutosave(key, value, save, { enabled: id !== null || value.name.trim() !== '' });
  // What this machine kept before the draft had its id is the draft's now: it must not be offered as another.
  const before = useRef<{ id: string | null; forget: () => void } | null>(null);
  useEffect(() => {
    const earlier = before.current;
    before.current = { id, forget: autosave.forget };
    if (earlier !== null && earlier.id !== id) earlier.forget();
  }, [id, autosave.forget]);
  // What was read before (lists, the record, the options) no longer shows what is kept now.
  useEffect(() => () => void invalidateApi(queryClient), []);
  const ensure = async (): Promise<string> => {
    return known.current === null ? create(value) : known.current.id;
  };
  return { id, autosave, ensure };
}

function SaveAndLeave({ saved }: { readonly saved: SavedDraft }) {
  const goTo = useGoTo();
  const { words } = useUrlState();
  const leave = async () => {
    if (!(await saved.autosave.flush())) return;
    goTo(saved.id === null ? (words['tu'] ?? '/mo-hinh') : `/mo-hinh/${saved.id}`);
  };
  return (
    <Button variant="default" onClick={() => void leave()}>
      Để sau
    </Button>
  );
}
