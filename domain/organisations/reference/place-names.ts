import { fixTonePlacement, foldVietnamese, normaliseText } from '#domain/kernel/text.ts';

/** What was done to a name as its source writes it; each is named in the findings. */
type NameRepair = 'spaces' | 'kind_word' | 'abbreviation' | 'apostrophe' | 'capital' | 'tone';

export interface CleanName {
  readonly name: string;
  readonly repairs: readonly NameRepair[];
}

const repairSteps: readonly { repair: NameRepair; mend(name: string): string }[] = [
  { repair: 'spaces', mend: normaliseText },
  { repair: 'kind_word', mend: (name) => name.replace(/^(Thị|Thành) (Trấn|Xã|Phố) /u, lowerSecondWord) },
  // State farm townships: "Thị trấn NT Trần Phú", "Thị trấn N.T Phong Hải".
  { repair: 'abbreviation', mend: (name) => name.replace(/^Thị trấn N\.?T\.? /u, 'Thị trấn Nông trường ') },
  // "Xã Cư M’gar", "Xã H' Neng": one apostrophe, and nothing after it.
  { repair: 'apostrophe', mend: (name) => name.replaceAll(/\s?[’ʼ`']\s?/gu, "'") },
  {
    repair: 'capital',
    // "Xã é Tòng", "Xã Đại áng"; what follows an apostrophe stays small (Ea H'leo), as do "trấn", "trường" and "khu".
    mend: (name) =>
      name.replaceAll(/(?<= )\p{Ll}[\p{L}\p{M}]*/gu, (word) =>
        lowerWords.has(word) ? word : word.charAt(0).toLocaleUpperCase('vi') + word.slice(1),
      ),
  },
  { repair: 'tone', mend: fixTonePlacement },
];

/** "Thị Trấn Ái Tử", "Thành Phố Đồng Hới". */
function lowerSecondWord(kind: string): string {
  return kind.charAt(0) + kind.slice(1).toLocaleLowerCase('vi');
}

const lowerWords = new Set(['trấn', 'trường', 'khu', 'phố', 'xã']);

/** One spelling for one name, with every change named. */
export function cleanPlaceName(raw: string): CleanName {
  const repairs: NameRepair[] = [];
  let name = raw.normalize('NFC');
  for (const step of repairSteps) {
    const mended = step.mend(name);
    if (mended !== name) repairs.push(step.repair);
    name = mended;
  }
  return { name, repairs };
}

const kindWord =
  /^(?:Tỉnh|Thành phố|Quận|Huyện|Thị xã|Phường|Xã|Thị trấn Nông trường|Thị trấn|Đặc khu) (?=\S)/u;

/** "Phường Hương Xuân" → "Hương Xuân"; a numbered one keeps its kind: "Phường 12". */
export function shortPlaceName(name: string): string {
  const short = name.replace(kindWord, '');
  return /^\d/u.test(short) ? name : short;
}

/** The name without kind word, tones and case: for joining what two sources write. */
export function foldedPlaceName(name: string): string {
  return foldVietnamese(cleanPlaceName(name).name.replace(kindWord, ''));
}
