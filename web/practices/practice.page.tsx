import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePathParam } from '../platform/navigation.ts';
import { usePermission, useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { PassagesCard } from '../ui/passages-card.tsx';
import { PracticeStateBadge, practiceKind } from '../ui/practices/practice-badge.tsx';
import { Loaded, RecordPage } from '../ui/record-page.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import type { Evidence, Practice, PracticeDialog } from './practice-shape.ts';
import { AppraisalCard } from './practice-appraisal.tsx';
import { PracticeActions } from './practice-actions.tsx';
import { ContributionsCard } from './practice-contributions.tsx';
import { PracticeDialogs } from './practice-dialogs.tsx';
import { EvidenceCard } from './practice-evidence.tsx';
import { Lightbox } from './lightbox.tsx';
import { LineageCard, NearCard, PapersCard } from './practice-links.tsx';
import { JustSent, practiceNotice } from './practice-notice.tsx';
import { OutcomeCard } from './practice-outcome.tsx';
import { RegistrationCard } from './practice-registration.tsx';
import { ScoresCard } from './practice-scores.tsx';
import { SelfChecksCard } from './practice-self-checks.tsx';
import { TimelineCard } from './practice-timeline.tsx';

/** One practice: what it is, what can be done with it now, what has been done. */
export function PracticePage() {
  const id = usePathParam('id');
  const practice = useApiQuery('GET /api/practices/:id', { params: { id } });
  return <Loaded query={practice}>{(data) => <PracticeRecord key={data.id} practice={data} />}</Loaded>;
}

function PracticeRecord({ practice }: { readonly practice: Practice }) {
  const [dialog, setDialog] = useState<PracticeDialog | null>(null);
  const [shown, setShown] = useState<Evidence | null>(null);
  return (
    <>
      <RecordPage
        title={practice.name}
        crumbs={[
          { label: 'Mô hình', href: '/mo-hinh' },
          { label: practice.unit.name, href: `/mo-hinh?unitId=${practice.unit.id}` },
          ...(practice.fieldName === '' ? [] : [{ label: practice.fieldName.toLowerCase() }]),
        ]}
        badges={<Badges practice={practice} />}
        actions={
          <PracticeActions practice={practice} onOpen={setDialog}>
            <span className="k-office-only">
              <PrintButton />
            </span>
            <TakeOverButton practice={practice} />
          </PracticeActions>
        }
        notice={practiceNotice(practice)}
        aside={
          <>
            <TimelineCard practice={practice} />
            <LineageCard practice={practice} />
            <PapersCard practice={practice} />
            <NearCard practice={practice} />
            <PassagesCard of={{ practiceId: practice.id }} />
          </>
        }
      >
        <JustSent practice={practice} />
        <RegistrationCard practice={practice} />
        <AppraisalCard practice={practice} onOpen={setDialog} onShow={setShown} />
        <EvidenceCard practice={practice} onOpen={setDialog} onShow={setShown} />
        <SelfChecksCard practice={practice} onOpen={setDialog} />
        <ContributionsCard practice={practice} onOpen={setDialog} />
        <ScoresCard practice={practice} onOpen={setDialog} />
        <OutcomeCard practice={practice} onOpen={setDialog} />
      </RecordPage>
      <PracticeDialogs practice={practice} dialog={dialog} onClose={() => setDialog(null)} />
      <Lightbox items={practice.evidence} shown={shown} onShow={setShown} />
    </>
  );
}

function Badges({ practice }: { readonly practice: Practice }) {
  return (
    <>
      <PracticeStateBadge state={practice.state} />
      <StateBadge tone="neutral">{practiceKind(practice)}</StateBadge>
      {practice.campaign !== null ? (
        <StateBadge tone="neutral">{`Năm ${practice.campaign.year}, đợt ${practice.intake}`}</StateBadge>
      ) : (
        practice.stageName !== null && <StateBadge tone="neutral">{practice.stageName}</StateBadge>
      )}
      {practice.silentDays !== null && practice.silentDays >= 30 && (
        <StateBadge tone="warn">{`${practice.silentDays} ngày chưa có tiến độ`}</StateBadge>
      )}
    </>
  );
}

const worthLearning: readonly Practice['state'][] = ['recognised', 'documented'];

/** A unit that sees an effective practice of another may take it up by itself. */
function TakeOverButton({ practice }: { readonly practice: Practice }) {
  const { currentCampaign, grants } = useSession();
  const mayRegister = usePermission('practice.register');
  const { words } = useUrlState();
  const own = grants.some((grant) => grant.unitId === practice.unit.id);
  if (!mayRegister || own || currentCampaign === null || !worthLearning.includes(practice.state)) return null;
  if (words['vua-gui'] !== undefined) return null;
  return (
    <Button variant="default" component={AppLink} href={`/mo-hinh/moi?replicate=${practice.id}`}>
      Áp dụng tại đơn vị mình
    </Button>
  );
}
