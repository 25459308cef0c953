/** The order in which a font's properties must stand (ECMA-376, 18.8.22); exceljs writes another. */
const ORDER = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

function orderFonts(xml: string): string {
  return xml.replace(/<font>(.*?)<\/font>/g, (_, inner: string) => {
    const properties = inner.match(/<\w+[^>]*\/>/g) ?? [];
    const rank = (property: string): number => ORDER.indexOf(/^<(\w+)/.exec(property)?.[1] ?? '');
    return `<font>${properties.toSorted((a, b) => rank(a) - rank(b)).join('')}</font>`;
  });
}

/** Excel forgives fonts in the wrong order, strict readers and validators do not. */
export function withOrderedFonts<T extends object>(workbook: T): T {
  const styles = (workbook as { styles?: { xml: string } }).styles;
  if (!styles) return workbook;
  const ordered = new Proxy(styles, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (key === 'xml' && typeof value === 'string') return orderFonts(value);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  Object.assign(workbook, { styles: ordered });
  return workbook;
}
