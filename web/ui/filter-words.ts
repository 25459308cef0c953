import type { UrlWords } from '../platform/url-state.ts';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

/** One choice of a filter bar; `key` is the word in the address and in the query of the endpoint. */
export interface Filter {
  readonly key: string;
  readonly label: string;
  readonly options: readonly FilterOption[];
  /** Shown only as a chip while it is at work: it comes from a link, or has a control of its own in `extra`. */
  readonly chipOnly?: true;
}

export interface ActiveFilter {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

/** The filters at work, in words; a value that is no longer among the options is shown as it is. */
export function activeFilters(
  words: UrlWords,
  filters: readonly Filter[],
  withSearch: boolean,
): ActiveFilter[] {
  const active: ActiveFilter[] = [];
  const text = words['q'];
  if (withSearch && text !== undefined) active.push({ key: 'q', label: 'Có chữ', value: `“${text}”` });
  for (const filter of filters) {
    const value = words[filter.key];
    if (value === undefined) continue;
    const option = filter.options.find((one) => one.value === value);
    active.push({ key: filter.key, label: filter.label, value: option?.label ?? value });
  }
  return active;
}
