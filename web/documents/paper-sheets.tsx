import { Fragment } from 'react';
import { cx } from '../ui/cx.ts';
import {
  letterSubject,
  PARTY_HEAD,
  placeAndDateLine,
  recipientLines,
  STATE_HEAD,
  STATE_MOTTO,
  symbolLine,
} from '#domain/documents/paper-lines.ts';
import type { Block, Paper, Signature } from '#domain/documents/paper.ts';
import { PaperBlock, type Pen } from './paper-blocks.tsx';
import { footnotesOf, sheetsOf } from './paper-notes.ts';
import { Plain } from './paper-words.tsx';
import styles from './paper.module.css';

interface PaperSheetsProps {
  readonly paper: Paper;
  /** The body as it is shown: with its end mark when printed, as it is kept while it is changed. */
  readonly blocks: readonly Block[];
  /** Stable names of the blocks while some come and go. */
  readonly keys?: readonly string[];
  readonly pen: Pen;
}

/** The paper on its sheets: head, title, body, ending, then every appendix on pages of its own. */
export function PaperSheets({ paper, blocks, keys, pen }: PaperSheetsProps) {
  const sheets = sheetsOf(blocks, paper.orientation === 'landscape');
  const lastOfBody = sheets.findLastIndex(
    (_, at) => !sheets.slice(0, at + 1).some((sheet) => sheet.appendix),
  );
  const notes = footnotesOf(blocks);
  return (
    <section className={styles.desk} aria-label="Nội dung văn bản">
      {sheets.map((sheet, at) => (
        <div
          // Sheets are told apart by where they stand.
          // eslint-disable-next-line react/no-array-index-key
          key={at}
          className={cx(
            styles.sheet,
            sheet.landscape && styles.landscape,
            paper.layout === 'state' && styles.state,
          )}
        >
          {at === 0 && <PaperTop paper={paper} />}
          {sheet.appendix && (
            <div className={styles.appendixHead}>
              <h3>
                {sheet.appendix.number !== undefined && (
                  <>
                    {sheet.appendix.number}
                    <br />
                  </>
                )}
                {sheet.appendix.title}
              </h3>
              {sheet.appendix.note !== undefined && (
                <p>({sheet.appendix.note.replaceAll(/^\(|\)$/gu, '')})</p>
              )}
            </div>
          )}
          <div className={styles.body}>
            {sheet.blocks.map(({ block, index }) => (
              <Fragment key={keys?.[index] ?? index}>
                <PaperBlock block={block} index={index} pen={pen} />
              </Fragment>
            ))}
          </div>
          {at === lastOfBody && <PaperEnding paper={paper} />}
          <Footnotes
            notes={notes}
            here={footnotesOf(sheet.blocks.map(({ block }) => block))}
            traces={paper.traces}
          />
        </div>
      ))}
    </section>
  );
}

function PaperTop({ paper }: { readonly paper: Paper }) {
  const party = paper.layout === 'party';
  const number = symbolLine(paper);
  return (
    <>
      <div className={styles.head}>
        <div>
          {paper.parentBody !== null && <p className={styles.parent}>{paper.parentBody}</p>}
          <p className={styles.issuer}>{paper.issuer}</p>
          {party ? <p aria-hidden="true">*</p> : <div className={styles.mark} />}
          {number !== null && <p className={styles.symbol}>{number}</p>}
          {paper.typeName === null && <p className={styles.placeDate}>{letterSubject(paper)}</p>}
        </div>
        <div>
          <p className={styles.motto}>
            <span className={party ? styles.underlined : undefined}>{party ? PARTY_HEAD : STATE_HEAD}</span>
          </p>
          {!party && (
            <p>
              <b className={styles.underlined}>{STATE_MOTTO}</b>
            </p>
          )}
          <p className={styles.placeDate}>{placeAndDateLine(paper)}</p>
        </div>
      </div>
      {paper.typeName !== null && (
        <div className={styles.title}>
          <h2>
            <span className={styles.typeName}>{paper.typeName}</span>
            <span className={styles.subject}>{paper.subject}</span>
          </h2>
          {party ? <p aria-hidden="true">-----</p> : <div className={styles.mark} />}
        </div>
      )}
      {paper.addressLine !== null && (
        <p className={styles.address}>
          <i>{paper.addressLine.label}:</i> {paper.addressLine.bodies.join('; ')}
        </p>
      )}
    </>
  );
}

function PaperEnding({ paper }: { readonly paper: Paper }) {
  const [first, second] = paper.signatures;
  if (first && second)
    return (
      <>
        <div className={styles.ending}>
          <SignatureBlock signature={first} />
          <SignatureBlock signature={second} />
        </div>
        <Recipients paper={paper} />
      </>
    );
  return (
    <div className={styles.ending}>
      <Recipients paper={paper} />
      {first && <SignatureBlock signature={first} />}
    </div>
  );
}

function Recipients({ paper }: { readonly paper: Paper }) {
  if (paper.recipients.length === 0) return <div />;
  return (
    <div className={styles.recipients}>
      <b>Nơi nhận:</b>
      <ul>
        {recipientLines(paper).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function SignatureBlock({ signature }: { readonly signature: Signature }) {
  return (
    <div className={styles.signature}>
      {signature.authority.map((line) => (
        <p key={line} className={styles.authority}>
          {line}
        </p>
      ))}
      {signature.posts.map((line) => (
        <p key={line} className={styles.post}>
          {line.trim() === 'kiêm' ? line : line.toLocaleUpperCase('vi')}
        </p>
      ))}
      <p className={styles.signer}>{signature.name}</p>
    </div>
  );
}

interface FootnotesProps {
  readonly notes: ReturnType<typeof footnotesOf>;
  readonly here: ReturnType<typeof footnotesOf>;
  readonly traces: Paper['traces'];
}

function Footnotes({ notes, here, traces }: FootnotesProps) {
  if (here.length === 0) return null;
  return (
    <ol className={styles.footnotes}>
      {here.map((note) => {
        const number = notes.indexOf(note) + 1;
        return (
          <li key={number} id={`chu-thich-${number}`}>
            <sup>{number}</sup>{' '}
            {note.runs.map((run, at) => (
              // eslint-disable-next-line react/no-array-index-key
              <Plain key={at} run={run} traces={traces} />
            ))}
          </li>
        );
      })}
    </ol>
  );
}
