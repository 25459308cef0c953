/** The items S2 (section I.2) refuses a registration without, in its own words. */
export interface RequiredItems {
  readonly name: string;
  readonly fieldCode: string | null;
  readonly placeUnitId: string | null;
  readonly placeText: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly content: string;
  readonly ownerName: string;
  readonly responsibleName: string;
}

export interface MissingItem {
  /** The field's path in the registration form. */
  readonly path: keyof RequiredItems;
  readonly label: string;
}

/** The required items a registration still lacks, by name; empty when it may be sent. */
export function missingItems(one: RequiredItems): MissingItem[] {
  const missing: MissingItem[] = [];
  if (one.name.trim() === '') missing.push({ path: 'name', label: 'tên mô hình' });
  if (one.fieldCode === null) missing.push({ path: 'fieldCode', label: 'lĩnh vực' });
  if (one.placeUnitId === null && one.placeText.trim() === '')
    missing.push({ path: 'placeText', label: 'địa chỉ' });
  if (one.startsOn === null) missing.push({ path: 'startsOn', label: 'ngày bắt đầu' });
  if (one.endsOn === null) missing.push({ path: 'endsOn', label: 'ngày kết thúc' });
  if (one.content.trim() === '') missing.push({ path: 'content', label: 'nội dung thực hiện' });
  if (one.ownerName.trim() === '') missing.push({ path: 'ownerName', label: 'chủ mô hình' });
  if (one.responsibleName.trim() === '') missing.push({ path: 'responsibleName', label: 'người phụ trách' });
  return missing;
}
