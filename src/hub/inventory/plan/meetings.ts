import { DEGREE_M, type Position } from '../../../shared/geo/position.ts';

/** A line with what street it is of: lines of one named street are no crossing of each other. */
export interface StreetLine {
  readonly name: string;
  readonly line: readonly Position[];
}

/** A point that a line gets because another one meets it there. */
interface Meeting {
  /** after this point of the line … */
  readonly segment: number;
  /** … so far along to the next one, m */
  readonly along: number;
  readonly at: Position;
}

interface Segment {
  readonly of: number;
  readonly segment: number;
  readonly a: Position;
  readonly b: Position;
  /** on a plane, m: where it begins, and what leads from there to its end */
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly length: number;
  /** the squares that it may be in: least and greatest column and row */
  readonly box: readonly [number, number, number, number];
}

/** Nearer than this an end of a line is on another line, and a crossing at a point that a line has, m. */
const TOUCH_M = 1;
/** Width of the squares in which segments are looked for, m. */
const SQUARE_M = 100;

/**
 * Where lines meet that have no point in common there: they cross, or one ends on another. Both then have the point, to
 * the last digit. What meets at a point that both have already is no meeting of these.
 * @returns for each line, in order, what it gets
 */
export function meetingsOf(lines: readonly StreetLine[]): readonly (readonly Meeting[])[] {
  const meetings: Meeting[][] = lines.map(() => []);
  const meet = ({ of, segment, x, y }: Segment, at: Position, [px, py]: readonly [number, number]) => {
    if (lines[of]!.line.some((point) => isSame(point, at)) || meetings[of]!.some((one) => isSame(one.at, at)))
      return;
    meetings[of]!.push({ segment, along: Math.hypot(px - x, py - y), at });
  };
  const plane = planeOf(lines[0]?.line[0]);
  for (const [one, other] of pairsOf(lines, plane)) {
    const at = meetingOf(one, other, lines);
    if (at === undefined) continue;
    meet(one, at, plane(at));
    meet(other, at, plane(at));
  }
  return meetings;
}

/** A line with the points at which others meet it. */
export function withMeetings(line: readonly Position[], meetings: readonly Meeting[]): readonly Position[] {
  const bySegment = Map.groupBy(meetings, ({ segment }) => segment);
  return line.flatMap((point, i) => [
    point,
    ...(bySegment.get(i) ?? []).toSorted((a, b) => a.along - b.along).map(({ at }) => at),
  ]);
}

const isSame = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];

/** True to a thousandth over a city. */
function planeOf(middle: Position | undefined) {
  const scale = Math.cos(((middle?.[1] ?? 0) * Math.PI) / 180);
  return ([lon, lat]: Position) => [lon * scale * DEGREE_M, lat * DEGREE_M] as const;
}

/** Segments of different streets that may meet, each two once. */
function* pairsOf(
  lines: readonly StreetLine[],
  plane: ReturnType<typeof planeOf>,
): Generator<readonly [Segment, Segment]> {
  const square = (metres: number) => Math.floor(metres / SQUARE_M);
  const squares = new Map<string, Segment[]>();
  for (const [of, { line }] of lines.entries())
    for (const [segment, a] of line.slice(0, -1).entries()) {
      const b = line[segment + 1]!;
      const [[x, y], [endX, endY]] = [plane(a), plane(b)];
      const [dx, dy] = [endX - x, endY - y];
      const box = [
        square(Math.min(x, endX) - TOUCH_M),
        square(Math.max(x, endX) + TOUCH_M),
        square(Math.min(y, endY) - TOUCH_M),
        square(Math.max(y, endY) + TOUCH_M),
      ] as const;
      const made: Segment = { of, segment, a, b, x, y, dx, dy, length: Math.hypot(dx, dy), box };
      for (let i = box[0]; i <= box[1]; i++)
        for (let j = box[2]; j <= box[3]; j++) {
          const there = squares.get(`${i} ${j}`) ?? [];
          for (const other of there) {
            // Of the squares that both are in, the first one is theirs.
            const isFirst = i === Math.max(box[0], other.box[0]) && j === Math.max(box[2], other.box[2]);
            const { name } = lines[of]!;
            const isOneStreet = other.of === of || (name !== '' && name === lines[other.of]!.name);
            if (isFirst && !isOneStreet) yield [other, made];
          }
          if (there.length === 0) squares.set(`${i} ${j}`, there);
          there.push(made);
        }
    }
}

/** Where two segments meet; undefined where they don't, or in a point that both have. */
function meetingOf(one: Segment, other: Segment, lines: readonly StreetLine[]): Position | undefined {
  const own = [one.a, one.b];
  if ([other.a, other.b].some((end) => own.some((point) => isSame(point, end)))) return undefined;
  return (
    crossingOf(one, other) ?? [...endsOn(one, other, lines), ...endsOn(other, one, lines)].sort(inOrder)[0]
  );
}

/** Where two segments cross, to a centimetre, or a point that one of them has there. */
function crossingOf(one: Segment, other: Segment): Position | undefined {
  const cross = one.dx * other.dy - one.dy * other.dx;
  if (cross === 0) return undefined;
  const [x, y] = [other.x - one.x, other.y - one.y];
  const share = (x * other.dy - y * other.dx) / cross;
  const otherShare = (x * one.dy - y * one.dx) / cross;
  const isWithin = (part: number, { length }: Segment) => part * length > -0.01 && (part - 1) * length < 0.01;
  if (!isWithin(share, one) || !isWithin(otherShare, other)) return undefined;
  const [near] = [...cornersAt(one, share), ...cornersAt(other, otherShare)].sort(inOrder);
  const [[lon, lat], [endLon, endLat]] = [one.a, one.b];
  const rounded = (from: number, to: number) => Number((from + share * (to - from)).toFixed(7));
  return near ?? [rounded(lon, endLon), rounded(lat, endLat)];
}

const inOrder = (a: Position, b: Position): number => a[0] - b[0] || a[1] - b[1];

/** The ends of a segment that are where it meets another one, so far along. */
const cornersAt = ({ a, b, length }: Segment, share: number): readonly Position[] => [
  ...(share * length <= TOUCH_M ? [a] : []),
  ...((1 - share) * length <= TOUCH_M ? [b] : []),
];

/** The ends of a line, of those of a segment, that are on another segment. */
function endsOn({ of, segment, a, b, x, y, dx, dy }: Segment, on: Segment, lines: readonly StreetLine[]) {
  const isOn = (px: number, py: number) => {
    const [ox, oy] = [px - on.x, py - on.y];
    const share = on.length === 0 ? 0 : (ox * on.dx + oy * on.dy) / on.length ** 2;
    const within = Math.min(1, Math.max(0, share));
    return Math.hypot(ox - within * on.dx, oy - within * on.dy) <= TOUCH_M;
  };
  return [
    ...(segment === 0 && isOn(x, y) ? [a] : []),
    ...(segment === lines[of]!.line.length - 2 && isOn(x + dx, y + dy) ? [b] : []),
  ];
}
