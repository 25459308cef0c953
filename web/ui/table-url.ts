import { useMemo } from 'react';
import { type UrlWords, useUrlState } from '../platform/url-state.ts';

export interface TableSort {
  readonly key: string;
  readonly descending: boolean;
}

export interface TableUrl {
  readonly page: number;
  readonly size: number;
  readonly sort: TableSort | null;
  readonly setPage: (page: number) => void;
  readonly setSort: (sort: TableSort | null) => void;
}

/** `ten` ascending, `-ten` descending. */
export function parseSort(word: string | undefined): TableSort | null {
  if (word === undefined || word === '' || word === '-') return null;
  return word.startsWith('-') ? { key: word.slice(1), descending: true } : { key: word, descending: false };
}

export function writeSort(sort: TableSort | null): string | undefined {
  if (sort === null) return undefined;
  return sort.descending ? `-${sort.key}` : sort.key;
}

export function parsePage(word: string | undefined): number {
  const page = Number(word);
  return Number.isInteger(page) && page > 0 ? page : 1;
}

/** The words of the address that a list's query takes: the filters named, and page, size, sort. */
export function listQuery(
  words: UrlWords,
  filters: readonly string[],
  table: TableUrl,
): Record<string, string | number> {
  const query: Record<string, string | number> = { page: table.page, size: table.size };
  const sort = writeSort(table.sort);
  if (sort !== undefined) query['sort'] = sort;
  for (const name of filters) {
    const value = words[name];
    if (value !== undefined) query[name] = value;
  }
  return query;
}

/** Page and sort of a list, kept in the address as `page` and `sort`. */
export function useTableUrl(options: { readonly size?: number; readonly sort?: string } = {}): TableUrl {
  const { words, change } = useUrlState();
  const { size = 50, sort: usual } = options;
  return useMemo(
    () => ({
      page: parsePage(words['page']),
      size,
      sort: parseSort(words['sort'] ?? usual),
      setPage: (page) => change({ page: page <= 1 ? undefined : String(page) }, 'push'),
      setSort: (sort) => change({ sort: writeSort(sort), page: undefined }),
    }),
    [words, change, size, usual],
  );
}

/** The rows of a page of a list that is here as a whole; past its end the last page. */
export function rowsOfPage<Row>(rows: readonly Row[], { page, size }: TableUrl): readonly Row[] {
  const last = Math.max(1, Math.ceil(rows.length / size));
  const first = (Math.min(page, last) - 1) * size;
  return rows.slice(first, first + size);
}
