import { hash, verify } from '@node-rs/argon2';
import { Problem } from '#domain/kernel/problem.ts';
import { dictionary } from '@zxcvbn-ts/language-common';

/** OWASP's Argon2id of 46 MiB, one pass, one lane (quality.md). */
const argon2 = { memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;

const shortest = 10;

/** The 49,233 passwords that leaks show most often, as far as they are long enough, and what comes to mind here. */
const known = new Set([
  ...dictionary.passwords.filter((password) => password.length >= shortest),
  'matkhau123',
  'matkhau1234',
  'matkhau2026',
  'khongnoidau',
  'khongbiet123',
  'danvankheo',
  'danvankheo123',
  'dangcongsan',
  'vietnam1234',
  'hochiminh1890',
  'anhyeuem123',
]);

export function hashPassword(password: string): Promise<string> {
  return hash(password, argon2);
}

export function passwordMatches(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password);
}

let decoy: Promise<string> | undefined;

/** Costs as much as a real check, so that an unknown name cannot be told from a wrong password by time. */
export async function pretendToCheck(password: string): Promise<false> {
  decoy ??= hashPassword('không ai dùng mật khẩu này');
  await passwordMatches(await decoy, password);
  return false;
}

/** `path`: the field of the form that is to blame. */
export function refuseWeakPassword(password: string, username: string, path = 'password'): void {
  const weak =
    password.length < shortest ||
    password.toLowerCase().includes(username.toLowerCase()) ||
    known.has(password.toLowerCase().replaceAll(/[\s._-]/g, '')) ||
    known.has(password.toLowerCase()) ||
    new Set(password).size < 4;
  if (weak)
    throw new Problem('password_weak', {}, [
      {
        path,
        message: 'Ít nhất 10 ký tự, không chứa tên đăng nhập, không phải mật khẩu phổ biến',
      },
    ]);
}
