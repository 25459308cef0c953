import { Document, Packer, Paragraph } from 'docx';

/** A Word file with these paragraphs. */
export function wordFileOf(paragraphs: readonly string[]): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({ sections: [{ children: paragraphs.map((text) => new Paragraph(text)) }] }),
  );
}
