/** The four fields of the movement; every campaign's own fields map to one of them so that totals add up above. */
export const baseFields = ['economy', 'culture_society', 'defence_security', 'political_system'] as const;
export type BaseField = (typeof baseFields)[number];

export const baseFieldWords: Record<BaseField, string> = {
  economy: 'Kinh tế',
  culture_society: 'Văn hóa - xã hội',
  defence_security: 'Quốc phòng - an ninh',
  political_system: 'Xây dựng hệ thống chính trị',
};
