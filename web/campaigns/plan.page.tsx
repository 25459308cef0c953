import { Button } from '@mantine/core';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePathParam } from '../platform/navigation.ts';
import { formatInstant } from '../platform/time.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { Loaded, RecordPage } from '../ui/record-page.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { CampaignStateBadge } from './campaign-state.tsx';
import { PlanPaper, planParts } from './plan-paper.tsx';
import styles from './plan.module.css';

type Campaign = ApiResponse<'GET /api/campaigns/:id'>;

/** The plan as a page to read and print, with what was changed in it and when. */
export function PlanPage() {
  const id = usePathParam('id');
  const campaign = useApiQuery('GET /api/campaigns/:id', { params: { id } });
  return <Loaded query={campaign}>{(data) => <PlanRecord campaign={data} />}</Loaded>;
}

function PlanRecord({ campaign }: { readonly campaign: Campaign }) {
  const edit = campaign.actions.find((entry) => entry.action === 'edit_plan');
  return (
    <RecordPage
      title={`Kế hoạch: ${campaign.title}`}
      crumbs={[
        { label: 'Chiến dịch', href: '/chien-dich' },
        { label: campaign.title, href: `/chien-dich/${campaign.id}` },
        { label: 'Kế hoạch' },
      ]}
      badges={<CampaignStateBadge state={campaign.state} />}
      subtitle={campaign.owner.name}
      actions={
        <>
          <PrintButton />
          {edit?.allowed === true && (
            <Button component={AppLink} href={`/chien-dich/${campaign.id}/ke-hoach/sua`}>
              Sửa kế hoạch
            </Button>
          )}
        </>
      }
      aside={
        <div className={`${styles.side} k-no-print`}>
          <Card title="Trong kế hoạch này">
            <nav aria-label="Mục của kế hoạch">
              <ol className={styles.index}>
                {planParts(campaign.plan).map((part) => (
                  <li key={part.id}>
                    <a href={`#${part.id}`}>{part.title}</a>
                  </li>
                ))}
              </ol>
            </nav>
          </Card>
          <Card title="Các lần sửa">
            {campaign.history.length === 0 ? (
              <p className="k-small">Chưa có thay đổi nào.</p>
            ) : (
              <Timeline
                entries={campaign.history.map((entry) => ({
                  id: entry.id,
                  when: formatInstant(entry.at),
                  title: entry.label,
                  detail: [entry.actorName, entry.reason].filter(Boolean).join(' · '),
                }))}
              />
            )}
          </Card>
        </div>
      }
    >
      <PlanPaper campaign={campaign} />
    </RecordPage>
  );
}
