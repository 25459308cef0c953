import { useState } from 'react';
import { readKept, writeKept } from '../ui/kept.ts';
import type { Pin } from './pin-notes.tsx';

type Place = Pick<Pin, 'indicator' | 'section' | 'quote'>;

/** Reasons that a reviewer pins before the report goes back; kept on this machine until then. */
export interface NewPins {
  readonly all: readonly Pin[];
  readonly at: (place: Partial<Place>) => readonly Pin[];
  readonly add: (place: Partial<Place>) => void;
  readonly write: (pin: Pin, text: string) => void;
  readonly remove: (pin: Pin) => void;
  readonly clear: () => void;
}

const samePlace = (one: Place, other: Place): boolean =>
  one.indicator === other.indicator && one.section === other.section && one.quote === other.quote;

const isPins = (value: unknown): value is Pin[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'text' in one);

export function useNewPins(reportId: string): NewPins {
  const place = `kheo.pins.${reportId}`;
  const [all, setAll] = useState<readonly Pin[]>(() => readKept(place, isPins) ?? []);
  const keep = (next: readonly Pin[]) => {
    setAll(next);
    writeKept(place, next.length === 0 ? null : next);
  };
  return {
    all,
    at: ({ indicator = null, section = null }) =>
      all.filter((one) => one.indicator === indicator && one.section === section),
    add: ({ indicator = null, section = null, quote = '' }) => {
      const pin = { indicator, section, quote, text: '' };
      if (!all.some((one) => samePlace(one, pin))) keep([...all, pin]);
    },
    write: (pin, text) => keep(all.map((one) => (samePlace(one, pin) ? { ...one, text } : one))),
    remove: (pin) => keep(all.filter((one) => !samePlace(one, pin))),
    clear: () => keep([]),
  };
}
