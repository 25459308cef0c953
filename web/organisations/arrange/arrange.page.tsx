import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useApiQuery } from '../../platform/api-hooks.ts';
import { NotFoundPage } from '../../platform/message-page.tsx';
import { useGoTo, usePathParam } from '../../platform/navigation.ts';
import { useUrlState } from '../../platform/url-state.ts';
import type { RecordAction } from '../../ui/action-bar.tsx';
import { AppLink } from '../../ui/app-link.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { actsPath, arrangePath, generationPath, unitHref } from '../organisation-links.ts';
import styles from '../organisations.module.css';
import { guidedActs } from './act-steps.ts';
import { GuidedAct } from './guided-act.tsx';
import { useActDraft } from './use-act-draft.ts';

/** What can be done with the organisation, or with one unit of it: each leads to its steps. */
export function ArrangePage() {
  const { words } = useUrlState();
  const unitId = words['don-vi'];
  const unit = useApiQuery(
    'GET /api/units/:id',
    { params: { id: unitId ?? '' }, query: {} },
    { enabled: unitId !== undefined },
  );
  return (
    <>
      <PageHead
        title="Sắp xếp tổ chức"
        subtitle={
          unit.data?.name ??
          'Mọi thay đổi có ngày, có quyết định, được xem trước khi ghi và hoàn tác được khi chưa có việc gì dựa vào'
        }
        crumbs={[
          { label: 'Tổ chức', href: '/to-chuc' },
          ...(unit.data === undefined ? [] : [{ label: unit.data.shortName, href: unitHref(unit.data.id) }]),
        ]}
        actions={
          <Button variant="default" component={AppLink} href={actsPath}>
            Các lần sắp xếp
          </Button>
        }
      />
      <ul className={styles.kinds}>
        {guidedActs.map((act) => (
          <li key={act.word}>
            <ActCard
              act={act}
              unitId={unitId}
              state={unit.data?.actions.find((one) => one.action === act.action)}
            />
          </li>
        ))}
        {unitId === undefined && (
          <li>
            <AppLink href={generationPath} className={`k-card ${styles.act}`}>
              <b>Lập tổ chức theo địa bàn</b>
              <span>
                Tạo cùng lúc cấp ủy, Mặt trận, chính quyền, Ban Chỉ đạo cho các tỉnh, xã, phường đã có.
              </span>
            </AppLink>
          </li>
        )}
      </ul>
    </>
  );
}

interface ActCardProps {
  readonly act: (typeof guidedActs)[number];
  readonly unitId: string | undefined;
  /** Whether it may be done with the unit; left out where no unit was named. */
  readonly state: RecordAction | undefined;
}

/** What cannot be done now says why, and what would make it possible. */
function ActCard({ act, unitId, state }: ActCardProps) {
  if (state?.allowed === false)
    return (
      <div className={`k-card ${styles.act} ${styles.off}`}>
        <b>{act.title}</b>
        <span>
          Chưa làm được: {state.reason}. {state.mend}
        </span>
      </div>
    );
  const from = unitId === undefined ? '' : `?don-vi=${unitId}`;
  return (
    <AppLink href={`${arrangePath}/${act.word}${from}`} className={`k-card ${styles.act}`}>
      <b>{act.title}</b>
      <span>{act.help}</span>
    </AppLink>
  );
}

/** One act, step by step. */
export function ArrangeActPage() {
  const word = usePathParam('viec');
  const { words } = useUrlState();
  const act = guidedActs.find((one) => one.word === word);
  if (act === undefined) return <NotFoundPage />;
  const begunFrom = words['don-vi'] ?? null;
  return <ActPage key={`${word} ${begunFrom}`} act={act} begunFrom={begunFrom} />;
}

interface ActPageProps {
  readonly act: (typeof guidedActs)[number];
  readonly begunFrom: string | null;
}

function ActPage({ act, begunFrom }: ActPageProps) {
  const goTo = useGoTo();
  const state = useActDraft(act.kind, begunFrom);
  const { draft, change, begun } = state;
  const start = useApiQuery(
    'GET /api/units/:id',
    { params: { id: begunFrom ?? '' }, query: {} },
    { enabled: begunFrom !== null && !begun },
  );
  useEffect(() => {
    if (start.data === undefined || begun) return;
    const { id, name, shortName, kind } = start.data;
    const unit = { id, name, shortName, kind };
    if (act.kind === 'found')
      change({ targets: draft.targets.map((one) => ({ ...one, found: { ...one.found, parent: unit } })) });
    else change({ units: [unit] });
  }, [start.data, begun, act.kind, change, draft.targets]);
  return (
    <>
      <PageHead
        title={act.title}
        subtitle={act.help}
        crumbs={[
          { label: 'Tổ chức', href: '/to-chuc' },
          { label: 'Sắp xếp tổ chức', href: arrangePath },
        ]}
      />
      <GuidedAct
        act={act}
        state={state}
        onDone={(id) => {
          state.forget();
          goTo(`${actsPath}/${id}?moi=co`);
        }}
      />
    </>
  );
}
