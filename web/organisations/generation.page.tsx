import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { useGoTo } from '../platform/navigation.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { Remark } from '../ui/card.tsx';
import { CheckField } from '../ui/check-field.tsx';
import { DayField } from '../ui/day-field.tsx';
import { TextAreaField, TextField } from '../ui/fields.tsx';
import { FormSection } from '../ui/form-page.tsx';
import { useFormState } from '../ui/form-state.ts';
import { GuidedSteps } from '../ui/guided-steps.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { type PickedUnit, UnitPicker } from '../ui/unit-picker.tsx';
import type { RefusedField } from '../platform/problem-error.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { GenerationPreview } from './generation-preview.tsx';
import { arrangePath, treeHref } from './organisation-links.ts';

const nothing: readonly RefusedField[] = [];

/** Committees, Fronts, government bodies and steering committees over a part of the country, in one act. */
export function GenerationPage() {
  const goTo = useGoTo();
  const { words, change } = useUrlState();
  const [pressed, setPressed] = useState(false);
  const wish = useWish();
  const { asked, missing } = wish;
  const step = words['buoc'] === 'preview' && missing.length === 0 ? 'preview' : 'what';
  const { front, government, steering_committee, ...where } = asked;
  const flags = {
    front: String(front),
    government: String(government),
    steering_committee: String(steering_committee),
  };
  const preview = useApiQuery(
    'GET /api/units/generation',
    { query: { ...where, ...flags } },
    { enabled: step === 'preview' },
  );
  const generate = useApiCommand('POST /api/units/generation', {
    onSuccess: (done) => {
      notify(
        `Đã lập ${formatNumber(done.founded)} tổ chức và ${formatNumber(done.steeringCommittees)} Ban Chỉ đạo.`,
      );
      goTo(treeHref(null, asked.underId));
    },
  });
  const open = (key: string) => {
    generate.reset();
    change({ buoc: key === 'preview' ? key : undefined }, 'push');
  };
  const next = () => {
    if (step === 'preview') generate.run({ body: { ...asked, ...wish.paper } });
    else if (missing.length === 0) open('preview');
    else setPressed(true);
  };
  const problem = generate.problem ?? (step === 'preview' ? preview.problem : null);
  const found = (preview.data?.total ?? 0) + (preview.data?.steeringCount ?? 0);
  return (
    <>
      <PageHead
        title="Lập tổ chức theo địa bàn"
        subtitle="Tạo cùng lúc cấp ủy và các tổ chức cho những tỉnh, xã, phường, đặc khu đã có trong danh mục"
        crumbs={[
          { label: 'Tổ chức', href: '/to-chuc' },
          { label: 'Sắp xếp tổ chức', href: arrangePath },
        ]}
      />
      <GuidedSteps
        steps={[
          { key: 'what', title: 'Ở đâu, tổ chức nào', content: <WishFields wish={wish} /> },
          {
            key: 'preview',
            title: 'Xem trước',
            content:
              preview.data === undefined ? (
                preview.problem === null && <PageSkeleton />
              ) : (
                <>
                  <GenerationPreview data={preview.data} />
                  <Remark>Chưa có gì thay đổi. Bấm “Lập các tổ chức này” để ghi tất cả trong một lần.</Remark>
                </>
              ),
          },
        ]}
        current={step}
        onGo={open}
        reached={missing.length === 0 ? 1 : 0}
        onNext={next}
        nextLabel={step === 'preview' ? 'Lập các tổ chức này' : 'Tiếp tục'}
        pending={generate.pending}
        blocked={step === 'preview' && found === 0}
        refused={problem?.fields ?? (pressed && step === 'what' ? missing : nothing)}
        problem={problem}
      />
    </>
  );
}

/** What is to be generated, as far as it is filled in. */
function useWish() {
  const { today } = useSession();
  const [within, setWithin] = useState<PickedUnit | null>(null);
  const [under, setUnder] = useState<PickedUnit | null>(null);
  const form = useFormState({
    on: today as string | null,
    front: true,
    government: false,
    steering_committee: true,
    documentText: '',
    reason: '',
  });
  const { on, front, government, steering_committee, documentText, reason } = form.value;
  return {
    within,
    setWithin,
    under,
    setUnder,
    form,
    asked: {
      withinId: within?.id ?? '',
      underId: under?.id ?? '',
      on: on ?? '',
      front,
      government,
      steering_committee,
    },
    paper: { documentText: documentText.trim(), reason: reason.trim() },
    missing: gaps({ within, under, on, reason }),
  };
}

function WishFields({ wish }: { readonly wish: ReturnType<typeof useWish> }) {
  const { form } = wish;
  return (
    <>
      <FormSection title="Ở đâu">
        <UnitPicker
          name="withinId"
          label="Địa bàn"
          hint="Tỉnh, thành phố, xã, phường trong danh mục hành chính; lập cho cả các địa bàn bên dưới"
          required
          value={wish.within}
          onChange={wish.setWithin}
        />
        <UnitPicker
          name="underId"
          label="Trực thuộc cấp ủy"
          hint="Cấp ủy cấp trên, hoặc chính cấp ủy của địa bàn này nếu đã có"
          required
          value={wish.under}
          onChange={wish.setUnder}
        />
      </FormSection>
      <FormSection title="Lập thêm bên cạnh cấp ủy">
        <CheckField label="Mặt trận Tổ quốc" {...form.bind('front')} />
        <CheckField label="Cơ quan chính quyền (Ủy ban nhân dân)" {...form.bind('government')} />
        <CheckField label="Ban Chỉ đạo phong trào “Dân vận khéo”" {...form.bind('steering_committee')} />
      </FormSection>
      <FormSection title="Ngày và quyết định">
        <DayField label="Từ ngày" required {...form.bind('on')} />
        <TextField label="Số, ký hiệu, nơi ban hành" maxLength={300} {...form.bind('documentText')} />
        <TextAreaField label="Lý do" required rows={2} maxLength={500} {...form.bind('reason')} />
      </FormSection>
    </>
  );
}

interface Filled {
  readonly within: PickedUnit | null;
  readonly under: PickedUnit | null;
  readonly on: string | null;
  readonly reason: string;
}

function gaps({ within, under, on, reason }: Filled): RefusedField[] {
  const found: RefusedField[] = [];
  if (within === null) found.push({ path: 'withinId', message: 'Chọn địa bàn.' });
  if (under === null) found.push({ path: 'underId', message: 'Chọn cấp ủy.' });
  if (on === null) found.push({ path: 'on', message: 'Chọn ngày.' });
  if (reason.trim() === '') found.push({ path: 'reason', message: 'Nêu lý do.' });
  return found;
}
