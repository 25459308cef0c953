import { describe, expect, it } from 'vitest';
import { buildUrl } from '../platform/http.ts';
import { changedWords, parseUrlWords, writeUrlWords } from '../platform/url-state.ts';
import { activeFilters } from './filter-words.ts';
import { parsePage, parseSort, writeSort } from './table-url.ts';

describe('the address of a list', () => {
  it('keeps every word as text, whatever it looks like', () => {
    expect(parseUrlWords('?nam=2026&q=true&linh-vuc=05')).toEqual({
      nam: '2026',
      q: 'true',
      'linh-vuc': '05',
    });
  });

  it('leaves empty words out', () => {
    expect(writeUrlWords({ q: '', page: undefined, nam: '2026' })).toBe('?nam=2026');
    expect(writeUrlWords({})).toBe('');
  });

  it('comes back the same with Vietnamese letters and signs in it', () => {
    const words = { q: 'Tổ tự quản & “sông Bồ” 100%' };
    expect(parseUrlWords(writeUrlWords(words))).toEqual(words);
  });

  it('takes a word away when it is emptied and leaves the others', () => {
    expect(changedWords({ q: 'a', nam: '2026' }, { q: '' })).toEqual({ nam: '2026' });
  });

  it('reads pages that make no sense as the first one', () => {
    expect(['2', '0', '-1', 'x', undefined].map(parsePage)).toEqual([2, 1, 1, 1, 1]);
  });

  it('writes the order it reads', () => {
    for (const word of ['name', '-name']) expect(writeSort(parseSort(word))).toBe(word);
    expect(parseSort('')).toBeNull();
  });
});

describe('the filters at work', () => {
  const filters = [{ key: 'state', label: 'Trạng thái', options: [{ value: 'draft', label: 'Đang soạn' }] }];

  it('are named in words', () => {
    expect(activeFilters({ state: 'draft', q: 'ổi' }, filters, true)).toEqual([
      { key: 'q', label: 'Có chữ', value: '“ổi”' },
      { key: 'state', label: 'Trạng thái', value: 'Đang soạn' },
    ]);
  });

  it('show an unknown value as it is, so that it can be taken away', () => {
    expect(activeFilters({ state: 'gone' }, filters, false)).toEqual([
      { key: 'state', label: 'Trạng thái', value: 'gone' },
    ]);
  });
});

describe('the address of an endpoint', () => {
  it('has its parameters filled and escaped', () => {
    expect(buildUrl('/api/units/:id/terms', { id: 'a/b' })).toBe('/api/units/a%2Fb/terms');
  });

  it('refuses a missing parameter', () => {
    expect(() => buildUrl('/api/units/:id')).toThrow('id');
  });

  it('repeats a list and leaves nothing out but the empty', () => {
    expect(buildUrl('/api/x', {}, { state: ['a', 'b'], q: '', page: 0, n: null })).toBe(
      '/api/x?state=a&state=b&page=0',
    );
  });
});
