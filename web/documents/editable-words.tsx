import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import type { Paper, Run } from '#domain/documents/paper.ts';
import styles from './paper.module.css';
import { styled } from './paper-words.tsx';
import { readWords } from './read-words.ts';

interface EditableWordsProps {
  readonly label: string;
  /** What it begins with; afterwards the page itself holds the words. */
  readonly initial: readonly Run[];
  readonly traces: Paper['traces'];
  readonly focusAtOnce?: boolean;
  readonly onChange: (runs: Run[]) => void;
  /** Enter: a new paragraph after this one. */
  readonly onEnter?: () => void;
  /** Backspace in an empty paragraph takes it away. */
  readonly onEmptyBackspace?: () => void;
}

/**
 * Words changed where they stand. React puts them down once and then leaves them alone: nothing is rewritten
 * under the fingers of who types with Unikey. Figures are chips: they are counted, not typed.
 */
export const EditableWords = memo(EditableWordsOnce, () => true);

function EditableWordsOnce(props: EditableWordsProps) {
  const { initial, traces, label } = props;
  const host = useRef<HTMLSpanElement>(null);
  const { focusAtOnce = false } = props;
  useEffect(() => {
    if (focusAtOnce) host.current?.focus();
  }, [focusAtOnce]);
  const read = () => props.onChange(readWords(host.current ?? document.createElement('span'), initial));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const empty = (host.current?.textContent ?? '').trim() === '';
    if (event.key === 'Enter') {
      event.preventDefault();
      props.onEnter?.();
    } else if (event.key === 'Backspace' && empty && props.onEmptyBackspace) {
      event.preventDefault();
      props.onEmptyBackspace();
    }
  };
  return (
    <span
      ref={host}
      className={styles.editable}
      role="textbox"
      tabIndex={0}
      aria-label={label}
      aria-multiline="true"
      contentEditable="plaintext-only"
      suppressContentEditableWarning
      spellCheck={false}
      onInput={read}
      onKeyDown={onKeyDown}
    >
      {initial.map((run, index) => {
        const key = `${index}`;
        if (run.kind === 'text') return <span key={key}>{styled(run, run.text)}</span>;
        return (
          <span
            key={key}
            className={styles.chip}
            contentEditable={false}
            data-run={index}
            title={
              run.kind === 'figure' ? `${traces[run.traceId]?.label ?? 'Số liệu'}: tính từ sổ` : 'Chú thích'
            }
          >
            {run.kind === 'figure' ? run.text : '*'}
          </span>
        );
      })}
    </span>
  );
}
