import type { FileAnswer } from '#contract/endpoint.ts';
import { addMonths, formatDay } from '#domain/kernel/day.ts';
import { templateAnswer } from '#server/excel/workbook-answer.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { importKeys, templateColumns } from './import-columns.ts';
import { campaignToRegister } from './registration-rules.reads.ts';

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
}

/** Places a unit may name: itself and what lies below, then the communes and villages of the campaign's area. */
export function placesFor(
  read: Pick<ReadContext, 'tree'>,
  asked: { unitId: string; ownerUnitId: string },
): Place[] {
  const own = read.tree.subtree(asked.unitId);
  const around = read.tree
    .ofKinds(['commune_committee', 'village'], asked.ownerUnitId)
    .map((unit) => unit.id);
  return [...new Set([...own, ...around])].map((id) => {
    const { name, shortName } = read.tree.unit(id);
    return { id, name, shortName };
  });
}

/** The Excel template of a unit's registrations into a campaign. */
export async function registrationTemplate(
  read: ReadContext,
  asked: { campaignId: string; unitId: string },
): Promise<FileAnswer> {
  const campaign = await campaignToRegister(read, asked);
  const places = placesFor(read, { unitId: asked.unitId, ownerUnitId: campaign.ownerUnitId }).filter(
    (place, at) => at < OWN_PLACES || read.tree.unit(place.id).kind !== 'village',
  );
  const unit = read.tree.unit(asked.unitId);
  const intakes = campaign.plan.intakes.map(
    (intake) => `Đợt ${intake.number}: từ ${formatDay(intake.opensOn)} đến ${formatDay(intake.closesOn)}.`,
  );
  return templateAnswer(`mau-dang-ky-dan-van-kheo-${campaign.year}.xlsx`, {
    sheetName: 'Đăng ký',
    title: `Đăng ký mô hình, điển hình “Dân vận khéo” năm ${campaign.year} – ${unit.name}`,
    columns: templateColumns(campaign.plan, [...new Set(places.map((place) => place.name))]),
    sample: sampleRow(campaign.plan.fields[0]?.name ?? '', { year: campaign.year, place: unit.name }),
    notes: [`Chiến dịch: ${campaign.title}.`, ...intakes],
  });
}

/** A list to choose from must stay readable: villages of other communes are written in the address instead. */
const OWN_PLACES = 100;

function sampleRow(
  field: string,
  about: { year: number; place: string },
): Partial<Record<(typeof importKeys)[number], string>> {
  const startsOn = `${about.year}-03-01`;
  return {
    name: 'Tổ tự quản bảo vệ môi trường dòng sông quê em',
    nature: 'Mô hình',
    subject: 'Tập thể',
    field,
    placeUnit: about.place,
    placeText: 'Tổ dân phố 3',
    startsOn,
    endsOn: addMonths(startsOn, 8),
    content: 'Vận động 12 hộ ven sông tuần tra, thu gom rác mỗi tháng hai lần.',
    ownerName: 'Ban Công tác Mặt trận tổ dân phố 3',
    responsibleName: 'Trưởng ban Công tác Mặt trận',
  };
}
