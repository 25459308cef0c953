import type { Paper } from '#domain/documents/paper.ts';

export const CORE_PROPERTIES_PATH = 'docProps/core.xml';

/** Title, issuer and language of the file. No clock: a paper written twice is the same file. */
export function corePropertiesXml(paper: Paper): string {
  const title = [paper.typeName, paper.subject].filter(Boolean).join(' ');
  const created = paper.issuedOn ?? `${paper.draftYear}-01-01`;
  const elements = [
    `<dc:title>${escapeXml(title)}</dc:title>`,
    `<dc:creator>${escapeXml(paper.issuer)}</dc:creator>`,
    `<cp:lastModifiedBy>${escapeXml(paper.issuer)}</cp:lastModifiedBy>`,
    '<cp:revision>1</cp:revision>',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${created}T00:00:00Z</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${created}T00:00:00Z</dcterms:modified>`,
    '<dc:language>vi-VN</dc:language>',
  ];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${elements.join('')}</cp:coreProperties>`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/gu, (letter) => ENTITIES[letter] ?? letter);
}
