import { Button } from '@mantine/core';
import { IconHighlight } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTheDesk } from './desk.ts';
import { factKinds, kindWords } from './facts.ts';
import { MarkDrawer, type MarkKind } from './mark-drawer.tsx';
import { PaperText, type Passage } from './paper-text.tsx';
import textStyles from './paper-text.module.css';
import styles from './reading.module.css';

const markOptions: readonly { readonly kind: MarkKind; readonly label: string }[] = [
  { kind: 'practice', label: 'Mô hình' },
  { kind: 'document', label: 'Văn bản' },
  { kind: 'figure', label: 'Số liệu' },
];

/** The left side: the text with its marks, and the tool for what was missed. */
export function PaperPane() {
  const desk = useTheDesk();
  const [passage, setPassage] = useState<Passage | null>(null);
  const [marking, setMarking] = useState<MarkKind | null>(null);
  const { select } = desk;
  const pick = useCallback((id: string) => select(id, { show: false, pane: 'facts' }), [select]);
  return (
    <section className={styles.paper} aria-labelledby="paper-title">
      <div className={`${styles.paneHead} k-no-print`} data-marking={passage !== null || undefined}>
        <h2 id="paper-title">Nguyên văn</h2>
        {passage !== null && desk.isOpen ? (
          <div className={styles.marker} role="group" aria-label="Đánh dấu đoạn đang chọn">
            <span>Đánh dấu đoạn chọn là</span>
            {markOptions.map((option) => (
              <Button
                key={option.kind}
                size="compact-md"
                variant="default"
                // The press must not take the selection away before it is read.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => setMarking(option.kind)}
              >
                {option.label}
              </Button>
            ))}
          </div>
        ) : (
          <Legend />
        )}
        {desk.isOpen && passage === null && (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconHighlight size={16} stroke={1.6} />}
            onClick={() => setMarking('practice')}
          >
            Đánh dấu
          </Button>
        )}
      </div>
      <div
        className={styles.scroll}
        data-pane-scroll
        role="region"
        aria-label="Nguyên văn tài liệu"
        tabIndex={0}
      >
        <PaperText
          text={desk.reading.text}
          marks={desk.marks}
          selected={desk.selected}
          shown={desk.shown}
          onPick={pick}
          onSelect={setPassage}
        />
      </div>
      {marking !== null && <MarkDrawer passage={passage} kind={marking} onClose={() => setMarking(null)} />}
    </section>
  );
}

/** What the marks mean, drawn as they are drawn in the text. */
function Legend() {
  return (
    <ul className={styles.legend} aria-label="Chú giải">
      {factKinds.map((kind) => (
        <li key={kind}>
          <i
            className={`${textStyles.label} ${textStyles[`${kind}Label`]}`}
            data-label={kindWords[kind].tag}
            aria-hidden="true"
          />
          <span className={textStyles[kind]}>{kindWords[kind].tab}</span>
        </li>
      ))}
    </ul>
  );
}
