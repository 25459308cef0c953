import ExcelJS from 'exceljs';

/** A sheet of a workbook as lines of what stands in its cells, the title above its head left out. */
export async function sheetLines(bytes: Buffer, name: string): Promise<unknown[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const lines: unknown[][] = [];
  book.getWorksheet(name)?.eachRow((row, at) => {
    if (at > 1) lines.push((row.values as unknown[]).slice(1));
  });
  return lines;
}
