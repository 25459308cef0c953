import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { usePathParam } from '../platform/navigation.ts';
import { formatInstant } from '../platform/time.ts';
import { useUrlState } from '../platform/url-state.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { documentLabel } from '../ui/document-picker.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { Loaded, RecordPage } from '../ui/record-page.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { addDays, formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { actTitle, type ActRecord } from './act-words.ts';
import { Moves } from './arrange/preview-step.tsx';
import { LongList } from './long-list.tsx';
import { actsPath, changeHref, treeHref, unitHref } from './organisation-links.ts';
import styles from './organisations.module.css';

/** One act on the organisation: what it did, by what paper, and whether it can be taken back. */
export function ActPage() {
  const id = usePathParam('id');
  const act = useApiQuery('GET /api/reorganisations/:id', { params: { id } });
  return <Loaded query={act}>{(data) => <ActView act={data} />}</Loaded>;
}

function ActView({ act }: { readonly act: ActRecord }) {
  const { words } = useUrlState();
  const [undoing, setUndoing] = useState(false);
  const undo = useApiCommand('POST /api/reorganisations/:id/undoing', {
    onSuccess: () => {
      notify('Đã hoàn tác: tổ chức trở lại như chưa có lần sắp xếp này.');
      setUndoing(false);
    },
  });
  return (
    <>
      <RecordPage
        title={actTitle(act)}
        subtitle={`${act.kindName} · có hiệu lực từ ngày ${formatDay(act.on)}`}
        crumbs={[
          { label: 'Tổ chức', href: '/to-chuc' },
          { label: 'Các lần sắp xếp', href: actsPath },
        ]}
        badges={act.undone !== null && <StateBadge tone="warn">Đã hoàn tác</StateBadge>}
        actions={
          <ActionBar actions={act.actions} onAction={() => setUndoing(true)} primary={null} danger={['undo']}>
            <PrintButton />
          </ActionBar>
        }
        notice={<Notice act={act} isNew={words['moi'] === 'co' && act.undone === null} />}
        aside={<About act={act} />}
      >
        <FromTo act={act} />
        {act.moves.length > 0 && act.undone === null && (
          <Card title="Những gì đã ở đơn vị cũ">
            <Moves moves={act.moves} />
          </Card>
        )}
        {act.moved.length > 0 && act.kind !== 'change' && (
          <Card title="Đơn vị đổi cấp trên hoặc tên" aside={formatNumber(act.moved.length)}>
            <LongList items={act.moved.map((unit) => ({ key: unit.id, words: <UnitLink unit={unit} /> }))} />
          </Card>
        )}
      </RecordPage>
      <ReasonDialog
        opened={undoing}
        title={`Hoàn tác: ${act.kindName}`}
        confirmLabel="Hoàn tác"
        danger
        pending={undo.pending}
        problem={undo.problem}
        onConfirm={(reason) => undo.run({ params: { id: act.id }, body: { reason } })}
        onClose={() => setUndoing(false)}
      >
        Tổ chức, mô hình và quyền của cán bộ trở lại như trước lần sắp xếp này. Lần sắp xếp và việc hoàn tác
        vẫn được lưu.
      </ReasonDialog>
    </>
  );
}

function Notice({ act, isNew }: { readonly act: ActRecord; readonly isNew: boolean }) {
  if (act.undone !== null)
    return (
      <>
        Đã hoàn tác lúc {formatInstant(act.undone.at)}: “{act.undone.reason}”.
      </>
    );
  if (!isNew) return null;
  return (
    <span role="status">
      <b>Đã ghi.</b> Xem <AppLink href={treeHref(act.on, act.to[0]?.id)}>cây tổ chức từ ngày này</AppLink>,{' '}
      <AppLink href={treeHref(addDays(act.on, -1))}>cây ngày liền trước</AppLink> hoặc{' '}
      <AppLink href={changeHref(act.on)}>so sánh trước và sau</AppLink>. Ghi nhầm thì bấm “Hoàn tác”.
    </span>
  );
}

function FromTo({ act }: { readonly act: ActRecord }) {
  const list = (units: ActRecord['from'], none: string) =>
    units.length === 0 ? (
      <p className="k-small">{none}</p>
    ) : (
      <LongList items={units.map((unit) => ({ key: unit.id, words: <UnitLink unit={unit} /> }))} />
    );
  if (act.from.length + act.to.length === 0) return null;
  return (
    <Card title="Đơn vị">
      <div className={styles.two}>
        <div>
          {act.kind !== 'change' && <h3>Kết thúc</h3>}
          {list(act.from, 'Không có đơn vị nào kết thúc')}
        </div>
        {act.kind !== 'change' && (
          <>
            <span className={styles.arrow} aria-hidden="true">
              →
            </span>
            <div>
              <h3>{act.kind === 'found' ? 'Thành lập' : 'Kế tục'}</h3>
              {list(
                act.to,
                act.undone === null
                  ? 'Không có đơn vị kế tục trực tiếp; hồ sơ đứng ở cấp trên'
                  : 'Đơn vị mới đã được bỏ khi hoàn tác',
              )}
            </div>
          </>
        )}
      </div>
    </Card>
  );
}

function UnitLink({ unit }: { readonly unit: ActRecord['from'][number] }) {
  return <AppLink href={unitHref(unit.id)}>{unit.name}</AppLink>;
}

function About({ act }: { readonly act: ActRecord }) {
  return (
    <>
      <Card title="Căn cứ">
        <DefinitionList
          items={[
            { term: 'Có hiệu lực từ', value: formatDay(act.on) },
            {
              term: 'Văn bản',
              value:
                act.document === null ? (
                  act.documentText
                ) : (
                  <AppLink href={`/van-ban/${act.document.id}`}>{documentLabel(act.document)}</AppLink>
                ),
            },
            { term: 'Lý do', value: act.reason },
            { term: 'Người ghi', value: act.byName ?? 'Nạp từ dữ liệu tham chiếu' },
            { term: 'Ghi lúc', value: formatInstant(act.at) },
          ]}
        />
      </Card>
      <Card title="Xem tổ chức">
        <ul className={styles.people}>
          <li>
            <AppLink href={treeHref(addDays(act.on, -1))}>
              Ngày liền trước, {formatDay(addDays(act.on, -1))}
            </AppLink>
          </li>
          <li>
            <AppLink href={treeHref(act.on, act.to[0]?.id)}>Từ ngày này, {formatDay(act.on)}</AppLink>
          </li>
          <li>
            <AppLink href={changeHref(act.on)}>So sánh trước và sau</AppLink>
          </li>
        </ul>
      </Card>
    </>
  );
}
