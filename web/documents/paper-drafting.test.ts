import { figure, heading, list, paragraph, runs } from '#domain/documents/paper-parts.ts';
import { describe, expect, it } from 'vitest';
import { addAfter, fromDraft, linesOf, toDraft } from './paper-drafting.ts';

const body = [
  heading(1, 'I-', 'KẾT QUẢ'),
  paragraph(['Đăng ký ', figure(24, 'registered'), ' mô hình.']),
  list('việc thứ nhất', 'việc thứ hai'),
];

describe('a draft under the officer’s hand', () => {
  it('comes back as it was when nothing is changed', () => {
    expect(fromDraft(toDraft(body), new Map())).toEqual(body);
  });

  it('keeps its figures when the words around them change', () => {
    const changed = runs(['Toàn thị xã có ', figure(24, 'registered'), ' mô hình đăng ký.']);
    expect(fromDraft(toDraft(body), new Map([['b1', changed]]))[1]).toEqual({
      ...body[1],
      runs: changed,
    });
  });

  it('takes a new item into the list it was added to', () => {
    const draft = addAfter(toDraft(body), 'b2', 'new');
    const [, , items] = fromDraft(draft, new Map([['new', runs('việc ở giữa')]]));
    expect(items).toEqual(list('việc thứ nhất', 'việc ở giữa', 'việc thứ hai'));
  });

  it('leaves out a paragraph that says nothing', () => {
    const draft = addAfter(toDraft(body), 'b1', 'new');
    expect(fromDraft(draft, new Map([['b1', runs('  ')]]))).toEqual([body[0], body[2]]);
  });

  it('reads recipients line by line', () => {
    expect(linesOf(' Ban Dân vận Tỉnh ủy \n\n Lưu VP Thị ủy')).toEqual([
      'Ban Dân vận Tỉnh ủy',
      'Lưu VP Thị ủy',
    ]);
  });
});
