import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionBar } from '../ui/action-bar.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useApiCommand } from '../platform/api-hooks.ts';
import { useGoTo } from '../platform/navigation.ts';
import { notify } from '../platform/notify.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { useTheDesk } from './desk.ts';
import { type Reading, registrationWords } from './facts.ts';
import { RegisterDialog } from './register-dialog.tsx';
import styles from './reading.module.css';

/** At the foot: what will come of it, what is missing, and the step itself. */
export function ReadingBar() {
  const desk = useTheDesk();
  const { reading } = desk;
  const [asking, setAsking] = useState(false);
  const [listed, setListed] = useState(false);
  const [opened, setOpened] = useState(false);
  if (!desk.isOpen) return null;
  const { missing } = reading.registration;
  const left = desk.undecided().length;
  return (
    <div className={`${styles.bar} k-no-print`} role="region" aria-label="Đưa vào sổ" data-opened={opened}>
      {listed && missing.length > 0 && <MissingList missing={missing} />}
      <div className={styles.barRow}>
        <div className={styles.barWords} role="status">
          <span>
            Sẽ vào sổ: <b>{registrationWords(reading.registration)}</b>
          </span>
          {left > 0 && (
            <span className="k-small">{`${formatNumber(left)} mục chưa duyệt sẽ không vào sổ`}</span>
          )}
        </div>
        <Button
          className={`${styles.barToggle} k-phone-only`}
          variant="default"
          aria-expanded={opened}
          onClick={() => setOpened((was) => !was)}
        >
          {opened ? 'Thu lại' : 'Đưa vào sổ…'}
        </Button>
        <div className={styles.barActions}>
          {missing.length > 0 && (
            <Button
              variant="default"
              leftSection={<IconAlertTriangle size={18} stroke={1.8} />}
              aria-expanded={listed}
              onClick={() => setListed((was) => !was)}
            >
              {`Còn thiếu ${formatNumber(missing.length)}`}
            </Button>
          )}
          {left > 0 && (
            <Button
              variant="default"
              disabled={desk.deciding}
              onClick={() => void desk.decideAll('confirmed')}
            >
              {`Xác nhận cả ${formatNumber(left)} mục`}
            </Button>
          )}
          <ActionBar
            actions={reading.actions.filter((entry) => entry.action === 'register')}
            onAction={() => setAsking(true)}
          />
        </div>
      </div>
      {asking && <RegisterDialog onClose={() => setAsking(false)} />}
    </div>
  );
}

/** Each thing that is missing leads to where it is mended. */
function MissingList({ missing }: { readonly missing: Reading['registration']['missing'] }) {
  const desk = useTheDesk();
  const { paper, paperDay } = desk.reading;
  const headLacks = paperDay === null || paper.periodFrom === null;
  const mend = (factId: string | null): (() => void) | null => {
    if (factId !== null && desk.facts.has(factId)) return () => desk.select(factId, { pane: 'facts' });
    return factId === null && headLacks ? () => desk.editHead(true) : null;
  };
  return (
    <ul className={styles.missing} aria-label="Còn thiếu">
      {missing.map((one) => {
        const go = mend(one.factId);
        return (
          <li key={`${one.factId} ${one.message}`}>
            {go === null ? (
              one.message
            ) : (
              <button type="button" className={styles.linkButton} onClick={go}>
                {one.message}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Puts a reading away: asked first, for what was decided on it goes with it. */
export function DiscardButton() {
  const { reading } = useTheDesk();
  const goTo = useGoTo();
  const [asking, setAsking] = useState(false);
  const discard = useApiCommand('POST /api/readings/:id/discarding', {
    onSuccess: () => {
      notify('Đã bỏ tài liệu. Sổ không có gì thay đổi.');
      goTo('/doc-tai-lieu');
    },
  });
  const action = reading.actions.find((entry) => entry.action === 'discard');
  if (action === undefined) return null;
  return (
    <>
      <ActionBar actions={[action]} primary={null} danger={['discard']} onAction={() => setAsking(true)} />
      <ConfirmDialog
        opened={asking}
        title="Bỏ tài liệu đã đọc?"
        confirmLabel="Bỏ tài liệu"
        danger
        pending={discard.pending}
        problem={discard.problem}
        onConfirm={() => discard.run({ params: { id: reading.id } })}
        onClose={() => setAsking(false)}
      >
        Những gì đã xác nhận, sửa ở đây sẽ không vào sổ. Tải tệp lên lại thì đọc lại từ đầu.
      </ConfirmDialog>
    </>
  );
}
