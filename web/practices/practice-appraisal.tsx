import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { EvidenceGallery } from './evidence-gallery.tsx';
import { actionOf, type Evidence, type OpenDialog, type Practice } from './practice-shape.ts';
import styles from './practice.module.css';
import { WorkButton } from './work-button.tsx';

interface AppraisalCardProps {
  readonly practice: Practice;
  readonly onOpen: OpenDialog;
  readonly onShow: (evidence: Evidence) => void;
}

/** What the agency found at the place and at the desk. */
export function AppraisalCard({ practice, onOpen, onShow }: AppraisalCardProps) {
  const mayNote = actionOf(practice, 'note_appraisal') !== undefined;
  if (practice.appraisalNotes.length === 0 && !mayNote) return null;
  return (
    <Card
      title="Thẩm định"
      aside={
        mayNote ? <AppLink href={`/tham-dinh?xem=${practice.id}`}>mở trang thẩm định</AppLink> : undefined
      }
      flush
    >
      {practice.appraisalNotes.length === 0 && (
        <p className={`${styles.quiet} k-small`}>Chưa ghi kết quả thẩm định nào.</p>
      )}
      <ul className={styles.list}>
        {practice.appraisalNotes.map((note) => (
          <li key={note.id}>
            <div className={styles.rowHead}>
              <b>{formatDay(note.onDate)}</b>
              <StateBadge tone={note.kind === 'field_check' ? 'good' : 'neutral'}>
                {note.kind === 'field_check' ? 'Kiểm tra tại chỗ' : 'Qua hồ sơ'}
              </StateBadge>
              <span className="k-small">{note.by}</span>
            </div>
            <div className={styles.text}>{note.text}</div>
            <EvidenceGallery items={note.evidence} onShow={onShow} label="Ảnh, tài liệu thẩm định" />
          </li>
        ))}
      </ul>
      <div className={`${styles.buttons} k-no-print`}>
        <WorkButton practice={practice} work="note_appraisal" onClick={() => onOpen({ kind: 'note' })} />
      </div>
    </Card>
  );
}
