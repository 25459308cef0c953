import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Card, Remark } from '../ui/card.tsx';
import { isFilledIn } from '#domain/reports/form.ts';
import { Beside, FigureValue, figureText, groupsOf, ProfileYear, shownBeside } from './figure-value.tsx';
import { NewPin } from './pin-notes.tsx';
import type { Figure } from './report-draft.ts';
import type { NewPins } from './report-pins.ts';
import type { Report } from './report-words.tsx';
import figureStyles from './figures.module.css';
import styles from './reports.module.css';

interface ReadingProps {
  readonly report: Report;
  /** Where whoever reads may return it: reasons are pinned to figures and sentences. */
  readonly pins: NewPins | null;
}

/** A report that is read: its figures as they were frozen, its texts, what a reviewer pins to them. */
export function ReportReading({ report, pins }: ReadingProps) {
  return (
    <>
      {report.nothingToReport && (
        <Remark>
          {report.unit.name} báo không có nội dung trong {report.period.words}; số dưới đây là số của sổ mô
          hình.
        </Remark>
      )}
      <ReadFigures report={report} pins={pins} />
      {!report.nothingToReport &&
        report.sections.map((section) => (
          <ReadSection key={section.code} report={report} section={section} pins={pins} />
        ))}
    </>
  );
}

function ReadFigures({ report, pins }: ReadingProps) {
  if (report.figures.length === 0) return null;
  const sent = report.state === 'submitted' || report.state === 'accepted';
  return (
    <Card title="Số liệu" aside={sent ? 'đã chốt khi gửi' : undefined} flush>
      <div className={figureStyles.sheet}>
        {groupsOf(report.figures).map((group) => (
          <div key={`${group.name} ${group.figures[0]?.code}`}>
            {group.name !== '' && <h3 className={figureStyles.group}>{group.name}</h3>}
            <ul className={figureStyles.list} aria-label={group.name || 'Số liệu'}>
              {group.figures.map((figure) => (
                <li key={figure.code} className={figureStyles.row}>
                  <div className={figureStyles.name}>
                    <span className={figureStyles.label}>{figure.label}</span>
                    <ProfileYear report={report} figure={figure} />
                  </div>
                  <Beside figure={figure} shown={shownBeside(report.figures)} />
                  <div className={figureStyles.value}>
                    <FigureValue report={report} figure={figure} exact={figure.value} />
                    <span className={figureStyles.unit}>{figure.unit}</span>
                  </div>
                  {pins !== null && (
                    <PinButton name={figure.label} onPin={() => pins.add({ indicator: figure.code })} />
                  )}
                  <OtherThanCounted figure={figure} />
                  <PinsHere pins={pins} at={{ indicator: figure.code }} name={figure.label} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Card>
  );
}

/** Both figures stay: what the unit states, and what the register counted. */
function OtherThanCounted({ figure }: { readonly figure: Figure }) {
  const { source, stated, counted, decimals } = figure;
  if (!isFilledIn(source) || stated === null || counted === null || stated === counted) return null;
  return (
    <p className={figureStyles.said}>
      {source === 'profile' ? 'Hồ sơ ghi' : 'Sổ đếm'} {figureText(counted, decimals)}, đơn vị ghi{' '}
      {figureText(stated, decimals)}: {figure.reason}
    </p>
  );
}

interface ReadSectionProps extends ReadingProps {
  readonly section: Report['sections'][number];
}

function ReadSection({ section, pins }: ReadSectionProps) {
  const text = useRef<HTMLParagraphElement>(null);
  const quote = useSelectedWords(text, pins !== null);
  const before = section.previous ?? '';
  return (
    <Card>
      <div className={before === '' ? undefined : styles.beside}>
        <div>
          <div className={styles.partHead}>
            <h2>{section.title}</h2>
            {pins !== null && section.words !== '' && quote !== '' && (
              <Button
                variant="default"
                size="compact-sm"
                // The selection would be gone before the click.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => pins.add({ section: section.code, quote })}
              >
                Ghim câu đã chọn
              </Button>
            )}
            {pins !== null && (
              <PinButton name={section.title} onPin={() => pins.add({ section: section.code })} />
            )}
          </div>
          <p ref={text} className={styles.text}>
            {section.words || 'Đơn vị không viết phần này.'}
          </p>
          <PinsHere pins={pins} at={{ section: section.code }} name={section.title} />
        </div>
        {before !== '' && (
          <details className={`${styles.previous} k-no-print`}>
            <summary>Kỳ trước đã viết</summary>
            <p className={styles.text}>{before}</p>
          </details>
        )}
      </div>
    </Card>
  );
}

const longestQuote = 400;

/** The words that are selected inside an element. */
function useSelectedWords(at: React.RefObject<HTMLElement | null>, enabled: boolean): string {
  const [words, setWords] = useState('');
  useEffect(() => {
    if (!enabled) return;
    const read = () => {
      const selection = document.getSelection();
      const inside = selection !== null && at.current?.contains(selection.anchorNode) === true;
      const chosen = inside && at.current?.contains(selection.focusNode) === true ? selection.toString() : '';
      setWords(chosen.trim().slice(0, longestQuote));
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [at, enabled]);
  return words;
}

function PinButton({ name, onPin }: { readonly name: string; readonly onPin: () => void }) {
  return (
    <div className={`${figureStyles.other} k-no-print`}>
      <Button variant="subtle" color="gray" size="compact-sm" aria-label={`Ghim: ${name}`} onClick={onPin}>
        Ghim
      </Button>
    </div>
  );
}

interface PinsHereProps {
  readonly pins: NewPins | null;
  readonly at: { readonly indicator?: string; readonly section?: string };
  readonly name: string;
}

function PinsHere({ pins, at, name }: PinsHereProps): ReactNode {
  if (pins === null) return null;
  const here = pins.at(at);
  if (here.length === 0) return null;
  return (
    <div className={`${figureStyles.more} k-no-print`}>
      {here.map((pin) => (
        <NewPin
          key={pin.quote}
          pin={pin}
          name={name}
          onText={(text) => pins.write(pin, text)}
          onRemove={() => pins.remove(pin)}
        />
      ))}
    </div>
  );
}
