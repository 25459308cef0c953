import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextAreaField } from '../ui/fields.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import { grassrootsKinds } from '#domain/organisations/unit-kinds.ts';
import type { Practice } from './practice-shape.ts';
import styles from './practice.module.css';

interface OfferDrawerProps {
  readonly practice: Practice;
  readonly onClose: () => void;
}

/** An effective practice is put to units, which take it up or say why not. */
export function OfferDrawer({ practice, onClose }: OfferDrawerProps) {
  const { currentCampaign } = useSession();
  const campaigns = useApiQuery('GET /api/campaigns', {});
  const open = (campaigns.data?.items ?? []).filter((one) => one.state === 'open');
  const [chosenCampaign, setChosenCampaign] = useState(currentCampaign?.id ?? '');
  const campaignId = open.some((one) => one.id === chosenCampaign) ? chosenCampaign : (open[0]?.id ?? '');
  const [unitIds, setUnitIds] = useState<ReadonlySet<string>>(new Set());
  const [message, setMessage] = useState('');
  const [unchosen, setUnchosen] = useState(false);
  const offer = useApiCommand('POST /api/practices/:id/replication-offers', {
    onSuccess: (answer) => {
      notify(`Đã giới thiệu đến ${formatNumber(answer.ids.length)} đơn vị.`);
      onClose();
    },
  });
  const submit = () => {
    setUnchosen(unitIds.size === 0);
    if (unitIds.size === 0) return;
    offer.run({ params: { id: practice.id }, body: { campaignId, unitIds: [...unitIds], message } });
  };
  return (
    <DrawerForm
      opened
      title="Giới thiệu nhân rộng"
      onClose={onClose}
      submitLabel={unitIds.size === 0 ? 'Giới thiệu' : `Giới thiệu đến ${unitIds.size} đơn vị`}
      pending={offer.pending}
      problem={offer.problem}
      onSubmit={submit}
    >
      <p>{practice.name}</p>
      {campaigns.data !== undefined && open.length === 0 ? (
        <p>Chưa có chiến dịch nào đang mở để các đơn vị nhận áp dụng.</p>
      ) : (
        <>
          <NativeSelect
            label="Áp dụng trong"
            value={campaignId}
            onChange={(event) => setChosenCampaign(event.currentTarget.value)}
            data={open.map((one) => ({ value: one.id, label: one.title }))}
          />
          <UnitChoice
            exceptId={practice.unit.id}
            chosen={unitIds}
            onChange={setUnitIds}
            error={unchosen && unitIds.size === 0 ? 'Chọn ít nhất một đơn vị.' : null}
          />
          <TextAreaField
            name="message"
            label="Lời nhắn"
            hint="Vì sao nên áp dụng, hỏi kinh nghiệm ở đâu."
            value={message}
            onChange={setMessage}
            maxLength={3000}
          />
        </>
      )}
    </DrawerForm>
  );
}

interface UnitChoiceProps {
  readonly exceptId: string;
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  readonly error: string | null;
}

function UnitChoice({ exceptId, chosen, onChange, error }: UnitChoiceProps) {
  const units = useApiQuery('GET /api/units', { query: { limit: 1000 } }, { staleTime: 300_000 });
  const [text, setText] = useState('');
  const sought = foldVietnamese(text);
  const all = (units.data?.items ?? []).filter(
    (unit) => grassrootsKinds.includes(unit.kind) && unit.id !== exceptId,
  );
  const shown = all.filter((unit) => sought === '' || foldVietnamese(unit.name).includes(sought));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  const every = shown.length > 0 && shown.every((unit) => chosen.has(unit.id));
  const toggleAll = () => {
    const next = new Set(chosen);
    for (const unit of shown) {
      if (every) next.delete(unit.id);
      else next.add(unit.id);
    }
    onChange(next);
  };
  return (
    <div>
      <TextInput
        label={`Đơn vị (đã chọn ${chosen.size})`}
        placeholder="Tìm trong danh sách"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={error}
        spellCheck={false}
      />
      <div className={styles.units} role="group" aria-label="Chọn đơn vị" tabIndex={0}>
        {shown.length > 1 && (
          <Checkbox
            label={every ? 'Bỏ chọn tất cả' : `Chọn tất cả ${shown.length} đơn vị`}
            checked={every}
            onChange={toggleAll}
          />
        )}
        {shown.map((unit) => (
          <Checkbox
            key={unit.id}
            label={unit.name}
            checked={chosen.has(unit.id)}
            onChange={() => toggle(unit.id)}
          />
        ))}
        {units.data !== undefined && shown.length === 0 && (
          <span className="k-small">Không tìm thấy “{text}”.</span>
        )}
      </div>
    </div>
  );
}
