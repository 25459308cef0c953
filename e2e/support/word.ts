import { text } from 'node:stream/consumers';
import yauzl from 'yauzl';

/** The words of a .docx: its main part without the markup. */
export async function readWord(path: string): Promise<string> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, file) =>
      error ? reject(error) : resolve(file),
    ),
  );
  const xml = await new Promise<string>((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entry.fileName !== 'word/document.xml') return zip.readEntry();
      zip.openReadStream(entry, (error, stream) =>
        error ? reject(error) : text(stream).then(resolve, reject),
      );
    });
    zip.once('end', () => reject(new Error('The file has no word/document.xml')));
    zip.readEntry();
  });
  zip.close();
  return xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '');
}
