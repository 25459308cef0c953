import sharp from 'sharp';
import { Seeded } from './seeded.ts';

export interface EvidenceFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Pictures and a paper that say what they are: drawn scenes, no photo of anybody. */
export interface EvidenceFiles {
  picture(number: number): EvidenceFile;
  readonly paper: EvidenceFile;
}

const scenes = 12;

/** Draws the files once; many uploads share them, as the store keeps one copy by hash. */
export async function drawEvidenceFiles(): Promise<EvidenceFiles> {
  const pictures = await Promise.all(
    Array.from({ length: scenes }, async (_, at): Promise<EvidenceFile> => {
      const drawn = sharp(Buffer.from(scene(at)));
      const isPng = at % 4 === 3;
      const content = await (isPng ? drawn.png({ palette: true }) : drawn.jpeg({ quality: 72 })).toBuffer();
      return { name: `tranh-minh-hoa-${at + 1}.${isPng ? 'png' : 'jpg'}`, content };
    }),
  );
  const paper = { name: 'bien-ban-hop-dan-ban-mau.pdf', content: onePagePdf() };
  return {
    picture: (number) => pictures[number % scenes] ?? paper,
    paper,
  };
}

/** A village road between fields and houses, a river, lamps: different each time, the same in every telling. */
function scene(number: number): string {
  const random = new Seeded(number + 11);
  const [width, height] = [960, 640];
  const horizon = random.whole(230, 290);
  const sky = random.pick([
    ['#bfdcec', '#f6ead0'],
    ['#cfe3ea', '#f9f1e0'],
    ['#a9cbe0', '#f1e4c6'],
  ]);
  const parts = [
    `<defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="${sky[0]}"/><stop offset="1" stop-color="${sky[1]}"/></linearGradient></defs>`,
    `<rect width="${width}" height="${height}" fill="url(#s)"/>`,
    `<circle cx="${random.whole(120, 820)}" cy="${random.whole(70, 150)}" r="42" fill="#fbe7a8"/>`,
    `<path d="M0 ${horizon} Q 200 ${horizon - 90} 420 ${horizon - 20} T 960 ${horizon - 40} V ${height} H 0Z" fill="#8fae8b"/>`,
    `<rect y="${horizon}" width="${width}" height="${height - horizon}" fill="${random.pick(['#a9c46c', '#b7c97a', '#93b862'])}"/>`,
    number % 3 === 0 ? river(random, horizon) : road(horizon),
    ...Array.from({ length: 5 }, (_, at) => house(random, { x: 60 + at * 185, y: horizon + 40 })),
    ...Array.from({ length: 9 }, () =>
      tree(random, { x: random.whole(20, 940), y: random.whole(horizon + 60, 560) }),
    ),
    number % 2 === 0 ? lamps(horizon) : '',
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join('')}</svg>`;
}

function river(random: Seeded, horizon: number): string {
  const bend = random.whole(300, 640);
  return `<path d="M${bend} ${horizon} C ${bend + 160} ${horizon + 110} 120 ${horizon + 190} 260 640 H 720 C 560 ${horizon + 200} ${bend + 330} ${horizon + 110} ${bend + 46} ${horizon}Z" fill="#7fb3cc"/>`;
}

function road(horizon: number): string {
  return `<path d="M455 ${horizon} L 505 ${horizon} L 700 640 L 260 640Z" fill="#d9d2c3"/><path d="M480 ${horizon} L 480 640" stroke="#fff" stroke-width="5" stroke-dasharray="34 30"/>`;
}

function house(random: Seeded, at: { x: number; y: number }): string {
  const wall = random.pick(['#f3e6d2', '#efe0e0', '#e4ecf0', '#f7f0d7']);
  const y = at.y + random.whole(-14, 30);
  return `<rect x="${at.x}" y="${y}" width="84" height="58" fill="${wall}"/><path d="M${at.x - 10} ${y} L ${at.x + 42} ${y - 40} L ${at.x + 94} ${y}Z" fill="${random.pick(['#b4533c', '#a2463a', '#8c5a44'])}"/><rect x="${at.x + 34}" y="${y + 22}" width="18" height="36" fill="#7a5c43"/>`;
}

function tree(random: Seeded, at: { x: number; y: number }): string {
  const size = random.whole(16, 34);
  return `<rect x="${at.x - 4}" y="${at.y}" width="8" height="${size}" fill="#75573c"/><circle cx="${at.x}" cy="${at.y - size / 3}" r="${size}" fill="${random.pick(['#4f8a4c', '#5d9a55', '#3f7a48'])}"/>`;
}

function lamps(horizon: number): string {
  return [0, 1, 2]
    .map((at) => {
      const [x, top] = [520 + at * 62, horizon - 46 + at * 64];
      return `<path d="M${x} ${top + 120 + at * 30} V ${top} h -26" stroke="#4a4a4a" stroke-width="6" fill="none"/><circle cx="${x - 28}" cy="${top + 6}" r="9" fill="#ffe38a"/>`;
    })
    .join('');
}

/** One page in a built-in font, which has no Vietnamese letters: so the words go without marks. */
function onePagePdf(): Uint8Array {
  const lines = [
    'TAI LIEU MAU CUA BO DU LIEU DUNG THU',
    'Bien ban hop dan thong nhat cach lam mo hinh "Dan van kheo".',
    'Tep nay chi de minh hoa; ban goc co chu ky luu tai don vi.',
  ];
  const text = lines.map((line, at) => `1 0 0 1 60 ${760 - at * 26} Tm (${line}) Tj`).join('\n');
  const stream = `BT /F1 13 Tf\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = pdf.length;
    pdf += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = pdf.length;
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(pdf);
}
