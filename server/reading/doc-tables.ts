/**
 * Tables in the text of an old Word file. Its cells end with a tab and its rows with a tab and a new line, so rows can
 * be told from the text around them; a cell of several paragraphs keeps its new lines inside.
 */
export function tablesInDocText(text: string): string[][][] {
  const tables: string[][][] = [];
  let table: string[][] = [];
  const chunks = text.split('\t\n');
  // What stands behind the last row is no row.
  for (const chunk of chunks.slice(0, -1)) {
    const cells = chunk.split('\t');
    const first = cells[0] ?? '';
    const goesOn = table.length > 0 && (cells.length === table[0]?.length || !first.includes('\n'));
    if (!goesOn) {
      if (table.length > 0) tables.push(table);
      table = [];
      // Paragraphs before the table run into its first cell.
      cells[0] = first.slice(first.lastIndexOf('\n') + 1);
    }
    table.push(cells.map((words) => words.replaceAll(/\s+/g, ' ').trim()));
  }
  if (table.length > 0) tables.push(table);
  return tables.filter((rows) => rows.length > 1);
}
