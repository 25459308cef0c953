import { NativeSelect } from '@mantine/core';
import { useApiQuery } from '../platform/api-hooks.ts';
import { useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { EmptyState } from './empty-state.tsx';

const WORD = 'campaignId';

/** The campaign that a page is about: the one in the address, else the running one, else the newest. */
export function useChosenCampaign() {
  const { words } = useUrlState();
  const { currentCampaign } = useSession();
  const list = useApiQuery('GET /api/campaigns', {}, { staleTime: 60_000 });
  const items = (list.data?.items ?? []).filter((one) => one.state !== 'draft');
  const wanted = words[WORD] ?? currentCampaign?.id;
  const chosen = items.find((one) => one.id === wanted) ?? items[0] ?? null;
  return { chosen, items, list };
}

/** Another year: kept in the address. Nothing to see where there is only one. */
export function CampaignSelect() {
  const { change } = useUrlState();
  const { chosen, items } = useChosenCampaign();
  if (items.length < 2) return null;
  return (
    <NativeSelect
      className="k-no-print"
      aria-label="Chiến dịch"
      value={chosen?.id ?? ''}
      onChange={(event) => change({ [WORD]: event.currentTarget.value })}
      data={items.map((one) => ({ value: one.id, label: `Năm ${one.year} – ${one.owner.shortName}` }))}
    />
  );
}

/** What stands on such a page before there is any campaign. */
export function NoCampaign() {
  return (
    <div className="k-card">
      <EmptyState title="Chưa có chiến dịch nào được phát động">
        Khi cơ quan thường trực phát động chiến dịch năm, việc của bước này sẽ hiện ở đây.
      </EmptyState>
    </div>
  );
}
