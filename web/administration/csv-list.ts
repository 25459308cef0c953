/** What a spreadsheet would take for a formula gets an apostrophe before it, as Excel itself writes text. */
function safeCell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}

/** A list that Excel opens with its Vietnamese letters (byte order mark, semicolons as here in Vietnam). */
export function csvOf(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headers, ...rows].map((cells) => cells.map(safeCell).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Saves a text that only this page holds. */
export function downloadText(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
