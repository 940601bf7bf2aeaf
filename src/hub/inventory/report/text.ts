import { type Finding, isRefusal } from '../finding.ts';
import type { ImportReport, Stop } from '../plan/report.ts';
import type { ImportResult } from '../run.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { ReportWords } from './words.ts';

/** Rows named under each finding; all of them are in the report for machines. */
const NAMED = 5;
const MOVED = 5;

/** The report of an import for who reads a terminal. */
export function reportText(
  { report, stops, written, ms }: ImportResult,
  dryRun: boolean,
  locale: 'fr' | 'en',
): string {
  const words = { fr, en }[locale];
  const n = (count: number): string => count.toLocaleString(locale);
  const title = words.title[written ? 'written' : dryRun ? 'dry' : 'stopped'];
  const { districts, streets, cabinets, circuits, crossings } = report;
  const living = districts.filter(({ lamps }) => lamps > 0);
  const made = living.filter((district) => district.made).length;
  const lists = [
    words.districts(n(living.length), n(made)),
    words.streets(n(streets.names), n(streets.pieces), streets.derived),
    // Where none is listed, none are said: lamps may name them all the same.
    ...(isListed(cabinets)
      ? [words.cabinets(n(cabinets.after), n(cabinets.added.length), n(cabinets.removed.length))]
      : []),
    ...(isListed(circuits)
      ? [words.circuits(n(circuits.after), n(circuits.added.length), n(circuits.removed.length))]
      : []),
    ...(isListed(crossings) ? [crossingLine(crossings, words, locale)] : []),
  ];
  return [
    title,
    ...stops.map((stop) => `  ${stopText(stop, words, locale)}`),
    '',
    words.sources,
    ...report.sources.map(
      ({ file, kind, rows, taken, refused, repeated, skipped }) =>
        `  ${file}  ${words.kinds[kind]}  ${words.source({
          rows: n(rows),
          taken: n(taken),
          refused: n(refused),
          repeated: n(repeated),
          skipped: n(skipped),
        })}`,
    ),
    '',
    words.lamps,
    ...lampLines(report, words, locale).map((line) => `  ${line}`),
    ...section(words.refused, report.findings.filter(isRefusal), words, n),
    ...section(
      words.remarks,
      report.findings.filter((finding) => !isRefusal(finding)),
      words,
      n,
    ),
    '',
    ...lists,
    words.took((ms / 1_000).toLocaleString(locale, { maximumFractionDigits: 1 })),
    ...(written === undefined ? [] : [words.next[written]]),
    '',
  ].join('\n');
}

function crossingLine(
  { after, added, removed, returned, moved }: ImportReport['crossings'],
  words: ReportWords,
  locale: string,
): string {
  const n = (count: number): string => count.toLocaleString(locale);
  const farthest = moved.reduce((most, { metres }) => Math.max(most, metres), 0);
  return [
    words.crossings(n(after), n(added.length), n(removed.length)),
    ...(returned.length > 0 ? [words.crossingsReturned(n(returned.length))] : []),
    ...(moved.length > 0
      ? [words.crossingsMoved(n(moved.length), farthest.toLocaleString(locale, { maximumFractionDigits: 1 }))]
      : []),
  ].join(', ');
}

function lampLines({ lamps }: ImportReport, words: ReportWords, locale: string): readonly string[] {
  const n = (count: number): string => count.toLocaleString(locale);
  const metres = (far: number): string => far.toLocaleString(locale, { maximumFractionDigits: 1 });
  const farthest = lamps.moved.toSorted((a, b) => b.metres - a.metres);
  const fields = Map.groupBy(
    lamps.changed.flatMap((change) => change.fields),
    (field) => field,
  );
  return [
    words.beforeAfter(n(lamps.before), n(lamps.after)),
    words.added(n(lamps.added.length), n(lamps.returned.length)),
    words.removed(n(lamps.removed.length), n(lamps.renumbered)),
    words.moved(n(lamps.moved.length), metres(farthest[0]?.metres ?? 0)),
    ...farthest.slice(0, MOVED).map(({ id, metres: far }) => `  ${id}  ${metres(far)} m`),
    words.changed(n(lamps.changed.length)),
    ...[...fields].map(([field, all]) => `  ${words.fields[field] ?? field}  ${n(all.length)}`),
    words.rehoused(n(lamps.rehoused.length)),
    words.unchanged(n(lamps.unchanged)),
  ];
}

function section(
  title: string,
  findings: readonly Finding[],
  words: ReportWords,
  n: (count: number) => string,
): readonly string[] {
  if (findings.length === 0) return [];
  const kinds = [...Map.groupBy(findings, ({ kind }) => kind)];
  return [
    '',
    `${title}  ${n(findings.length)}`,
    ...kinds.flatMap(([kind, all]) => [
      `  ${words.finding[kind]}  ${n(all.length)}`,
      ...[...Map.groupBy(all, ({ mend }) => mend)].flatMap(([mend, those]) =>
        mend === undefined ? [] : [`    → ${words.mend(mend, n(those.length))}`],
      ),
      ...fieldsOf(all).map(([field, count]) => `    ${field}  ${n(count)}`),
      ...all.slice(0, NAMED).map(({ at, id, detail, cells }) => {
        const counted = cells && words.cells(n(cells[0]), n(cells[1]));
        return `    ${[at, id, detail, counted].filter(Boolean).join('  ')}`;
      }),
      ...(all.length > NAMED ? [`    ${words.more(n(all.length - NAMED))}`] : []),
    ]),
  ];
}

/** Of values that can't be read, which fields of the mapping they are of, the most frequent first; of one alone nothing. */
function fieldsOf(findings: readonly Finding[]): readonly (readonly [field: string, count: number])[] {
  const values = findings.filter(({ kind }) => kind === 'unreadable');
  const fields = Map.groupBy(values, ({ detail = '' }) => /^\w+(?=: )/.exec(detail)?.[0] ?? '');
  const counts = [...fields]
    .map(([field, all]) => [field, all.length] as const)
    .filter(([field]) => field !== '');
  return counts.length > 1 ? counts.toSorted((a, b) => b[1] - a[1]) : [];
}

function stopText(stop: Stop, words: ReportWords, locale: string): string {
  const percent = (share: number): string =>
    `${(100 * share).toLocaleString(locale, { maximumFractionDigits: 1 })}${locale === 'fr' ? ' ' : ''}%`;
  if (stop.kind === 'tooLarge') return words.stop(stop, '', '');
  return words.stop(stop, percent(stop.count / stop.of), percent(stop.most));
}

const isListed = ({ after, removed }: ImportReport['circuits']): boolean => after > 0 || removed.length > 0;
