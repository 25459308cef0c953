import mammoth from 'mammoth';
import { encodingOfFont, fromLegacy } from '#domain/reading/legacy-encodings.ts';

/** The parts of the library's document tree that we walk. */
interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly value?: string;
  readonly font?: string | null;
  readonly noteId?: string;
  readonly noteType?: string;
  readonly body?: readonly Node[];
  readonly numbering?: { readonly level: string; readonly isOrdered: boolean } | null;
  readonly notes?: { readonly _notes?: Readonly<Record<string, Node>> };
}

export interface ReadWord {
  readonly text: string;
  /** Each table as rows of cell texts. */
  readonly tables: readonly (readonly (readonly string[])[])[];
}

/**
 * The words of a Word file in reading order: paragraphs, tables (a row a line, cells parted by tabs), text boxes
 * where they are anchored, footnotes at the end under their numbers. Runs in fonts of before Unicode are decoded.
 */
export async function readDocx(content: Buffer): Promise<ReadWord> {
  let root: Node | null = null;
  await mammoth.convertToHtml(
    { buffer: content },
    {
      includeDefaultStyleMap: false,
      transformDocument: (document: Node) => {
        root = document;
        // Only the tree is wanted: nothing is left to turn into HTML.
        return { ...document, children: [] };
      },
    },
  );
  return root === null ? { text: '', tables: [] } : new Writer(root).written();
}

class Writer {
  readonly #lines: string[] = [];
  readonly #tables: string[][][] = [];
  readonly #notes: string[] = [];
  readonly #noteOf: Readonly<Record<string, Node>>;
  readonly #counters = new Map<string, number>();

  constructor(root: Node) {
    // oxlint-disable-next-line no-underscore-dangle -- the library's own name
    this.#noteOf = root.notes?._notes ?? {};
    this.#blocks(root.children ?? [], this.#lines);
  }

  written(): ReadWord {
    const notes = this.#notes.map((words, at) => `[${at + 1}] ${words}`);
    return { text: [...this.#lines, ...notes].join('\n'), tables: this.#tables };
  }

  #blocks(nodes: readonly Node[], lines: string[]): void {
    for (const node of nodes) {
      if (node.type === 'table') this.#table(node, lines);
      else if (node.type === 'paragraph') lines.push(this.#numbered(node) + this.#inline(node));
      else if (node.children) this.#blocks(node.children, lines);
    }
  }

  /** Numbers that Word counts itself are not in the text; a dash or a number says that an item begins. */
  #numbered(paragraph: Node): string {
    const { numbering } = paragraph;
    if (!numbering) {
      if (this.#inline(paragraph, true).trim() !== '') this.#counters.clear();
      return '';
    }
    if (!numbering.isOrdered) return '- ';
    const count = (this.#counters.get(numbering.level) ?? 0) + 1;
    this.#counters.set(numbering.level, count);
    return `${count}. `;
  }

  #inline(node: Node, withoutNotes = false): string {
    const parts: string[] = [];
    const walk = (one: Node, font: string | null): void => {
      const drawn = one.type === 'run' ? (one.font ?? null) : font;
      if (one.type === 'text') parts.push(decoded(one.value ?? '', drawn));
      else if (one.type === 'tab') parts.push('\t');
      else if (one.type === 'break') parts.push('\n');
      else if (one.type === 'noteReference') {
        if (!withoutNotes) parts.push(this.#note(one));
      } else for (const child of one.children ?? []) walk(child, drawn);
    };
    for (const child of node.children ?? []) walk(child, null);
    return parts.join('');
  }

  #note(reference: Node): string {
    const note = this.#noteOf[`${reference.noteType}-${reference.noteId}`];
    if (!note) return '';
    const lines: string[] = [];
    this.#blocks(note.body ?? [], lines);
    this.#notes.push(lines.join(' ').trim());
    return `[${this.#notes.length}]`;
  }

  #table(table: Node, lines: string[]): void {
    const rows = (table.children ?? []).map((row) =>
      (row.children ?? []).map((cell) => {
        const words: string[] = [];
        this.#blocks(cell.children ?? [], words);
        return words
          .map((line) => line.replaceAll(/\s+/g, ' ').trim())
          .filter(Boolean)
          .join('; ');
      }),
    );
    this.#tables.push(rows);
    for (const row of rows) lines.push(row.join('\t'));
  }
}

function decoded(text: string, font: string | null): string {
  const encoding = encodingOfFont(font);
  return encoding ? fromLegacy(text, encoding) : text;
}
