import type { Indicator } from './form.ts';
import { profileFacts, type ProfileFact } from './profile-facts.ts';

/**
 * What an indicator of a fact is called and how it adds up. A report holds the profile of its own unit only: above,
 * reports are added, and never the upper unit's own profile, which tells the same people again.
 */
export function profileIndicator(fact: ProfileFact): Omit<Indicator, 'code' | 'group' | 'partOf'> {
  const { label, unit, decimals, aggregation } = profileFacts[fact];
  const above =
    aggregation === 'sum'
      ? 'Cấp trên cộng số của các báo cáo, không lấy hồ sơ của chính cấp trên.'
      : 'Không cộng giữa các nơi.';
  return {
    label,
    definition: `Theo hồ sơ địa phương của đơn vị báo cáo, năm cuối kỳ hoặc năm gần nhất trước đó. ${above}`,
    unit,
    decimals,
    source: { kind: 'profile', fact },
    aggregation,
  };
}
