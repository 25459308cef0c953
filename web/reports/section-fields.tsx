import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Card } from '../ui/card.tsx';
import { TextAreaField } from '../ui/fields.tsx';
import { notifyWithUndo } from '../ui/undo-notice.tsx';
import { type Draft, type DraftFault, isCopied } from './report-draft.ts';
import type { Report } from './report-words.tsx';
import styles from './reports.module.css';

type Section = Report['sections'][number];

interface SectionFieldsProps {
  readonly sections: readonly Section[];
  readonly draft: Pick<Draft, 'narrative'>;
  readonly faults: readonly DraftFault[];
  readonly onWords: (code: string, text: string) => void;
  readonly pins: (code: string) => ReactNode;
}

/** The texts of a draft, each with last time's beside it. */
export function SectionFields({ sections, draft, faults, onWords, pins }: SectionFieldsProps) {
  return sections.map((section) => (
    <SectionField
      key={section.code}
      section={section}
      words={draft.narrative[section.code] ?? ''}
      error={faults.find((one) => one.path === `narrative.${section.code}`)?.message}
      pin={pins(section.code)}
      onWords={(text) => onWords(section.code, text)}
    />
  ));
}

interface SectionFieldProps {
  readonly section: Section;
  readonly words: string;
  readonly error: string | undefined;
  readonly pin: ReactNode;
  readonly onWords: (text: string) => void;
}

function SectionField({ section, words, error, pin, onWords }: SectionFieldProps) {
  const before = section.previous ?? '';
  const reuse = () => {
    onWords(before);
    if (words.trim() !== '')
      notifyWithUndo({
        message: `Đã thay phần “${section.title}” bằng lời kỳ trước.`,
        onUndo: () => onWords(words),
      });
  };
  return (
    <Card className={pin === null ? '' : (styles.pinned ?? '')}>
      <div className={before === '' ? undefined : styles.beside}>
        <div className="k-stack">
          <TextAreaField
            label={section.title}
            hint={section.guidance}
            rows={section.level === 1 ? 5 : 3}
            maxLength={50_000}
            name={`narrative.${section.code}`}
            required={section.required}
            value={words}
            error={error}
            onChange={onWords}
          />
          {isCopied(section, words) && (
            <p className={styles.copied} role="status">
              Giống hệt kỳ trước. Sửa lại cho đúng kỳ này; để nguyên thì nơi nhận thấy dấu “giống kỳ trước”.
            </p>
          )}
          {pin}
        </div>
        {before !== '' && (
          <details className={`${styles.previous} k-no-print`} open={matchMedia('(min-width: 62em)').matches}>
            <summary>Kỳ trước đã viết</summary>
            <p className={styles.text}>{before}</p>
            <Button
              variant="default"
              mt="xs"
              onClick={reuse}
              aria-label={`Dùng lại rồi sửa: ${section.title}`}
            >
              Dùng lại rồi sửa
            </Button>
          </details>
        )}
      </div>
    </Card>
  );
}
