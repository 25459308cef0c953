import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { useGoTo } from '../platform/navigation.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import { AppLink } from '../ui/app-link.tsx';
import { NoCampaign, useChosenCampaign } from '../ui/campaign-choice.tsx';
import { FormPage, FormSection } from '../ui/form-page.tsx';
import { useFormState } from '../ui/form-state.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { meetingBody, type MeetingData, MeetingFields } from './meeting-form.tsx';
import styles from './recognition.module.css';

type Campaign = ApiResponse<'GET /api/campaigns/:id'>;
type Earlier = ApiResponse<'GET /api/meetings/:id'> | undefined;
type Practices = ApiResponse<'GET /api/practices'>['items'];

const crumbs = [{ label: 'Họp xét', href: '/hop-xet' }];

/** Prepares a meeting: what it is, its rules, whom it judges. Rules are taken over from the meeting before. */
export function NewMeetingPage() {
  const { chosen, list } = useChosenCampaign();
  const id = chosen?.id ?? '';
  const there = { enabled: id !== '' };
  const campaign = useApiQuery('GET /api/campaigns/:id', { params: { id } }, there);
  const meetings = useApiQuery('GET /api/campaigns/:id/meetings', { params: { id } }, there);
  const proposed = useApiQuery(
    'GET /api/practices',
    { query: { campaignId: id, state: 'proposed', size: 200 } },
    there,
  );
  const lastId = meetings.data?.items[0]?.id ?? '';
  const last = useApiQuery('GET /api/meetings/:id', { params: { id: lastId } }, { enabled: lastId !== '' });
  if (list.data !== undefined && chosen === null)
    return (
      <>
        <PageHead title="Chuẩn bị cuộc họp" crumbs={crumbs} />
        <NoCampaign />
      </>
    );
  const ready =
    meetings.data !== undefined && proposed.data !== undefined && (lastId === '' || !last.loading);
  const all = ready ? campaign : { ...campaign, data: undefined };
  const failed = campaign.problem ?? meetings.problem ?? proposed.problem;
  return (
    <Loaded query={{ ...all, problem: failed }}>
      {(data) => (
        <NewMeetingForm campaign={data} earlier={last.data} practices={proposed.data?.items ?? []} />
      )}
    </Loaded>
  );
}

function startingFrom(campaign: Campaign, earlier: Earlier, today: string): MeetingData {
  const total = campaign.members.length > 0 ? campaign.members.length : null;
  return {
    title: `Họp xét công nhận mô hình, điển hình “Dân vận khéo” năm ${campaign.year}`,
    heldOn: today,
    chairPost: earlier?.chairPost ?? '',
    secretaryPost: earlier?.secretaryPost ?? '',
    membersTotal: earlier?.membersTotal ?? total,
    membersPresent: null,
    rules: earlier?.rules ?? { legalBasis: '', quorumPercent: 67, neededPercent: 70, ballot: 'open' },
  };
}

interface NewMeetingFormProps {
  readonly campaign: Campaign;
  readonly earlier: Earlier;
  readonly practices: Practices;
}

function NewMeetingForm({ campaign, earlier, practices }: NewMeetingFormProps) {
  const goTo = useGoTo();
  const { today } = useSession();
  const form = useFormState(startingFrom(campaign, earlier, today));
  // Those of a meeting under preparation are refused by the server; the rest are taken unless taken off here.
  const inOther = new Set(earlier?.state === 'draft' ? earlier.candidates.map((one) => one.practice.id) : []);
  const free = practices.filter((practice) => !inOther.has(practice.id));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = free.filter((practice) => !left.has(practice.id)).map((practice) => practice.id);
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  const prepare = useApiCommand('POST /api/campaigns/:id/meetings', {
    onSuccess: (done) => {
      notify('Đã chuẩn bị cuộc họp. Nhập điểm cuối và số phiếu khi họp.');
      goTo(`/hop-xet/${done.id}`, { replace: true });
    },
  });
  return (
    <FormPage
      title="Chuẩn bị cuộc họp"
      subtitle={campaign.title}
      crumbs={crumbs}
      submitLabel="Chuẩn bị cuộc họp"
      onSubmit={() =>
        prepare.run({
          params: { id: campaign.id },
          body: { ...meetingBody(form.value), practiceIds: chosen },
        })
      }
      submitting={prepare.pending}
      problem={prepare.problem}
      dirty={form.dirty}
      onCancel={() => goTo('/hop-xet')}
    >
      <MeetingFields
        data={form.value}
        onChange={(patch) => form.replace((before) => ({ ...before, ...patch }))}
        year={campaign.year}
      />
      <FormSection
        title="Mô hình đưa ra xét"
        hint={`Đã chọn ${formatNumber(chosen.length)} trong ${formatNumber(free.length)} mô hình được đề nghị công nhận, chưa ở cuộc họp nào.`}
      >
        {free.length === 0 ? (
          <p className="k-small">
            Chưa có mô hình nào chờ xét.{' '}
            <AppLink href={`/mo-hinh?campaignId=${campaign.id}&state=implementing`}>
              Xem mô hình đang thực hiện
            </AppLink>
          </p>
        ) : (
          <div role="group" aria-label="Mô hình đưa ra xét" className={styles.choices}>
            {free.map((practice) => (
              <Checkbox
                key={practice.id}
                label={practice.name}
                description={[practice.unit.name, practice.fieldName].join(' · ')}
                checked={!left.has(practice.id)}
                onChange={() => toggle(practice.id)}
              />
            ))}
          </div>
        )}
      </FormSection>
    </FormPage>
  );
}
