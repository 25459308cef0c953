import { formDefaults, type FormContent, type Indicator } from '../form.ts';

/** A form with a figure of every number of decimals, a counted one and a formula. */
export const interchangeForm: FormContent = {
  sections: ['notes', 'limits', 'proposals'].map((code) => ({
    code,
    title: `Mục ${code}`,
    guidance: '',
    required: false,
    level: 1,
  })),
  indicators: [
    indicator('registered', { source: { kind: 'register', measure: 'registered', baseField: null } }),
    indicator('money', { decimals: 1 }),
    indicator('land', { decimals: 2 }),
    indicator('labour', { decimals: 3 }),
    indicator('all', { source: { kind: 'sum', of: ['registered'] }, label: '=SUM(A1)' }),
  ],
  due: { kind: 'fixed', days: [{ month: 12, day: 15 }], shift: 'previous' },
  needsApproval: false,
  mayBeNothing: true,
  escalateAfterDays: 5,
  ...formDefaults,
  note: '',
};

function indicator(code: string, more: Partial<Indicator>): Indicator {
  return {
    code,
    label: `Chỉ tiêu ${code}`,
    definition: 'Để thử',
    unit: 'cái',
    group: '',
    decimals: 0,
    source: { kind: 'entered', required: false },
    aggregation: 'sum',
    partOf: null,
    ...more,
  };
}
