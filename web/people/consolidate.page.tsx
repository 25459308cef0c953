import { useEffect, useRef, useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { useGoTo, usePathParam } from '../platform/navigation.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import { FormPage, FormSection } from '../ui/form-page.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { ConsolidationPreview, PreviewToCome } from './consolidation-preview.tsx';
import { DecisionFields, emptyDecision, sentDecision } from './decision-fields.tsx';
import { bodiesCrumbs, bodiesHref } from './places.tsx';
import { draftOf, sentSeats } from './seat-draft.ts';
import { SeatList } from './seat-list.tsx';

type BodyRecord = ApiResponse<'GET /api/bodies/:id'>;
export type Preview = ApiResponse<'POST /api/bodies/:id/consolidations/preview'>;

/** Kiện toàn: the decision, the list as it will be, then a look at what happens, then the act. */
export function ConsolidatePage() {
  const id = usePathParam('id');
  const { today } = useSession();
  const now = useApiQuery('GET /api/bodies/:id', { params: { id }, query: {} });
  // Where an act of a later day is entered already, the next one goes on from there.
  const later = now.data !== undefined && now.data.nextDay > today ? now.data.nextDay : null;
  const then = useApiQuery(
    'GET /api/bodies/:id',
    { params: { id }, query: later === null ? {} : { day: later } },
    { enabled: now.data !== undefined },
  );
  return <Loaded query={then}>{(body) => <ConsolidateForm key={body.id} body={body} />}</Loaded>;
}

function ConsolidateForm({ body }: { readonly body: BodyRecord }) {
  const goTo = useGoTo();
  const [decision, setDecision] = useState(() => emptyDecision(null));
  const [seats, setSeats] = useState(() => body.members.map(draftOf));
  const [shown, setShown] = useState<{ of: string; preview: Preview } | null>(null);
  const sent = { params: { id: body.id }, body: { ...sentDecision(decision), members: sentSeats(seats) } };
  const fingerprint = JSON.stringify(sent);
  const preview = useApiCommand('POST /api/bodies/:id/consolidations/preview', {
    onSuccess: (answer, args) => setShown({ of: JSON.stringify(args), preview: answer }),
    invalidates: [],
  });
  const consolidate = useApiCommand('POST /api/bodies/:id/consolidations', {
    onSuccess: () => {
      notify('Đã ghi quyết định kiện toàn.');
      goTo(`${bodiesHref}/${body.id}?ngay=${sent.body.on}`);
    },
  });
  const ready = shown?.of === fingerprint ? shown.preview : null;
  const below = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (ready !== null) below.current?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }, [ready]);
  const submit = () => {
    consolidate.reset();
    if (ready === null) preview.run(sent);
    else consolidate.run(sent);
  };
  return (
    <FormPage
      title={`Kiện toàn ${body.name}`}
      subtitle={`Thành viên hiện nay: ${body.members.length} người, theo quyết định có hiệu lực ngày ${formatDay(body.lastActOn)}`}
      crumbs={[...bodiesCrumbs, { label: body.name, href: `${bodiesHref}/${body.id}` }]}
      submitLabel={ready === null ? 'Xem trước thay đổi' : 'Ghi quyết định kiện toàn'}
      onSubmit={submit}
      submitting={preview.pending || consolidate.pending}
      problem={consolidate.problem ?? (ready === null ? preview.problem : null)}
      dirty={decision.on !== null || seats.some((seat) => seat.leaves || seat.before === null)}
      onCancel={() => goTo(`${bodiesHref}/${body.id}`)}
    >
      <FormSection title="1. Quyết định">
        <DecisionFields value={decision} onChange={setDecision} />
      </FormSection>
      <SeatList
        title="2. Danh sách sau kiện toàn"
        hint="Cho ra người thôi tham gia, thêm người mới, sửa chức danh hoặc địa bàn của người ở lại."
        kind={body.kind}
        unitId={body.unit.id}
        seats={seats}
        onChange={(next) => setSeats([...next])}
      />
      <div ref={below} role="status">
        {ready === null ? (
          <PreviewToCome stale={shown !== null} />
        ) : (
          <ConsolidationPreview preview={ready} on={sent.body.on} />
        )}
      </div>
    </FormPage>
  );
}
