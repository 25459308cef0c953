import { describe, expect, it } from 'vitest';
import { chooseCriteria } from './choose-criteria.ts';

const sets = [
  { id: 'any', nature: null, subject: null },
  { id: 'models', nature: 'model', subject: null },
  { id: 'people', nature: 'exemplar', subject: 'individual' },
  { id: 'models too', nature: 'model', subject: null },
];
const chosen = (nature: string, subject: string) => chooseCriteria(sets, { nature, subject })?.id;

describe('the criteria set of a practice', () => {
  it('is the one that says most about it', () => {
    expect(chosen('exemplar', 'individual')).toBe('people');
    expect(chosen('model', 'household')).toBe('models');
    expect(chosen('exemplar', 'collective')).toBe('any');
  });

  it('is none where no set is for it', () => {
    expect(chooseCriteria(sets.slice(2, 3), { nature: 'model', subject: 'collective' })).toBeNull();
  });
});
