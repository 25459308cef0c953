import { Card } from '../../ui/card.tsx';
import planStyles from '../plan.module.css';
import styles from './editor.module.css';
import type { PlanDraft } from './plan-draft.ts';
import { planSections } from './plan-index.ts';

interface EditorAsideProps {
  readonly draft: PlanDraft;
  readonly campaignIsDraft: boolean;
}

/** The index of the sections, and what is lacking before the campaign can be opened. */
export function EditorAside({ draft, campaignIsDraft }: EditorAsideProps) {
  const marked = planSections.map((section) => ({ ...section, missing: section.lacks(draft) }));
  const lacks = marked.flatMap((section) => section.missing ?? []);
  return (
    <>
      <Card title="Các mục">
        <nav aria-label="Các mục của kế hoạch">
          <ol className={planStyles.index}>
            {marked.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`} data-lacks={section.missing !== null || undefined}>
                  <Mark missing={section.missing !== null} />
                  {section.title}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      </Card>
      <div className={`k-card ${styles.lacks}`} style={{ padding: '0.875rem 1.125rem' }} role="status">
        {lacks.length === 0 ? (
          <span className={styles.done}>
            {campaignIsDraft ? 'Kế hoạch đã đủ để phát động.' : 'Kế hoạch đủ các mục bắt buộc.'}
          </span>
        ) : (
          <span>
            {campaignIsDraft ? 'Trước khi phát động còn thiếu: ' : 'Còn thiếu: '}
            <b>{lacks.join(', ')}</b>.
          </span>
        )}
      </div>
    </>
  );
}

function Mark({ missing }: { readonly missing: boolean }) {
  return (
    <>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {missing ? (
          <path d="M6 1 11 11H1z" fill="currentColor" />
        ) : (
          <circle cx="6" cy="6" r="3" fill="var(--k-line-2)" />
        )}
      </svg>
      {missing && <span className="k-hidden">còn thiếu:</span>}
    </>
  );
}
