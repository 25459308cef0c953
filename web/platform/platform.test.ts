import { describe, expect, it } from 'vitest';
import { permissionsOfRole, type Role, roles } from '#domain/access/permissions.ts';
import { addressOf } from './api-client.ts';
import { newCommandId } from './command-id.ts';
import { networkProblem, ProblemError, problemFromBody, toProblem } from './problem-error.ts';
import { currentItem, menu, menuFor } from './shell/menu.ts';
import { formatTime } from './time.ts';

describe('a refusal from the server', () => {
  it('is taken over in its own words, with the fields it is about', () => {
    const body = {
      code: 'invalid_input',
      title: 'Có 1 chỗ chưa đúng',
      detail: 'Sửa rồi gửi lại.',
      fields: [{ path: 'name', message: 'Nêu tên' }],
    };
    expect(problemFromBody(422, body)).toEqual({ ...body, status: 422 });
  });

  it.each([undefined, null, 'Bad gateway', { message: 'x' }, []])(
    'that cannot be read (%j) is still said in words',
    (body) => {
      const problem = problemFromBody(502, body);
      expect(problem.code).toBe('unreadable_answer');
      expect(problem.detail).toContain('502');
    },
  );

  it('loses fields that are not fields', () => {
    const body = { code: 'x', title: 'y', fields: [{ path: 1 }, null, { path: 'a', message: 'b' }] };
    expect(problemFromBody(400, body).fields).toEqual([{ path: 'a', message: 'b' }]);
  });

  it('is told from a stop by the person and from a mistake of ours', () => {
    expect(toProblem(new ProblemError(networkProblem)).code).toBe('network');
    expect(toProblem(new DOMException('stop', 'AbortError')).code).toBe('cancelled');
    expect(toProblem(new TypeError('x is undefined')).code).toBe('unexpected');
  });
});

describe('an endpoint', () => {
  it('is called by its method at its filled path', () => {
    expect(
      addressOf('PUT /api/campaigns/:id/exemptions/:unitId', { params: { id: 'a', unitId: 'b' } }),
    ).toEqual({
      method: 'PUT',
      url: '/api/campaigns/a/exemptions/b',
    });
  });
});

describe('a command id', () => {
  it('is a random UUID, another one each time', () => {
    const ids = Array.from({ length: 200 }, newCommandId);
    expect(new Set(ids).size).toBe(200);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('the menu', () => {
  it('offers every role its work first', () => {
    for (const role of roles) expect(menuFor(permissionsOfRole[role])[0]?.href).toBe('/');
  });

  it.each<[Role, string, boolean]>([
    ['unit_officer', '/tham-dinh', false],
    ['standing_officer', '/tham-dinh', true],
    ['administrator', '/quan-tri', true],
    ['standing_officer', '/quan-tri', true],
    ['inspector', '/van-ban', false],
  ])('for %s: %s is shown: %s', (role, href, shown) => {
    expect(menuFor(permissionsOfRole[role]).some((item) => item.href === href)).toBe(shown);
  });

  it.each([
    ['/', '/'],
    ['/mo-hinh', '/mo-hinh'],
    ['/mo-hinh/moi', '/mo-hinh'],
    ['/mo-hinh-khac', undefined],
    ['/tai-khoan', undefined],
  ])('at %s marks %s', (pathname, href) => {
    expect(currentItem(menu, pathname)?.href).toBe(href);
  });
});

describe('the clock', () => {
  it('shows the hour in Vietnam, midnight as 00', () => {
    expect(formatTime('2026-11-21T17:05:00Z')).toBe('00:05');
    expect(formatTime('2026-11-21T03:32:00Z')).toBe('10:32');
  });
});
