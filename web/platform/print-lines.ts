/** A slip of paper: a title, then lines; those marked are set in wide letters, to be typed from it. */
export interface Slip {
  readonly title: string;
  readonly lines: readonly (string | { readonly code: string })[];
}

/** Prints a slip alone, in a frame of its own: the page behind it stays as it is. */
export function printSlip({ title, lines }: Slip): void {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0;right:0;bottom:0';
  document.body.append(frame);
  const inside = frame.contentDocument;
  const view = frame.contentWindow;
  if (!inside || !view) return frame.remove();
  inside.title = title;
  inside.body.style.cssText = "font: 14pt/1.6 'Times New Roman', serif; margin: 18mm 15mm";
  const heading = inside.createElement('h1');
  heading.style.fontSize = '18pt';
  heading.textContent = title;
  inside.body.append(heading, ...lines.map((line) => lineOf(inside, line)));
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
}

function lineOf(inside: Document, line: Slip['lines'][number]): HTMLElement {
  const element = inside.createElement('p');
  element.style.margin = '0 0 8pt';
  if (typeof line === 'string') element.textContent = line;
  else {
    element.style.cssText += ';font: 14pt/1.6 monospace; overflow-wrap: anywhere';
    element.textContent = line.code;
  }
  return element;
}
