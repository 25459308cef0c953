import { useEffect, useMemo } from 'react';
import { apiHref } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePathParam } from '../platform/navigation.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Remark } from '../ui/card.tsx';
import { cx } from '../ui/cx.ts';
import { HistoryCard } from '../ui/history-card.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { DownloadButton, PrintButton } from '../ui/small-actions.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { DeskContext, type Pane, useDesk, useTheDesk } from './desk.ts';
import { FactTabs } from './fact-list.tsx';
import { allFacts, type Reading, registrationWords } from './facts.ts';
import { PaperHead } from './paper-head.tsx';
import { PaperPane } from './paper-pane.tsx';
import { DiscardButton, ReadingBar } from './reading-bar.tsx';
import { ReadingStateBadge } from './reading-state.tsx';
import styles from './reading.module.css';

/** A paper as read: its text on the left, what was understood on the right, and what will come of it. */
export function ReadingPage() {
  const id = usePathParam('id');
  const reading = useApiQuery('GET /api/readings/:id', { params: { id } }, { staleTime: 60_000 });
  return <Loaded query={reading}>{(data) => <ReadingDesk key={data.id} reading={data} />}</Loaded>;
}

function ReadingDesk({ reading }: { readonly reading: Reading }) {
  const desk = useDesk(reading);
  const value = useMemo(() => desk, [desk]);
  return (
    <DeskContext value={value}>
      <PageHead
        title={reading.title}
        crumbs={[{ label: 'Đọc tài liệu', href: '/doc-tai-lieu' }]}
        badges={<Badges reading={reading} />}
        actions={
          <>
            <DownloadButton
              href={apiHref('GET /api/files/:id', { params: { id: reading.file.id }, query: {} })}
            >
              Tệp gốc
            </DownloadButton>
            <span className="k-office-only">
              <PrintButton />
            </span>
            <DiscardButton />
          </>
        }
      />
      <Notices reading={reading} />
      <PaneChoice />
      <div className={styles.desk} data-desk data-pane={desk.pane}>
        <PaperPane />
        <section className={styles.side} aria-labelledby="facts-title">
          <h2 id="facts-title" className="k-hidden">
            Những gì đã nhận ra
          </h2>
          <div className={styles.scroll} data-pane-scroll>
            <PaperHead />
            <FactTabs />
            {desk.isOpen && <KeysHint />}
          </div>
        </section>
      </div>
      <ReadingBar />
      <div className={styles.history}>
        <HistoryCard entries={reading.history} />
      </div>
    </DeskContext>
  );
}

function Badges({ reading }: { readonly reading: Reading }) {
  const failed = reading.sums.filter((sum) => !sum.ok).length;
  return (
    <>
      <ReadingStateBadge state={reading.state} />
      <span className="k-small">{`${reading.unit.name} · tệp ${reading.file.name}`}</span>
      {failed > 0 && <StateBadge tone="bad">{`${formatNumber(failed)} tổng không khớp`}</StateBadge>}
    </>
  );
}

/** What must be known first: that this file was read before, or where everything went. */
function Notices({ reading }: { readonly reading: Reading }) {
  const { words } = useUrlState();
  return (
    <div className={styles.notices}>
      {words['da-co'] !== undefined && (
        <Remark>Tệp này đã được đọc trước đó; đây là bản đã đọc, không tạo bản thứ hai.</Remark>
      )}
      {reading.state === 'registered' && <Registered reading={reading} />}
      {reading.state === 'discarded' && (
        <Remark>Tài liệu này đã bỏ, không có gì vào sổ. Tải tệp lên lại để đọc từ đầu.</Remark>
      )}
    </div>
  );
}

/** Everything that came of the paper, a press away. */
function Registered({ reading }: { readonly reading: Reading }) {
  const linked = allFacts(reading).filter(({ fact }) => fact.link !== null).length;
  return (
    <div className={styles.registered} role="note">
      <b>Đã đưa vào sổ: {registrationWords(reading.registration)}.</b>{' '}
      {reading.documentId !== null && (
        <AppLink href={`/van-ban/${reading.documentId}`}>Văn bản này trong sổ văn bản</AppLink>
      )}
      {reading.figureSetId !== null && (
        <AppLink href={`/so-lieu/${reading.figureSetId}`}>Bộ số liệu và mô hình văn bản nêu</AppLink>
      )}
      {linked > 0 && <span>Mỗi mục ở dưới có đường dẫn “Mở trong sổ”.</span>}
    </div>
  );
}

const panes: readonly { readonly pane: Pane; readonly label: string }[] = [
  { pane: 'text', label: 'Nguyên văn' },
  { pane: 'facts', label: 'Đã nhận ra' },
];

/** On the phone one side at a time. */
function PaneChoice() {
  const desk = useTheDesk();
  const { pane, selected, select, shown } = desk;
  useEffect(() => {
    // The passage can only be shown once its side is in sight.
    if (pane === 'text' && selected !== null && shown > 0) select(selected);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [pane]);
  return (
    <div className={`${styles.panes} k-phone-only`} role="group" aria-label="Phần đang xem">
      {panes.map((one) => (
        <button
          key={one.pane}
          type="button"
          aria-pressed={desk.pane === one.pane}
          className={cx(desk.pane === one.pane && styles.paneOpen)}
          onClick={() => desk.setPane(one.pane)}
        >
          {one.label}
        </button>
      ))}
    </div>
  );
}

function KeysHint() {
  return (
    <p className={`${styles.keys} k-small k-office-only k-no-print`}>
      Khi đang ở một mục: <kbd>J</kbd> <kbd>K</kbd> hoặc mũi tên để sang mục sau, trước; <kbd>Enter</kbd> xác
      nhận; <kbd>Delete</kbd> bỏ; <kbd>E</kbd> sửa.
    </p>
  );
}
