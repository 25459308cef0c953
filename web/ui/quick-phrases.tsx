import styles from './dialogs.module.css';

interface QuickPhrasesProps {
  readonly phrases: readonly string[];
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Sentences often used: a press adds one to what is written already. */
export function QuickPhrases({ phrases, text, onText }: QuickPhrasesProps) {
  if (phrases.length === 0) return null;
  return (
    <div className={styles.phrases} role="group" aria-label="Câu thường dùng">
      {phrases.map((phrase) => (
        <button
          key={phrase}
          type="button"
          onClick={() => onText(text.trim() === '' ? phrase : `${text.trim()} ${phrase}`)}
        >
          {phrase}
        </button>
      ))}
    </div>
  );
}
