import { describe, expect, it } from 'vitest';
import { type BrakeKind, secondsToWait, waitWords } from './lock-out.ts';

const at = (seconds: number): string => new Date(Date.UTC(2026, 2, 2) + seconds * 1000).toISOString();
const wait = (kind: BrakeKind, failed: number, secondsLater: number): number =>
  secondsToWait(kind, { failed, lastFailedAt: at(0) }, at(secondsLater));

describe('the brake', () => {
  it.each<[BrakeKind, number, number]>([
    ['name', 0, 0],
    ['name', 9, 0],
    ['name', 10, 2],
    ['name', 11, 4],
    ['name', 14, 32],
    ['name', 18, 512],
    ['name', 19, 900],
    ['name', 5000, 900],
    ['address', 49, 0],
    ['address', 50, 2],
    ['address', 5000, 900],
    ['device', 9, 0],
    ['device', 10, 2],
    ['device', 14, 30],
    ['device', 5000, 30],
    ['code', 4, 0],
    ['code', 5, 2],
    ['code', 5000, 900],
    ['own', 5, 2],
  ])('on a %s after %d wrong tries holds for %d seconds', (kind, failed, seconds) => {
    expect(wait(kind, failed, 0)).toBe(seconds);
    expect(wait(kind, failed, seconds)).toBe(0);
    expect(wait(kind, failed, Math.max(0, seconds - 1))).toBe(Math.min(1, seconds));
  });

  it.each<[BrakeKind, number]>([
    ['name', 24 * 3600],
    ['address', 3600],
    ['device', 24 * 3600],
    ['code', 24 * 3600],
  ])('on a %s forgets after %d quiet seconds', (kind, seconds) => {
    expect(wait(kind, 5000, seconds + 1)).toBe(0);
  });

  it.each<[number, string]>([
    [1, '1 giây'],
    [59, '59 giây'],
    [60, '1 phút'],
    [61, '2 phút'],
    [900, '15 phút'],
  ])('tells %d seconds as “%s”', (seconds, words) => {
    expect(waitWords(seconds)).toBe(words);
  });
});
