import { Fragment } from 'react';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { bySameWords, namedUnits } from '#domain/reports/same-words.ts';
import type { Consolidated } from './consolidated-words.ts';
import styles from './consolidation.module.css';

type Section = Consolidated['sections'][number];
type Part = Section['parts'][number];

/** The sections of the paper, each with the sentences from below that it was made of one click away. */
export function ConsolidatedSections({ report }: { readonly report: Consolidated }) {
  if (report.sections.length === 0) {
    return (
      <div className="k-card">
        <EmptyState title="Biểu này không hỏi phần lời">Báo cáo tổng hợp chỉ có số liệu.</EmptyState>
      </div>
    );
  }
  return (
    <Card title="Phần lời từ các đơn vị" aside="bấm vào một phần để đọc từng câu của đơn vị">
      <div>
        {report.sections.map((section) => (
          <SectionParts key={section.code} section={section} sent={report.reportCount} />
        ))}
      </div>
    </Card>
  );
}

interface SectionPartsProps {
  readonly section: Section;
  /** Units whose reports are in it. */
  readonly sent: number;
}

function SectionParts({ section, sent }: SectionPartsProps) {
  if (section.parts.length === 0) {
    return (
      <div className={styles.empty}>
        <b>{section.title}</b> <span className="k-small">không đơn vị nào viết phần này</span>
      </div>
    );
  }
  return (
    <details className={styles.section}>
      <summary>
        <b>{section.title}</b>
        <span className="k-small">{outOf(section.parts.length, sent)} đơn vị viết</span>
      </summary>
      <ul className={styles.parts}>
        {bySameWords(section.parts).map(({ words, parts }) => (
          <li key={parts[0]?.reportId}>
            <p className={styles.words}>{words}</p>
            {parts.length > namedUnits ? (
              <details className={styles.same}>
                <summary className="k-small">{outOf(parts.length, sent)} đơn vị cùng viết</summary>
                <UnitLinks parts={parts} />
              </details>
            ) : (
              <span className="k-small">
                {parts.length > 1 && `${outOf(parts.length, sent)} đơn vị cùng viết: `}
                <UnitLinks parts={parts} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** "37/39": never without what it is out of. */
const outOf = (some: number, all: number): string => `${formatNumber(some)}/${formatNumber(all)}`;

/** Who wrote it, each leading to its report. */
function UnitLinks({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map((part, at) => (
    <Fragment key={part.reportId}>
      {at > 0 && ', '}
      <AppLink href={`/bao-cao/${part.reportId}`}>{part.unit.name}</AppLink>
    </Fragment>
  ));
}
