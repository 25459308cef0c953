import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand } from '../platform/api-hooks.ts';
import { useGoTo } from '../platform/navigation.ts';
import { notify } from '../platform/notify.ts';
import { reloadSession, usePermission } from '../platform/session.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import type { CampaignAction, CampaignState } from '#domain/campaigns/campaign.workflow.ts';
import { PapersMenu } from './papers-menu.tsx';

type Campaign = ApiResponse<'GET /api/campaigns/:id'>;

/** Only the actions of where the campaign is in its life; one that is blocked there says why. */
const shownIn: Record<CampaignState, readonly CampaignAction[]> = {
  draft: ['edit_plan', 'open'],
  open: ['edit_plan', 'start_next', 'close'],
  closed: ['start_next'],
};

export function CampaignActions({ campaign }: { readonly campaign: Campaign }) {
  const goTo = useGoTo();
  const drafts = usePermission('document.draft');
  const [asking, setAsking] = useState<'open' | 'close' | null>(null);
  const wanted: readonly string[] = shownIn[campaign.state];
  const actions = campaign.actions
    .filter((entry) => wanted.includes(entry.action))
    .toSorted((a, b) => wanted.indexOf(a.action) - wanted.indexOf(b.action));
  const act = (action: string) => {
    if (action === 'edit_plan') goTo(`/chien-dich/${campaign.id}/ke-hoach/sua`);
    else if (action === 'start_next') goTo(`/chien-dich/${campaign.id}/nam-sau`);
    else if (action === 'open' || action === 'close') setAsking(action);
  };
  return (
    <>
      <ActionBar
        actions={actions}
        onAction={act}
        primary={campaign.state === 'draft' ? 'open' : null}
        danger={['close']}
      />
      {drafts && campaign.state !== 'draft' && <PapersMenu campaignId={campaign.id} />}
      <OpenDialog campaign={campaign} opened={asking === 'open'} onClose={() => setAsking(null)} />
      <CloseDialog campaign={campaign} opened={asking === 'close'} onClose={() => setAsking(null)} />
    </>
  );
}

interface DialogProps {
  readonly campaign: Campaign;
  readonly opened: boolean;
  readonly onClose: () => void;
}

function OpenDialog({ campaign, opened, onClose }: DialogProps) {
  const open = useApiCommand('POST /api/campaigns/:id/opening', {
    onSuccess: () => {
      onClose();
      notify('Đã phát động. Các đơn vị đăng ký được từ bây giờ.');
      void reloadSession();
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      title="Phát động chiến dịch?"
      confirmLabel="Phát động"
      pending={open.pending}
      problem={open.problem}
      onConfirm={() => open.run({ params: { id: campaign.id } })}
      onClose={onClose}
    >
      Sau khi phát động, các đơn vị thấy chiến dịch “{campaign.title}” và đăng ký mô hình theo các đợt trong
      kế hoạch. Kế hoạch vẫn sửa được; mỗi lần sửa đều được lưu lại.
    </ConfirmDialog>
  );
}

function CloseDialog({ campaign, opened, onClose }: DialogProps) {
  const close = useApiCommand('POST /api/campaigns/:id/closing', {
    onSuccess: () => {
      onClose();
      notify('Đã kết thúc chiến dịch năm.');
      void reloadSession();
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      title={`Kết thúc chiến dịch năm ${campaign.year}?`}
      confirmLabel="Kết thúc năm"
      danger
      pending={close.pending}
      problem={close.problem}
      onConfirm={() => close.run({ params: { id: campaign.id } })}
      onClose={onClose}
    >
      Sau khi kết thúc, đăng ký, tiến độ và kết quả của năm không thay đổi được nữa. Văn bản, báo cáo vẫn xem
      và lập được; mô hình vẫn tiếp tục được sang năm sau.
    </ConfirmDialog>
  );
}
