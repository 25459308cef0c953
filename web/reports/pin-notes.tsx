import { Button } from '@mantine/core';
import { Remark } from '../ui/card.tsx';
import { fieldId } from '../ui/form-context.ts';
import type { Report } from './report-words.tsx';
import styles from './reports.module.css';

export type Pin = Report['pins'][number];

/** The figure or the section that a reason is pinned to. */
export function placeOf(report: Report, pin: Pick<Pin, 'indicator' | 'section'>): string {
  return (
    report.figures.find((one) => one.code === pin.indicator)?.label ??
    report.sections.find((one) => one.code === pin.section)?.title ??
    ''
  );
}

/** Goes to what a reason is pinned to; a sentence is selected in its text. */
function goTo(pin: Pin): void {
  const at =
    pin.indicator === null ? fieldId(`narrative.${pin.section}`) : fieldId(`stated.${pin.indicator}`);
  const field = document.getElementById(at) ?? document.getElementById(pinAnchor(pin.indicator ?? ''));
  if (field === null) return;
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
  if (!(field instanceof HTMLTextAreaElement) || pin.quote === '') return;
  const from = field.value.indexOf(pin.quote);
  if (from >= 0) field.setSelectionRange(from, from + pin.quote.length);
}

export const pinAnchor = (code: string): string => `ghim-${code}`;

/** Why a report came back: the reason, and each place with a way to it. */
export function ReturnedNotice({ report }: { readonly report: Report }) {
  return (
    <>
      <b>Bị trả lại:</b> {report.returnReason}
      {report.pins.length > 0 && (
        <ul className={styles.pins} aria-label="Chỗ cần sửa">
          {report.pins.map((pin) => (
            <li key={`${pin.indicator} ${pin.section} ${pin.quote} ${pin.text}`}>
              <button type="button" className={styles.jump} onClick={() => goTo(pin)}>
                {placeOf(report, pin)}
              </button>
              : <PinWords pin={pin} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function PinWords({ pin }: { readonly pin: Pin }) {
  return (
    <>
      {pin.quote !== '' && <q className={styles.quote}>{pin.quote}</q>} {pin.text}
    </>
  );
}

/** What was pinned here, at the figure or the text itself; null where nothing was. */
export function pinNotes(pins: readonly Pin[]) {
  if (pins.length === 0) return null;
  return (
    <Remark>
      {pins.map((pin) => (
        <p key={`${pin.quote} ${pin.text}`}>
          <b>Nơi nhận ghi:</b> <PinWords pin={pin} />
        </p>
      ))}
    </Remark>
  );
}

interface NewPinProps {
  readonly pin: Pin;
  readonly onText: (text: string) => void;
  readonly onRemove: () => void;
  readonly name: string;
}

/** A reason that a reviewer is about to send back. */
export function NewPin({ pin, onText, onRemove, name }: NewPinProps) {
  return (
    <div className={styles.newPin}>
      <label>
        <span>
          Cần sửa gì ở {name}
          {pin.quote !== '' && <q className={styles.quote}>{pin.quote}</q>}
        </span>
        <textarea
          rows={2}
          maxLength={1000}
          value={pin.text}
          // Comes with the press on "Ghim": the next thing is to write.
          autoFocus={pin.text === ''}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      </label>
      <Button variant="default" onClick={onRemove} aria-label={`Bỏ ghim: ${name}`}>
        Bỏ ghim
      </Button>
    </div>
  );
}
