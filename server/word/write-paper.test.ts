import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paper, paragraph, table } from '#domain/documents/paper-parts.ts';
import type { Paper } from '#domain/documents/paper.ts';
import { openXmlFaults, validatorMissing } from '#server/testing/validate-ooxml.ts';
import { zipParts } from '#server/testing/zip-parts.ts';
import { paperFullOf } from './samples/hostile-sample.ts';
import {
  decisionWithList,
  partyLetter,
  partyMinutes,
  partyNotice,
  partyReport,
  wideTable,
} from './samples/party-samples.ts';
import { stateLetter, stateReport } from './samples/state-samples.ts';
import { writePaper } from './write-paper.ts';

const SAMPLES: [string, Paper][] = [
  ['party report with footnotes', partyReport],
  ['party notice with a list, still a draft', partyNotice],
  ['party công văn', partyLetter],
  ['minutes with two signatures', partyMinutes],
  ['decision with a landscape appendix', decisionWithList],
  ['state công văn', stateLetter],
  ['state report', stateReport],
  ['paper with nothing in it', paper({ ...emptyPaper() })],
];

function emptyPaper() {
  return {
    layout: 'party',
    issuer: 'Thị ủy',
    place: '',
    draftYear: 2026,
    subject: '',
    blocks: [],
  } as const satisfies object & Partial<Paper>;
}

/** Several evils a string, for every file costs the validator half a second. */
const HOSTILE: [string, string][] = [
  [
    'markup, a formula, control characters, half surrogates, bidi overrides, line breaks, decomposed accents',
    [
      '<w:p>&amp;</w:p> ]]> <!-- " \' & < >',
      '=CMD|"/C calc"!A0',
      'a\u0000b\u0001\u0008\u000b\u000c\u001f\u007f\u0085c\ufffe\uffff',
      'a\ud800b\udc00c',
      'a\u202egpj.exe\u2066',
      'một\r\nhai\tba\u2028bốn',
      'Ủy ban Mặt trận'.normalize('NFD'),
    ].join(' '),
  ],
  ['a name of 10,000 letters', 'Mô hình vận động nhân dân '.repeat(385)],
  ['one word of 10,000 letters', 'ế'.repeat(10_000)],
  ['nothing', ''],
];

async function documentXml(sample: Paper, traceAppendix = false): Promise<string> {
  const parts = await zipParts(await writePaper(sample, { traceAppendix }));
  return parts.get('word/document.xml') ?? '';
}

describe.skipIf(validatorMissing)('every paper is valid Open XML', () => {
  it.each(SAMPLES)('%s', async (_name, sample) => {
    expect(await openXmlFaults(await writePaper(sample, { traceAppendix: true }))).toEqual([]);
  });

  it.each(HOSTILE)('whatever stands in its words: %s', async (_name, words) => {
    expect(await openXmlFaults(await writePaper(paperFullOf(words), { traceAppendix: true }))).toEqual([]);
  });

  it('and so for strings nobody thought of', { timeout: 60_000 }, async () => {
    const words = fc.string({ unit: 'binary', maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(words, async (any) => {
        expect(await openXmlFaults(await writePaper(paperFullOf(any), { traceAppendix: true }))).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });
});

describe('hostile words', () => {
  it('leave nothing in the file that XML forbids, and lose no letter that it allows', async () => {
    const letters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(letters, async (any) => {
        const xml = await documentXml(paper({ ...emptyPaper(), blocks: [paragraph(`«${any}»`)] }));
        expect(xml).not.toMatch(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/u);
        const printed = /«(.*)»/su.exec(xml)?.[1] ?? '';
        expect(unescape(printed).replace(/\s/gu, '')).toBe(visible(any));
      }),
      { numRuns: 60 },
    );
  });

  it('are composed: an NFD name comes out as NFC', async () => {
    const xml = await documentXml(
      paper({ ...emptyPaper(), blocks: [paragraph('Hương Trà'.normalize('NFD'))] }),
    );
    expect(xml).toContain('Hương Trà'.normalize('NFC'));
    expect(xml).toBe(xml.normalize('NFC'));
  });
});

function unescape(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function visible(words: string): string {
  return words
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu, '')
    .replace(/\s/gu, '');
}

describe('a paper is real Word', () => {
  it('has footnotes, not typed digits', async () => {
    const parts = await zipParts(await writePaper(partyReport));
    expect(parts.get('word/document.xml')).toContain('<w:footnoteReference w:id="1"/>');
    expect(parts.get('word/footnotes.xml')).toContain('Đã mở 02 lớp bồi dưỡng nghiệp vụ');
  });

  it('repeats both header rows of a long table and keeps rows whole', async () => {
    const xml = await documentXml(decisionWithList);
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(2);
    expect(xml).toContain('w:orient="landscape"');
    expect(xml).toContain('<w:cantSplit/>');
  });

  it('numbers pages at the top from page 2', async () => {
    const parts = await zipParts(await writePaper(partyReport));
    expect(parts.get('word/document.xml')).toContain('<w:titlePg/>');
    const headers = [...parts].filter(([path]) => path.startsWith('word/header')).map(([, xml]) => xml);
    expect(headers.filter((xml) => xml.includes('PAGE'))).toHaveLength(1);
    expect(headers.filter((xml) => !xml.includes('PAGE'))).toHaveLength(1);
  });

  it('sets the body in 14, justified, first line 10 mm, exactly 18 pt', async () => {
    const styles = (await zipParts(await writePaper(partyReport))).get('word/styles.xml') ?? '';
    const body = /<w:style [^>]*w:styleId="KheoBody".*?<\/w:style>/su.exec(styles)?.[0] ?? '';
    expect(body).toContain('<w:sz w:val="28"/>');
    expect(body).toContain('<w:jc w:val="both"/>');
    expect(body).toContain('w:firstLine="567"');
    expect(body).toMatch(/w:line="360"[^>]*w:lineRule="exact"|w:lineRule="exact"[^>]*w:line="360"/u);
    expect(styles).toContain('<w:lang w:val="vi-VN"');
  });

  it('names its title, issuer and language, and the clock of the machine is not in it', async () => {
    const core = (await zipParts(await writePaper(partyReport))).get('docProps/core.xml') ?? '';
    expect(core).toContain('<dc:creator>Thị ủy Hương Trà</dc:creator>');
    expect(core).toContain('<dc:title>BÁO CÁO tổng kết phong trào');
    expect(core).toContain('<dc:language>vi-VN</dc:language>');
    expect(core).toContain('2020-10-02T00:00:00Z');
  });

  it('keeps the last paragraph with the signature', async () => {
    const xml = await documentXml(partyReport);
    const lastParagraph = xml.slice(0, xml.lastIndexOf('Đề nghị Ban Dân vận')).lastIndexOf('<w:p>');
    expect(xml.slice(lastParagraph, lastParagraph + 200)).toContain('<w:keepNext/>');
  });

  it('prints the posts of a party signer in plain capitals and joins two with a small "kiêm"', async () => {
    const xml = await documentXml(partyNotice);
    for (const line of ['PHÓ BÍ THƯ THỊ ỦY', 'kiêm', 'TRƯỞNG BAN CHỈ ĐẠO'])
      expect(xml).toContain(`>${line}<`);
  });

  it('explains its figures in an appendix when asked to, and only then', async () => {
    expect(await documentXml(partyReport)).not.toContain('nguồn của số liệu');
    const xml = await documentXml(partyReport, true);
    expect(xml).toContain('Phụ lục: nguồn của số liệu');
    expect(xml).toContain('386 mô hình');
    expect(xml).toContain('01/10/2020');
  });

  it('fills short rows, so that Word never meets a ragged table', async () => {
    const ragged = table(
      [
        { title: 'A', width: 1 },
        { title: 'B', width: 1 },
      ],
      [['một'], ['hai', 'ba', 'bốn'], []],
    );
    const xml = await documentXml(paper({ ...emptyPaper(), blocks: [ragged] }));
    const rows = xml.split('<w:tr>').slice(3);
    expect(rows.map((row) => row.split('<w:tc>').length - 1)).toEqual([2, 2, 2, 2]);
  });
});

describe('speed', () => {
  it('writes 60 paragraphs and a table of 34 × 12 within 300 ms', async () => {
    const large = paper({
      ...emptyPaper(),
      blocks: [
        ...Array.from({ length: 60 }, () =>
          paragraph('Các phường, xã đã tuyên truyền, vận động. '.repeat(8)),
        ),
        wideTable(34),
      ],
    });
    await writePaper(large);
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const start = performance.now();
      await writePaper(large);
      times.push(performance.now() - start);
    }
    expect(times.toSorted((a, b) => a - b)[2]).toBeLessThan(300);
  });
});
