import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { useGoTo, usePathParam } from '../platform/navigation.ts';
import { usePermission } from '../platform/session.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { HistoryCard } from '../ui/history-card.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { CandidateTable } from './candidate-table.tsx';
import { MeetingEditor } from './meeting-editor.tsx';
import { MeetingStateBadge } from './meeting-list.page.tsx';
import { QuorumLine } from './quorum-line.tsx';
import { type Meeting, noVotes, votesOf } from './votes.ts';

/** A meeting: prepared, voted and concluded here; afterwards its record. */
export function MeetingPage() {
  const id = usePathParam('id');
  const [round, setRound] = useState(0);
  const meeting = useApiQuery('GET /api/meetings/:id', { params: { id } });
  const readAgain = async () => {
    await meeting.reload();
    setRound((before) => before + 1);
  };
  return (
    <Loaded query={meeting}>
      {(data) => {
        const edits = data.actions.some((entry) => entry.action === 'edit' && entry.allowed);
        return edits ? (
          <MeetingEditor key={`${data.id}-${round}`} meeting={data} onReadAgain={readAgain} />
        ) : (
          <MeetingRecord meeting={data} />
        );
      }}
    </Loaded>
  );
}

function MeetingRecord({ meeting }: { readonly meeting: Meeting }) {
  const recognised = meeting.candidates.filter((one) => one.outcome === 'recognised').length;
  const byId = new Map(meeting.candidates.map((one) => [one.practice.id, votesOf(one)]));
  return (
    <>
      <PageHead
        title={meeting.title}
        subtitle={`${meeting.campaign.title} · họp ngày ${formatDay(meeting.heldOn)}`}
        crumbs={[{ label: 'Họp xét', href: `/hop-xet?campaignId=${meeting.campaign.id}` }]}
        badges={<MeetingStateBadge state={meeting.state} />}
        actions={
          <>
            <PrintButton />
            {meeting.state === 'concluded' && <AfterConclusion meeting={meeting} recognised={recognised} />}
          </>
        }
      />
      <div className="k-stack">
        <QuorumLine meeting={meeting} />
        <CandidateTable
          candidates={meeting.candidates}
          votes={(id) => byId.get(id) ?? noVotes}
          present={meeting.membersPresent}
          rules={meeting.rules}
        />
        <div className="k-two">
          <Card title="Kết luận">
            {meeting.conclusion === '' ? (
              <p className="k-small">Chưa ghi kết luận bằng lời.</p>
            ) : (
              <p style={{ whiteSpace: 'pre-line' }}>{meeting.conclusion}</p>
            )}
          </Card>
          <div className="k-stack">
            <Card title="Cuộc họp">
              <DefinitionList
                items={[
                  { term: 'Chủ trì', value: meeting.chairPost },
                  { term: 'Thư ký', value: meeting.secretaryPost },
                  { term: 'Căn cứ', value: meeting.rules.legalBasis },
                  {
                    term: 'Biểu quyết',
                    value: meeting.rules.ballot === 'secret' ? 'Bỏ phiếu kín' : 'Giơ tay',
                  },
                  ...(meeting.state === 'concluded'
                    ? [
                        {
                          term: 'Kết quả',
                          value: `Công nhận ${formatNumber(recognised)} trong ${formatNumber(meeting.candidates.length)}`,
                        },
                      ]
                    : []),
                ]}
              />
            </Card>
            <HistoryCard entries={meeting.history} />
          </div>
        </div>
      </div>
    </>
  );
}

interface AfterConclusionProps {
  readonly meeting: Meeting;
  readonly recognised: number;
}

/** What comes after: the decision with its list, then rewards. */
function AfterConclusion({ meeting, recognised }: AfterConclusionProps) {
  const drafts = usePermission('document.draft');
  const proposes = usePermission('reward.propose');
  const goTo = useGoTo();
  const compose = useApiCommand('POST /api/campaigns/:id/papers', {
    problems: 'notice',
    onSuccess: (done) => goTo(`/van-ban/${done.id}`),
  });
  return (
    <>
      {proposes && recognised > 0 && (
        <Button variant="default" component={AppLink} href={`/khen-thuong?campaignId=${meeting.campaign.id}`}>
          Đề nghị khen thưởng
        </Button>
      )}
      {drafts && recognised > 0 && (
        <Button
          loading={compose.pending}
          onClick={() =>
            compose.run({ params: { id: meeting.campaign.id }, body: { purpose: 'recognition_decision' } })
          }
        >
          Dự thảo quyết định công nhận
        </Button>
      )}
    </>
  );
}
