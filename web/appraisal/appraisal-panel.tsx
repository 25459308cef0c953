import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { AppLink } from '../ui/app-link.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { AppraisalNoteDrawer } from '../ui/practices/appraisal-note-drawer.tsx';
import { PracticeStateBadge, practiceKind } from '../ui/practices/practice-badge.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { formatPercent } from '#domain/kernel/numbers.ts';
import { AppraisedRegistration } from './appraised-registration.tsx';
import styles from './appraisal.module.css';
import { type Decision, DecisionDialog } from './decision-dialog.tsx';

type Practice = ApiResponse<'GET /api/practices/:id'>;

interface AppraisalPanelProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One registration beside what the unit did last year and what is like it elsewhere. */
export function AppraisalPanel({ id, onClose }: AppraisalPanelProps) {
  const practice = useApiQuery('GET /api/practices/:id', { params: { id } }, { keepPrevious: true });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(76rem, 96vw)"
      title="Thẩm định đăng ký"
      classNames={{ body: styles.panelBody ?? '', content: styles.panelContent ?? '' }}
    >
      <Loaded query={practice}>{(data) => <Panel key={data.id} practice={data} onClose={onClose} />}</Loaded>
    </Drawer>
  );
}

const decisions: readonly string[] = ['take_up', 'accept', 'return', 'decline'];

type ServerAction = Practice['actions'][number];

function isDecision(entry: ServerAction): entry is ServerAction & { action: Decision } {
  return decisions.includes(entry.action);
}

function Panel({ practice, onClose }: { readonly practice: Practice; readonly onClose: () => void }) {
  const [open, setOpen] = useState<Decision | 'note' | null>(null);
  const actions = practice.actions.filter(isDecision);
  const mayNote = practice.actions.some((one) => one.action === 'note_appraisal' && one.allowed);
  return (
    <div className={styles.panel}>
      <div className={styles.panelHead}>
        <h3 className={styles.panelTitle}>{practice.name}</h3>
        <div className="k-row">
          <PracticeStateBadge state={practice.state} />
          <span className="k-small">
            {practice.unit.name} · {practiceKind(practice)}
          </span>
          <AppLink href={`/mo-hinh/${practice.id}`}>Mở trang mô hình</AppLink>
        </div>
      </div>
      <div className={styles.columns}>
        <section aria-labelledby="dang-ky-nay">
          <h3 id="dang-ky-nay">Đăng ký này</h3>
          <AppraisedRegistration practice={practice} />
          <Notes practice={practice} />
        </section>
        <section aria-labelledby="nam-truoc">
          <h3 id="nam-truoc">Năm trước của đơn vị</h3>
          <LastYear practice={practice} />
        </section>
        <section aria-labelledby="gan-giong">
          <h3 id="gan-giong">Tên gần giống</h3>
          <Near practice={practice} />
        </section>
      </div>
      <div className={styles.panelFoot}>
        <ActionBar actions={actions} onAction={setOpen} danger={['decline']}>
          {mayNote && (
            <Button variant="default" onClick={() => setOpen('note')}>
              Ghi kết quả thẩm định
            </Button>
          )}
        </ActionBar>
        {actions.length === 0 && !mayNote && (
          <span className="k-small">Đăng ký không còn ở bước thẩm định.</span>
        )}
      </div>
      {open === 'note' && <AppraisalNoteDrawer practice={practice} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'note' && (
        <DecisionDialog
          decision={open}
          practices={[practice]}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            // Taken up, it is looked at now; decided, it leaves the queue.
            if (open !== 'take_up') onClose();
          }}
        />
      )}
    </div>
  );
}

function Notes({ practice }: { readonly practice: Practice }) {
  const field = practice.appraisalNotes.some((note) => note.kind === 'field_check');
  return (
    <div className={styles.notes}>
      <h4>Kết quả thẩm định {!field && <StateBadge tone="warn">Chưa kiểm tra tại chỗ</StateBadge>}</h4>
      {practice.appraisalNotes.length === 0 && <p className="k-small">Chưa ghi gì.</p>}
      {practice.appraisalNotes.map((note) => (
        <div key={note.id}>
          <div className="k-small">
            {formatDay(note.onDate)} · {note.kind === 'field_check' ? 'tại chỗ' : 'qua hồ sơ'} · {note.by}
            {note.evidence.length > 0 && ` · ${note.evidence.length} tệp`}
          </div>
          <div className={styles.text}>{note.text}</div>
        </div>
      ))}
    </div>
  );
}

function LastYear({ practice }: { readonly practice: Practice }) {
  const { lastYear } = practice;
  if (lastYear === null) return <p className="k-small">Năm trước đơn vị không có mô hình tương tự.</p>;
  return (
    <div className={styles.compared}>
      <AppLink href={`/mo-hinh/${lastYear.id}`} target="_blank" rel="noreferrer">
        {lastYear.name}
      </AppLink>
      <div>
        <PracticeStateBadge state={lastYear.state} />
      </div>
      <div className={styles.text}>{lastYear.content || 'Không ghi nội dung.'}</div>
      {practice.origin === 'new' && (
        <p className="k-small">
          Đơn vị đăng ký là mô hình mới; nếu vẫn cách làm cũ, đề nghị ghi là tiếp tục.
        </p>
      )}
    </div>
  );
}

function Near({ practice }: { readonly practice: Practice }) {
  if (practice.nearDuplicates.length === 0)
    return <p className="k-small">Không thấy mô hình nào trùng hoặc gần giống.</p>;
  return (
    <ul className={styles.near}>
      {practice.nearDuplicates.map((item) => (
        <li key={item.id}>
          <AppLink href={`/mo-hinh/${item.id}`} target="_blank" rel="noreferrer">
            {item.name}
          </AppLink>
          <div className="k-small">
            {item.unit.shortName}
            {item.year !== null && ` · năm ${item.year}`}
            {item.placeName !== '' && ` · ${item.placeName}`} · giống {formatPercent(item.similarity, 0)}
          </div>
          <div className="k-row">
            {item.samePlace && <StateBadge tone="bad">Cùng địa bàn</StateBadge>}
            {item.otherBody && <StateBadge tone="warn">Đơn vị khác</StateBadge>}
            <PracticeStateBadge state={item.state} />
          </div>
        </li>
      ))}
    </ul>
  );
}
