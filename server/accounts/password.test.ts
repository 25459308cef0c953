import { describe, expect, it } from 'vitest';
import { refuseWeakPassword } from './password.ts';

const weak = (password: string, username = 'huongxuan'): boolean => {
  try {
    refuseWeakPassword(password, username);
    return false;
  } catch {
    return true;
  }
};

describe('a new password', () => {
  it.each([
    ['shorter than ten characters', 'chín ký t'],
    ['often seen in leaks', '1qaz2wsx3edc'],
    ['often seen in leaks, in capitals', 'PASSWORD123'],
    ['what comes to mind here', 'danvankheo123'],
    ['the same with dots between', 'dan.van.kheo.123'],
    ['the user name with something behind', 'HuongXuan@2026'],
    ['one letter again and again', 'aaaaaaaaaaaa'],
  ])('is refused: %s', (_, password) => {
    expect(weak(password)).toBe(true);
  });

  it.each(['một câu dài dễ nhớ', 'Con cò bay lả bay la', 'xK7!pq92Lmzr', 'a'.repeat(3) + 'bcd efgh ijk'])(
    'is taken without rules about kinds of letters: %s',
    (password) => {
      expect(weak(password)).toBe(false);
    },
  );
});
