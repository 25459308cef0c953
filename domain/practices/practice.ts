import { daySchema } from '#domain/kernel/day.ts';
import { longText, optionalShortText, shortText } from '#domain/kernel/text.ts';
import { z } from 'zod';
import { natures, origins, practiceStates, subjects } from './practice.states.ts';

export const practiceStateSchema = z.enum(practiceStates);
export const natureSchema = z.enum(natures);
export const subjectSchema = z.enum(subjects);
export const originSchema = z.enum(origins);

/** An aim that can be checked later: "12/12 hộ ký cam kết". */
export const aimSchema = z.object({
  text: shortText(300),
  target: z.number().nullable(),
  unit: optionalShortText(60),
});

/** What a good registration also holds (domain.md §2). All of it may be empty. */
export const practiceDetailsSchema = z.object({
  presentState: longText(10_000).default(''),
  aims: z.array(aimSchema).max(30).default([]),
  method: longText(10_000).default(''),
  beneficiaries: longText(3_000).default(''),
  forces: longText(5_000).default(''),
  resources: longText(5_000).default(''),
  outputs: longText(5_000).default(''),
  durability: longText(5_000).default(''),
});

/** A registration as it is typed: a draft may be empty in every place but its name. */
export const registrationSchema = z
  .object({
    name: shortText(300),
    nature: natureSchema,
    subject: subjectSchema,
    fieldCode: z.string().max(40).nullable(),
    placeUnitId: z.uuid().nullable(),
    placeText: optionalShortText(300),
    startsOn: daySchema.nullable(),
    endsOn: daySchema.nullable(),
    content: longText(20_000),
    ownerName: optionalShortText(200),
    responsibleName: optionalShortText(200),
    responsiblePhone: optionalShortText(30),
    details: practiceDetailsSchema,
    consentToPublish: z.boolean(),
  })
  .superRefine((one, context) => {
    if (one.startsOn !== null && one.endsOn !== null && one.endsOn < one.startsOn)
      context.addIssue({
        code: 'custom',
        path: ['endsOn'],
        message: 'Ngày kết thúc phải sau hoặc trùng ngày bắt đầu',
      });
  });
export type Registration = z.output<typeof registrationSchema>;
