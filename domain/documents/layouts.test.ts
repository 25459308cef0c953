import { describe, expect, it } from 'vitest';
import { LAYOUT_RULES, layoutFor } from './layouts.ts';

describe('the layout in force on a day', () => {
  it('is the guidance of 2018 until 8 January 2026 and that of 2026 after it', () => {
    expect(layoutFor('party', '2020-10-02').source).toContain('36-HD/VPTW');
    expect(layoutFor('party', '2026-01-08').source).toContain('36-HD/VPTW');
    expect(layoutFor('party', '2026-01-09').source).toContain('05-HD/VPTW');
  });

  it('is Nghị định 30 for state papers', () => {
    expect(layoutFor('state', '2026-01-09').source).toContain('30/2020/NĐ-CP');
  });

  it('is exactly one on any day', () => {
    for (const kind of ['party', 'state'] as const) {
      for (const day of ['1990-01-01', '2018-04-18', '2026-01-08', '2026-01-09', '2099-12-31']) {
        const inForce = LAYOUT_RULES.filter(
          (rule) => rule.kind === kind && (rule.from ?? '') <= day && (rule.to === null || day <= rule.to),
        );
        expect(inForce).toHaveLength(1);
      }
    }
  });

  it('prints within the spans of its rule', () => {
    for (const { body } of LAYOUT_RULES) {
      expect(body.size).toBeGreaterThanOrEqual(body.sizeRange[0]);
      expect(body.size).toBeLessThanOrEqual(body.sizeRange[1]);
      expect(body.line).toBeGreaterThanOrEqual(body.lineRange[0]);
      expect(body.line).toBeLessThanOrEqual(body.lineRange[1]);
      expect(body.paragraphGap).toBeGreaterThanOrEqual(6);
    }
  });
});
