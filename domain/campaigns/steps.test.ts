import { describe, expect, it } from 'vitest';
import { currentStep } from './steps.ts';

const step = (number: 1 | 2 | 3 | 4 | 5 | 6, from: string | null, due: string | null) => ({
  number,
  name: `Bước ${number}`,
  from,
  due,
  text: '',
});

describe('the step a campaign is in', () => {
  const steps = [
    step(1, '2023-03-01', '2023-03-31'),
    step(2, '2023-04-05', '2023-04-20'),
    step(3, '2023-04-21', null),
    step(4, '2023-06-15', '2023-07-25'),
    step(5, null, '2023-12-31'),
  ];
  it('is the one whose span holds the day', () => {
    expect(currentStep({ steps }, '2023-03-31')).toBe(1);
    expect(currentStep({ steps }, '2023-05-01')).toBe(3);
  });
  it('is the later one where two spans hold the day', () => {
    expect(currentStep({ steps }, '2023-07-01')).toBe(4);
  });
  it('is the coming one between two spans', () => {
    expect(currentStep({ steps }, '2023-04-02')).toBe(2);
  });
  it('begins where the step before it ended when it has no day of its own', () => {
    expect(currentStep({ steps }, '2023-10-01')).toBe(5);
  });
  it('is none before the first and after the last', () => {
    expect(currentStep({ steps }, '2023-02-01')).toBeNull();
    expect(currentStep({ steps: steps.slice(0, 2) }, '2023-06-01')).toBeNull();
  });
});
