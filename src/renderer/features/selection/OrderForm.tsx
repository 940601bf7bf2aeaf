import { type FormEvent, useId, useMemo, useRef, useState } from 'react';
import { v7 } from 'uuid';
import type { ChosenBy } from '../../../shared/lamp/selection.ts';
import {
  changesNothing,
  flooredFor,
  isForNothing,
  isNamed,
  previewOf,
} from '../../../shared/lighting/preview.ts';
import { endOf, type Until } from '../../../shared/lighting/until.ts';
import { useNow, useReadNow } from '../../lib/clock/index.ts';
import { clockMinute, useLocale, useT, useZone, wholeNumber } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { Button, Field, useTakesFocus } from '../../ui/index.ts';
import { isStale, useLink } from '../link/index.ts';
import { useLampCommand } from '../relight/index.ts';
import { useSession } from '../session/index.ts';
import { LevelSlider } from './LevelSlider.tsx';
import { OrderPreview } from './OrderPreview.tsx';
import { OrderTicket } from './OrderTicket.tsx';
import { preemptionWords } from './preemption-words.ts';
import { SceneLevels } from './SceneLevels.tsx';
import styles from './Selection.module.css';
import { type Scene, useSceneOf } from './scenes.ts';
import { useSelection } from './store.ts';
import { UntilField } from './UntilField.tsx';
import { useNextOrders } from './use-next-orders.ts';
import { usePreemptions } from './use-preemptions.ts';
import type { Tally } from './use-tally.ts';
import { answerWords, type Called } from './words.ts';

const STEP = 5;
const MINUTE_MS = 60_000;

interface OrderFormProps {
  /** the selection */
  readonly called: Called;
  readonly by: ChosenBy;
  readonly tally: Tally;
}

/** What is wanted of the selected lamps, what that would change, and one button. Nothing is kept for later. */
export function OrderForm({ called, by, tally }: OrderFormProps) {
  const t = useT();
  const locale = useLocale();
  const { may, asked, ask } = useLampCommand(`${called.name} ${tally.lamps.length}`);
  const offline = useLink(({ state }) => isStale(state));
  const begun = useSelection((selection) => selection.wish);
  const [level, setLevel] = useState<number | undefined>(begun?.level);
  const [until, setUntil] = useState<Until>({ kind: 'minutes', minutes: begun?.minutes ?? 60 });
  const [motive, setMotive] = useState('');
  const [ticket, setTicket] = useState<string | undefined>(begun?.ticket);
  const [lacking, setLacking] = useState(false);
  const wish = JSON.stringify([level, until, motive, ticket]);
  /** the wish that was last taken: as long as it is the same, what it would change is nobody's question */
  const [taken, setTaken] = useState<string>();
  /** the order that it was taken as */
  const [sent, setSent] = useState<string>();
  const preempted = usePreempted(sent);
  const standing = taken === wish && preempted === undefined;
  const said = useId();
  const why = useRef<HTMLDivElement>(null);
  // Who came with a wish goes on with the motive: Enter sends it from there.
  useTakesFocus(why, () => begun !== undefined);
  const end = useEnd(until);
  const wanted = level ?? Math.round((tally.levels?.middle ?? 100) / STEP) * STEP;
  const scene = useSceneOf(by);
  const levels = useMemo(
    () => new Map(scene?.parts.flatMap((part) => part.lamps.map(({ id }) => [id, part.level] as const))),
    [scene],
  );
  const preview = previewOf(tally.lamps, ({ id }) => levels.get(id) ?? wanted, end);
  const floors = flooredFor(tally.lamps, ({ id }) => levels.get(id) ?? wanted);
  const named = tally.lamps.filter(isNamed);
  const next = useNextOrders(end);
  const still = changesNothing(preview);
  // Nobody holds lamps as they are by a slip: a level was chosen, or it was said what for.
  const meant = level !== undefined || scene !== undefined || ticket !== undefined || motive.trim() !== '';
  const off = offline
    ? t('relight.offline')
    : !may
      ? t('relight.code.FORBIDDEN')
      : by.kind === 'scene' && scene === undefined
        ? t('selection.sceneGone')
        : named.length === 0
          ? t(
              tally.lamps.some(({ elsewhere }) => elsewhere)
                ? 'selection.allElsewhere'
                : 'selection.allBarred',
            )
          : isForNothing(preview)
            ? t('selection.forNothing', { n: tally.lamps.length, time: clockMinute(end) })
            : still && !meant
              ? t('selection.changesNothing', { level: wanted })
              : undefined;

  const now = useReadNow();
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (off !== undefined) return;
    const mute = ticket === undefined && motive.trim() === '';
    setLacking(mute);
    if (mute) return;
    const ids = named.map(({ id }) => id);
    const id = v7();
    const answer = ask({
      ...(scene === undefined ? { kind: 'set', lamps: ids, level: wanted / 100 } : sceneOf(scene, ids)),
      minutes: Math.max(1, (end - now()) / MINUTE_MS),
      selection: { id, ...called },
      ...(motive.trim() === '' ? {} : { motive: motive.trim() }),
      ...(ticket === undefined ? {} : { ticket }),
    });
    void answer.then((said) => {
      setTaken(said?.kind === 'done' ? wish : undefined);
      setSent(id);
    });
  }
  return (
    <form className={styles.form} aria-label={t('selection.order')} onSubmit={submit}>
      {scene === undefined ? (
        <LevelSlider level={wanted} tally={tally} onLevel={setLevel} />
      ) : (
        <SceneLevels scene={scene} ids={new Set(tally.lamps.map(({ id }) => id))} />
      )}
      <UntilField until={until} end={end} onUntil={setUntil} />
      <div ref={why} className={styles.why}>
        <Field
          label={t('selection.motive')}
          className={styles.inline}
          value={motive}
          maxLength={1_000}
          required={ticket === undefined}
          error={lacking && motive.trim() === '' ? t('selection.motiveLacks') : undefined}
          onChange={({ target }) => setMotive(target.value)}
          // The browser's own bubble is nobody's words here.
          onInvalid={(event) => event.preventDefault()}
        />
        <OrderTicket ticket={ticket} onTicket={setTicket} />
      </div>
      {!standing && <OrderPreview preview={preview} floors={floors} end={end} next={next} />}
      <div className={styles.foot}>
        <p id={said} role="status" className={styles.said}>
          {off ??
            (asked.kind === 'idle'
              ? t(endsWords(still, next.length > 0), { time: clockMinute(end) })
              : preempted !== undefined && asked.kind === 'done'
                ? preempted
                : answerWords(t, asked))}
        </p>
        <Button
          type="submit"
          // What was just ordered is not what to do next.
          look={standing ? 'secondary' : 'primary'}
          size="large"
          off={off}
          disabled={asked.kind === 'asking'}
          keepsFocus
          aria-describedby={said}
          formNoValidate
        >
          {t(still ? 'selection.hold' : 'selection.command', {
            n: named.length,
            all: wholeNumber(named.length, locale),
          })}
        </Button>
      </div>
    </form>
  );
}

const endsWords = (still: boolean, goesOn: boolean) =>
  still ? 'selection.holdsUntil' : goesOn ? 'selection.endsOn' : 'selection.endsAt';

/** What was laid over an order since it was taken, the latest. @param order as `orderKey` says it */
function usePreempted(order: string | undefined): string | undefined {
  const t = useT();
  const people = useSession(({ view }) => view?.people) ?? [];
  const latest = usePreemptions().find((one) => one.order.key === order);
  return latest && preemptionWords(t, latest, people).said;
}

/** What is wanted of the lamps that may be commanded, by the levels of a scene. */
function sceneOf({ parts }: Scene, ids: readonly string[]) {
  const may = new Set(ids);
  const levelled = parts.map(({ level, lamps }) => ({
    level: level / 100,
    lamps: lamps.flatMap(({ id }) => (may.has(id) ? [id] : [])),
  }));
  return { kind: 'scene' as const, parts: levelled.filter(({ lamps }) => lamps.length > 0) };
}

/** When the order would end if it were given now; by the lamps' own clock where that is asked for. */
function useEnd(until: Until): number {
  const room = useRoomData((data) => data.lightingPlan.get('room'));
  const now = Math.floor(useNow() / 1_000) * 1_000;
  const zone = useZone();
  const ahead = until.kind === 'dawn' ? (room?.aheadMinutes ?? 0) * MINUTE_MS : 0;
  return endOf(until, now + ahead, room?.plan?.place ?? NOWHERE, zone) - ahead;
}
/** Dawn is not offered without a plan, so that no place is asked for. */
const NOWHERE = [0, 0] as const;
