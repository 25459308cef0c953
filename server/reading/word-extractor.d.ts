/** The package carries no types; the published ones know nothing of the options. */
declare module 'word-extractor' {
  interface Options {
    /** Turns quotes, dashes and spaces into plain ones; true unless told. */
    readonly filterUnicode?: boolean;
  }
  interface WordDocument {
    getBody(options?: Options): string;
    getTextboxes(options?: Options): string;
    getFootnotes(options?: Options): string;
    getEndnotes(options?: Options): string;
  }
  class WordExtractor {
    extract(source: string | Buffer): Promise<WordDocument>;
  }
  export = WordExtractor;
}
