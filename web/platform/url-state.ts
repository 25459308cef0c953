import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** The words of an address's query. A repeated word is one value joined by commas, so that all are strings. */
export type UrlWords = Readonly<Record<string, string>>;

export function parseUrlWords(text: string): UrlWords {
  const words: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    if (value === '') continue;
    const earlier = words[name];
    words[name] = earlier === undefined ? value : `${earlier},${value}`;
  }
  return words;
}

/** Empty words are left out, so that a list without filters has a clean address. */
export function writeUrlWords(words: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(words)) {
    if (value === undefined || value === null || value === '') continue;
    query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** Words after a change; undefined and '' take a word away. */
export function changedWords(words: UrlWords, patch: Readonly<Record<string, string | undefined>>): UrlWords {
  const next: Record<string, string> = { ...words };
  for (const [name, value] of Object.entries(patch)) {
    if (value === undefined || value === '') delete next[name];
    else next[name] = value;
  }
  return next;
}

export interface UrlState {
  readonly words: UrlWords;
  /** `push` keeps the earlier state behind the Back button (tabs); filters replace it. */
  readonly change: (patch: Readonly<Record<string, string | undefined>>, how?: 'replace' | 'push') => void;
}

/** Filters, page, sort and tab live in the address: it can be kept, sent and gone back to. */
export function useUrlState(): UrlState {
  const words = useSearch({ strict: false }) as UrlWords;
  const navigate = useNavigate();
  const change = useCallback<UrlState['change']>(
    (patch, how = 'replace') => {
      void navigate({
        to: '.',
        search: ((before: UrlWords) => changedWords(before, patch)) as never,
        replace: how === 'replace',
        resetScroll: false,
      });
    },
    [navigate],
  );
  return { words, change };
}
