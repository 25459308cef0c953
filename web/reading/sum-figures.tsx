import { formatNumber } from '#domain/kernel/numbers.ts';
import { useTheDesk } from './desk.ts';
import { factTitle, type SumFact } from './facts.ts';
import styles from './reading.module.css';

/** The total and its parts, each leading to the figure it was read from; what is over or short is said. */
export function SumFigures({ fact }: { readonly fact: SumFact }) {
  const desk = useTheDesk();
  const rows = [
    { id: fact.totalFigureId, value: fact.total, word: 'Tổng' },
    ...fact.parts.map((value, at) => ({ id: fact.partFigureIds[at] ?? null, value, word: `Phần ${at + 1}` })),
  ];
  return (
    <table className={styles.sumTable}>
      <caption className="k-hidden">Tổng và các phần</caption>
      <tbody>
        {rows.map((row) => {
          const figure = row.id === null ? undefined : desk.facts.get(row.id);
          return (
            <tr key={row.word}>
              <th scope="row">{row.word}</th>
              <td>{formatNumber(row.value, 4)}</td>
              <td>
                {figure !== undefined && (
                  <button
                    type="button"
                    className={styles.linkButton}
                    onClick={() => desk.select(figure.fact.id)}
                  >
                    {factTitle(figure)}
                    <span className="k-hidden">: xem số liệu này</span>
                  </button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
