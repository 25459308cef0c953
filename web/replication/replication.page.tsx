import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { useGoTo } from '../platform/navigation.ts';
import { notify } from '../platform/notify.ts';
import { AppLink } from '../ui/app-link.tsx';
import { CampaignSelect, NoCampaign, useChosenCampaign } from '../ui/campaign-choice.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import type { Tone } from '../ui/tone.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { type OfferState, offerStateWords } from '#domain/recognition/recognition.words.ts';
import { OfferDrawer } from './offer-drawer.tsx';
import styles from './replication.module.css';

type Offer = ApiResponse<'GET /api/replication'>['offers'][number];

const toneOf: Record<OfferState, Tone> = { offered: 'info', taken_up: 'good', declined: 'warn' };

/** Effective practices put to units; what waits for my answer stands first. */
export function ReplicationPage() {
  const { chosen, list } = useChosenCampaign();
  return (
    <Loaded query={list}>
      {() =>
        chosen === null ? (
          <>
            <PageHead title="Nhân rộng" />
            <NoCampaign />
          </>
        ) : (
          <Replication campaign={chosen} />
        )
      }
    </Loaded>
  );
}

interface CampaignRef {
  readonly id: string;
  readonly year: number;
  readonly owner: { readonly id: string };
}

function Replication({ campaign }: { readonly campaign: CampaignRef }) {
  const replication = useApiQuery('GET /api/replication', { query: { campaignId: campaign.id } });
  const [offering, setOffering] = useState(false);
  const offers = replication.data?.offers;
  const mine = offers?.filter((offer) => offer.canAnswer) ?? [];
  const canOffer = replication.data?.canOffer ?? false;
  return (
    <>
      <PageHead
        title="Nhân rộng"
        subtitle={`Năm ${campaign.year}: mô hình hiệu quả được giới thiệu để đơn vị khác áp dụng`}
        actions={
          <>
            <CampaignSelect />
            <PrintButton />
            {canOffer && <Button onClick={() => setOffering(true)}>Giới thiệu mô hình</Button>}
          </>
        }
      />
      <div className="k-stack">
        {mine.length > 0 && (
          <Card title="Chờ đơn vị trả lời" aside={`${formatNumber(mine.length)} mô hình`} flush>
            {mine.map((offer) => (
              <OfferToAnswer key={offer.id} offer={offer} />
            ))}
          </Card>
        )}
        <DataTable
          name="replication"
          label="Mô hình được giới thiệu nhân rộng"
          unit="lượt giới thiệu"
          columns={columns}
          rows={offers}
          rowId={(row) => row.id}
          problem={replication.problem}
          onRetry={() => void replication.reload()}
          empty={
            <EmptyState
              title="Chưa giới thiệu mô hình nào để nhân rộng"
              action={canOffer && <Button onClick={() => setOffering(true)}>Giới thiệu mô hình</Button>}
            >
              Mô hình đã được công nhận, hoặc đang có hiệu quả, được giới thiệu để đơn vị khác áp dụng; mô
              hình nhân rộng luôn ghi rõ nơi khởi đầu.
            </EmptyState>
          }
        />
      </div>
      {offering && <OfferDrawer campaign={campaign} onClose={() => setOffering(false)} />}
    </>
  );
}

const columns: readonly TableColumn<Offer>[] = [
  {
    key: 'practice',
    header: 'Mô hình',
    phone: 'title',
    cell: (row) => (
      <div>
        <AppLink href={`/mo-hinh/${row.practice.id}`}>{row.practice.name}</AppLink>
        <div className="k-small">Khởi đầu tại {row.practice.unitName}</div>
      </div>
    ),
  },
  { key: 'unit', header: 'Giới thiệu cho', width: '14rem', cell: (row) => row.unit.name },
  { key: 'day', header: 'Ngày', width: '7rem', cell: (row) => formatDay(row.offeredOn) },
  {
    key: 'state',
    header: 'Trả lời',
    width: '20rem',
    cell: (row) => (
      <div>
        <StateBadge tone={toneOf[row.state]}>{offerStateWords[row.state]}</StateBadge>
        {row.declineReason !== null && <div className="k-small">“{row.declineReason}”</div>}
        {row.replicaId !== null && (
          <div className="k-small">
            <AppLink href={`/mo-hinh/${row.replicaId}`}>Mở mô hình nhân rộng</AppLink>
          </div>
        )}
      </div>
    ),
  },
];

function OfferToAnswer({ offer }: { readonly offer: Offer }) {
  const goTo = useGoTo();
  const [declining, setDeclining] = useState(false);
  const take = useApiCommand('POST /api/replication-offers/:id/taking-up', {
    onSuccess: (done) => {
      notify('Đã nhận. Bổ sung nội dung theo địa bàn rồi gửi đăng ký.');
      goTo(`/mo-hinh/${done.id}/sua`);
    },
  });
  const decline = useApiCommand('POST /api/replication-offers/:id/declining', {
    onSuccess: () => {
      setDeclining(false);
      notify('Đã trả lời không nhận, kèm lý do.');
    },
  });
  return (
    <article className={styles.offer} aria-label={offer.practice.name}>
      <div>
        <h3>
          <AppLink href={`/mo-hinh/${offer.practice.id}`}>{offer.practice.name}</AppLink>
        </h3>
        <div className="k-small">
          {offer.practice.unitName} · giới thiệu cho {offer.unit.name} ngày {formatDay(offer.offeredOn)}
        </div>
      </div>
      <p className={styles.content}>{offer.practice.content}</p>
      {offer.message !== '' && <blockquote>{offer.message}</blockquote>}
      <ProblemAlert problem={take.problem} />
      <div className="k-row k-no-print">
        <Button loading={take.pending} onClick={() => take.run({ params: { id: offer.id } })}>
          Nhận áp dụng
        </Button>
        <Button variant="default" onClick={() => setDeclining(true)}>
          Không nhận
        </Button>
      </div>
      <ReasonDialog
        opened={declining}
        title="Không nhận áp dụng"
        label="Vì sao đơn vị không nhận"
        confirmLabel="Trả lời không nhận"
        danger
        quickPhrases={[
          'Đơn vị đã có mô hình tương tự.',
          'Điều kiện của địa bàn chưa phù hợp.',
          'Chưa bố trí được người phụ trách và nguồn lực trong năm.',
        ]}
        pending={decline.pending}
        problem={decline.problem}
        onConfirm={(reason) => decline.run({ params: { id: offer.id }, body: { reason } })}
        onClose={() => setDeclining(false)}
      />
    </article>
  );
}
