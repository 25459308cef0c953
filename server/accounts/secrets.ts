import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that nobody guesses, fit for a cookie or a link. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of such a secret: with 256 random bits, a plain hash tells nothing. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
