import { randomInt } from 'node:crypto';
import type { Access } from '#domain/access/access.ts';
import type { Role } from '#domain/access/permissions.ts';
import type { SignInSettings } from '#server/platform/sign-in-settings.ts';
import { generateSecret, generateURI, verify } from 'otplib';
import { hashPassword, passwordMatches } from './password.ts';

/** Who reaches far enough that a password alone is too little, where the office says so. */
const rolesThatNeedIt: readonly Role[] = ['administrator', 'standing_officer', 'province_officer'];

export function needsSecondFactor(signIn: SignInSettings, access: Access): boolean {
  return signIn.twoFactor === 'officers' && access.grants.some(({ role }) => rolesThatNeedIt.includes(role));
}

/** Codes of the step before and the step after are taken too: telephones' clocks are not exact (RFC 6238, 5.2). */
const toleratedSeconds = 30;

export function newTotpSecret(): string {
  return generateSecret({ length: 20 });
}

/** For the QR code that an authenticator application reads. */
export function totpAddress(secret: string, username: string): string {
  return generateURI({ issuer: 'Khéo', label: username, secret });
}

/** The time step of a right code, to be kept so that it does not work again; null for a wrong one. */
export async function stepOfCode(
  secret: string,
  code: string,
  at: { now: string; after: number | null },
): Promise<number | null> {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const result = await verify({
    secret,
    token,
    epoch: Math.floor(Date.parse(at.now) / 1000),
    epochTolerance: toleratedSeconds,
    ...(at.after !== null && { afterTimeStep: at.after }),
  });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}

/** No letters or digits that are taken for one another when they are read from paper. */
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const partLength = 4;

export interface RecoveryCode {
  /** As it is shown: XXXX-XXXX-XXXX. */
  readonly code: string;
  /** Its first part, by which its hash is found. */
  readonly hint: string;
  readonly hash: string;
}

/** Ten codes for a lost telephone, each of which works once. */
export async function newRecoveryCodes(): Promise<readonly RecoveryCode[]> {
  const hints = new Set<string>();
  while (hints.size < 10) hints.add(randomPart());
  const codes: RecoveryCode[] = [];
  // One after the other: each hash takes 46 MiB.
  for (const hint of hints) {
    const code = `${hint}-${randomPart()}-${randomPart()}`;
    codes.push({ code, hint, hash: await hashPassword(code) });
  }
  return codes;
}

/** What was typed, as a recovery code is written; null where it cannot be one. */
export function asRecoveryCode(typed: string): { code: string; hint: string } | null {
  const letters = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  if (letters.length !== 3 * partLength) return null;
  const code = letters.match(/.{4}/g)?.join('-') ?? '';
  return { code, hint: code.slice(0, partLength) };
}

export function recoveryCodeMatches(hash: string, code: string): Promise<boolean> {
  return passwordMatches(hash, code);
}

function randomPart(): string {
  return Array.from({ length: partLength }, () => alphabet[randomInt(alphabet.length)]).join('');
}
