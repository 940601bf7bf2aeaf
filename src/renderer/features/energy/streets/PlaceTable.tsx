import { useT } from '../../../lib/i18n/index.tsx';
import { classes } from '../../../ui/index.ts';
import styles from '../Energy.module.css';
import { figure } from '../figure.ts';
import { COLUMNS, type Column, type PlaceRow } from './street-rows.ts';

/** Lines that are shown: whoever looks for another one searches. */
const MOST = 200;

interface PlaceTableProps {
  readonly rows: readonly PlaceRow[];
  /** before the search */
  readonly all: number;
  /** of streets, with the district of each */
  readonly streets: boolean;
  readonly order: { readonly column: Column; readonly down: boolean };
  readonly onOrder: (column: Column) => void;
}

/** Streets or districts with what they used; its heads sort it. */
export function PlaceTable({ rows, all, streets, order, onOrder }: PlaceTableProps) {
  const t = useT();
  const columns = COLUMNS.filter((column) => streets || column !== 'district');
  const left = rows.length - MOST;
  if (all === 0) return <p className="quiet">{t('energy.nothingThen')}</p>;
  return (
    <>
      <table className={classes(styles.table, styles.places)}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                aria-sort={column !== order.column ? 'none' : order.down ? 'descending' : 'ascending'}
              >
                <button type="button" onClick={() => onOrder(column)}>
                  {t(`energy.column.${column === 'name' && !streets ? 'district' : column}`)}
                  <span aria-hidden="true">{column === order.column ? (order.down ? ' ▾' : ' ▴') : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST).map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {streets && <td className={styles.words}>{row.district}</td>}
              <td>{t('energy.kwh', figure(row.used))}</td>
              <td>{row.metered === undefined ? '–' : t('energy.percent', { value: row.metered })}</td>
              <td>
                {row.saved === undefined
                  ? t('energy.noReference')
                  : t('energy.share', { value: row.saved.value, off: row.saved.off })}
              </td>
              <td>{row.incident.value === 0 ? '–' : t('energy.kwh', figure(row.incident))}</td>
              <td>{t('energy.percent', { value: row.unknown })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet" role="status">
        {rows.length === 0
          ? t('energy.noneFound')
          : left > 0
            ? t('energy.moreRows', { n: left })
            : t('energy.rows', { n: rows.length })}
      </p>
    </>
  );
}
