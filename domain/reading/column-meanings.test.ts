import { describe, expect, it } from 'vitest';
import { headingsKey, proposeColumns } from './column-meanings.ts';

const meanings = (rows: string[][]) => proposeColumns(rows)?.columns.map((column) => column.meaning);

describe('a list with headings of its own', () => {
  it('is understood by the words of its headings, below its title', () => {
    const rows = [
      ['DANH SÁCH ĐĂNG KÝ', 'DANH SÁCH ĐĂNG KÝ', 'DANH SÁCH ĐĂNG KÝ', '', ''],
      ['Số TT', 'Tên mô hình đăng ký', 'Thuộc lĩnh vực', 'Nơi thực hiện', 'Người chịu trách nhiệm chính'],
      ['1', 'Hàng rào xanh', 'Kinh tế', 'Thôn Trung', 'Bí thư chi bộ'],
    ];
    expect(proposeColumns(rows)?.headingRow).toBe(1);
    expect(meanings(rows)).toEqual(['ignored', 'name', 'field', 'place', 'responsible']);
  });

  it('gives each meaning to one column, and a second column of time to the end', () => {
    const rows = [
      ['Mô hình', 'Tên mô hình', 'Thời gian', 'Thời gian'],
      ['x', 'Hàng rào xanh', '01/03/2026', '30/11/2026'],
    ];
    expect(meanings(rows)).toEqual(['ignored', 'name', 'starts_on', 'ends_on']);
  });

  it('is understood by what stands below where a heading says nothing, less surely', () => {
    const rows = [
      ['Tên mô hình', 'A', 'B', 'C'],
      ['Hàng rào xanh', 'Kinh tế', 'Tập thể', '01/03/2026'],
      ['Bếp ấm', 'Văn hóa - xã hội', 'Cá nhân', '02/03/2026'],
    ];
    expect(meanings(rows)).toEqual(['name', 'field', 'subject', 'starts_on']);
    const columns = proposeColumns(rows)?.columns ?? [];
    expect(columns[1]?.confidence).toBeLessThan(columns[0]?.confidence ?? 0);
  });

  it('is known again by its headings, however they are spelled', () => {
    expect(headingsKey(['Tên mô hình', 'Địa chỉ'])).toBe(headingsKey(['TÊN MÔ HÌNH ', 'địa chỉ:']));
  });
});
